//! The one row of the table `workshop`.

use opmap_model::Workshop;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::cells::{self, Cells, of_date, of_json, of_keyword, of_text, of_title, optional};
use crate::cause::Fault;

const TABLE: &str = "workshop";
/// The identity of the one row; the table allows no other.
const ID: Value = Value::Integer(1);

pub(super) fn load(connection: &Connection) -> Result<Workshop, Fault> {
    let mut statement = connection.prepare("SELECT * FROM workshop LIMIT 2")?;
    let mut rows = statement.query([])?;
    let workshop = match rows.next()? {
        Some(row) => from_cells(&Cells::new(TABLE, row))?,
        None => return Err(Fault::NotOneRow { table: TABLE }),
    };
    if rows.next()?.is_some() { Err(Fault::NotOneRow { table: TABLE }) } else { Ok(workshop) }
}

pub(super) fn insert(connection: &Connection, workshop: &Workshop) -> Result<(), Fault> {
    super::insert(connection, TABLE, ID, to_cells(workshop))?;
    Ok(())
}

pub(super) fn update(connection: &Connection, workshop: &Workshop) -> Result<(), Fault> {
    match super::update(connection, TABLE, ID, to_cells(workshop))? {
        1 => Ok(()),
        _ => Err(Fault::RowGone { table: TABLE }),
    }
}

fn to_cells(workshop: &Workshop) -> Vec<(&'static str, Value)> {
    vec![
        ("title", of_title(&workshop.title)),
        ("client", optional(workshop.client.as_ref(), of_title)),
        ("purpose", optional(workshop.purpose.as_ref(), of_text)),
        ("goals", optional(workshop.goals.as_ref(), of_text)),
        ("scope", optional(workshop.scope.as_ref(), of_text)),
        ("facilitator", optional(workshop.facilitator.as_ref(), of_title)),
        ("date", optional(workshop.date, of_date)),
        ("confidentiality", optional(workshop.confidentiality, of_keyword)),
        ("thresholds", of_json(&workshop.thresholds)),
        ("roadmap", of_json(&workshop.roadmap)),
        ("report", of_json(&workshop.report)),
    ]
}

fn from_cells(cells: &Cells<'_, '_>) -> Result<Workshop, Fault> {
    Ok(Workshop {
        title: cells.get("title", cells::title)?,
        client: cells.find("client", cells::title)?,
        purpose: cells.find("purpose", cells::text)?,
        goals: cells.find("goals", cells::text)?,
        scope: cells.find("scope", cells::text)?,
        facilitator: cells.find("facilitator", cells::title)?,
        date: cells.find("date", cells::date)?,
        confidentiality: cells.find("confidentiality", cells::keyword)?,
        thresholds: cells.get("thresholds", cells::json)?,
        roadmap: cells.get("roadmap", cells::json)?,
        report: cells.get("report", cells::json)?,
    })
}
