//! What each perspective answered, and what else was said of the shifts.

use std::collections::BTreeSet;

use opmap_analysis::{Group, ShiftResult, Shifts};
use opmap_model::{Assessment, Document, Keyword, Perspective};

use super::super::wording::{counted, share};
use super::super::{Block, Cell, Column, Row, Section, Table};

/// What is said of the order alone, not of the levels (S5).
const ORDER_ONLY: &str = "It tells whether people put the shifts in the same order, not whether they gave the same \
                          levels; those are in the table before.";

/// The section, if answers were given from more than one perspective, or something was noted.
pub(super) fn section(document: &Document, found: &Shifts) -> Option<Section> {
    let perspectives: BTreeSet<Option<Perspective>> =
        found.each.iter().flat_map(groups).map(|it| it.perspective).collect();
    let mut blocks = Vec::new();
    if !perspectives.is_empty() {
        blocks.push(Block::Table(table(found, &perspectives)));
        blocks.push(Block::Note(
            "The middle answer of the last round; in brackets how many answered. Where answers of fewer than three people \
             would be told, they are hidden."
                .to_owned(),
        ));
    }
    if found.each.iter().any(|it| it.last_revealed().is_some()) {
        blocks.push(Block::Note(order(found)));
    }
    let said: Vec<Row> = found.each.iter().filter_map(|it| said(&document.assessment(it.shift))).collect();
    if !said.is_empty() {
        blocks.push(Block::Heading("What was noted".to_owned()));
        let columns = [("Shift", 3.0), ("Weight", 0.9), ("Benchmark", 1.1), ("Note", 7.0)];
        blocks.push(Block::Table(Table::of_records(&columns, said)));
    }
    let apart = found.each.iter().filter(|it| is_apart(it)).count();
    let asked = found.each.iter().filter(|it| groups(it).count() > 0).count();
    let title = match asked {
        0 => "What else was said of the seven shifts".to_owned(),
        _ => format!("Perspectives lie more than one level apart on {}", share(apart, asked, "shift")),
    };
    (!blocks.is_empty()).then(|| Section {
        level: 2,
        anchor: "shifts by perspective".to_owned(),
        name: "Perspectives".to_owned(),
        about: Some("The seven shifts".to_owned()),
        title,
        blocks,
    })
}

/// What each perspective answered in the last round that is revealed.
fn groups(result: &ShiftResult) -> impl Iterator<Item = &Group> {
    let asked = result.last_revealed().and_then(|it| it.asked.as_ref());
    asked.into_iter().flat_map(|it| &it.by_perspective)
}

fn middle(group: &Group) -> Option<u32> {
    Some(group.counted?.spread?.median_halves)
}

/// Whether the middle answers of two perspectives are more than one level apart.
fn is_apart(result: &ShiftResult) -> bool {
    let middles: Vec<u32> = groups(result).filter_map(middle).collect();
    let (lowest, highest) = (middles.iter().min(), middles.iter().max());
    lowest.zip(highest).is_some_and(|(lowest, highest)| highest - lowest > 2)
}

fn table(found: &Shifts, perspectives: &BTreeSet<Option<Perspective>>) -> Table {
    let name = |it: &Option<Perspective>| it.map_or("Not said", Keyword::label);
    let column = |head: &'static str, share: f32| Column { head: head.into(), share };
    let mut columns = vec![column("Shift", 3.0), column("Everyone", 1.3)];
    columns.extend(perspectives.iter().map(|it| column(name(it), 1.3)));
    let row = |result: &ShiftResult| {
        let everyone = result.last_revealed().and_then(|it| it.asked.as_ref()).map(|it| &it.everyone);
        let of = |perspective: &Option<Perspective>| groups(result).find(|it| it.perspective == *perspective);
        let mut cells =
            vec![Cell::Strong(format!("{} {}", result.shift.number(), result.name)), cell(everyone)];
        cells.extend(perspectives.iter().map(|it| cell(of(it))));
        Row::new(cells)
    };
    Table::with_columns(columns, found.each.iter().map(row).collect())
}

fn cell(group: Option<&Group>) -> Cell {
    let Some(group) = group else { return Cell::Quiet("–".to_owned()) };
    match (middle(group), group.counted) {
        (Some(halves), _) => {
            let half = if halves % 2 == 1 { ".5" } else { "" };
            Cell::Text(format!("{}{half} ({})", halves / 2, group.answered))
        }
        (None, None) => Cell::Quiet(format!("hidden ({})", group.answered)),
        (None, Some(_)) => Cell::Quiet(format!("can’t say ({})", group.answered)),
    }
}

/// Whether people put the shifts in the same order, with what that does not tell (S5, S6).
fn order(found: &Shifts) -> String {
    let order = &found.order;
    match order.w {
        Ok(w) => {
            let left_out = match order.left_out {
                0 => String::new(),
                1 => "; 1 person who has not answered all of them is left out".to_owned(),
                several => format!("; {several} people who have not answered all of them are left out"),
            };
            format!(
                "Agreement on the order of {}: Kendall’s W {}.{:02}, {}, from {} people{left_out}. {ORDER_ONLY}",
                counted(order.items, "shift"),
                w.hundredths() / 100,
                w.hundredths() % 100,
                w.strength().label(),
                order.raters
            )
        }
        Err(reason) => format!("Agreement on the order of the shifts (Kendall’s W): n/a, {reason}."),
    }
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
