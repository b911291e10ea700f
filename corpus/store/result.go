package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"path/filepath"

	"fuhe/extract/archive"
	"fuhe/report"
)

// ordered are the outcomes of the first file of each content, in the order of the files.
const ordered = `
SELECT f.path, f.folder, f.given, f.unit, o.n, o.member, o.body
FROM file f JOIN outcome o ON o.unit = f.unit AND o.settings = f.settings
WHERE o.passed = 0 AND NOT EXISTS (
  SELECT 1 FROM file e WHERE e.unit = f.unit AND e.settings = f.settings AND e.place < f.place)
ORDER BY f.place, o.n`

// Results are the run's results in the order of its files, each content once; Source.Copies names the
// other files of the same bytes. It may be gone through any number of times, and holds one at a time.
func (s *Store) Results(ctx context.Context) iter.Seq2[*report.Result, error] {
	return func(yield func(*report.Result, error) bool) {
		copies, err := s.copies(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		rows, err := s.db.QueryContext(ctx, ordered)
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			r, err := scan(rows, copies)
			if !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// scan makes a result of one row: the packed one, at the place of its file.
func scan(rows *sql.Rows, copies map[string][]string) (*report.Result, error) {
	var path, folder, given, unit, member string
	var n int
	var body []byte
	if err := rows.Scan(&path, &folder, &given, &unit, &n, &member, &body); err != nil {
		return nil, err
	}
	same := copies[path]
	r, err := Decode(body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := json.Unmarshal([]byte(given), &r.Source.Given); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	path = archive.Readable(path)
	r.Source.Path, r.Source.Name = path, filepath.Base(path)
	if member != "" {
		r.Source.Path += archive.Separator + member
		r.Source.Name = filepath.Base(member)
	}
	if n == 0 {
		r.Source.Copies = same
	}
	return r, nil
}

// copies lists, for the first file of each content, the others.
func (s *Store) copies(ctx context.Context) (map[string][]string, error) {
	rows, err := s.db.QueryContext(ctx, `
SELECT first.path, f.path
FROM (SELECT unit, settings, min(place) AS place FROM file WHERE unit <> '' GROUP BY unit, settings HAVING count(*) > 1) g
JOIN file first ON first.place = g.place
JOIN file f ON f.unit = g.unit AND f.settings = g.settings AND f.place > g.place
ORDER BY f.place`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string][]string{}
	for rows.Next() {
		var first, other string
		if err := rows.Scan(&first, &other); err != nil {
			return nil, err
		}
		all[first] = append(all[first], archive.Readable(other))
	}
	return all, rows.Err()
}
