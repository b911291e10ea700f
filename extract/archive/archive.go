// Package archive opens zip and RAR archives of reports. Bytes come in; the files inside go out one by one,
// archives inside archives opened too. It writes nothing to disk, so that names of members are only
// names, and it never looks into a file.
package archive

import (
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

// Signatures begin the archives that are read; documents that are packed as archives begin with one, too.
func Signatures() []string { return []string{zipMagic, rarMagic} }

// Sniff reports whether the bytes are an archive of files, not a document that is packed as one.
func Sniff(data []byte) bool { return isZip(data) || isRAR(data) }

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

// entry is one file of an archive, or a folder.
type entry struct {
	name   string // with slashes, as text
	folder bool
	open   func() (io.ReadCloser, error) // the error is a *document.Trouble
}

// entries goes through an archive in its order. An error ends it: the rest cannot be found.
func entries(data []byte) iter.Seq2[entry, error] {
	if isRAR(data) {
		return rarEntries(data)
	}
	return zipEntries(data)
}

// archive goes through one archive; false ends the walk.
func (w *walk) archive(prefix string, data []byte, depth int) bool {
	for e, err := range entries(data) {
		if err != nil {
			return w.yield(Member{Name: strings.TrimSuffix(prefix, Separator)}, err) && prefix != ""
		}
		if w.ctx.Err() != nil {
			w.yield(Member{}, document.Stopped(w.ctx.Err()))
			return false
		}
		if w.members++; w.members > maxMembers {
			w.yield(Member{}, tooLarge(fmt.Errorf("over %d members", maxMembers)))
			return false
		}
		if e.folder || leftOver(e.name) {
			continue
		}
		if !w.member(prefix+e.name, e, depth) {
			return false
		}
	}
	return true
}

// member hands out one file, or the files of the archive that it is.
func (w *walk) member(name string, e entry, depth int) bool {
	data, err := w.unpack(e)
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
func (w *walk) unpack(e entry) (data []byte, err error) {
	defer recovered(&err)
	r, err := e.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	limit := min(w.room, w.limits.Bytes)
	data, err = io.ReadAll(io.LimitReader(r, limit+1))
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

// recovered makes an error of a fault that a decoder met in a broken archive.
func recovered(err *error) {
	if fault := recover(); fault != nil {
		*err = damaged(fmt.Errorf("%v", fault))
	}
}

func slashed(name string) string { return strings.ReplaceAll(name, `\`, "/") }

// leftOver tells files that systems and offices leave beside documents.
func leftOver(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasPrefix(name, "__MACOSX/") ||
		strings.Contains(name, "/__MACOSX/") || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini") ||
		strings.HasSuffix(name, "/")
}

func locked() error {
	return document.Failed(document.Encrypted, "压缩包中的文件已加密，需要密码。请解压后再核对。", "the file in the archive is encrypted", nil)
}

func otherMethod(err error) error {
	return document.Failed(document.Unsupported, "压缩包使用了不能读取的压缩方式，请解压后再核对。", "the archive uses a compression that is not read", err)
}

func damaged(err error) error {
	return document.Failed(document.Damaged, "压缩包已损坏，未能读取。请重新下载。", "the archive is damaged", err)
}

func tooLarge(err error) error {
	return document.Failed(document.TooLarge, "压缩包解开后过大，超出读取上限。请解压后分批核对。", "the archive is over the limit when unpacked", err)
}
