// Package fuhe_test holds the house together: which package may import which, and who may start
// goroutines, print or exit.
package fuhe_test

import (
	"errors"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fuhe/normalize/wording"
)

// order lists the packages; one may import only what stands before it.
var order = []string{
	"fuhe/extract/document",
	"fuhe/extract/markup",
	"fuhe/extract/tag",
	"fuhe/extract/numbering",
	"fuhe/extract/compound",
	"fuhe/extract/doc",
	"fuhe/extract/docx",
	"fuhe/extract/html",
	"fuhe/extract/xlsx/shown",
	"fuhe/extract/xlsx/grid",
	"fuhe/extract/xlsx",
	"fuhe/extract/xls",
	"fuhe/extract/archive",
	"fuhe/extract/pdf/token",
	"fuhe/extract/pdf/faircopy",
	"fuhe/extract/pdf/font",
	"fuhe/extract/pdf/content",
	"fuhe/extract/pdf/sample",
	"fuhe/extract/pdf",
	"fuhe/extract/plain",
	"fuhe/extract/table",
	"fuhe/extract/ofd",
	"fuhe/extract/proof",
	"fuhe/extract",
	"fuhe/normalize/wording",
	"fuhe/normalize/quantity",
	"fuhe/normalize/form",
	"fuhe/normalize/lexicon",
	"fuhe/normalize/layout",
	"fuhe/normalize/claim",
	"fuhe/normalize",
	"fuhe/score/finding",
	"fuhe/score/phrase",
	"fuhe/score/rulebook",
	"fuhe/score/recompute",
	"fuhe/score/check",
	"fuhe/score/acceptance",
	"fuhe/score",
	"fuhe/report",
	"fuhe/corpus/synth/typeface",
	"fuhe/corpus/synth/paper",
	"fuhe/corpus/truth",
	"fuhe/corpus/synth",
	"fuhe/corpus/dataset/parquet",
	"fuhe/corpus/dataset",
	"fuhe/corpus/store",
	"fuhe/corpus/portfolio",
	"fuhe/corpus",
	"fuhe/corpus/bulk",
	"fuhe/corpus/measure",
	"fuhe/cmd/fuhe",
}

type source struct {
	pkg  string
	path string
	file *ast.File
}

// sources parses every Go file that is not a test.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		all = append(all, source{path.Join("fuhe", filepath.ToSlash(filepath.Dir(name))), name, file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d files found", len(all))
	}
	return all
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range sources(t) {
		at := slices.Index(order, s.pkg)
		if at < 0 {
			t.Errorf("%s: package %s is not in the order of packages", s.path, s.pkg)
			continue
		}
		for _, imp := range s.file.Imports {
			name, err := strconv.Unquote(imp.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(name, "fuhe/") && slices.Index(order, name) >= at {
				t.Errorf("%s imports %s, which stands behind it", s.path, name)
			}
		}
	}
}

// stage is the top-level folder of a package.
func stage(pkg string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(pkg, "fuhe/"), "/")
	return name
}

func TestOnlyCorpusStartsGoroutines(t *testing.T) {
	for _, s := range sources(t) {
		if stage(s.pkg) == "corpus" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine", s.path)
			}
			return true
		})
	}
}

func TestOnlyCmdPrintsOrExits(t *testing.T) {
	banned := map[string][]string{
		"os":  {"Exit", "Stdout", "Stderr", "Stdin"},
		"fmt": {"Print", "Println", "Printf"},
		"log": {"Print", "Println", "Printf", "Fatal", "Fatalf", "Panic"},
	}
	for _, s := range sources(t) {
		if stage(s.pkg) == "cmd" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(banned[x.Name], sel.Sel.Name) {
					t.Errorf("%s uses %s.%s", s.path, x.Name, sel.Sel.Name)
				}
			}
			return true
		})
	}
}

// TestScoreIsPure holds the score stage to its promise: no files, no clock, no float.
func TestScoreIsPure(t *testing.T) {
	for _, s := range sources(t) {
		if stage(s.pkg) != "score" {
			continue
		}
		for _, imp := range s.file.Imports {
			switch imp.Path.Value {
			case `"os"`, `"time"`, `"io/ioutil"`, `"net"`, `"math/rand"`, `"math/rand/v2"`:
				t.Errorf("%s imports %s", s.path, imp.Path.Value)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && (id.Name == "float64" || id.Name == "float32") {
				t.Errorf("%s uses %s", s.path, id.Name)
			}
			return true
		})
	}
}

