package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// pdfFile collects the objects of a PDF, numbered from 1; the first is the catalogue.
type pdfFile struct {
	objects []string
	packed  bool // streams are deflated
	modern  bool // objects stand in object streams, and a stream tells where they are
	version string
}

// reserve takes a number for an object that is set later.
func (f *pdfFile) reserve() int {
	f.objects = append(f.objects, "null")
	return len(f.objects)
}

func (f *pdfFile) set(number int, object string) { f.objects[number-1] = object }

func (f *pdfFile) add(object string) int {
	f.objects = append(f.objects, object)
	return len(f.objects)
}

// stream makes an object of data with further entries.
func (f *pdfFile) stream(entries string, data []byte) string {
	if f.packed {
		data, entries = deflated(data), entries+" /Filter /FlateDecode"
	}
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

func (f *pdfFile) writeTo(w io.Writer) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n", f.version)
	if f.modern {
		f.writeModern(&out)
	} else {
		f.writeClassic(&out)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// writeClassic writes a table of where the objects are.
func (f *pdfFile) writeClassic(out *bytes.Buffer) {
	offsets := make([]int, len(f.objects))
	for i, object := range f.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
}

// writeModern packs what is no stream into one stream of objects.
func (f *pdfFile) writeModern(out *bytes.Buffer) {
	pack, list := len(f.objects)+1, len(f.objects)+2
	rows := make([]byte, 7*(list+1)) // kind, place and index of each: 1, 4 and 2 bytes
	row := func(number, kind, place, index int) {
		rows[7*number] = byte(kind)
		binary.BigEndian.PutUint32(rows[7*number+1:], uint32(place))
		binary.BigEndian.PutUint16(rows[7*number+5:], uint16(index))
	}
	var head, body strings.Builder
	index := 0
	for i, object := range f.objects {
		if strings.Contains(object, "\nstream\n") {
			row(i+1, 1, out.Len(), 0)
			fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", i+1, object)
			continue
		}
		row(i+1, 2, pack, index)
		fmt.Fprintf(&head, "%d %d ", i+1, body.Len())
		body.WriteString(object + "\n")
		index++
	}
	row(pack, 1, out.Len(), 0)
	entries := fmt.Sprintf("/Type /ObjStm /N %d /First %d", index, head.Len())
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", pack, f.stream(entries, []byte(head.String()+body.String())))
	start := out.Len()
	row(list, 1, start, 0)
	entries = fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R", list+1)
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", list, f.stream(entries, rows), start)
}
