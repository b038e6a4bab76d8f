//! Who does, answers for, is asked about and is told of what: the matrices of letters.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use opmap_analysis::{Analysis, Finding, Flow, RaciIntegrity, Severity, needs_letters};
use opmap_model::{
    ActivityId, Document, HeldLetter, Journey, LaneKind, RecordId, Role, RoleId, Step, StepId, Subject,
};

use super::wording::{adjective, agree, sentence, share, state_words};
use super::{Block, Cell, Column, Row, Section, Sign, Table, anchor};

/// The most roles side by side with their names, and with their codes only.
const MOST_NAMES: usize = 10;
const MOST_CODES: usize = 20;
/// How many findings stand below a matrix.
const MOST_TO_SETTLE: usize = 12;

/// A row of a matrix: what it is about, and its letters.
struct MatrixRow {
    about: RecordId,
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
    let mut above = None;
    let rows = (1..).zip(&view.steps).filter_map(|(number, (id, step)): (usize, &(StepId, _))| {
        let held = document.letters_of_step(step);
        if !kinds.get(&step.lane).is_some_and(|it| is_row(step, *it, &held)) {
            return None;
        }
        let stage = document.get(step.stage).map(|it| it.title.to_string()).unwrap_or_default();
        let is_first = above.replace(step.stage) != Some(step.stage);
        let stage = if is_first { Cell::Strong(stage) } else { Cell::Quiet(stage) };
        let name = named(step.title.to_string(), faulty.contains(&RecordId::Step(*id)));
        Some(MatrixRow {
            about: RecordId::Step(*id),
            head: vec![stage, Cell::Quiet(number.to_string()), name],
            held,
            left_out: step.letters.iter().filter(|it| it.1.is_none()).map(|it| it.0).collect(),
        })
    });
    let heads = [("Stage", 1.6), ("No.", 0.6), (KEY, 4.0)];
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("raci", flow.map),
        name: format!("RACI, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: title(integrity, "step", &format!("in the {} matrix", adjective(flow.map.state))),
        blocks: blocks(document, analysis, &heads, &rows.collect::<Vec<_>>()),
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
        about: RecordId::Activity(id),
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
        blocks: blocks(document, analysis, &[("Occasion", 1.8), (KEY, 4.6)], &rows),
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
    if is_faulty { Cell::Signed(Sign::Error, title) } else { Cell::Text(title) }
}

/// The matrix as tables with so many roles each as there is room for, what its signs mean, and what is left to settle.
fn blocks(
    document: &Document,
    analysis: &Analysis,
    heads: &[(&'static str, f32)],
    rows: &[MatrixRow],
) -> Vec<Block> {
    let held: BTreeSet<RoleId> = rows.iter().flat_map(|it| &it.held).map(|it| it.role).collect();
    let codes = document.role_codes();
    let role = |(id, role): (RoleId, &Role)| {
        let code = codes.get(&id).cloned().unwrap_or_default();
        held.contains(&id).then(|| HeldRole { id, code, title: role.title.to_string() })
    };
    let roles: Vec<HeldRole> = document.roles_in_order().into_iter().filter_map(role).collect();
    let named = roles.len() <= MOST_NAMES;
    let parts = roles.len().div_ceil(MOST_CODES).max(1);
    let has_lanes = rows.iter().any(|it| it.held.iter().any(|it| it.inherited) || !it.left_out.is_empty());
    let of_lanes = "A letter above dots is that of the lane, one with a shape is given to the step itself, and a dash takes \
                    the letter of the lane away.";
    let of_parts = "Each part has the rows in which one of its roles has a letter.";
    let notes = [(of_lanes, has_lanes), (of_parts, parts > 1)];
    let notes: Vec<&str> = notes.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    let mut blocks = Vec::new();
    for (number, part) in (1..).zip(roles.chunks(roles.len().div_ceil(parts).max(1))) {
        if let ([first, .., last], true) = (part, parts > 1) {
            let (first, last) = (&first.title, &last.title);
            blocks.push(Block::Heading(format!("Part {number} of {parts}: {first} to {last}")));
        }
        blocks.push(Block::Table(table(heads, rows, part, number == 1, named)));
        let codes = (!named).then(|| codes_in_words(part));
        let notes = notes.iter().filter(|_| number == parts).map(|it| (*it).to_owned());
        let words: Vec<String> = codes.into_iter().chain(notes).collect();
        if !words.is_empty() {
            blocks.push(Block::Note(words.join("\n")));
        }
    }
    blocks.extend(to_settle(analysis, rows));
    blocks
}

/// What the codes of roles stand for. A code stays with its role, and the name of a role in one line.
fn codes_in_words(roles: &[HeldRole]) -> String {
    let words = |it: &HeldRole| format!("{} {}", it.code, it.title).replace(' ', "\u{a0}");
    roles.iter().map(words).collect::<Vec<_>>().join(", ") + "."
}

/// A role with a letter in the matrix.
struct HeldRole {
    id: RoleId,
    code: String,
    title: String,
}

/// The rows in which one of the roles has a letter; the first part also has those in which nobody has.
fn table(
    heads: &[(&'static str, f32)],
    rows: &[MatrixRow],
    roles: &[HeldRole],
    is_first: bool,
    named: bool,
) -> Table {
    let of_heads = heads.iter().map(|(head, share)| Column { head: Cow::Borrowed(head), share: *share });
    let of_role = |role: &HeldRole| {
        let head = if named { format!("{}\n{}", role.code, role.title) } else { role.code.clone() };
        Column { head: Cow::Owned(head), share: if named { 1.5 } else { 0.8 } }
    };
    let belongs = |row: &&MatrixRow| {
        let of_part = |role: RoleId| roles.iter().any(|it| it.id == role);
        is_first && row.held.is_empty() || row.held.iter().any(|it| of_part(it.role))
    };
    let row = |row: &MatrixRow| {
        let cells = row.head.iter().cloned().chain(roles.iter().map(|role| cell(row, role.id)));
        Row::new(cells.collect::<Vec<_>>())
    };
    let rows = rows.iter().filter(belongs).map(row).collect();
    Table::matrix(heads.len(), of_heads.chain(roles.iter().map(of_role)).collect(), rows)
}

fn cell(row: &MatrixRow, role: RoleId) -> Cell {
    match row.held.iter().find(|it| it.role == role) {
        Some(held) => Cell::Letter { letter: held.letter, of_lane: held.inherited },
        None if row.left_out.contains(&role) => Cell::dash(),
        None => Cell::Quiet(String::new()),
    }
}

/// What the checks found about the letters of these rows, if anything.
fn to_settle(analysis: &Analysis, rows: &[MatrixRow]) -> Vec<Block> {
    let about: BTreeSet<RecordId> = rows.iter().map(|it| it.about).collect();
    let of_letters =
        |it: &&Finding| it.rule.starts_with('R') && it.records.iter().any(|it| about.contains(it));
    let row = |it: &Finding| {
        Row::new([
            Cell::Signed(Sign::from(it.severity), it.sentence.clone()),
            Cell::Quiet(it.rule.to_owned()),
        ])
    };
    let found: Vec<&Finding> = analysis.open().filter(of_letters).collect();
    let mut rows: Vec<Row> = found.iter().copied().take(MOST_TO_SETTLE).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    if found.len() > MOST_TO_SETTLE {
        let words = format!("{} more are told with what the checks found", found.len() - MOST_TO_SETTLE);
        rows.push(Row::new([Cell::Quiet(words), Cell::Page(anchor::CHECKS.to_owned())]));
    }
    let columns = [("What the checks found", 11.0), ("Rule", 1.0)];
    vec![Block::Heading("To settle".to_owned()), Block::Table(Table::of_records(&columns, rows).dense())]
}
