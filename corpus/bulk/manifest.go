package bulk

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fuhe/extract/document"
	"fuhe/extract/plain"
	"fuhe/report"
)

// listed is one line of a manifest.
type listed struct {
	Path string `json:"path"`
	report.Given
}

// ManifestError says which line of a manifest cannot be read, and why.
type ManifestError struct {
	Path string
	Line int
	Says document.Message
}

func (e *ManifestError) Error() string {
	return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Says.ZH)
}

// mostManifest bounds a manifest; one of a million lines takes a tenth.
const mostManifest = 1 << 30

// columnOf is what a column of a manifest holds, by its head; nothing for others.
func columnOf(head string) string {
	switch head = strings.ToLower(strings.TrimSpace(head)); head {
	case "path", "file", "路径", "文件", "文件路径":
		return "path"
	case "region", "地区", "区域":
		return "region"
	case "year", "年度", "年份":
		return "year"
	case "unit", "单位", "单位名称":
		return "unit"
	}
	return ""
}

// manifest reads a list of files (清单): CSV with a head that names a column path, or JSON Lines of objects
// with a path; region, year and unit may be added. ok is false when the file is none. Paths are relative to
// the folder of the manifest.
func manifest(path string) (all []listed, ok bool, err error) {
	kind := strings.ToLower(filepath.Ext(path))
	if kind != ".csv" && kind != ".jsonl" {
		return nil, false, nil
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostManifest {
		return nil, false, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, false, nil // the file's own result will say why
	}
	lines, err := plain.Lines(data)
	if err != nil {
		return nil, false, nil // no text, so no manifest
	}
	text := textOf(lines)
	if kind == ".csv" {
		all, ok, err = fromCSV(path, text)
	} else {
		all, ok, err = fromLines(path, lines)
	}
	for i := range all {
		if !filepath.IsAbs(all[i].Path) {
			all[i].Path = filepath.Join(filepath.Dir(path), filepath.FromSlash(all[i].Path))
		}
	}
	return all, ok, err
}

// textOf joins the lines again: a cell of CSV may hold several.
func textOf(lines []document.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

func fromCSV(path, text string) (all []listed, ok bool, err error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	head, err := r.Read()
	if err != nil {
		return nil, false, nil
	}
	for i := range head {
		head[i] = columnOf(head[i])
	}
	if !slices.Contains(head, "path") {
		return nil, false, nil
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all, true, nil
		}
		line, _ := r.FieldPos(0)
		if err != nil {
			return nil, true, &ManifestError{path, line, document.Message{ZH: "不是合格的 CSV 行", EN: "not a line of CSV"}}
		}
		one, err := fromRow(head, row)
		if err != nil {
			return nil, true, &ManifestError{path, line, wrongYear}
		}
		if one.Path != "" {
			all = append(all, one)
		}
	}
}

var wrongYear = document.Message{ZH: "年度应为四位数字", EN: "the year should be a number"}

func fromRow(head, row []string) (one listed, err error) {
	for i, text := range row[:min(len(row), len(head))] {
		text = strings.TrimSpace(text)
		switch head[i] {
		case "path":
			one.Path = text
		case "region":
			one.Region = text
		case "unit":
			one.Given.Unit = text
		case "year":
			if text = strings.TrimSuffix(text, "年"); text != "" {
				one.Year, err = strconv.Atoi(text)
			}
		}
	}
	return one, err
}

func fromLines(path string, lines []document.Line) (all []listed, ok bool, err error) {
	for n, l := range lines {
		text := strings.TrimSpace(l.Text)
		if text == "" {
			continue
		}
		var one listed
		if err := json.Unmarshal([]byte(text), &one); err != nil || one.Path == "" {
			if n == 0 {
				return nil, false, nil
			}
			return nil, true, &ManifestError{path, n + 1, document.Message{ZH: "应为含 path 的 JSON 对象", EN: "should be a JSON object with a path"}}
		}
		all = append(all, one)
	}
	return all, len(all) > 0, nil
}
