// Command fuhe (复核) re-scores Chinese budget-performance self-evaluation reports.
package main

func main() {}
