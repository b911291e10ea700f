#!/bin/sh
# Makes the samples l01 to l11 of ../../forms from the HTML beside this script: Word-like PDFs (html ->
# odt -> docx -> pdf by LibreOffice), Word files, workbooks, and what chromium prints.
# Names given as arguments limit what is made.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
only=" $* "

office() { # the arguments of soffice
	soffice "-env:UserInstallation=file://$work/office" --headless "$@" >/dev/null 2>&1
}

wanted() { [ "$only" = "  " ] || case $only in *" $1 "*) ;; *) false ;; esac; }

word() { # names
	for name; do
		wanted "$name" || continue
		office --infilter="HTML (StarWriter)" --convert-to odt:writer8 --outdir "$work" "$name.html"
		office --convert-to docx --outdir "$work" "$work/$name.odt"
		cp "$work/$name.docx" ../../forms/
	done
}

printed() { # names
	for name; do
		wanted "$name" || continue
		word "$name"
		office --convert-to pdf --outdir ../../forms "$work/$name.docx"
		rm "../../forms/$name.docx"
	done
}

workbook() { # names
	for name; do
		wanted "$name" || continue
		office --infilter="HTML (StarCalc)" --convert-to xlsx --outdir ../../forms "$name.html"
	done
}

browser() { # names
	for name; do
		wanted "$name" || continue
		chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
			--user-data-dir="$work/chrome" --print-to-pdf="../../forms/$name.pdf" "file://$PWD/$name.html" >/dev/null 2>&1
	done
}

page() { # names
	for name; do
		wanted "$name" || continue
		cp "$name.html" ../../forms/
	done
}

printed l01-library l01f-fair l01g-tourism l04-terrace l05b-spring l05c-pepper l06-school l07b-police l08c-canteen l11c-fence l09-festival l11e-boiler
browser l02-pipes l10b-market
word l01e-well l01i-survey l03c-seed l05-cattle l05e-fence l08-market l09c-road l10c-port l09b-union l05h-housing
workbook l01d-museum l01h-recorder l03-patrol l04c-court l09d-council l10-archive l11b-elder l01k-rehab
page l01b-emergency l03d-refund l04e-reading l05g-lane l02c-herb l04b-choir l06c-tea l08b-lamp l07-park n4-jobs l09e-insurance
