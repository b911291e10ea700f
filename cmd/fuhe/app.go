package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/extract/document"
)

// app is one run of the program: its streams and its language.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	lang   string
}

// run runs the command line and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, lang: language(args)}
	root := a.root(args)
	root.SetArgs(args)
	return a.exit(ctx, root.ExecuteContext(ctx))
}

// say picks the text of the run's language.
func (a *app) say(zh, en string) string { return document.Message{ZH: zh, EN: en}.In(a.lang) }

// language finds --lang before the command line is parsed, for the help texts are written in it. What
// stands there is judged later, with the other flags.
func language(args []string) string {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		switch {
		case arg == "--":
			return "zh"
		case found:
			return value
		case arg == "--lang" && i+1 < len(args):
			return args[i+1]
		}
	}
	return "zh"
}

// root is the command line; of its commands, the one that args begin with, or all.
func (a *app) root(args []string) *cobra.Command {
	root := &cobra.Command{
		Use: "fuhe",
		Short: a.say("复核：逐行重算绩效自评报告，指出与自身、算术或评分规则不一致之处",
			"fuhe re-scores budget-performance self-evaluation reports and tells what does not agree"),
		Args:          a.noSuchCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return a.oneOf("lang", a.lang, []string{"zh", "en"})
		},
	}
	root.PersistentFlags().String("lang", "zh", a.say("语言 `LANG`：zh 或 en（默认 zh）", "language `LANG`: zh or en (default zh)"))
	root.SuggestionsMinimumDistance = 2
	if slices.ContainsFunc(args, func(arg string) bool { return strings.HasPrefix(arg, "--version") }) {
		root.Version = built() // which reads through the program's list of modules
		root.SetVersionTemplate(versionLine())
	}
	root.Flags().Bool("version", false, a.say("显示版本", "show the version"))
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(a.commands(args)...)
	root.SetHelpCommand(a.help(root))
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetHelpFunc(a.printHelp)
	root.SetFlagErrorFunc(a.flagError)
	a.addHelpFlags(root)
	return root
}

// verbs is the table of contents of the commands, in the order that the help shows them in.
func (a *app) verbs() []verb {
	return []verb{
		{"check", a.check}, {"show", a.show}, {"explain", a.explain}, {"list", a.list}, {"rulebook", a.rulebook},
		{"corpus", a.corpus}, {"version", a.version}, {"completion", a.completion},
	}
}

// verb is a command by its name.
type verb struct {
	name string
	make func() *cobra.Command
}

// commands makes the command that args begin with. Where they begin with something else, a flag, a word that is
// none, all are made: help, completion and suggestions name them.
func (a *app) commands(args []string) []*cobra.Command {
	var all []*cobra.Command
	for _, v := range a.verbs() {
		if len(args) > 0 && args[0] == v.name {
			return []*cobra.Command{v.make()}
		}
	}
	for _, v := range a.verbs() {
		all = append(all, v.make())
	}
	return all
}
