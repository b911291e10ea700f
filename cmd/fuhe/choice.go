package main

import (
	"fmt"
	"strings"

	"fuhe/score/check"
)

// chosen reads the words of --only and --skip: codes or families, with commas between them.
func (a *app) chosen(only, skip string) (check.Choice, error) {
	var c check.Choice
	var err error
	if c.Only, err = a.codes("only", only); err != nil {
		return c, err
	}
	if c.Skip, err = a.codes("skip", skip); err != nil {
		return c, err
	}
	if run, _ := c.Split(check.All()); len(run) == 0 {
		return c, usage(a.say("--only 和 --skip 没有留下任何检查", "--only and --skip leave no check to run"))
	}
	return c, nil
}

func (a *app) codes(flag, list string) ([]string, error) {
	var words []string
	for _, w := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '，' || r == '、' || r == ' ' }) {
		if nearest, ok := check.Known(check.All(), w); !ok {
			return nil, usage(fmt.Sprintf(a.say("--%s：没有 %q 这项检查，是否指 %s？全部编号见 fuhe list checks",
				"--%s: no check %q; was %s meant? fuhe list checks has all codes"), flag, w, nearest))
		}
		words = append(words, w)
	}
	return words, nil
}
