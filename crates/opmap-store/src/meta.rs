//! The one row about the file itself: how often it has changed, and where in its history it stands.

use chrono::{DateTime, FixedOffset, SecondsFormat, SubsecRound};
use opmap_model::Revision;
use rusqlite::{Connection, Row, TransactionBehavior};

use crate::cause::Fault;

/// Far beyond any count of edits, and far from where adding one would overflow.
const COUNT_LIMIT: i64 = 1 << 52;

/// The one row of the table `meta`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meta {
    /// How often the workshop has changed.
    pub(crate) revision: Revision,
    /// The last gesture of the history that is not taken back; 0 when there is none.
    pub(crate) cursor: i64,
    /// When the workshop was last saved, to the millisecond.
    pub(crate) saved_at: DateTime<FixedOffset>,
}

impl Meta {
    /// The row of a file that was just made.
    pub(crate) fn first(at: DateTime<FixedOffset>) -> Self {
        Self { revision: Revision(0), cursor: 0, saved_at: at.trunc_subsecs(3) }
    }

    /// The row after one more change.
    pub(crate) fn next(self, cursor: i64, at: DateTime<FixedOffset>) -> Self {
        Self { revision: self.revision.next(), cursor, saved_at: at.trunc_subsecs(3) }
    }
}

pub(crate) fn read(connection: &Connection) -> Result<Meta, Fault> {
    let mut statement = connection.prepare("SELECT revision, cursor, saved_at FROM meta LIMIT 2")?;
    let mut rows = statement.query([])?;
    let meta = match rows.next()? {
        Some(row) => from_row(row)?,
        None => return Err(Fault::NotOneRow { table: "meta" }),
    };
    if rows.next()?.is_some() { Err(Fault::NotOneRow { table: "meta" }) } else { Ok(meta) }
}

fn from_row(row: &Row<'_>) -> Result<Meta, Fault> {
    let fault = |column| Fault::Cell { table: "meta", column };
    let count = |index: usize, column| -> Result<i64, Fault> {
        let number: i64 = row.get(index)?;
        if (0..COUNT_LIMIT).contains(&number) { Ok(number) } else { Err(fault(column)) }
    };
    let revision = u64::try_from(count(0, "revision")?).map_err(|_| fault("revision"))?;
    let cursor = count(1, "cursor")?;
    let saved_at: String = row.get(2)?;
    let saved_at = saved_at.parse().map_err(|_| fault("saved_at"))?;
    Ok(Meta { revision: Revision(revision), cursor, saved_at })
}

pub(crate) fn insert(connection: &Connection, meta: Meta) -> Result<(), Fault> {
    connection.execute(
        "INSERT INTO meta (id, revision, cursor, saved_at) VALUES (1, ?1, ?2, ?3)",
        (number(meta.revision), meta.cursor, time(meta.saved_at)),
    )?;
    Ok(())
}

/// Steps from `base` to `next`; `false`, and nothing is written, when the file is no longer at `base`.
pub(crate) fn step(connection: &Connection, base: Revision, next: Meta) -> Result<bool, Fault> {
    let updated = connection.execute(
        "UPDATE meta SET revision = ?2, cursor = ?3, saved_at = ?4 WHERE revision = ?1",
        (number(base), number(next.revision), next.cursor, time(next.saved_at)),
    )?;
    Ok(updated == 1)
}

/// Has SQLite remove what a crash before a commit left beside the file, by beginning a change and dropping it.
pub(crate) fn sweep(connection: &mut Connection) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute("UPDATE meta SET revision = revision + 1", [])?;
    Ok(transaction.rollback()?)
}

/// A time as it stands in the file: RFC 3339 with milliseconds.
pub(crate) fn time(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// The revision as SQLite counts. Those of an open file stay below [`COUNT_LIMIT`] for thousands of years.
fn number(revision: Revision) -> i64 {
    i64::try_from(revision.0).unwrap_or(i64::MAX)
}
