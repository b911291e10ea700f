#!/bin/sh
# Writes the samples of testdata/forms from the .form files beside this script. Word files go
# html -> odt -> docx, PDFs are printed from those Word files, as offices do.
set -eu
cd "$(dirname "$0")"
out=../../forms
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/forms" .

office() { # the arguments of soffice
	soffice "-env:UserInstallation=file://$work/office" --headless "$@" >/dev/null 2>&1
}

word() { # name, folder
	"$work/forms" html "$1.form" "$work/$1.html"
	office --infilter="HTML (StarWriter)" --convert-to odt:writer8 --outdir "$work" "$work/$1.html"
	office --convert-to docx --outdir "$2" "$work/$1.odt"
}

for source in ${*:-*.form}; do
	name=${source%.form}
	for as in $(sed -n 's/^@as //p' "$name.form"); do
		case $as in
		docx) word "$name" "$out" ;;
		pdf) word "$name" "$work"; office --convert-to pdf --outdir "$out" "$work/$name.docx" ;;
		cells | rows) "$work/forms" "$as" "$name.form" "$out/$name.txt" ;;
		*) "$work/forms" "$as" "$name.form" "$out/$name.$as" ;;
		esac
	done
done
