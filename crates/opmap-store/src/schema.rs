//! How the file is built, and whether a file is built so.

use rusqlite::Connection;

use crate::cause::Fault;
use crate::header::APPLICATION_ID;

/// The version of the file format that this program writes, and the newest that it reads.
pub const SCHEMA_VERSION: i32 = 1;

/// The statements that build a file of version 1. A released version is never edited.
const V1: &str = include_str!("schema/v1.sql");

/// One line of SQLite's own list of what a file is built of.
type Object = (String, String, String, Option<String>);

/// The version of the SQLite inside this program, as `3.54.1`.
#[must_use]
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Builds an empty file.
pub(crate) fn build(connection: &Connection) -> Result<(), Fault> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    Ok(connection.execute_batch(V1)?)
}

/// Refuses a file that is not built, to the byte, as a released version builds it: nothing that a stranger could
/// have put there is ever run.
pub(crate) fn check(connection: &Connection) -> Result<(), Fault> {
    let known = Connection::open_in_memory()?;
    known.execute_batch(V1)?;
    let expected = objects(&known, usize::MAX)?;
    if objects(connection, expected.len() + 1)? == expected {
        Ok(())
    } else {
        Err(Fault::Layout("its tables are not those of any released version"))
    }
}

fn objects(connection: &Connection, limit: usize) -> Result<Vec<Object>, Fault> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.take(limit).collect::<Result<_, _>>()?)
}
