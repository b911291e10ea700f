package corpus

import (
	"cmp"
	"context"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"fuhe/extract/archive"
)

// archived reads the input if it is an archive of files.
func (p *Pipeline) archived(in Input) ([]byte, bool) {
	if in.note != nil || in.Stdin != nil || in.data != nil || !begins(in.Path, archive.Signatures()) {
		return nil, false
	}
	data, err := read(in, p.Limits.OrDefault().Bytes)
	return data, err == nil && archive.Sniff(data)
}

// begins reports whether the file starts with one of the signatures.
func begins(path string, signatures []string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 16)
	n, _ := io.ReadFull(file, head)
	return slices.ContainsFunc(signatures, func(s string) bool { return strings.HasPrefix(string(head[:n]), s) })
}

// Documents checks the file, or each file of the archive from the given one on, one after the other, and
// yields what became of them. Files in an archive of kinds that are not read are passed over, as in a
// folder; an archive without any report yields a failed result of its own. One that breaks off keeps the
// results before.
func (p *Pipeline) Documents(ctx context.Context, in Input, from int) iter.Seq[Outcome] {
	return func(yield func(Outcome) bool) {
		data, ok := p.archived(in)
		if !ok {
			if from == 0 {
				yield(p.outcome(ctx, in))
			}
			return
		}
		held, n := from > 0, 0
		for m, err := range archive.Files(ctx, data, p.Limits) {
			if n++; n <= from {
				continue
			}
			o := p.outcome(ctx, p.member(in, m, err))
			if held = held || !o.PassedOver; !yield(o) {
				return
			}
		}
		if !held {
			yield(p.outcome(ctx, Input{Path: in.Path, note: noReports()}))
		}
	}
}

// member is the input for a file of an archive, or for the trouble in its place.
func (p *Pipeline) member(in Input, m archive.Member, err error) Input {
	member := Input{Path: in.Path, Folder: cmp.Or(in.Folder, in.Path), data: m.Data}
	if m.Name != "" {
		member.Path += archive.Separator + m.Name
	}
	if err != nil {
		member.note = unread(err, p)
	} else if member.data == nil {
		member.data = []byte{}
	}
	return member
}
