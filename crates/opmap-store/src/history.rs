//! What can be taken back and brought again: one row for each gesture, and one for each record that it touched.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use opmap_model::{
    Acceptance, Activity, Assessment, Card, Change, Channel, Choice, Concern, Connector, CustomerGroup,
    Decision, Disruption, EarlierWorkshop, Evidence, Forum, HealthQuestion, ItSystem, Journey, KeptFinding,
    Lane, Logo, Milestone, Participant, Persona, Recommendation, Record, RecordKey, Role, Round, Stage, Step,
    Swap, Workshop, Workstream,
};
use rusqlite::{Connection, OptionalExtension, Statement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::cause::Fault;
use crate::meta;

/// How many gestures are kept.
const GESTURE_LIMIT: i64 = 1_000;
/// How many records are kept in all gestures together; the newest gesture stays whatever it touches.
const RECORD_LIMIT: i64 = 500_000;
/// The longest label that is read, in bytes; those written hold two titles at most.
const LABEL_LIMIT: usize = 4_000;
/// What the workshop itself is called in the column `kind`; the others are called as their tables.
const WORKSHOP: &str = "workshop";

/// Adds a gesture, in place of it and those after it, which were taken back.
pub(crate) fn append(
    connection: &Connection,
    gesture: i64,
    label: &str,
    change: &Change,
    at: DateTime<FixedOffset>,
) -> Result<(), Fault> {
    connection.execute("DELETE FROM history_records WHERE gesture >= ?1", [gesture])?;
    connection.execute("DELETE FROM history WHERE gesture >= ?1", [gesture])?;
    let records = write_records(connection, gesture, change)?;
    connection.execute(
        "INSERT INTO history (gesture, label, at, records) VALUES (?1, ?2, ?3, ?4)",
        (gesture, label, meta::time(at), records),
    )?;
    prune(connection, gesture)
}

/// Forgets the oldest gestures beyond what is kept.
fn prune(connection: &Connection, newest: i64) -> Result<(), Fault> {
    let beyond_records: Option<i64> = connection.query_row(
        "SELECT max(gesture) FROM (
           SELECT gesture, sum(records) OVER (ORDER BY gesture DESC) AS total FROM history
         ) WHERE total > ?1 AND gesture < ?2",
        (RECORD_LIMIT, newest),
        |row| row.get(0),
    )?;
    let last_forgotten = beyond_records.unwrap_or(0).max(newest - GESTURE_LIMIT);
    connection.execute("DELETE FROM history_records WHERE gesture <= ?1", [last_forgotten])?;
    connection.execute("DELETE FROM history WHERE gesture <= ?1", [last_forgotten])?;
    Ok(())
}

/// What the gesture is called; none when there is no such gesture.
pub(crate) fn label(connection: &Connection, gesture: i64) -> Result<Option<String>, Fault> {
    let found: Option<String> = connection
        .query_row("SELECT label FROM history WHERE gesture = ?1", [gesture], |row| row.get(0))
        .optional()?;
    if found.as_ref().is_some_and(|label| label.len() > LABEL_LIMIT) {
        return Err(Fault::Cell { table: "history", column: "label" });
    }
    Ok(found)
}

/// What the gesture did.
pub(crate) fn change(connection: &Connection, gesture: i64) -> Result<Change, Fault> {
    let mut statement =
        connection.prepare("SELECT kind, id, before, after FROM history_records WHERE gesture = ?1")?;
    let mut rows = statement.query([gesture])?;
    let mut change = Change::default();
    while let Some(row) = rows.next()? {
        let (kind, id): (String, String) = (row.get(0)?, row.get(1)?);
        let swap = Json { gesture, before: row.get(2)?, after: row.get(3)? };
        if kind == WORKSHOP {
            if swap.before.is_none() || swap.after.is_none() {
                return Err(Fault::History { gesture, cause: None });
            }
            change.workshop = Some(swap.read::<Workshop>()?);
        } else {
            let id = Uuid::try_parse(&id).map_err(|_| Fault::History { gesture, cause: None })?;
            read_record(&mut change, &kind, id, &swap)?;
        }
    }
    Ok(change)
}

macro_rules! each_kind {
    ($($table:ident $label:literal: $Id:ident => $Record:ident { $($reference:tt)* })*) => {
        /// Writes what a gesture does to each record and returns how many there are.
        fn write_records(connection: &Connection, gesture: i64, change: &Change) -> Result<i64, Fault> {
            let mut statement = connection.prepare_cached(
                "INSERT INTO history_records (gesture, kind, id, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            let mut records = 0;
            if let Some(swap) = &change.workshop {
                insert(&mut statement, gesture, WORKSHOP, "", swap)?;
                records += 1;
            }
            $(records += insert_all::<$Record>(&mut statement, gesture, &change.$table)?;)*
            Ok(records)
        }

        fn read_record(change: &mut Change, kind: &str, id: Uuid, swap: &Json) -> Result<(), Fault> {
            $(
                if kind == <$Record as Record>::TABLE.name() {
                    change.$table.insert(id.into(), swap.read()?);
                    return Ok(());
                }
            )*
            Err(Fault::History { gesture: swap.gesture, cause: None })
        }
    };
}
opmap_model::tables!(each_kind);

fn insert_all<R: Record + Serialize>(
    statement: &mut Statement<'_>,
    gesture: i64,
    swaps: &BTreeMap<R::Id, Swap<R>>,
) -> Result<i64, Fault> {
    let mut records = 0;
    for (id, swap) in swaps {
        insert(statement, gesture, R::TABLE.name(), &id.uuid().to_string(), swap)?;
        records += 1;
    }
    Ok(records)
}

fn insert<T: Serialize>(
    statement: &mut Statement<'_>,
    gesture: i64,
    kind: &str,
    id: &str,
    swap: &Swap<T>,
) -> Result<(), Fault> {
    let json = |side: &Option<T>| {
        side.as_ref()
            .map(serde_json::to_string)
            .transpose()
            .map_err(|cause| Fault::History { gesture, cause: Some(cause) })
    };
    statement.execute((gesture, kind, id, json(&swap.before)?, json(&swap.after)?))?;
    Ok(())
}

/// One record of the history as it lies in the file.
struct Json {
    gesture: i64,
    before: Option<String>,
    after: Option<String>,
}

impl Json {
    fn read<T: DeserializeOwned>(&self) -> Result<Swap<T>, Fault> {
        let side = |json: &Option<String>| {
            json.as_deref()
                .map(serde_json::from_str)
                .transpose()
                .map_err(|cause| Fault::History { gesture: self.gesture, cause: Some(cause) })
        };
        Ok(Swap { before: side(&self.before)?, after: side(&self.after)? })
    }
}
