//! What each perspective answered, and what else was said of the shifts.

use opmap_analysis::{Apart, Group, ShiftResult, Shifts};
use opmap_model::{Assessment, Document, Perspective};

use super::super::wording::share;
use super::super::{Block, Cell, Column, Row, Section, Sign, Table};

/// The section, if answers were given from more than one perspective, or something was noted.
pub(super) fn section(document: &Document, found: &Shifts) -> Option<Section> {
    let perspectives = found.perspectives();
    let mut blocks = Vec::new();
    if !perspectives.is_empty() {
        blocks.push(Block::Table(table(found, &perspectives)));
        blocks.push(Block::Note(
            "The middle answer of the last round, darker the higher it is; in brackets how many answered. Where answers of \
             fewer than three people would be told, they are hidden."
                .to_owned(),
        ));
    }
    if found.each.iter().any(|it| it.last_revealed().is_some()) {
        blocks.push(Block::Note(found.order_in_words()));
    }
    let said: Vec<Row> = found.each.iter().filter_map(|it| said(&document.assessment(it.shift))).collect();
    if !said.is_empty() {
        blocks.push(Block::Heading("What was noted".to_owned()));
        let columns = [("Shift", 3.0), ("Weight", 0.9), ("Benchmark", 1.1), ("Note", 7.0)];
        blocks.push(Block::Table(Table::of_records(&columns, said).dense()));
    }
    let apart = found.each.iter().filter(|it| it.apart().is_some_and(Apart::is_wide)).count();
    let asked = found.each.iter().filter(|it| it.groups().count() > 0).count();
    let title = match asked {
        0 => "What else was said of the seven shifts".to_owned(),
        _ => format!("Perspectives lie more than one level apart on {}", share(apart, asked, "shift")),
    };
    (!blocks.is_empty()).then(|| Section {
        level: 2,
        upright: false,
        anchor: "shifts by perspective".to_owned(),
        name: "Perspectives".to_owned(),
        about: Some("The seven shifts".to_owned()),
        title,
        blocks,
    })
}

fn table(found: &Shifts, perspectives: &[Option<Perspective>]) -> Table {
    let column = |head: &'static str, share: f32| Column { head: head.into(), share };
    let mut columns = vec![column("Shift", 3.0), column("Everyone", 1.3)];
    columns.extend(perspectives.iter().map(|it| column(Group::label(*it), 1.3)));
    columns.push(column("Apart", 3.0));
    let row = |result: &ShiftResult| {
        let of =
            |perspective: &Option<Perspective>| result.groups().find(|it| it.perspective == *perspective);
        let mut cells =
            vec![Cell::Strong(format!("{} {}", result.shift.number(), result.name)), cell(result.everyone())];
        cells.extend(perspectives.iter().map(|it| cell(of(it))));
        cells.push(apart(result));
        Row::new(cells)
    };
    Table::with_columns(columns, found.each.iter().map(row).collect()).dense()
}

fn cell(group: Option<&Group>) -> Cell {
    let Some(group) = group else { return Cell::dash() };
    Cell::Signed(Sign::Level(group.middle_halves()), format!("{} ({})", group.middle(), group.answered))
}

/// How far the perspectives lie apart, and which ones.
fn apart(result: &ShiftResult) -> Cell {
    let Some(apart) = result.apart() else { return Cell::dash() };
    let words = [Some(apart.in_levels()), apart.who()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if apart.is_wide() { Cell::Strong(words) } else { Cell::Text(words) }
}

/// What was noted of a shift beside its scores.
fn said(assessment: &Assessment) -> Option<Row> {
    let reason = assessment.target_reason.as_ref().map(|it| format!("Why less is wanted: {it}"));
    let lines: Vec<String> = assessment.note.iter().map(ToString::to_string).chain(reason).collect();
    let is_said = !lines.is_empty() || assessment.weight.is_some() || assessment.benchmark.is_some();
    let note = (!lines.is_empty()).then(|| lines.join("\n"));
    is_said.then(|| {
        Row::new([
            Cell::Strong(format!("{} {}", assessment.shift.number(), assessment.name())),
            Cell::optional(assessment.weight),
            Cell::optional(assessment.benchmark),
            Cell::optional(note),
        ])
    })
}
