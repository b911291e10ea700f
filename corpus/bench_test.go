package corpus

import (
	"os"
	"runtime"
	"testing"
)

// BenchmarkCheck takes all sample reports through all stages, by one worker and by as many as the
// machine has processors.
func BenchmarkCheck(b *testing.B) {
	inputs := Gather([]string{"../testdata"}, nil)
	var bytes int64
	for _, in := range inputs {
		if info, err := os.Stat(in.Path); err == nil && !info.IsDir() {
			bytes += info.Size()
		}
	}
	if bytes == 0 {
		b.Skip("no samples")
	}
	for name, workers := range map[string]int{"one": 1, "all": runtime.NumCPU()} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(bytes)
			b.ReportAllocs()
			p := Checking("")
			for b.Loop() {
				forms := 0
				for o := range p.Each(b.Context(), inputs, workers) {
					if o.Result != nil {
						forms += len(o.Result.Reports)
					}
				}
				if forms == 0 {
					b.Fatal("no form was found in the samples")
				}
			}
		})
	}
}
