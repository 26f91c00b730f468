// Type-checks the files that come in; prints "index:line: message", lines counted within the sample.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"
	"strings"
)

func main() {
	var samples []struct{ Code string }
	if err := json.NewDecoder(os.Stdin).Decode(&samples); err != nil {
		panic(err)
	}
	files := token.NewFileSet()
	library := importer.ForCompiler(files, "source", nil)
	for index, sample := range samples {
		say := func(line int, message string) {
			message = strings.Replace(message, "undeclared name: ", "undefined: ", 1) // until Go 1.19
			fmt.Printf("%d:%d: %s\n", index, line, message)
		}
		file, err := parser.ParseFile(files, "", sample.Code, parser.AllErrors)
		if wrong, ok := err.(scanner.ErrorList); ok {
			for _, each := range wrong {
				say(each.Pos.Line, each.Msg)
			}
			continue
		}
		config := types.Config{Importer: library, Error: func(err error) {
			// soft: unused variables, which the reader goes on to use
			if wrong := err.(types.Error); !wrong.Soft {
				say(files.Position(wrong.Pos).Line, wrong.Msg)
			}
		}}
		config.Check("sample", files, []*ast.File{file}, nil)
	}
}
