//! Who does, answers for, is asked about and is told of what: the matrices of letters.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use opmap_analysis::{Analysis, Flow, RaciIntegrity, Severity, needs_letters};
use opmap_model::{
    ActivityId, Document, HeldLetter, Journey, LaneKind, RecordId, RoleId, Step, StepId, Subject,
};

use super::wording::{adjective, agree, sentence, share, state_words};
use super::{Block, Cell, Column, Row, Section, Sign, Table, anchor};

/// The most roles side by side: more would be too narrow for their names.
const MOST_ROLES: usize = 10;

/// A row of a matrix: what it is about, and its letters.
struct MatrixRow {
    head: Vec<Cell>,
    held: Vec<HeldLetter>,
    /// Roles that have no letter here although they have one on the lane (R20).
    left_out: Vec<RoleId>,
}

/// The matrices of all maps in which someone has a letter, and of what is done outside the journeys.
pub(super) fn sections(document: &Document, analysis: &Analysis) -> Vec<Section> {
    let of_flow = |flow: &Flow| of_map(document, analysis, document.get(flow.map.journey)?, flow);
    analysis.flows.iter().filter_map(of_flow).chain(of_activities(document, analysis)).collect()
}

/// The matrix of one map, if someone has a letter in it.
fn of_map(document: &Document, analysis: &Analysis, journey: &Journey, flow: &Flow) -> Option<Section> {
    let integrity = analysis.raci.iter().find(|it| it.map == Some(flow.map))?;
    let faulty = faulty(analysis);
    let view = document.map_view(flow.map);
    let kinds: BTreeMap<_, _> = view.lanes.iter().map(|(id, it)| (*id, it.kind)).collect();
    let rows = (1..).zip(&view.steps).filter_map(|(number, (id, step)): (usize, &(StepId, _))| {
        let held = document.letters_of_step(step);
        let is_row = kinds.get(&step.lane).is_some_and(|it| is_row(step, *it, &held));
        let name = named(step.title.to_string(), faulty.contains(&RecordId::Step(*id)));
        is_row.then(|| MatrixRow {
            head: vec![Cell::Quiet(number.to_string()), name],
            held,
            left_out: step.letters.iter().filter(|it| it.1.is_none()).map(|it| it.0).collect(),
        })
    });
    let heads = [("No.", 0.7), (KEY, 4.6)];
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("raci", flow.map),
        name: format!("RACI, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: title(integrity, "step", &format!("in the {} matrix", adjective(flow.map.state))),
        blocks: blocks(document, &heads, &rows.collect::<Vec<_>>()),
    })
}

/// Whether the matrix has a row for a step of a lane of this kind: it needs letters, or has some of its own all the same.
pub(super) fn is_row(step: &Step, lane: LaneKind, held: &[HeldLetter]) -> bool {
    needs_letters(step.kind, lane) || held.iter().any(|it| !it.inherited)
}

/// The matrix of what is done outside the journeys, if there is any.
fn of_activities(document: &Document, analysis: &Analysis) -> Option<Section> {
    let integrity = analysis.raci.iter().find(|it| it.map.is_none())?;
    let faulty = faulty(analysis);
    let row = |(id, activity): (ActivityId, &opmap_model::Activity)| MatrixRow {
        head: vec![
            Cell::optional(activity.group.as_ref()),
            named(activity.title.to_string(), faulty.contains(&RecordId::Activity(id))),
        ],
        held: document.letters(Subject::Activity(id)),
        left_out: Vec::new(),
    };
    let rows: Vec<MatrixRow> = document.activities_in_order().into_iter().map(row).collect();
    Some(Section {
        level: 1,
        upright: false,
        anchor: anchor::ACTIVITIES.to_owned(),
        name: "Outside the journeys".to_owned(),
        about: None,
        title: title(integrity, "occasion", "outside the journeys"),
        blocks: blocks(document, &[("Occasion", 1.4), (KEY, 4.6)], &rows),
    })
}

/// Stands in the head that every page repeats: letters mean nothing without the words of their framework (D5).
const KEY: &str = "RACI: R\u{a0}Responsible, A\u{a0}Accountable, C\u{a0}Consulted, I\u{a0}Informed";

