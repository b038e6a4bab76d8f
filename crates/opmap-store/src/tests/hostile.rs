//! Files made to harm, and files that hold what no workshop holds (B1, B2).

use std::time::{Duration, Instant};

use super::Place;
use crate::{DocumentFile, StoreError};

fn refusal_after(tamper: &str) -> StoreError {
    let place = Place::with_workshop();
    place.tamper(tamper);
    let bytes = place.bytes();
    let start = Instant::now();
    let error = DocumentFile::open(&place.path).expect_err(tamper);
    // What such files are made for takes far longer, even on a busy machine.
    assert!(start.elapsed() < Duration::from_secs(10), "{tamper}: {:?}", start.elapsed());
    assert_eq!(place.bytes(), bytes, "{tamper}");
    assert_eq!(place.names().len(), 1, "{tamper}");
    error
}

#[test]
fn a_file_built_differently_is_refused_before_anything_of_it_runs() {
    let bomb = "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)";
    let rewrite = |from: &str, to: &str| {
        format!(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') \
             WHERE name IN ('steps', 'meta')"
        )
    };
    let tampers = [
        "CREATE TRIGGER undo AFTER UPDATE ON steps BEGIN DELETE FROM steps; END".to_owned(),
        "CREATE TRIGGER undo AFTER UPDATE ON meta BEGIN UPDATE meta SET revision = 0; END".to_owned(),
        "CREATE VIEW extra AS SELECT * FROM steps".to_owned(),
        format!("ALTER TABLE steps RENAME TO hidden; CREATE VIEW steps AS SELECT *, {bomb} FROM hidden"),
        "CREATE TABLE extra (a)".to_owned(),
        "CREATE INDEX extra ON steps (title)".to_owned(),
        "CREATE INDEX extra ON steps (hex(zeroblob(length(title) * 1000)))".to_owned(),
        "CREATE INDEX extra ON steps (title) WHERE title LIKE '%a%'".to_owned(),
        "CREATE VIRTUAL TABLE extra USING fts5(a)".to_owned(),
        "CREATE VIRTUAL TABLE extra USING rtree(a, b, c)".to_owned(),
        "DROP INDEX steps_by_lane".to_owned(),
        "DROP TABLE history_records".to_owned(),
        "ALTER TABLE steps ADD COLUMN extra TEXT".to_owned(),
        rewrite("note TEXT", "note TEXT AS (hex(zeroblob(400000000)))"),
        "ALTER TABLE steps RENAME COLUMN title TO name".to_owned(),
        rewrite("note TEXT", "note TEXT CHECK (length(hex(zeroblob(400000000))) > 0)"),
        rewrite("note TEXT", "note TEXT DEFAULT (hex(zeroblob(400000000)))"),
        rewrite("note TEXT", "note TEXT COLLATE NOCASE"),
        rewrite("revision INTEGER NOT NULL", "revision INTEGER"),
        rewrite("DEFERRABLE INITIALLY DEFERRED", "ON DELETE CASCADE"),
        rewrite("STRICT", "strict"),
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE steps (' WHERE name = 'steps'"
            .to_owned(),
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'steps'".to_owned(),
    ];
    for tamper in tampers {
        let error = refusal_after(&tamper);
        let by_name = matches!(error, StoreError::Altered { .. } | StoreError::Damaged { .. });
        assert!(by_name, "{tamper}: {error:?}");
    }
}

#[test]
fn content_that_no_workshop_holds_is_refused() {
    const FREE: &str = "PRAGMA foreign_keys = OFF;";
    let tampers = [
        "DELETE FROM meta",
        "UPDATE meta SET revision = -1",
        "UPDATE meta SET revision = 9223372036854775807",
        "UPDATE meta SET cursor = -1",
        "UPDATE meta SET cursor = 9223372036854775807",
        "UPDATE meta SET saved_at = 'yesterday'",
        "DELETE FROM workshop",
        "UPDATE workshop SET title = ''",
        "UPDATE workshop SET date = '2026-02-30'",
        "UPDATE workshop SET confidentiality = 'secret'",
        "UPDATE steps SET title = '  '",
        "UPDATE steps SET title = 'a' || char(0) || 'b'",
        "UPDATE steps SET title = printf('%.*c', 201, 'x')",
        "UPDATE steps SET note = printf('%.*c', 10001, 'x')",
        "UPDATE steps SET title = CAST(x'ff80' AS TEXT)",
        "UPDATE steps SET kind = 'Activity'",
        "UPDATE steps SET counterpart = 'x'",
        "UPDATE steps SET counterpart = (SELECT counterpart FROM steps LIMIT 1)",
        "UPDATE steps SET id = upper(id)",
        "UPDATE steps SET id = replace(id, '-', '')",
        "UPDATE steps SET lane = 'f0000000-0000-0000-0000-000000000000'",
        "UPDATE stages SET state = 'to-be' WHERE rank = (SELECT min(rank) FROM stages)",
        "UPDATE roles SET reports_to = id",
        "UPDATE roles SET level = 10",
        "UPDATE roles SET level = 257",
        "UPDATE connectors SET to_step = from_step",
        "UPDATE connectors SET limit_secs = -1",
        "UPDATE connectors SET limit_secs = 315360001",
        "UPDATE connectors SET limit_secs = 4294967296",
        "UPDATE customer_groups SET responses = '[]'",
        "UPDATE customer_groups SET responses = replace(responses, '\"authority\":', '\"authority\": ')",
        "UPDATE assessments SET now = 6",
        "UPDATE assessments SET shift = 'metrics'",
        "UPDATE rounds SET answers = '{}'",
        "UPDATE rounds SET shift = 'roles'",
        "DELETE FROM disruptions",
        "DELETE FROM lanes",
        "DELETE FROM roles",
        "INSERT INTO history VALUES (1, printf('%.*c', 5000, 'x'), '2026-03-02T12:00:00Z', 0)",
    ];
    for tamper in tampers {
        let error = refusal_after(&format!("{FREE}{tamper}"));
        assert!(matches!(error, StoreError::Damaged { .. }), "{tamper}: {error:?}");
    }
}

#[test]
fn more_than_any_workshop_holds_is_refused() {
    let long_text =
        "UPDATE steps SET note = printf('%.*c', 1000001, 'x') WHERE id = (SELECT min(id) FROM steps)";
    assert!(matches!(refusal_after(long_text), StoreError::TooLarge | StoreError::Damaged { .. }));
    let many_rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200001)
        INSERT INTO roles (id, rank, title, frontline, committee)
        SELECT printf('%08x-0000-0000-0000-000000000000', i), i, 'Role', 0, 0 FROM n";
    let place = Place::with_workshop();
    place.tamper(many_rows);
    assert!(matches!(DocumentFile::open(&place.path), Err(StoreError::TooLarge)));
}
