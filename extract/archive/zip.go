package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
)

const zipMagic = "PK\x03\x04"

// isZip reports whether the bytes are a zip archive, and no document that is packed as one.
func isZip(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return bytes.HasPrefix(data, []byte(zipMagic)) && !bytes.Contains(data[:min(len(data), 4096)], []byte("[Content_Types].xml"))
	}
	for _, f := range pack.File {
		switch strings.TrimPrefix(strings.ToLower(slashed(f.Name)), "/") {
		case "[content_types].xml", "ofd.xml", "mimetype", "meta-inf/manifest.mf":
			return false
		}
	}
	return true
}

func zipEntries(data []byte) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		pack, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			yield(entry{}, damaged(err))
			return
		}
		for _, f := range pack.File {
			if !yield(entry{slashed(Name(f)), f.FileInfo().IsDir(), func() (io.ReadCloser, error) { return openZipped(f) }}, nil) {
				return
			}
		}
	}
}

func openZipped(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, locked()
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, otherMethod(err)
	}
	if err != nil {
		return nil, damaged(err)
	}
	return r, nil
}
