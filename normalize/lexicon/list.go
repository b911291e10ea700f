package lexicon

// List is one of the closed lists of words.txt, or several of them joined by |.
type List uint32

// The closed lists, in the order of listNames.
const (
	Level1Words List = 1 << iota
	Level2Words
	TotalWords
	SubtotalWords
	ReasonBlock
	MeasuresBlock
	NoteBlock
	Statement
	GoalBlock
	IndicatorHead
	MoneyBlock
	UnitLabel
	ProjectLabel
	DateLabel
	TotalLabel
	BasicLabel
	GradedWords
)

// listNames are what words.txt calls the lists.
var listNames = [...]string{
	"level1", "level2", "total", "subtotal", "reason", "measures", "note", "statement", "goaltext", "indicatorhead",
	"moneyblock", "unit", "project", "date", "totalfield", "basic", "graded",
}

// listNamed is the list of a name; 0 for any other text.
func listNamed(name string) List {
	for i, known := range listNames {
		if name == known {
			return 1 << i
		}
	}
	return 0
}
