// Package archive opens zip archives of reports. Bytes come in; the files inside go out one by one,
// archives inside archives opened too. It writes nothing to disk, so that names of members are only
// names, and it never looks into a file.
package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"fuhe/extract/document"
)

// Member is one file of an archive. Name is its path; of a file in an archive inside, the two paths are
// joined by Separator: 报告.zip!/b.pdf.
type Member struct {
	Name string
	Data []byte
}

// Separator stands between an archive's name and its member's.
const Separator = "!/"

// maxMembers is the most entries of all archives together.
const maxMembers = 100_000

// Sniff reports whether the bytes are a zip archive of files, not a document that is packed as one.
func Sniff(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return bytes.HasPrefix(data, []byte("PK\x03\x04")) && !bytes.Contains(data[:min(len(data), 4096)], []byte("[Content_Types].xml"))
	}
	for _, f := range pack.File {
		switch strings.TrimPrefix(strings.ToLower(slashed(f.Name)), "/") {
		case "[content_types].xml", "ofd.xml", "mimetype", "meta-inf/manifest.mf":
			return false
		}
	}
	return true
}

// Files goes through the files of an archive in its order. A member that cannot be read comes with a
// *document.Trouble and its name, and the others follow; an error without a name ends the walk. Folders
// and the files that systems leave beside documents are left out.
func Files(ctx context.Context, data []byte, limits document.Limits) iter.Seq2[Member, error] {
	limits = limits.OrDefault()
	return func(yield func(Member, error) bool) {
		w := &walk{ctx: ctx, limits: limits, room: limits.Unpacked, yield: yield}
		if int64(len(data)) > limits.Bytes {
			yield(Member{}, tooLarge(fmt.Errorf("%d bytes", len(data))))
			return
		}
		w.archive("", data, 1)
	}
}

// walk is the state of going through an archive and those inside it.
type walk struct {
	ctx     context.Context
	limits  document.Limits
	room    int64 // bytes that may still be unpacked
	members int
	yield   func(Member, error) bool
}

// archive goes through one archive; false ends the walk.
func (w *walk) archive(prefix string, data []byte, depth int) bool {
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return w.yield(Member{Name: strings.TrimSuffix(prefix, Separator)}, damaged(err)) && prefix != ""
	}
	for _, f := range pack.File {
		if w.ctx.Err() != nil {
			w.yield(Member{}, document.Stopped(w.ctx.Err()))
			return false
		}
		if w.members++; w.members > maxMembers {
			w.yield(Member{}, tooLarge(fmt.Errorf("over %d members", maxMembers)))
			return false
		}
		name := slashed(Name(f))
		if f.FileInfo().IsDir() || leftOver(name) {
			continue
		}
		if !w.member(prefix+name, f, depth) {
			return false
		}
	}
	return true
}

// member hands out one file, or the files of the archive that it is.
func (w *walk) member(name string, f *zip.File, depth int) bool {
	data, err := w.unpack(f)
	if errors.Is(err, errRoom) {
		w.yield(Member{}, tooLarge(fmt.Errorf("%s: %w", name, err)))
		return false
	}
	if err != nil {
		return w.yield(Member{Name: name}, err)
	}
	if !Sniff(data) {
		return w.yield(Member{Name: name, Data: data}, nil)
	}
	if depth >= w.limits.Nesting {
		return w.yield(Member{Name: name}, tooLarge(fmt.Errorf("archives in archives, over %d deep", w.limits.Nesting)))
	}
	return w.archive(name+Separator, data, depth+1)
}

var errRoom = errors.New("unpacked size")

// unpack reads one file. The error is errRoom when all files together are too large.
func (w *walk) unpack(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, document.Failed(document.Encrypted, "压缩包中的文件已加密，需要密码。请解压后再核对。", "the file in the archive is encrypted", nil)
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, document.Failed(document.Unsupported, "压缩包使用了不能读取的压缩方式，请解压后再核对。", "the archive uses a compression that is not read", err)
	}
	if err != nil {
		return nil, damaged(err)
	}
	defer r.Close()
	limit := min(w.room, w.limits.Bytes)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	w.room -= int64(len(data))
	switch {
	case w.room < 0:
		return nil, errRoom
	case int64(len(data)) > limit:
		return nil, tooLarge(fmt.Errorf("over %d bytes", limit))
	case err != nil:
		return nil, damaged(err)
	}
	return data, nil
}

func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// leftOver tells files that systems and offices leave beside documents.
func leftOver(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasPrefix(name, "__MACOSX/") ||
		strings.Contains(name, "/__MACOSX/") || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini") ||
		strings.HasSuffix(name, "/")
}

func damaged(err error) error {
	return document.Failed(document.Damaged, "压缩包已损坏，未能读取。请重新下载。", "the archive is damaged", err)
}

func tooLarge(err error) error {
	return document.Failed(document.TooLarge, "压缩包解开后过大，超出读取上限。请解压后分批核对。", "the archive is over the limit when unpacked", err)
}
