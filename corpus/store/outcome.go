package store

import (
	"context"
	"database/sql"
	"errors"

	"fuhe/report"
	"fuhe/score/finding"
)

// Outcome is what became of one document of a unit.
type Outcome struct {
	Member   string // the name within an archive; empty for a file alone
	Passed   bool   // a file in an archive or folder, of a kind that is not read
	Status   report.Status
	Forms    int
	Errors   int
	Warnings int
	Infos    int
	Body     []byte // the result, packed; nil when it was passed over
}

// Pack makes an outcome of a result. What hangs on the file's place on the disk stays out, so that files
// of the same bytes share it.
func Pack(member string, r *report.Result) (Outcome, error) {
	bare := *r
	bare.Source.Path, bare.Source.Name = "", ""
	body, err := Encode(&bare)
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Member: member, Status: r.Status, Forms: len(r.Reports), Body: body}
	for _, review := range r.Reports {
		for _, f := range review.Findings {
			o.count(f.Level)
		}
	}
	return o, nil
}

func (o *Outcome) count(level finding.Level) {
	switch level {
	case finding.Error:
		o.Errors++
	case finding.Warning:
		o.Warnings++
	case finding.Info:
		o.Infos++
	}
}

// Done reports whether the unit was read and judged in full under the settings.
func (s *Store) Done(ctx context.Context, unit, settings string) (bool, error) {
	var one int
	err := s.db.QueryRowContext(ctx, "SELECT 1 FROM unit WHERE unit = ? AND settings = ?", unit, settings).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// Keep stores what became of the file's documents, and which unit it turned out to be.
func (t *Tx) Keep(ctx context.Context, f File, outcomes []Outcome) error {
	if err := t.Name(ctx, f); err != nil {
		return err
	}
	for n, o := range outcomes {
		_, err := t.tx.ExecContext(ctx, "INSERT OR REPLACE INTO outcome VALUES (?,?,?,?,?,?,?,?,?,?,?)",
			f.Unit, f.Settings, n, o.Member, o.Passed, string(o.Status), o.Forms, o.Errors, o.Warnings, o.Infos, o.Body)
		if err != nil {
			return err
		}
	}
	_, err := t.tx.ExecContext(ctx, "INSERT OR REPLACE INTO unit VALUES (?,?)", f.Unit, f.Settings)
	return err
}

// Forget drops results that may be other the next time: of files that could not be opened.
func (s *Store) Forget(ctx context.Context) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, table := range []string{"unit", "outcome"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE unit LIKE 'path:%'"); err != nil {
				return err
			}
		}
		return nil
	})
}

// GiveAnotherTry drops the results of units of which a document could not be read at all.
func (s *Store) GiveAnotherTry(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM unit WHERE (unit, settings) IN (SELECT unit, settings FROM outcome WHERE status = 'failed' AND NOT passed)")
	return err
}
