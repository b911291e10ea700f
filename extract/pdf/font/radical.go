package font

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// radicals pairs the radicals of Unicode's supplement block that look like plain characters with these.
// Unicode itself has no mapping for them.
const radicals = "⺁厂⺆冂⺇几⺈刀⺊卜⺌小⺎尢⺝月⺞歹⺟母⺠民⺬示⺮竹⺶羊⺼肉⺾艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙"

// plain replaces radicals and compatibility ideographs by the characters they look like: browsers and
// macOS put them into the maps of fonts for what was typed as a plain character. Nothing else changes.
func plain(r rune) rune {
	switch {
	case r >= 0x2F00 && r <= 0x2FDF, r >= 0xF900 && r <= 0xFAFF, r == '\u2E9F', r == '\u2EF3':
		if folded := []rune(norm.NFKC.String(string(r))); len(folded) == 1 {
			return printed(folded[0])
		}
	case r >= 0x2E80 && r <= 0x2EFF:
		if at := strings.IndexRune(radicals, r); at >= 0 {
			pair := []rune(radicals[at:min(at+6, len(radicals))])
			return pair[1]
		}
	}
	return r
}

// printed is the form of a character in print on the mainland, where Unicode's radicals stand for an
// older one: fonts draw both alike, so a browser's map may name either.
func printed(r rune) rune {
	switch r {
	case '戶':
		return '户'
	case '靑':
		return '青'
	case '黃':
		return '黄'
	}
	return r
}
