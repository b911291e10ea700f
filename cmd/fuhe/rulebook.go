package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"fuhe/corpus"
	"fuhe/score"
	"fuhe/score/check"
	"fuhe/score/rulebook"
)

// rulebook is the command that shows and checks rulebooks.
func (a *app) rulebook() *cobra.Command {
	c := &cobra.Command{
		Use:   "rulebook",
		Short: a.say("查看评分规则，校验自己的规则文件", "show rulebooks, check one of your own"),
		Long: a.say(`评分规则是 YAML 文件。自己的文件以 extends 沿用一份自带的规则，只写不同之处：

  extends: cn-2020
  name: {zh: 某市绩效自评办法}
  execution: {weight: 20}

校验后用 fuhe check 报告 --rulebook ./文件.yaml 按它复核。`,
			`Rulebooks are YAML files. One of your own names in extends what it builds on, and holds what differs:

  extends: cn-2020
  name: {zh: 某市绩效自评办法}
  execution: {weight: 20}

Once it holds, fuhe check REPORT --rulebook ./FILE.yaml goes by it.`),
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return usage(fmt.Sprintf(a.say("没有 %q 这个命令；可用的有 list、show、check、schema", "no command %q; there are list, show, check, schema"), args[0]))
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.rulebookList(), a.rulebookShow(), a.rulebookCheck(), a.rulebookSchema())
	return c
}

func (a *app) rulebookList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: a.say("列出自带的评分规则", "list the rulebooks that come with the program"),
		Args: a.nothing,
		RunE: func(*cobra.Command, []string) error { return a.listBooks() },
	}
}

func (a *app) rulebookShow() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("show 编号|文件", "show ID|FILE"),
		Short: a.say("说明一份评分规则，含沿用的内容", "tell all that a rulebook holds, inherited or not"),
		Args:  a.oneName,
		RunE: func(_ *cobra.Command, args []string) error {
			shelf, err := rulebook.Load()
			if err != nil {
				return err
			}
			b, err := a.bookOf(shelf, args[0])
			if err != nil {
				return err
			}
			return a.explainBook(a.stdout, b)
		},
	}
}

func (a *app) rulebookCheck() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("check 文件…", "check FILE…"),
		Short: a.say("校验评分规则文件，逐处指出错误", "check files of rulebooks, each mistake at its place"),
		Long: a.say("校验评分规则文件，逐处指出错误。\n\n退出码：0 全部无误；1 有错误；3 有文件未能读取。",
			"Checks files of rulebooks and tells each mistake at its place.\n\nExit status: 0 all hold; 1 mistakes; 3 a file was not read."),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return nil
			}
			return usage(a.say("请给出要校验的文件", "no file to check"))
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.checkBooks(args) },
	}
}

func (a *app) rulebookSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: a.say("输出评分规则文件的 JSON Schema，供编辑器使用", "print the JSON Schema of a rulebook's file, for editors"),
		Long: a.say("输出评分规则文件的 JSON Schema。存为文件后，在规则文件首行写：\n\n  # yaml-language-server: $schema=rulebook.schema.json\n\n编辑器即可补全、提示和检查键名。",
			"Prints the JSON Schema of a rulebook's file. Kept as a file and named in the first line of a book,\n\n  # yaml-language-server: $schema=rulebook.schema.json\n\nit lets editors complete, explain and check the keys."),
		Args: a.nothing,
		RunE: func(*cobra.Command, []string) error {
			e := json.NewEncoder(a.stdout)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(rulebook.Schema())
		},
	}
}

func (a *app) nothing(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usage(fmt.Sprintf(a.say("不需要参数 %q", "no argument is wanted, not even %q"), args[0]))
}

func (a *app) oneName(_ *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return usage(a.say("请给出一个编号或文件；编号见 fuhe rulebook list", "name one id or file; for ids see fuhe rulebook list"))
}

// checkBooks tells for each file whether it holds.
func (a *app) checkBooks(paths []string) error {
	shelf, err := rulebook.Load()
	if err != nil {
		return err
	}
	worst := statusClean
	for _, path := range paths {
		b, err := shelf.Own(path, os.ReadFile)
		var problems rulebook.Problems
		switch {
		case errors.As(err, &problems):
			fmt.Fprintln(a.stdout, problems.In(a.lang))
			worst = max(worst, statusFindings)
		case err != nil:
			fmt.Fprintf(a.stderr, "fuhe: %s\n", a.unopened(path, err))
			worst = statusUnread
		default:
			fmt.Fprintf(a.stdout, a.say("%s：无误（%s，《%s》，沿用 %s）\n", "%s: it holds (%s, %s, building on %s)\n"), path, b.ID, b.Name.In(a.lang), a.parentOf(b))
		}
	}
	if worst != statusClean {
		return status(worst)
	}
	return nil
}

func (a *app) parentOf(b *rulebook.Book) string {
	if b.Extends == "" {
		return a.say("无", "nothing")
	}
	return b.Extends
}

// unopened says in the user's language why a file could not be read.
func (a *app) unopened(path string, err error) string {
	why := err.Error()
	var failed *os.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = a.say("没有这个文件", "no such file")
	case errors.Is(err, fs.ErrPermission):
		why = a.say("没有读取权限", "no permission to read it")
	case errors.As(err, &failed):
		why = failed.Err.Error()
	}
	return fmt.Sprintf(a.say("无法读取 %s：%s", "cannot read %s: %s"), path, why)
}

// bookOf is the book that an id or a file names.
func (a *app) bookOf(shelf *rulebook.Shelf, name string) (*rulebook.Book, error) {
	if b, ok := shelf.Book(name); ok {
		return b, nil
	}
	if !rulebook.IsFile(name) {
		return nil, usage(fmt.Sprintf(a.say("没有 %q 这份评分规则，可用的见 fuhe list rulebooks；文件请写作 ./文件.yaml", "no rulebook %q; see fuhe list rulebooks, or write a file as ./file.yaml"), name))
	}
	b, err := shelf.Own(name, os.ReadFile)
	var problems rulebook.Problems
	switch {
	case errors.As(err, &problems):
		return nil, usage(a.say("评分规则有误：\n", "the rulebook does not hold:\n") + problems.In(a.lang))
	case err != nil:
		return nil, usage(a.unopened(name, err))
	}
	return b, nil
}

// rulebookHelp is the text of the flag --rulebook.
func (a *app) rulebookHelp() string {
	return a.say("评分规则 `ID`，见 fuhe list rulebooks，或自己的 ./文件.yaml（默认依报告自述、地区、年度选用）",
		"rulebook `ID`, see fuhe list rulebooks, or a ./file.yaml of your own (default: by what the report says, its region and year)")
}

// pipeline checks by the book that was asked for, an id or a file, before any report is read; the shelf is
// not loaded for none. The text names the book: that of a file tells what it holds.
func (a *app) pipeline(name string, choice check.Choice) (*corpus.Pipeline, string, error) {
	if name == "" {
		return corpus.CheckingWith(score.Options{Checks: choice}), "", nil
	}
	shelf, err := rulebook.Load()
	if err != nil {
		return nil, "", err
	}
	b, err := a.bookOf(shelf, name)
	if err != nil {
		return nil, "", err
	}
	if rulebook.IsFile(name) {
		name = b.ID + "@" + b.Fingerprint()
	}
	return corpus.CheckingWith(score.Options{Book: b, Checks: choice}), name, nil
}
