package synth

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"fuhe/corpus/synth/paper"
	"fuhe/corpus/truth"
)

// Maker makes reports from a seed: report n of a seed is always the same.
type Maker struct {
	Seed    uint64
	Layouts []Layout
	Kinds   []Kind  // of errors; none for sound reports only
	Clean   float64 // the share of sound reports when there are kinds
	words   *words
}

// NewMaker reads the vocabulary. An error is a mistake in it.
func NewMaker(seed uint64, layouts []Layout, kinds []Kind, clean float64) (*Maker, error) {
	w, err := loadWords()
	return &Maker{Seed: seed, Layouts: layouts, Kinds: kinds, Clean: clean, words: w}, err
}

// Made is one report with what is known about it.
type Made struct {
	Paper paper.Paper
	Truth truth.Truth
}

// The streams of chance of one report: each choice draws from its own, so that an error put into the
// figures changes nothing else on the page.
const (
	streamPlan = iota
	streamFigures
	streamPage
	streamError
	streamWriter
	streams
)

func (m *Maker) stream(number, form, which int) *rand.Rand {
	return rand.New(rand.NewPCG(m.Seed, uint64((number*8+form)*streams+which)))
}

// Writing is the source of chance that writes report n in a format.
func (m *Maker) Writing(number int) *rand.Rand { return m.stream(number, 0, streamWriter) }

// Make makes report n.
func (m *Maker) Make(number int) Made {
	rnd := m.stream(number, 0, streamPlan)
	l := m.Layouts[number%len(m.Layouts)]
	out := Made{Truth: truth.Truth{Layout: l.ID, Seed: m.Seed, Number: number, Clean: true, Allowed: opinions()}}
	forms := 1
	if l.forms > 1 && chance(rnd, .2) {
		forms = 2 + rnd.IntN(l.forms-1)
	}
	told := forms == 1 && chance(rnd, l.running)
	spoil := len(m.Kinds) > 0 && !chance(rnd, m.Clean)
	for i := range forms {
		p := m.print(l, number, i, setting{told: told, alone: forms == 1, spoil: spoil && i == 0})
		if i > 0 && chance(rnd, .7) {
			out.Paper.Blocks = append(out.Paper.Blocks, paper.Block{PageEnd: true})
		}
		out.Paper.Blocks = append(out.Paper.Blocks, p.blocks...)
		out.Paper.Title = p.title
		out.Truth.Forms = append(out.Truth.Forms, p.form)
		out.Truth.Allowed = append(out.Truth.Allowed, p.allowed...)
		if p.wrong != nil {
			out.Truth.Errors = append(out.Truth.Errors, *p.wrong)
			out.Truth.Clean = false
		}
	}
	return out
}

// printed is one form on paper.
type printed struct {
	blocks  []paper.Block
	form    truth.Form
	title   string
	allowed []truth.Allowed
	wrong   *truth.Wanted
}

// setting is what a form stands among.
type setting struct {
	told  bool // running text stands around it
	alone bool // it is the only form of its file; the text of several could be of any of them
	spoil bool
}

// print lays a form out; if it is to be spoilt, with the first kind of error, in the order of chance, that
// shows in print.
func (m *Maker) print(l Layout, number, form int, in setting) printed {
	if in.spoil {
		kinds := slices.Clone(m.Kinds)
		rnd := m.stream(number, form, streamError)
		rnd.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
		for _, k := range kinds {
			if p, ok := m.spoilt(l, k, number, form, in); ok {
				return p
			}
		}
	}
	return m.lay(l, m.figures(l, number, form, wish{told: in.told}), number, form)
}

