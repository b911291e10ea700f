package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
)

// Seal ends a run: results that no file of it asks for are dropped, and the database is written anew in
// the order of its keys, so that a run that was broken off and one that was not end in the same bytes. A
// database in which nothing changed is left as it is. The store is closed behind it.
func (s *Store) Seal(ctx context.Context) error {
	err := s.seal(ctx)
	return errors.Join(err, s.Close())
}

func (s *Store) seal(ctx context.Context) error {
	if err := s.purge(ctx); err != nil {
		return err
	}
	fresh := s.path + ".new"
	if err := os.Remove(fresh); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := s.rewrite(ctx, fresh); err != nil {
		os.Remove(fresh) // half a database is of no use; the error that matters is the first
		return err
	}
	// The write-ahead log ends with its last connection; only then may the file change under its name.
	if err := s.Close(); err != nil {
		return err
	}
	return os.Rename(fresh, s.path)
}

// purge drops what no file of the run asks for.
func (s *Store) purge(ctx context.Context) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, table := range []string{"unit", "outcome"} {
			_, err := tx.ExecContext(ctx, "DELETE FROM "+table+` AS r WHERE NOT EXISTS (
  SELECT 1 FROM file f WHERE f.unit = r.unit AND f.settings = r.settings)`)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// rewrite copies the database into a new one, each table in the order of its key. SQLite's own VACUUM would
// count the times that it was run.
func (s *Store) rewrite(ctx context.Context, fresh string) error {
	if _, err := s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return err
	}
	to, err := sql.Open("sqlite", address(fresh, "rwc"))
	if err != nil {
		return err
	}
	_, err = to.ExecContext(ctx, creation())
	if err = errors.Join(err, to.Close()); err != nil {
		return err
	}
	conn, err := s.db.Conn(ctx) // what is attached is so for one connection
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "ATTACH ? AS sealed", fresh); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, `BEGIN;
INSERT INTO sealed.file SELECT * FROM main.file ORDER BY place;
INSERT INTO sealed.unit SELECT * FROM main.unit ORDER BY unit, settings;
INSERT INTO sealed.outcome SELECT * FROM main.outcome ORDER BY unit, settings, n;
COMMIT; DETACH sealed;`)
	return err
}
