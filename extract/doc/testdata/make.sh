#!/bin/sh
# Makes parts.doc of parts.fodt, a document with one of everything that is read, by LibreOffice.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "doc:MS Word 97" --outdir . parts.fodt
