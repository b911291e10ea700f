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

// kept lists the entries of each role and the roles of their values. A role that is not listed keeps
// everything; one with a single empty name gives all its values that role.
var kept = map[role]map[name]role{
	resources: {"Font": fonts, "XObject": forms, "ExtGState": states, "ColorSpace": colors, "Properties": data},
	fonts:     {"": font},
	forms:     {"": form},
	states:    {"": state},
	colors:    {"": color},
	state:     {"Font": data},
	form:      {"Subtype": data, "BBox": data, "Matrix": data, "Resources": resources},
	descriptor: {
		"Ascent": data, "Descent": data, "Flags": data, "FontBBox": data, "MissingWidth": data, "FontName": data,
	},
	fullDescriptor: {
		"Ascent": data, "Descent": data, "Flags": data, "FontBBox": data, "MissingWidth": data, "FontName": data,
		"FontFile": data, "FontFile2": data, "FontFile3": data,
	},
	font:       fontEntries(descendant, descriptor),
	descendant: fontEntries(descendant, descriptor),
	innerFont:  fontEntries(innerFont, fullDescriptor),
}

func fontEntries(descendant, description role) map[name]role {
	entries := map[name]role{"DescendantFonts": descendant, "FontDescriptor": description}
	for _, key := range []name{
		"Type", "Subtype", "BaseFont", "FirstChar", "LastChar", "Widths", "Encoding", "ToUnicode", "W", "DW", "W2",
		"DW2", "CIDSystemInfo", "CIDToGIDMap", "FontMatrix", "FontBBox",
	} {
		entries[key] = data
	}
	return entries
}

// dropped are entries that lead back up or away from a page, wherever they stand.
var dropped = map[name]bool{
	"Parent": true, "P": true, "Metadata": true, "OC": true, "PieceInfo": true, "Length": true, "Filter": true,
	"DecodeParms": true, "F": true, "FFilter": true, "DL": true,
}

// entryRole is the role of an entry, if it is kept.
func entryRole(r role, key name) (role, bool) {
	entries, limited := kept[r]
	if !limited {
		return r, !dropped[key]
	}
	if all, ok := entries[""]; ok {
		return all, true
	}
	entry, ok := entries[key]
	return entry, ok
}
