package html

import (
	"testing"
)

func TestHides(t *testing.T) {
	for style, want := range map[string]bool{
		"":                                     false,
		"display:none":                         true,
		"color:red; DISPLAY : None !important": true,
		"width:9px;\n\tvisibility:hidden":      true,
		"mso-hide:all":                         true,
		"display:block":                        false,
		"display":                              false,
		"mso-element:none":                     false,
		"font-display:none":                    false,
		"overflow:hidden":                      false,
		"content:'display:none'":               false,
	} {
		if got := hides(style); got != want {
			t.Errorf("%q hides: %t", style, got)
		}
	}
}

func TestCollapse(t *testing.T) {
	for text, want := range map[string]string{
		"":                "得",
		"分":               "得分",
		" \n\t 分  值 \r\n": "得 分 值 ",
		"\u00a0\u3000 ":   "得\u00a0\u3000 ",
	} {
		if got := string(collapse([]byte("得"), text)); got != want {
			t.Errorf("%q after 得: %q, want %q", text, got, want)
		}
	}
}
