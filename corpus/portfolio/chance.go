package portfolio

import (
	"math"
	"slices"
)

// upperTail is the chance of k or more in n when each has the chance p (binomial, exact).
func upperTail(n, k int, p float64) float64 {
	if k <= 0 {
		return 1
	}
	sum := 0.0
	for i := k; i <= n; i++ {
		sum += math.Exp(logChoose(n, i) + float64(i)*math.Log(p) + float64(n-i)*math.Log1p(-p))
	}
	return min(1, sum)
}

func logChoose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// median of values that are in order.
func median(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return (sorted[n/2-1] + sorted[n/2]) / 2
}

// spread is the median absolute deviation from the middle.
func spread(values []float64, middle float64) float64 {
	off := make([]float64, len(values))
	for i, v := range values {
		off[i] = math.Abs(v - middle)
	}
	slices.Sort(off)
	return median(off)
}

// benford holds the leading digits against Benford's law: chi-square with eight degrees of freedom, and the mean
// absolute deviation of the shares.
func benford(counts [10]int) (chi, deviation float64) {
	n := 0
	for _, c := range counts[1:] {
		n += c
	}
	for d := 1; d <= 9; d++ {
		expected := math.Log10(1 + 1/float64(d))
		share := float64(counts[d]) / float64(n)
		chi += float64(n) * (share - expected) * (share - expected) / expected
		deviation += math.Abs(share-expected) / 9
	}
	return chi, deviation
}
