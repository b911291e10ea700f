package archive

import (
	"bytes"
	"errors"
	"io"
	"iter"

	"github.com/nwaples/rardecode/v2"
)

const rarMagic = "Rar!\x1a\x07"

// rarWindow is the most memory that unpacking may take, and what archivers take at the most unless they are told
// otherwise.
const rarWindow = 128 << 20

func isRAR(data []byte) bool { return bytes.HasPrefix(data, []byte(rarMagic)) }

// rarEntries goes through a RAR archive, whose files are found only by going through those before them.
func rarEntries(data []byte) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		r, err := rardecode.NewReader(bytes.NewReader(data), rardecode.MaxDictionarySize(rarWindow))
		if err != nil {
			yield(entry{}, rarTrouble(err))
			return
		}
		for {
			e, err := nextRAR(r)
			if errors.Is(err, io.EOF) || !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// nextRAR goes on to the next file. The error is io.EOF behind the last, else a *document.Trouble.
func nextRAR(r *rardecode.Reader) (e entry, err error) {
	defer recovered(&err)
	f, err := r.Next()
	if errors.Is(err, io.EOF) {
		return entry{}, io.EOF
	}
	if err != nil {
		return entry{}, rarTrouble(err)
	}
	return entry{slashed(Readable(f.Name)), f.IsDir, func() (io.ReadCloser, error) {
		if f.Encrypted {
			return nil, locked()
		}
		return io.NopCloser(r), nil
	}}, nil
}

// rarTrouble tells why an archive cannot be gone through.
func rarTrouble(err error) error {
	switch {
	case errors.Is(err, rardecode.ErrArchiveEncrypted), errors.Is(err, rardecode.ErrArchivedFileEncrypted):
		return locked()
	case errors.Is(err, rardecode.ErrMultiVolume), errors.Is(err, rardecode.ErrUnknownVersion):
		return otherMethod(err)
	}
	return damaged(err)
}
