package font

import "strings"

// symbolFont tells which of the well-known fonts of signs a font is, or "".
func symbolFont(name string) string {
	name = strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(name), " ", ""), "-", "")
	for _, known := range []string{"wingdings2", "wingdings3", "wingdings", "webdings", "zapfdingbats", "symbol", "mtextra"} {
		if strings.HasPrefix(name, known) {
			return known
		}
	}
	return ""
}

// signs are what forms use of a font of signs: boxes, ticks, crosses, bullets and arrows.
func signs(font string) map[byte]string {
	switch font {
	case "wingdings":
		return map[byte]string{
			0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•",
			0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
			0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
		}
	case "wingdings2":
		return map[byte]string{0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0xA3: "□"}
	case "symbol":
		return map[byte]string{
			0x2D: "−", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x70: "π", 0xA3: "≤",
			0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
			0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD5: "∏",
			0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
		}
	case "zapfdingbats":
		return map[byte]string{0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6E: "■", 0x6F: "❏", 0x71: "❑", 0x75: "◆"}
	}
	return nil
}

// symbolTexts lists the codes of a font of signs, or returns nil for other fonts. Symbol has digits and
// punctuation where Latin fonts have them.
func symbolTexts(name string) *[256]string {
	font := symbolFont(name)
	if font == "" {
		return nil
	}
	var texts [256]string
	if font == "symbol" {
		for _, c := range []byte(" !#%&()+,./0123456789:;<=>?[]_{|}") {
			texts[c] = string(rune(c))
		}
	}
	for code, text := range signs(font) {
		texts[code] = text
	}
	texts[' '] = " "
	return &texts
}