// TestNothingIsCompiledAtStart: an expression that a package compiles when the program starts costs every
// run, and most need it never. It stands in a function: sync.OnceValue keeps what that returns.
func TestNothingIsCompiledAtStart(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				ast.Inspect(g, func(n ast.Node) bool {
					if _, ok := n.(*ast.FuncLit); ok {
						return false
					}
					if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "MustCompile" {
						t.Errorf("%s compiles an expression at start-up", s.path)
					}
					return true
				})
			}
		}
	}
}

// TestNothingIsComputedIntoAPrintedNumber: the number of a quantity may be shared with every other one that prints it.
func TestNothingIsComputedIntoAPrintedNumber(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			f, ok := n.(*ast.FuncDecl)
			if ok {
				printed := printedNumbers(f)
				ast.Inspect(f, func(n ast.Node) bool {
					if name := computedInto(n); printed[name] {
						t.Errorf("%s: %s computes into %s, which is a quantity's number", s.path, f.Name.Name, name)
					}
					return true
				})
			}
			return !ok
		})
	}
}

// printedNumbers are the variables of a function that are set to the number of a quantity, as it is.
func printedNumbers(f *ast.FuncDecl) map[string]bool {
	names := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if set, ok := n.(*ast.AssignStmt); ok && len(set.Lhs) == len(set.Rhs) {
			for i, from := range set.Rhs {
				if method, _, args := methodCall(from); method == "Whole" || args == 0 && (method == "Rat" || method == "Top") {
					names[types.ExprString(set.Lhs[i])] = true
				}
			}
		}
		return true
	})
	return names
}

// computedInto is what a method of a big number changes, where the node calls one.
func computedInto(n ast.Node) string {
	x, _ := n.(ast.Expr)
	method, receiver, args := methodCall(x)
	switch method {
	case "Add", "Sub", "Mul", "Quo", "SetFrac", "SetFrac64":
		if args == 2 {
			return receiver
		}
	case "Abs", "Inv", "Neg", "Set", "SetInt", "SetInt64", "SetString", "SetUint64", "SetFloat64":
		if args == 1 {
			return receiver
		}
	}
	return ""
}

// methodCall is the method, the receiver and how many arguments a call has; nothing for any other expression.
func methodCall(x ast.Expr) (method, receiver string, args int) {
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return "", "", 0
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", "", 0
	}
	return f.Sel.Name, types.ExprString(f.X), len(call.Args)
}

// TestEveryWordingIsRead: an expression is read when it is first used; one that is none has to show here, not
// in a report that happens to need it.
func TestEveryWordingIsRead(t *testing.T) {
	files := token.NewFileSet()
	packages := map[string][]*ast.File{}
	for _, s := range sources(t) {
		file, err := parser.ParseFile(files, s.path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		packages[s.pkg] = append(packages[s.pkg], file)
	}
	read := 0
	for name, all := range packages {
		for _, source := range wordingsOf(t, files, name, all) {
			wording.New(source).MatchString("")
			read++
		}
	}
	if read < 50 {
		t.Errorf("only %d expressions found", read)
	}
}

// wordingsOf are the sources of the expressions of a package. No import is followed: constants are all that is
// asked for.
func wordingsOf(t *testing.T, files *token.FileSet, name string, all []*ast.File) (sources []string) {
	t.Helper()
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	alone := types.Config{Error: func(error) {}, Importer: nowhere{}}
	_, _ = alone.Check(name, files, all, &info) // what is imported is missing
	for _, file := range all {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 || types.ExprString(call.Fun) != "wording.New" {
				return true
			}
			if v := info.Types[call.Args[0]].Value; v != nil {
				sources = append(sources, constant.StringVal(v))
			} else {
				t.Errorf("%s: the expression is no constant", files.Position(call.Pos()))
			}
			return true
		})
	}
	return sources
}

// nowhere finds no package.
type nowhere struct{}

func (nowhere) Import(string) (*types.Package, error) { return nil, errors.New("not looked for") }
