package document

// Limits bound what one document may cost; a zero field means its default. Breaking one is Trouble
// with the code TooLarge.
type Limits struct {
	Bytes    int64 // of the file
	Unpacked int64 // of one document, all streams together
	Pages    int
	Objects  int // of a PDF
	Nesting  int // of objects, forms, archives
}

// DefaultLimits suit an ordinary PC and any report that an office publishes.
var DefaultLimits = Limits{Bytes: 512 << 20, Unpacked: 1 << 30, Pages: 5000, Objects: 2_000_000, Nesting: 64}

// OrDefault fills the zero fields from DefaultLimits.
func (l Limits) OrDefault() Limits {
	d := DefaultLimits
	if l.Bytes <= 0 {
		l.Bytes = d.Bytes
	}
	if l.Unpacked <= 0 {
		l.Unpacked = d.Unpacked
	}
	if l.Pages <= 0 {
		l.Pages = d.Pages
	}
	if l.Objects <= 0 {
		l.Objects = d.Objects
	}
	if l.Nesting <= 0 {
		l.Nesting = d.Nesting
	}
	return l
}
