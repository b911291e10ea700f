package paper

import "math/rand/v2"

// pick returns one of the choices.
func pick[T any](r *rand.Rand, choices ...T) T { return choices[r.IntN(len(choices))] }

// chance is true with the probability.
func chance(r *rand.Rand, probability float64) bool { return r.Float64() < probability }

// between returns a number from low up to high.
func between(r *rand.Rand, low, high float64) float64 { return low + r.Float64()*(high-low) }
