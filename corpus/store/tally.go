package store

import "context"

// Tally counts what the database holds of the run.
type Tally struct {
	Files   int // named or found
	Done    int // read and judged, or told to be unreadable
	Copies  int // of the bytes of an earlier file
	Results int // documents, each content once
	Passed  int // files of kinds that are not read
	Failed  int // documents of which nothing could be read
	Partial int
	Forms   int
	Errors  int
	Warnings,
	Infos int
}

// Tally counts the run.
func (s *Store) Tally(ctx context.Context) (t Tally, err error) {
	err = s.db.QueryRowContext(ctx, `
SELECT count(*), count(u.unit), count(*) - count(DISTINCT CASE f.unit WHEN '' THEN 'place:' || f.place ELSE f.unit || f.settings END)
FROM file f LEFT JOIN unit u ON u.unit = f.unit AND u.settings = f.settings`).Scan(&t.Files, &t.Done, &t.Copies)
	if err != nil {
		return t, err
	}
	err = s.db.QueryRowContext(ctx, `
SELECT count(*) - coalesce(sum(passed), 0), coalesce(sum(passed), 0), coalesce(sum(status = 'failed' AND NOT passed), 0),
  coalesce(sum(status = 'partial'), 0), coalesce(sum(forms), 0), coalesce(sum(errors), 0), coalesce(sum(warnings), 0), coalesce(sum(infos), 0)
FROM outcome o JOIN (SELECT DISTINCT unit, settings FROM file) f ON o.unit = f.unit AND o.settings = f.settings`).
		Scan(&t.Results, &t.Passed, &t.Failed, &t.Partial, &t.Forms, &t.Errors, &t.Warnings, &t.Infos)
	return t, err
}
