package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Exit statuses, as in the public contract.
const (
	statusClean       = 0
	statusFindings    = 1
	statusUsage       = 2
	statusUnread      = 3
	statusInterrupted = 130 // as shells report an interrupt
)

// status ends the program without a further message.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// usage is an error that the user can mend; its text is in the user's language.
type usage string

func (u usage) Error() string { return string(u) }

// exit prints the error, if it has something to say, and turns it into the exit status.
func (a *app) exit(ctx context.Context, err error) int {
	var s status
	switch {
	case ctx.Err() != nil:
		return statusInterrupted
	case err == nil, brokenPipe(err):
		return statusClean
	case errors.As(err, &s):
		return int(s)
	}
	fmt.Fprintf(a.stderr, "fuhe: %v\n", err)
	return statusUsage
}

// brokenPipe reports whether whoever read the output has closed it.
func brokenPipe(err error) bool {
	if errors.Is(err, syscall.EPIPE) {
		return true
	}
	// ERROR_BROKEN_PIPE and ERROR_NO_DATA, which have no names outside of Windows.
	var number syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &number) && (number == 109 || number == 232)
}

// oneOf refuses a flag's value that is none of those allowed.
func (a *app) oneOf(flag, value string, allowed []string) error {
	for _, v := range allowed {
		if value == v {
			return nil
		}
	}
	return usage(fmt.Sprintf(a.say("--%s 不能是 %q，可以是：%s", "--%s cannot be %q; it can be: %s"),
		flag, value, strings.Join(allowed, a.say("、", ", "))))
}

// noSuchCommand refuses a first word that names no command; people tend to leave out "check".
func (a *app) noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := c.Root().SuggestionsFor(args[0]); len(near) > 0 {
		return usage(fmt.Sprintf(a.say("没有 %q 这个命令，是否指 fuhe %s？全部命令见 fuhe help",
			"no command %q; was fuhe %s meant? For all commands see fuhe help"), args[0], near[0]))
	}
	return usage(fmt.Sprintf(a.say("没有 %[1]q 这个命令；核对文件请用 fuhe check %[2]s，全部命令见 fuhe help",
		"no command %[1]q; to check a file use fuhe check %[2]s, for all commands see fuhe help"), args[0], shellWord(args[0])))
}

func shellWord(s string) string {
	if strings.ContainsAny(s, " '\"\\$`&|;<>()*?[]#~") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

// flagError says in the user's language what is wrong with a flag.
func (a *app) flagError(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	text := err.Error()
	switch {
	case errors.As(err, &missing):
		text = fmt.Sprintf(a.say("没有 %s 这个选项", "no flag %s"), dashed(missing.GetSpecifiedName()))
	case errors.As(err, &bare):
		text = fmt.Sprintf(a.say("选项 %s 需要一个值", "flag %s needs a value"), dashed(bare.GetSpecifiedName()))
	case errors.As(err, &invalid):
		text = fmt.Sprintf(a.say("选项 --%s 的值 %q 无效", "flag --%s has the invalid value %q"), invalid.GetFlag().Name, invalid.GetValue())
	}
	return usage(text + fmt.Sprintf(a.say("；用法见 %s --help", "; see %s --help"), c.CommandPath()))
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
