// Package store keeps what a bulk run found out: results come in as each file is done, and come out again
// in the order of the files, however the run went. The truth is one SQLite database in the run's folder;
// a result is written once, whole, under the hash of the file's bytes and the settings it was made with,
// so that a run that was killed goes on where it stopped. It reads no report and judges none.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite" // registers itself as a driver; there is no other way
	sqlite3 "modernc.org/sqlite/lib"
)

// Name is the database's file name in the run's folder.
const Name = "fuhe.db"

// version of the tables below and of how results are packed. A database of another version is refused.
const version = 2

// schema is what the database holds. Tables without row ids are stored in the order of their keys, so
// that the same content makes the same bytes, however it came about.
const schema = `
CREATE TABLE file (            -- the files of the run, in order
  place    INTEGER PRIMARY KEY,
  path     TEXT NOT NULL,      -- as named or found
  folder   TEXT NOT NULL,      -- the named folder it was found in
  size     INTEGER NOT NULL,
  modified INTEGER NOT NULL,   -- nanoseconds since 1970; with the size it tells whether to read the file again
  unit     TEXT NOT NULL,      -- the hash of its bytes; path:… where they could not be read
  settings TEXT NOT NULL,      -- what its result depends on beside its bytes
  given    TEXT NOT NULL       -- what the manifest says of it, as JSON
);
CREATE INDEX file_unit ON file (unit, settings, place);
CREATE TABLE unit (            -- what was read and judged in full
  unit     TEXT NOT NULL,
  settings TEXT NOT NULL,
  PRIMARY KEY (unit, settings)
) WITHOUT ROWID;
CREATE TABLE outcome (         -- the documents of a unit: one, or those of an archive
  unit     TEXT NOT NULL,
  settings TEXT NOT NULL,
  n        INTEGER NOT NULL,
  member   TEXT NOT NULL,      -- the name within an archive
  passed   INTEGER NOT NULL,   -- 1: of a kind that is not read
  status   TEXT NOT NULL,
  forms    INTEGER NOT NULL,
  errors   INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  infos    INTEGER NOT NULL,
  body     BLOB,               -- the result
  PRIMARY KEY (unit, settings, n)
) WITHOUT ROWID;
`

// ErrVersion is the error for a database that another version of the program made.
var ErrVersion = errors.New("the database is of another version of fuhe")

// Store is an open database.
type Store struct {
	db   *sql.DB
	path string
}

// Create opens the database of the folder to write to, and makes both if need be.
func Create(ctx context.Context, dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	s, err := open(dir, "rwc")
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Open opens the database of the folder to read from. Without one the error is fs.ErrNotExist.
func Open(ctx context.Context, dir string) (*Store, error) {
	if _, err := os.Stat(filepath.Join(dir, Name)); err != nil {
		return nil, err
	}
	s, err := open(dir, "ro")
	if err != nil {
		return nil, err
	}
	found, err := s.version(ctx)
	if err == nil && found != version {
		err = fmt.Errorf("%w: %d, not %d", ErrVersion, found, version)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func open(dir, mode string) (*Store, error) {
	path := filepath.Join(dir, Name)
	db, err := sql.Open("sqlite", address(path, mode))
	if err != nil {
		return nil, err
	}
	return &Store{db: db, path: path}, nil
}

// address is the path as the driver wants it: a URL, whose marks are escaped, with the settings of each
// connection. Whoever finds the database busy waits for it.
func address(path, mode string) string {
	settings := url.Values{"mode": {mode}, "_pragma": {"busy_timeout(10000)", "synchronous(NORMAL)"}}
	return (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: settings.Encode()}).String()
}

// prepare makes the tables in a new database, and refuses one of another version.
func (s *Store) prepare(ctx context.Context) error {
	found, err := s.version(ctx)
	switch {
	case err != nil:
		return err
	case found == 0:
		_, err = s.db.ExecContext(ctx, creation())
	case found != version:
		return fmt.Errorf("%w: %d, not %d", ErrVersion, found, version)
	}
	if err == nil {
		_, err = s.db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
	}
	return err
}

// creation makes the tables in an empty database, all or none.
func creation() string {
	return fmt.Sprintf("BEGIN; %s PRAGMA user_version = %d; COMMIT;", schema, version)
}

func (s *Store) version(ctx context.Context) (found int, err error) {
	err = s.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&found)
	return found, err
}

// Close ends the use of the database. Its content stays.
func (s *Store) Close() error { return s.db.Close() }

// Full reports whether the error says that the disk is full.
func Full(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL || errors.Is(err, syscall.ENOSPC)
}

// Missing reports whether the error says that a folder has no database.
func Missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
