package archive_test

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
	"testing"

	"fuhe/extract/archive"
	"fuhe/extract/document"
)

// packer writes a RAR 5 archive by hand: files as they are, without compression.
type packer struct{ out []byte }

func rar(entries ...entry) []byte {
	p := &packer{out: []byte("Rar!\x1a\x07\x01\x00")}
	p.block(1, 0, nil, nil, numbers(0))
	for _, e := range entries {
		p.file(e)
	}
	p.block(5, 0, nil, nil, numbers(0))
	return p.out
}

// file adds a file; a name with a slash at its end is a folder.
func (p *packer) file(e entry) {
	const hasSum, isFolder, asIs, unix = 4, 1, 0, 1
	flags := hasSum
	if e.name[len(e.name)-1] == '/' {
		flags |= isFolder
		e.name = e.name[:len(e.name)-1]
	}
	head := numbers(flags, len(e.data), 0)
	head = binary.LittleEndian.AppendUint32(head, crc32.ChecksumIEEE([]byte(e.data)))
	head = append(head, numbers(asIs, unix, len(e.name))...)
	p.block(2, 0, e.extra, []byte(e.data), append(head, e.name...))
}

// block adds a block: its kind, the records beside its fields, and the data behind it.
func (p *packer) block(kind, flags int, extra, data, fields []byte) {
	var sizes []byte
	if extra != nil {
		flags |= 1
		sizes = append(sizes, numbers(len(extra))...)
	}
	if data != nil {
		flags |= 2
		sizes = append(sizes, numbers(len(data))...)
	}
	head := slices.Concat(numbers(kind, flags), sizes, fields, extra)
	head = append(numbers(len(head)), head...)
	p.out = binary.LittleEndian.AppendUint32(p.out, crc32.ChecksumIEEE(head))
	p.out = slices.Concat(p.out, head, data)
}

// numbers are whole numbers as the format writes them: seven bits a byte, the lowest first.
func numbers(all ...int) []byte {
	var b []byte
	for _, n := range all {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func TestRAR(t *testing.T) {
	inner := zipped(t, entry{name: "b.txt", data: "乙"})
	data := rar(entry{name: "自评/"}, entry{name: "自评/一.txt", data: "甲"}, entry{name: "内.zip", data: string(inner)},
		entry{name: "内.rar", data: string(rar(entry{name: "c.txt", data: "丙"}))}, entry{name: "Thumbs.db", data: "x"}, entry{name: "空.txt"})
	if !archive.Sniff(data) {
		t.Error("not taken for an archive")
	}
	want(t, unpacked(t.Context(), data, document.Limits{}), "自评/一.txt=甲", "内.zip!/b.txt=乙", "内.rar!/c.txt=丙", "空.txt=")
	want(t, unpacked(t.Context(), data, document.Limits{Unpacked: 4}), "自评/一.txt=甲", " too-large")
}

func TestRARTrouble(t *testing.T) {
	data := rar(entry{name: "a.txt", data: "甲甲甲"}, entry{name: "b.txt", data: "乙"})
	want(t, unpacked(t.Context(), data[:20], document.Limits{}), " damaged")
	want(t, unpacked(t.Context(), []byte("Rar!\x1a\x07"), document.Limits{}), " damaged")

	broken := slices.Clone(data)
	broken[slices.Index(broken, '\xE7')] ^= 0xFF // within the text of the first
	want(t, unpacked(t.Context(), broken, document.Limits{}), "a.txt damaged", "b.txt=乙")

	// a record of encryption: version, algorithm, salt and check value as 64 bytes that mean nothing
	record := append(numbers(1, 0, 0, 15), make([]byte, 32)...)
	secret := rar(entry{name: "a.txt", data: "甲甲甲甲甲甲甲甲", extra: append(numbers(len(record)), record...)})
	if got := unpacked(t.Context(), secret, document.Limits{}); len(got) != 1 || got[0] != "a.txt encrypted" && got[0] != " encrypted" {
		t.Errorf("a file under a password: %q", got)
	}
}
