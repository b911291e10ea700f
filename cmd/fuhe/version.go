package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: a.say("显示版本", "show the version"),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.stdout, versionLine())
			return err
		},
	}
}

func versionLine() string {
	return fmt.Sprintf("fuhe 复核 %s (%s %s/%s)\n", built(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// built is the module's version, or the commit of a build from a checkout.
func built() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

func (a *app) noArguments(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usage(fmt.Sprintf(a.say("多余的参数 %q；用法见 %s --help", "superfluous argument %q; see %s --help"), args[0], c.CommandPath()))
}
