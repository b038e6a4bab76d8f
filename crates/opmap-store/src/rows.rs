//! The rows of a document: one module for each kind of record, and what is the same for all of them.

use std::collections::BTreeMap;

use opmap_model::{
    Acceptance, Activity, Assessment, Card, Change, Channel, Choice, Concern, Connector, CustomerGroup,
    Decision, Disruption, Document, EarlierWorkshop, Evidence, Forum, HealthQuestion, ItSystem, Journey,
    KeptFinding, Lane, Logo, Milestone, Participant, Persona, Recommendation, Record, RecordKey, Role, Round,
    Stage, Step, Swap, Workstream,
};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::cause::Fault;

mod acceptance;
mod activity;
mod assessment;
mod card;
mod cells;
mod channel;
mod choice;
mod concern;
mod connector;
mod customer_group;
mod decision;
mod disruption;
mod earlier_workshop;
mod evidence;
mod forum;
mod health_question;
mod it_system;
mod journey;
mod kept_finding;
mod lane;
mod logo;
mod milestone;
mod participant;
mod persona;
mod recommendation;
mod role;
mod round;
mod stage;
mod step;
mod workshop;
mod workstream;

use cells::Cells;

/// The most rows of one table that are read; twice what a document made by edits can hold.
const ROW_LIMIT: usize = 2 * Document::RECORD_LIMIT;

/// How a record lies in its table: its cells beside the column `id`.
trait Stored: Record {
    /// Every column with its value, in the order of the table.
    fn cells(&self) -> Vec<(&'static str, Value)>;

    /// The record that the cells hold.
    fn read(cells: &Cells<'_, '_>) -> Result<Self, Fault>;
}

macro_rules! each_kind {
    ($($table:ident $label:literal: $Id:ident => $Record:ident { $($reference:tt)* })*) => {
        /// Reads the whole document. What the rows say is believed; the rules are for the caller to check.
        pub(crate) fn load(connection: &Connection) -> Result<Document, Fault> {
            let mut document = Document::new(workshop::load(connection)?);
            let records = Change { workshop: None, $($table: load_table::<$Record>(connection)?),* };
            document.apply(&records).map_err(|_| Fault::NotOneRow { table: "workshop" })?;
            Ok(document)
        }

        /// Carries a change out on the rows.
        pub(crate) fn write(connection: &Connection, change: &Change) -> Result<(), Fault> {
            if let Some(Swap { after: Some(workshop), .. }) = &change.workshop {
                workshop::update(connection, workshop)?;
            }
            $(write_table::<$Record>(connection, &change.$table)?;)*
            Ok(())
        }
    };
}
opmap_model::tables!(each_kind);

/// Writes the rows of a document into an empty file.
pub(crate) fn fill(connection: &Connection, document: &Document) -> Result<(), Fault> {
    workshop::insert(connection, document.workshop())?;
    write(connection, &document.as_additions())
}

fn load_table<R: Stored>(connection: &Connection) -> Result<BTreeMap<R::Id, Swap<R>>, Fault> {
    let table = R::TABLE.name();
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
    let mut rows = statement.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        if found.len() == ROW_LIMIT {
            return Err(Fault::TooManyRows { table, limit: ROW_LIMIT });
        }
        let cells = Cells::new(table, row);
        let id: R::Id = cells.get("id", cells::id)?;
        found.insert(id, Swap { before: None, after: Some(R::read(&cells)?) });
    }
    Ok(found)
}

fn write_table<R: Stored>(connection: &Connection, swaps: &BTreeMap<R::Id, Swap<R>>) -> Result<(), Fault> {
    let table = R::TABLE.name();
    for (id, swap) in swaps {
        let id = Value::from(id.uuid().to_string());
        let touched = match (&swap.before, &swap.after) {
            (None, None) => continue,
            (None, Some(record)) => insert(connection, table, id, record.cells()),
            (Some(_), Some(record)) => update(connection, table, id, record.cells()),
            (Some(_), None) => {
                let mut statement =
                    connection.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?;
                Ok(statement.execute([id])?)
            }
        }?;
        if touched != 1 {
            return Err(Fault::RowGone { table });
        }
    }
    Ok(())
}

fn insert(
    connection: &Connection,
    table: &'static str,
    id: Value,
    cells: Vec<(&'static str, Value)>,
) -> Result<usize, Fault> {
    cells::check_length(table, &cells)?;
    let columns: String = cells.iter().flat_map(|(column, _)| [", ", *column]).collect();
    let marks = ", ?".repeat(cells.len());
    let mut statement =
        connection.prepare_cached(&format!("INSERT INTO {table} (id{columns}) VALUES (?{marks})"))?;
    let values = std::iter::once(id).chain(cells.into_iter().map(|(_, value)| value));
    Ok(statement.execute(params_from_iter(values))?)
}

fn update(
    connection: &Connection,
    table: &'static str,
    id: Value,
    cells: Vec<(&'static str, Value)>,
) -> Result<usize, Fault> {
    cells::check_length(table, &cells)?;
    let columns: Vec<String> = cells.iter().map(|(column, _)| format!("{column} = ?")).collect();
    let columns = columns.join(", ");
    let mut statement = connection.prepare_cached(&format!("UPDATE {table} SET {columns} WHERE id = ?"))?;
    let values = cells.into_iter().map(|(_, value)| value).chain(std::iter::once(id));
    Ok(statement.execute(params_from_iter(values))?)
}
