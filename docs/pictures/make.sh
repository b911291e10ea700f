#!/usr/bin/env bash
# Draws the pictures of the READMEs anew from the samples. Needs Go, Chromium, LibreOffice, poppler and a Chinese font.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
go build -o "$scratch/fuhe" ./cmd/fuhe

shot() { # PAGE PICTURE WIDTH,HEIGHT
    "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars \
        --user-data-dir="$scratch/profile" --window-size="$3" --screenshot="$PWD/docs/pictures/$2" "file://$1" 2>/dev/null
}

"$scratch/fuhe" check testdata/project/clinic.pdf --out "$scratch/report.html" || true # it has findings
shot "$scratch/report.html" report.png 1400,1000

"$scratch/fuhe" corpus synth --out "$scratch/made" --n 300 --seed 12 --errors all --formats docx,xlsx,pdf >/dev/null
"$scratch/fuhe" corpus run "$scratch/made/*.{docx,xlsx,pdf}" --out "$scratch/review" >/dev/null
shot "$scratch/review/index.html" index.png 1400,760

"$scratch/fuhe" check testdata/project/clinic.pdf --out "$scratch/workpaper.xlsx" || true
soffice "-env:UserInstallation=file://$scratch/office" --headless --convert-to pdf --outdir "$scratch" "$scratch/workpaper.xlsx" >/dev/null 2>&1
pdftoppm -png -r 80 "$scratch/workpaper.pdf" "$scratch/sheet"
# The sheet of findings is the one with the column for the verdict.
for sheet in "$scratch"/sheet-*.png; do
    number=${sheet##*-}
    number=$((10#${number%.png}))
    if pdftotext -f "$number" -l "$number" "$scratch/workpaper.pdf" - | grep -q '人工结论'; then
        cp "$sheet" docs/pictures/workpaper.png
        break
    fi
done
