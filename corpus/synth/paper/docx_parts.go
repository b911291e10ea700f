package paper

import (
	"fmt"
	"strings"
)

const wordTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`

const officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

const wordRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeRelation + `officeDocument" Target="word/document.xml"/></Relationships>`

const wordParts = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + officeRelation + `styles" Target="styles.xml"/><Relationship Id="rId2" Type="` + officeRelation + `header" Target="header1.xml"/><Relationship Id="rId3" Type="` + officeRelation + `footer" Target="footer1.xml"/></Relationships>`

// wordStyles is the style of body text and those of three levels of headings.
func wordStyles() string {
	var out strings.Builder
	out.WriteString(xmlHead + "<w:styles " + wordSpaces + `><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="21"/></w:rPr></w:style>`)
	for level := 1; level <= 3; level++ {
		fmt.Fprintf(&out, `<w:style w:type="paragraph" w:styleId="%d"><w:name w:val="heading %d"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>`, level, level, level-1, 40-4*level)
	}
	out.WriteString("</w:styles>")
	return out.String()
}
