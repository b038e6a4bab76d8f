use std::collections::BTreeSet;

use expect_test::expect_file;
use opmap_model::{OnRemoval, Table};
use rusqlite::Connection;

use super::Place;
use crate::schema::sqlite_version;
use crate::{APPLICATION_ID, SCHEMA_VERSION};

fn connection() -> (Place, Connection) {
    let place = Place::with_workshop();
    let connection = Connection::open(&place.path).unwrap();
    (place, connection)
}

#[test]
fn the_schema_is_the_released_one() {
    let (_place, connection) = connection();
    let mut statement = connection.prepare("SELECT sql FROM sqlite_schema ORDER BY rowid").unwrap();
    let statements: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    expect_file!["schema.snapshot.sql"].assert_eq(&(statements.join(";\n") + ";\n"));
}

#[test]
fn the_file_says_what_it_is() {
    let (_place, connection) = connection();
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i32>(0)).unwrap();
    assert_eq!(number("application_id"), APPLICATION_ID);
    assert_eq!(number("user_version"), SCHEMA_VERSION);
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
}

#[test]
fn the_foreign_keys_are_the_references_of_the_model() {
    let (_place, connection) = connection();
    let column = |field: &'static str| match field {
        "from" | "to" => format!("{field}_step"),
        other => other.to_owned(),
    };
    let expected: BTreeSet<(String, String, String)> = Table::REFERENCES
        .iter()
        // For several references in one cell, or to one of several tables, no foreign key can speak; the rules of the
        // model do.
        .filter(|it| !matches!(it.on_removal, OnRemoval::Leave | OnRemoval::Follow))
        .map(|it| (it.from.name().to_owned(), column(it.field), it.to.name().to_owned()))
        .collect();
    let mut found = BTreeSet::new();
    for table in Table::ALL {
        let mut statement = connection.prepare("SELECT * FROM pragma_foreign_key_list(?1)").unwrap();
        let mut rows = statement.query([table.name()]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (to, from) = (row.get("table").unwrap(), row.get("from").unwrap());
            found.insert((table.name().to_owned(), from, to));
            assert_eq!(
                row.get::<_, String>("on_delete").unwrap(),
                "NO ACTION",
                "the model cascades, not the file"
            );
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn the_sqlite_inside_is_free_of_the_bugs_that_matter() {
    let parts: Vec<u32> = sqlite_version().split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{}", sqlite_version());
}
