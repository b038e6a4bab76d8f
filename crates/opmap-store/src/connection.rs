//! A connection to a file that nobody vouches for.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig::{
    SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_ENABLE_FKEY,
    SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
    SQLITE_DBCONFIG_WRITABLE_SCHEMA,
};
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::cause::Fault;

/// How long to wait for another program that holds the file.
const PATIENCE: Duration = Duration::from_secs(5);
/// `synchronous` as SQLite numbers it: what is committed is on the drive when the commit returns.
const SYNCHRONOUS_FULL: i64 = 2;

/// Whether a connection may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Read,
    Write,
    Create,
}

/// Connects to the file and sets every limit and guard before anything of it is read.
pub(crate) fn connect(path: &Path, mode: Mode) -> Result<Connection, Fault> {
    let access = match mode {
        Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    limit(&connection)?;
    guard(&connection)?;
    if mode != Mode::Read {
        make_durable(&connection)?;
    }
    Ok(connection)
}

/// Makes everything on this connection fail once `deadline` has passed; `None` lifts it.
pub(crate) fn set_deadline(connection: &mut Connection, deadline: Option<Instant>) -> Result<(), Fault> {
    let handler = deadline.map(|deadline| move || Instant::now() > deadline);
    Ok(connection.progress_handler(1_000, handler)?)
}

/// The limits that <https://sqlite.org/security.html> gives for content from elsewhere; those on statements are as
/// wide as the statements of this crate need, and a row is as long as one of the history can get: a record of
/// 1,000,000 bytes as it was and as it became, where JSON may take two bytes for one.
fn limit(connection: &Connection) -> Result<(), Fault> {
    let limits = [
        (Limit::SQLITE_LIMIT_LENGTH, 5_000_000),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 20),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 50),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
        (Limit::SQLITE_LIMIT_SCHEMA, 100),
    ];
    for (limit, value) in limits {
        connection.set_limit(limit, value)?;
    }
    Ok(())
}

fn guard(connection: &Connection) -> Result<(), Fault> {
    let switches = [
        (SQLITE_DBCONFIG_DEFENSIVE, true),
        (SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        (SQLITE_DBCONFIG_DQS_DDL, false),
        (SQLITE_DBCONFIG_DQS_DML, false),
    ];
    for (switch, on) in switches {
        connection.set_db_config(switch, on)?;
    }
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(())
}

/// One file at rest, complete after every commit, noticed when it is moved away (`locking_mode`), and nothing of
/// what was removed left in it (`secure_delete`).
fn make_durable(connection: &Connection) -> Result<(), Fault> {
    let settings = [
        ("journal_mode", "DELETE"),
        ("locking_mode", "NORMAL"),
        ("secure_delete", "ON"),
        ("synchronous", "EXTRA"),
    ];
    for (name, value) in settings {
        connection.pragma_update(None, name, value)?;
    }
    // Where a plain sync stops at the drive's own memory (macOS), this goes through to the drive.
    connection.pragma_update(None, "fullfsync", true)?;
    let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let synchronous: i64 = connection.pragma_query_value(None, "synchronous", |row| row.get(0))?;
    if journal != "delete" || synchronous < SYNCHRONOUS_FULL { Err(Fault::NotDurable) } else { Ok(()) }
}
