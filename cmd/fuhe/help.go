package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help is the help command, which cobra has in English only.
func (a *app) help(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   a.say("help [命令]", "help [COMMAND]"),
		Short: a.say("显示命令的用法", "show how a command is used"),
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return a.noSuchCommand(root, args)
			}
			return c.Help()
		},
	}
}

// addHelpFlags gives every command its --help, again in the run's language.
func (a *app) addHelpFlags(c *cobra.Command) {
	c.Flags().BoolP("help", "h", false, a.say("显示用法", "show this text"))
	c.DisableFlagsInUseLine = true
	for _, sub := range c.Commands() {
		a.addHelpFlags(sub)
	}
}

// printHelp prints what a command does, its form, its subcommands and its flags.
func (a *app) printHelp(c *cobra.Command, _ []string) {
	w := c.OutOrStdout()
	text := c.Long
	if text == "" {
		text = c.Short
	}
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", text, a.say("用法：", "Usage:"), a.useLine(c))
	if c.Example != "" {
		fmt.Fprintf(w, "\n%s\n%s\n", a.say("示例：", "Examples:"), c.Example)
	}
	a.printCommands(w, c)
	a.printFlags(w, c)
}

func (a *app) useLine(c *cobra.Command) string {
	if c.HasSubCommands() {
		return c.CommandPath() + a.say(" 命令 [选项]", " COMMAND [FLAGS]")
	}
	return c.UseLine()
}

func (a *app) printCommands(w io.Writer, c *cobra.Command) {
	var rows [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	if len(rows) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.say("命令：", "Commands:"))
		printPairs(w, rows)
	}
}

func (a *app) printFlags(w io.Writer, c *cobra.Command) {
	var rows [][2]string
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		rows = append(rows, [2]string{strings.TrimRight(name+" "+value, " "), text})
	})
	fmt.Fprintf(w, "\n%s\n", a.say("选项：", "Flags:"))
	printPairs(w, rows)
}

// printPairs prints two columns; the first is ASCII, so that its length is its width.
func printPairs(w io.Writer, rows [][2]string) {
	width := 0
	for _, r := range rows {
		width = max(width, len(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(w, "  %-*s  %s\n", width, r[0], r[1])
	}
}
