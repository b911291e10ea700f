package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"fuhe/score/check"
	"fuhe/score/rulebook"
)

func (a *app) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     a.say("生成命令补全脚本：bash、zsh、fish、powershell", "print a completion script: bash, zsh, fish, powershell"),
		Example:   "  source <(fuhe completion bash)",
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(a.say("请给出一种 shell：bash、zsh、fish、powershell", "name one shell: bash, zsh, fish, powershell"))
			}
			return a.oneOf("completion", args[0], shells)
		},
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.stdout, true)
			case "zsh":
				return root.GenZshCompletion(a.stdout)
			case "fish":
				return root.GenFishCompletion(a.stdout, true)
			}
			return root.GenPowerShellCompletionWithDesc(a.stdout)
		},
	}
}

// complete offers the values of a flag to the shell.
func complete(c *cobra.Command, flag string, values ...string) {
	// The only error is a flag that does not exist, which the tests of completion would show.
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// codesAndFamilies are the words of --only and --skip, each family before its codes.
func codesAndFamilies() []string {
	var all []string
	for _, x := range check.All() {
		family, _, _ := strings.Cut(x.Code, "-")
		if !slices.Contains(all, family) {
			all = append(all, family)
		}
		all = append(all, x.Code)
	}
	return all
}

func (a *app) completeCheckFlags(c *cobra.Command) {
	complete(c, "format", outputs()...)
	complete(c, "level", "error", "warning", "info")
	for _, flag := range []string{"only", "skip"} {
		_ = c.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return codesAndFamilies(), cobra.ShellCompDirectiveNoFileComp
		})
	}
	_ = c.RegisterFlagCompletionFunc("rulebook", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		shelf, err := rulebook.Load()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return shelf.IDs(), cobra.ShellCompDirectiveDefault // or a file of one's own
	})
}
