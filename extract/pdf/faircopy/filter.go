package faircopy

import "errors"

// maxFilters is how many filters may stand in a row.
const maxFilters = 8

// errFilter says that a stream is stored in a way that only pictures are.
var errFilter = errors.New("a filter of pictures")

// packed are the bytes of a stream, and how they are unpacked.
type packed struct {
	raw     []byte
	filters []filter
}

// filter is one step of unpacking.
type filter struct {
	name name
	predictor
}

// packing tells how a stream is packed.
func (f *file) packing(s *stream) packed {
	names, parameters := f.filters(s.dict)
	p := packed{raw: s.raw, filters: make([]filter, len(names))}
	for i, n := range names {
		p.filters[i] = filter{n, f.predictor(parameters[i])}
	}
	return p
}

// unfilter returns what a stream holds. A stream that breaks off yields what could be read of it.
func (f *file) unfilter(s *stream) ([]byte, error) {
	out, spent, err := f.packing(s).unpackOnto(nil, f.budget)
	if f.budget -= spent; f.budget <= 0 {
		return nil, ErrTooLarge
	}
	return out, err
}

// unpackOnto appends what a stream holds to out and counts the bytes that were unpacked, which are hardly
// more than the budget. The last filter writes to out itself: copying whole documents about takes longer
// than reading them.
func (p packed) unpackOnto(out []byte, budget int64) (all []byte, spent int64, err error) {
	data := p.raw
	for i, f := range p.filters {
		limit := int(min(maxStream, budget-spent))
		if i == len(p.filters)-1 && f.flate() && !f.used() {
			all := inflateOnto(out, data, limit)
			return all, spent + int64(len(all)-len(out)), nil
		}
		decoded, err := f.decode(data, limit)
		if err != nil {
			return out, spent, err
		}
		data = decoded
		if spent += int64(len(data)); spent >= budget {
			return out, spent, ErrTooLarge
		}
	}
	return append(out, data...), spent, nil
}

// filters lists a stream's filters and the parameters of each.
func (f *file) filters(d dict) ([]name, []dict) {
	filter, parameters := f.get(first(d, "Filter", "F")), f.get(first(d, "DecodeParms", "DP"))
	if n, ok := filter.(name); ok {
		if a, ok := parameters.(array); ok && len(a) > 0 {
			parameters = a[0]
		}
		return []name{n}, []dict{f.dict(parameters)}
	}
	list, _ := filter.(array)
	list = list[:min(len(list), maxFilters)]
	names, dicts := make([]name, len(list)), make([]dict, len(list))
	each, _ := parameters.(array)
	for i := range list {
		names[i] = f.name(list[i])
		if i < len(each) {
			dicts[i] = f.dict(each[i])
		} else if len(list) == 1 {
			dicts[i] = f.dict(parameters)
		}
	}
	return names, dicts
}

func first(d dict, keys ...name) object {
	for _, k := range keys {
		if o, ok := d[k]; ok {
			return o
		}
	}
	return nil
}

func (f filter) flate() bool { return f.name == "FlateDecode" || f.name == "Fl" }

func (f filter) decode(data []byte, limit int) ([]byte, error) {
	switch f.name {
	case "FlateDecode", "Fl":
		return f.undo(inflate(data, limit)), nil
	case "LZWDecode", "LZW":
		return f.undo(unLZW(data, f.early, limit)), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data), nil
	case "ASCIIHexDecode", "AHx":
		return unHex(data), nil
	case "RunLengthDecode", "RL":
		return unRunLength(data, limit), nil
	case "Crypt", "":
		return data, nil
	}
	return nil, errFilter
}
