#!/bin/sh
# Makes the LibreOffice files beside this script from the HTML in ../src.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

office() { # the arguments of soffice
	soffice "-env:UserInstallation=file://$work/office" --headless "$@" >/dev/null 2>&1
}

cp ../src/*.html ../src/form.css "$work/"
for name in canal theatre archives eight clinic; do
	office --infilter="HTML (StarWriter)" --convert-to odt:writer8 --outdir "$work" "$work/$name.html"
	office --convert-to docx --outdir . "$work/$name.odt"
done
for name in theatre eight clinic; do
	office --convert-to "doc:MS Word 97" --outdir . "$work/$name.odt"
done
office --convert-to "html:HTML (StarWriter)" --outdir "$work/out" "$work/eight.odt"
mv "$work/out/eight.html" eight-office.html
ls -l
