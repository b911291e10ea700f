package plain

import (
	"strings"
	"testing"
)

// TestWideTextWithoutMark: 一 has a zero byte where ASCII has none, and must not hide which order it is.
func TestWideTextWithoutMark(t *testing.T) {
	text := strings.Repeat("一、绩效自评得分 98.75 分。\n一是完成全年任务。\n", 5)
	for _, high := range []bool{false, true} {
		lines, err := Lines([]byte(wideText(text, high)))
		if err != nil || len(lines) != 10 || lines[0].Text != "一、绩效自评得分 98.75 分。" {
			t.Errorf("high byte first %v: %d lines, %v", high, len(lines), err)
		}
	}
}
