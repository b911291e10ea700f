package synth

// plan is what a form asks for: the weight of spending and the blocks with theirs.
type plan struct {
	kind     string
	exec     string   // weight of the execution rate; empty when it has none
	goals    int      // annual goals, each with all blocks; 0 is one without a name
	equal    bool     // rows of a block weigh the same, so that no weight need be printed
	blocks   []design // of one goal
	unscored bool     // no row has points
	scale    bool     // words are grades of a scale printed as the target
	execRow  string   // the block in which the execution rate is an ordinary row
	fixed    bool     // the form has one column of budgets, which the year does not change
}

// design is one level-1 block of a plan.
type design struct {
	name   string
	weight int
	kind   blockKind
	rows   [2]int // fewest and most
}

type blockKind int

const (
	outputs blockKind = iota
	effects
	delight // satisfaction
	both    // effects, the last row being satisfaction
	decide  // decision, judged by requirements
	manage  // management, judged by requirements
	results // process rows only: forms that judge everything by requirements
)

var national = []design{
	{"产出指标", 50, outputs, [2]int{4, 8}},
	{"效益指标", 30, effects, [2]int{2, 5}},
	{"满意度指标", 10, delight, [2]int{1, 2}},
}

// nationalPlan is 10 + 50 + 30 + 10.
func nationalPlan(kind string) plan { return plan{kind: kind, exec: "10", blocks: national} }

// fixedPlan is the national one of a form that knows no other budget than the one at the start.
func fixedPlan(kind string) plan {
	p := nationalPlan(kind)
	p.fixed = true
	return p
}

// unscoredPlan has rows without weights or scores; the model keeps some, which are not printed.
func unscoredPlan(kind string) plan { return plan{kind: kind, unscored: true, blocks: national} }
