#!/bin/sh
# Prints the PDF samples from the HTML beside this script: two by chromium, three by LibreOffice
# (html -> odt -> pdf), because the two draw tables, clip cells and embed fonts differently.
# The texts are not made from these pages: they are damaged as text copies are.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

chrome() { # name, folder
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
		--user-data-dir="$work/chrome" --print-to-pdf="../$2/$1.pdf" "file://$PWD/$1.html" >/dev/null 2>&1
}

office() { # name, folder
	cp "$1.html" form.css "$work/"
	soffice "-env:UserInstallation=file://$work/office" --headless --infilter="HTML (StarWriter)" \
		--convert-to odt:writer8 --outdir "$work" "$work/$1.html" >/dev/null 2>&1
	soffice "-env:UserInstallation=file://$work/office" --headless \
		--convert-to pdf --outdir "../$2" "$work/$1.odt" >/dev/null 2>&1
}

chrome archives tabbed
chrome clinic project
office eight tabbed
office canal linear
office theatre linear
ls -l ../*/*.pdf
