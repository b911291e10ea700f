package corpus

import (
	"context"
	"io"
	"os"

	"fuhe/extract/archive"
)

// zipSignature begins every zip archive, and every document that is packed as one.
const zipSignature = "PK\x03\x04"

// archived reads the input if it is an archive of files.
func (p *Pipeline) archived(in Input) ([]byte, bool) {
	if in.note != nil || in.Stdin != nil || in.data != nil || !begins(in.Path, zipSignature) {
		return nil, false
	}
	data, err := read(in, p.Limits.OrDefault().Bytes)
	return data, err == nil && archive.Sniff(data)
}

// begins reports whether the file starts with the bytes.
func begins(path, signature string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, len(signature))
	_, err = io.ReadFull(file, head)
	return err == nil && string(head) == signature
}

// members checks the files of an archive one after the other; files of kinds that are not read are
// passed over, as in a folder. An archive that breaks off keeps the results before.
func (p *Pipeline) members(ctx context.Context, in Input, data []byte) []Outcome {
	var all []Outcome
	for m, err := range archive.Files(ctx, data, p.Limits) {
		member := Input{Path: in.Path + archive.Separator + m.Name, Folder: in.Path, data: m.Data}
		if m.Name == "" {
			member.Path = in.Path
		}
		if err != nil {
			member.note = unread(err, p)
		} else if member.data == nil {
			member.data = []byte{}
		}
		all = append(all, p.outcome(ctx, member))
	}
	return append(all, Outcome{Input: Input{Path: in.Path, Folder: in.Path, end: true}})
}
