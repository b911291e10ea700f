package faircopy

// role says what an object is to the page that points to it, and so which of its entries are kept.
type role uint8

const (
	data      role = iota // kept whole: widths, encodings, character maps
	resources             // ISO 32000-1, table 33
	fonts                 // a resource dictionary's Font
	forms                 // … XObject
	states                // … ExtGState
	colors                // … ColorSpace
	font
	descendant // the font inside a composite font
	innerFont  // a font whose program is needed to know its characters
	descriptor
	fullDescriptor
	form // an external object: a form, or the stub of a picture
	state
	color
)

// entryRole is the role of a dictionary's entry in the role of the dictionary, if the entry is kept.
func entryRole(r role, key name) (role, bool) {
	switch r {
	case resources:
		return resourceRole(key)
	case fonts:
		return font, true
	case forms:
		return form, true
	case states:
		return state, true
	case colors:
		return color, true
	case state:
		return data, key == "Font"
	case form:
		if key == "Resources" {
			return resources, true
		}
		return data, key == "Subtype" || key == "BBox" || key == "Matrix"
	case descriptor:
		return data, describes(key)
	case fullDescriptor:
		return data, describes(key) || key == "FontFile" || key == "FontFile2" || key == "FontFile3"
	case font, descendant:
		return fontRole(key, descendant, descriptor)
	case innerFont:
		return fontRole(key, innerFont, fullDescriptor)
	}
	return r, !dropped(key)
}

func resourceRole(key name) (role, bool) {
	switch key {
	case "Font":
		return fonts, true
	case "XObject":
		return forms, true
	case "ExtGState":
		return states, true
	case "ColorSpace":
		return colors, true
	case "Properties":
		return data, true
	}
	return 0, false
}

// describes reports whether an entry of a font descriptor tells of its lines or widths.
func describes(key name) bool {
	switch key {
	case "Ascent", "Descent", "Flags", "FontBBox", "MissingWidth", "FontName":
		return true
	}
	return false
}

// fontRole is the role of an entry of a font whose inner fonts and descriptors have the roles.
func fontRole(key name, inner, description role) (role, bool) {
	switch key {
	case "DescendantFonts":
		return inner, true
	case "FontDescriptor":
		return description, true
	case "Type", "Subtype", "BaseFont", "FirstChar", "LastChar", "Widths", "Encoding", "ToUnicode", "W", "DW", "W2",
		"DW2", "CIDSystemInfo", "CIDToGIDMap", "FontMatrix", "FontBBox":
		return data, true
	}
	return 0, false
}

// dropped reports whether an entry leads back up or away from a page, wherever it stands.
func dropped(key name) bool {
	switch key {
	case "Parent", "P", "Metadata", "OC", "PieceInfo", "Length", "Filter", "DecodeParms", "F", "FFilter", "DL":
		return true
	}
	return false
}
