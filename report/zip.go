package report

import (
	"archive/zip"
	"bufio"
	"cmp"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/xuri/excelize/v2"
)

// pack writes the workbook. The library would hold all of it in memory, and order its parts by chance; here
// the parts are packed into a scratch file as they come, and written out in the order of their names.
func pack(f *excelize.File, w io.Writer) error {
	scratch, err := os.CreateTemp("", "fuhe-")
	if err != nil {
		return err
	}
	defer os.Remove(scratch.Name())
	z := &parts{scratch: scratch, buffer: bufio.NewWriter(scratch)}
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return z })
	err = f.Write(io.Discard)
	if err == nil {
		err = z.writeTo(w)
	}
	return errors.Join(err, scratch.Close())
}

// parts are the files of a zip archive, packed one behind the other.
type parts struct {
	scratch *os.File
	buffer  *bufio.Writer
	size    int64 // of what is packed
	list    []*part
	now     *part
}

// part is one file of the archive.
type part struct {
	zip.FileHeader
	begins int64
	parts  *parts
	pack   *flate.Writer
}

// Create begins the next file; the one before is done.
func (z *parts) Create(name string) (io.Writer, error) {
	if err := z.end(); err != nil {
		return nil, err
	}
	p := &part{FileHeader: zip.FileHeader{Name: name, Method: zip.Deflate}, begins: z.size, parts: z}
	pack, err := flate.NewWriter(packed{z}, flate.DefaultCompression)
	p.pack, z.now = pack, p
	z.list = append(z.list, p)
	return p, err
}

func (p *part) Write(data []byte) (int, error) {
	p.CRC32 = crc32.Update(p.CRC32, crc32.IEEETable, data)
	p.UncompressedSize64 += uint64(len(data))
	return p.pack.Write(data)
}

// packed counts what goes to the scratch file.
type packed struct{ z *parts }

func (w packed) Write(data []byte) (int, error) {
	n, err := w.z.buffer.Write(data)
	w.z.size += int64(n)
	return n, err
}

func (z *parts) end() error {
	if z.now == nil {
		return nil
	}
	err := z.now.pack.Close()
	z.now.CompressedSize64 = uint64(z.size - z.now.begins)
	z.now = nil
	return err
}

// AddFS is asked of every writer of archives; a workbook has no use for it.
func (z *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close ends the last file.
func (z *parts) Close() error { return errors.Join(z.end(), z.buffer.Flush()) }

// writeTo writes the archive, the list of its parts first, as programs that look at the first entry expect.
func (z *parts) writeTo(w io.Writer) error {
	slices.SortFunc(z.list, func(a, b *part) int {
		return cmp.Or(cmp.Compare(order(a.Name), order(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	to := zip.NewWriter(w)
	for _, p := range z.list {
		raw, err := to.CreateRaw(&p.FileHeader)
		if err != nil {
			return err
		}
		if _, err := io.Copy(raw, io.NewSectionReader(z.scratch, p.begins, int64(p.CompressedSize64))); err != nil {
			return err
		}
	}
	return to.Close()
}

func order(name string) int {
	if name == "[Content_Types].xml" {
		return 0
	}
	return 1
}
