package markup

import "strings"

// symbolFont lists what a font draws at the places of letters: the sign by the letter's code, for those that
// stand in forms and figures. For fonts of letters it is nil.
func symbolFont(name string) map[rune]string {
	switch strings.ToLower(name) {
	case "wingdings":
		return map[rune]string{
			0xFE: "☑", 0xFD: "☒", 0xFC: "√", 0xFB: "×", 0xA8: "□", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□",
			0x6E: "■", 0xA7: "■", 0x6C: "●", 0xA1: "○", 0xE0: "→", 0x75: "◆", 0x76: "◆", 0xAB: "★",
		}
	case "wingdings 2":
		return map[rune]string{0x50: "√", 0x4F: "×", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xA3: "□", 0x2A: "□", 0x30: "□", 0xA2: "■"}
	case "webdings":
		return map[rune]string{0x61: "√", 0x72: "×", 0x63: "□", 0x67: "■", 0x31: "□"}
	case "symbol":
		return map[rune]string{
			0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xBB: "≈", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB0: "°", 0xB7: "·", 0xA2: "′", 0xB2: "″",
			0x53: "Σ", 0xE5: "∑", 0x44: "Δ", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π",
		}
	}
	return nil
}

// privateUse begins the codes under which symbol fonts also stand in text.
const privateUse = 0xF000

// InFont replaces the characters that the font draws as signs.
func InFont(font, text string) string {
	signs := symbolFont(font)
	if signs == nil {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		code := r
		if r >= privateUse && r <= privateUse+0xFF {
			code = r - privateUse
		}
		if sign, ok := signs[code]; ok {
			b.WriteString(sign)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
