package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"fuhe/report"
)

// File is one file of a run.
type File struct {
	Place    int64 // in the order of the run, from 1
	Path     string
	Folder   string // the named folder it was found in, or the archive or manifest; empty if it was named itself
	Size     int64
	Modified int64  // nanoseconds since 1970
	Unit     string // the hash of its bytes; empty when it has to be read anew
	Settings string // what its result depends on beside its bytes
	Given    report.Given
}

// known is what an earlier run knew of a path.
type known struct {
	size, modified int64
	unit           string
}

// Plan makes the files the run's own, in their order, in place of those of an earlier run. A file that is
// as it was then, by size and time, keeps the hash of its bytes; all others lose theirs.
func (s *Store) Plan(ctx context.Context, files []File) error {
	before, err := s.known(ctx)
	if err != nil {
		return err
	}
	for i, f := range files {
		files[i].Unit = ""
		if was, ok := before[f.Path]; ok && was.size == f.Size && was.modified == f.Modified {
			files[i].Unit = was.unit
		}
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM file"); err != nil {
			return err
		}
		insert, err := tx.PrepareContext(ctx, "INSERT INTO file VALUES (?,?,?,?,?,?,?,?)")
		if err != nil {
			return err
		}
		defer insert.Close()
		for _, f := range files {
			given, err := json.Marshal(f.Given)
			if err != nil {
				return err
			}
			if _, err := insert.ExecContext(ctx, f.Place, f.Path, f.Folder, f.Size, f.Modified, f.Unit, f.Settings, string(given)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) known(ctx context.Context) (map[string]known, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT path, size, modified, unit FROM file WHERE unit <> '' AND unit NOT LIKE 'path:%'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string]known{}
	for rows.Next() {
		var path string
		var k known
		if err := rows.Scan(&path, &k.size, &k.modified, &k.unit); err != nil {
			return nil, err
		}
		all[path] = k
	}
	return all, rows.Err()
}

// Tx is a piece of writing that is done whole or not at all.
type Tx struct{ tx *sql.Tx }

// Write does all of it or nothing.
func (s *Store) Write(ctx context.Context, do func(tx *Tx) error) error {
	return s.write(ctx, func(tx *sql.Tx) error { return do(&Tx{tx}) })
}

// Name says which unit the file turned out to be.
func (t *Tx) Name(ctx context.Context, f File) error {
	_, err := t.tx.ExecContext(ctx, "UPDATE file SET unit = ? WHERE place = ?", f.Unit, f.Place)
	return err
}

func (s *Store) write(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		tx.Rollback() // the error that matters is the first
		return err
	}
	return tx.Commit()
}