// spoilt prints the form with an error of the kind; ok is false when it has no place there or does not show.
func (m *Maker) spoilt(l Layout, k Kind, number, form int, in setting) (printed, bool) {
	want := k.needs
	if want.told && !in.alone || want.told && l.running == 0 && !slices.Contains([]string{"L22", "N1", "N2", "N3"}, l.ID) {
		return printed{}, false
	}
	want.told = want.told || in.told
	sound := m.lay(l, m.figures(l, number, form, want), number, form)
	r := m.figures(l, number, form, want)
	h := k.put(&spoiler{rnd: m.stream(number, form, streamError), r: r, seen: &sound.form, text: Text(sound.blocks)})
	if h == nil {
		return printed{}, false
	}
	p := m.lay(l, r, number, form)
	before, after := Text(sound.blocks), Text(p.blocks)
	if before == after || h.printed != "" && !strings.Contains(after, h.printed) {
		return printed{}, false
	}
	p.wrong = &truth.Wanted{ID: k.Name, Kind: k.Name, Must: true, Level: k.Level, Codes: k.Codes, Near: h.near, Due: h.due,
		Why: fmt.Sprintf("%s：%s", k.Title, strings.Join(h.near[:1], ""))}
	return p, true
}

func (m *Maker) figures(l Layout, number, form int, want wish) *report {
	return draw(m.stream(number, form, streamFigures), m.words, l.plan, l.province, want)
}

// lay writes a form, with the running text around it if there is any.
func (m *Maker) lay(l Layout, r *report, number, form int) printed {
	s := &sheet{rnd: m.stream(number, form, streamPage), r: r, st: r.style, points: !l.plan.unscored}
	behind := r.told && chance(s.rnd, .5)
	told := r.told && l.running > 0
	if told {
		s.before()
	}
	if told && behind {
		s.after()
		s.heading(2, "附件")
	}
	l.lay(s)
	s.end()
	if told && !behind {
		s.after()
		s.end()
	}
	return printed{blocks: s.blocks, form: s.form, title: r.unit + r.project, allowed: unexplained(r, Text(s.blocks))}
}

// unexplained is what a reviewer may ask for where the form has no room for it: reasons, surveys.
func unexplained(r *report, text string) (list []truth.Allowed) {
	if !strings.Contains(text, "问卷") {
		list = append(list, truth.Allowed{Codes: []string{"IND-09"}, Why: "no survey is told of"})
	}
	for _, f := range r.parts {
		if f.budget != "" && compare(times(f.budget, 9, 10, 6), f.spent) > 0 {
			list = append(list, truth.Allowed{Codes: []string{"EXE-04"}, Near: []string{f.spent}, Why: "a small part was spent to less than 90 % and nothing is said of it"})
		}
	}
	if r.told && compare(r.fund.spent, r.fund.budget) != 0 {
		list = append(list, truth.Allowed{Codes: []string{"EXP-09"}, Near: []string{"预算执行率"}, Why: "the problems told leave out what was not spent"})
	}
	for _, x := range r.rows() {
		if x.missed && (x.reason == "" || !strings.Contains(text, x.reason)) {
			list = append(list, truth.Allowed{Codes: []string{"EXP-01", "EXP-03", "SCR-08"}, Near: []string{x.name}, Why: "the form has no room for a reason"})
		}
	}
	return list
}

// opinions are what a reviewer may say about any invented report: that targets are met to the letter or
// are worded vaguely, that text is short of evidence. They are neither wanted nor wrong.
func opinions() []truth.Allowed {
	return []truth.Allowed{
		{Codes: []string{"IND-02", "IND-06", "IND-08", "EXP-04", "EXP-08", "EXE-13", "WGT-06", "TOT-07", "RUL-08"}, Why: "invented reports are terse"},
	}
}

// Text is all text of the blocks, a line for each paragraph and row.
func Text(blocks []paper.Block) string {
	var b strings.Builder
	for _, k := range blocks {
		if k.Paragraph != nil {
			b.WriteString(k.Paragraph.Text + "\n")
		}
		if k.Table == nil {
			continue
		}
		for _, row := range k.Table.Rows {
			for i, c := range row {
				if i > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(c.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
