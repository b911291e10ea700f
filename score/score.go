// Package score holds a form against a rulebook: the form comes in, its report goes out. It opens no
// file and knows no clock; every figure is an exact rational.
package score