fn title(integrity: &RaciIntegrity, word: &str, place: &str) -> String {
    let sound = share(integrity.sound, integrity.rows, word);
    let has = agree(integrity.sound, "has", "have");
    sentence(&format!("{sound} {place} {has} one who answers and someone who does it"))
}

/// What an error was found about that nobody has accepted.
fn faulty(analysis: &Analysis) -> BTreeSet<RecordId> {
    let of_letters = |rule: &str| matches!(rule, "R1" | "R2" | "R7");
    let errors = analysis.open().filter(|it| it.severity == Severity::Error && of_letters(it.rule));
    errors.flat_map(|it| it.records.iter().copied()).collect()
}

fn named(title: String, is_faulty: bool) -> Cell {
    if is_faulty { Cell::Signed(Sign::Error, title) } else { Cell::Strong(title) }
}

/// The matrix as tables with so many roles each that their names can be read, and what its signs mean.
fn blocks(document: &Document, heads: &[(&'static str, f32)], rows: &[MatrixRow]) -> Vec<Block> {
    let held: BTreeSet<RoleId> = rows.iter().flat_map(|it| &it.held).map(|it| it.role).collect();
    let roles = document.roles_in_order().into_iter().filter(|(id, _)| held.contains(id));
    let roles: Vec<(RoleId, String)> = roles.map(|(id, it)| (id, it.title.to_string())).collect();
    let parts = roles.len().div_ceil(MOST_ROLES).max(1);
    let mut blocks = Vec::new();
    for (number, part) in roles.chunks(roles.len().div_ceil(parts).max(1)).enumerate() {
        if let ([(_, first), .., (_, last)], true) = (part, parts > 1) {
            blocks.push(Block::Heading(format!("Part {} of {parts}: {first} to {last}", number + 1)));
        }
        blocks.push(Block::Table(table(heads, rows, part, number == 0)));
    }
    let has_lanes = rows.iter().any(|it| it.held.iter().any(|it| it.inherited) || !it.left_out.is_empty());
    let of_lanes = "A letter in brackets is that of the lane, a bold one is given to the step itself, and a dash takes \
                    the letter of the lane away.";
    let of_parts = "Each part has the rows in which one of its roles has a letter.";
    let notes = [("A/R is accountable and responsible.", true), (of_lanes, has_lanes), (of_parts, parts > 1)];
    let notes: Vec<&str> = notes.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    blocks.push(Block::Note(notes.join(" ")));
    blocks
}

/// The rows in which one of the roles has a letter; the first part also has those in which nobody has.
fn table(
    heads: &[(&'static str, f32)],
    rows: &[MatrixRow],
    roles: &[(RoleId, String)],
    is_first: bool,
) -> Table {
    let of_heads = heads.iter().map(|(head, share)| Column { head: Cow::Borrowed(head), share: *share });
    let of_roles = roles.iter().map(|(_, title)| Column { head: Cow::Owned(title.clone()), share: 1.6 });
    let belongs = |row: &&MatrixRow| {
        let of_part = |role: RoleId| roles.iter().any(|(id, _)| *id == role);
        is_first && row.held.is_empty() || row.held.iter().any(|it| of_part(it.role))
    };
    let row = |row: &MatrixRow| {
        let cells = row.head.iter().cloned().chain(roles.iter().map(|(role, _)| cell(row, *role)));
        Row::new(cells.collect::<Vec<_>>())
    };
    let rows = rows.iter().filter(belongs).map(row).collect();
    Table::with_columns(of_heads.chain(of_roles).collect(), rows).dense()
}

/// A cell: told apart by weight and brackets, so that it needs no colour.
fn cell(row: &MatrixRow, role: RoleId) -> Cell {
    match row.held.iter().find(|it| it.role == role) {
        Some(held) if held.inherited => Cell::Text(format!("({})", held.letter.sign())),
        Some(held) => Cell::Strong(held.letter.sign().to_owned()),
        None if row.left_out.contains(&role) => Cell::Quiet("–".to_owned()),
        None => Cell::Quiet(String::new()),
    }
}
