package faircopy

import (
	"bytes"
	"compress/lzw"
	"encoding/ascii85"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"fuhe/extract/pdf/sample"
)

func TestFilters(t *testing.T) {
	text := strings.Repeat("BT (abc) Tj ET\n", 20)
	a85 := make([]byte, ascii85.MaxEncodedLen(len(text)))
	a85 = a85[:ascii85.Encode(a85, []byte(text))]
	for _, c := range []struct{ name, dict, data, want string }{
		{"none", "", text, text},
		{"flate", "/Filter /FlateDecode", sample.Flate(text), text},
		{"flate, wrong checksum", "/Filter /FlateDecode", sample.Flate(text)[:len(sample.Flate(text))-4] + "abcd", text},
		{"flate, without its head", "/Filter /FlateDecode", sample.Flate(text)[2:], text},
		{"flate, line end before it", "/Filter /FlateDecode", "\r\n" + sample.Flate(text), text},
		{"hex", "/Filter /ASCIIHexDecode", hex.EncodeToString([]byte(text)) + ">", text},
		{"ascii85", "/Filter /A85", "<~" + string(a85) + "~>", text},
		{"ascii85 of zeros", "/Filter /A85", "z!!~>", "\x00\x00\x00\x00\x00"},
		{"two filters", "/Filter [/AHx /Fl]", hex.EncodeToString([]byte(sample.Flate(text))), text},
		{"run length", "/Filter /RunLengthDecode", "\x02abc\xfed\x80zz", "abcddd"},
		{"run length, broken off", "/Filter /RL", "\x09abc", "abc"},
		{"lzw, early change", "/Filter /LZWDecode", "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		{"predictor none", "/Filter /FlateDecode /DecodeParms << /Predictor 1 >>", sample.Flate("abc"), "abc"},
		{"predictor tiff", "/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 3 >>", sample.Flate("\x01\x01\x01\x02\x02\x02"), "\x01\x02\x03\x02\x04\x06"},
		{"predictor png none", "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2 >>", sample.Flate("\x00ab\x00cd"), "abcd"},
		{"predictor png sub", "/Filter /FlateDecode /DecodeParms << /Predictor 11 /Columns 3 >>", sample.Flate("\x01\x01\x01\x01"), "\x01\x02\x03"},
		{"predictor png up", "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2 >>", sample.Flate("\x02\x01\x02\x02\x01\x01"), "\x01\x02\x02\x03"},
		{"predictor png average", "/Filter /FlateDecode /DecodeParms << /Predictor 13 /Columns 2 >>", sample.Flate("\x00\x04\x06\x03\x01\x01"), "\x04\x06\x03\x05"},
		{"predictor png paeth", "/Filter /FlateDecode /DecodeParms << /Predictor 14 /Columns 2 >>", sample.Flate("\x00\x04\x06\x04\x01\x01"), "\x04\x06\x05\x07"},
		{"parameters in an array", "/Filter [/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 2 >>]", sample.Flate("\x02\x01\x02"), "\x01\x02"},
		{"parameters beside an array", "/Filter [/FlateDecode] /DecodeParms << /Predictor 12 /Columns 2 >>", sample.Flate("\x02\x01\x02"), "\x01\x02"},
	} {
		t.Run(c.name, func(t *testing.T) {
			objects := sample.Objects("", "")
			objects[3] = sample.Stream(c.dict, c.data)
			if diff := cmp.Diff([]string{c.want + "|"}, contents(t, sample.File(objects...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBrokenFlateKeepsItsBeginning(t *testing.T) {
	packed := sample.Flate(strings.Repeat("0123456789 ", 5000))
	got := inflate([]byte(packed[:len(packed)/2]), maxStream)
	if len(got) == 0 || !strings.HasPrefix(strings.Repeat("0123456789 ", 5000), string(got)) {
		t.Errorf("%d bytes", len(got))
	}
}

func TestPicturesAreNoContents(t *testing.T) {
	if _, err := (filter{name: "DCTDecode"}).decode(nil, 100); err == nil {
		t.Error("a picture was decoded")
	}
}

// TestLZWReadsWhatWasWritten holds against the standard library, which writes the form without early
// change.
func TestLZWReadsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := bytes.Repeat(rapid.SliceOfN(rapid.Byte(), 1, 200).Draw(t, "data"), rapid.IntRange(1, 200).Draw(t, "times"))
		var b bytes.Buffer
		w := lzw.NewWriter(&b, lzw.MSB, 8)
		_, _ = w.Write(data)
		_ = w.Close()
		if got := unLZW(b.Bytes(), false, maxStream); !bytes.Equal(got, data) {
			t.Fatalf("%d bytes became %d", len(data), len(got))
		}
	})
}

func FuzzFilters(f *testing.F) {
	f.Add(uint8(0), []byte(sample.Flate("abc")), uint8(12))
	f.Add(uint8(1), []byte("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01"), uint8(1))
	f.Fuzz(func(t *testing.T, kind uint8, data []byte, predict uint8) {
		const limit = 1 << 16
		names := []name{"FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"}
		p := predictor{kind: int(predict), colors: 3, bits: 8, columns: 5, early: true}
		out, err := (filter{names[int(kind)%len(names)], p}).decode(data, limit)
		if err != nil || len(out) > max(limit+128, 4*len(data)) {
			t.Fatalf("%d bytes became %d: %v", len(data), len(out), err)
		}
	})
}
