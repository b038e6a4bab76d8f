//! What has been reached on each shift, and how far it is to what is wanted (M3).

use opmap_analysis::{ShiftResult, Shifts, signed};
use opmap_model::Document;

use super::super::wording::counted;
use super::super::{Block, Cell, Row, Section, Table};

/// The section, if a shift is scored or wanted.
pub(super) fn section(document: &Document, found: &Shifts) -> Option<Section> {
    let is_set = |it: &ShiftResult| it.now.is_some() || it.target.is_some();
    found.each.iter().any(is_set).then(|| Section {
        level: 2,
        upright: false,
        anchor: "shifts by weight".to_owned(),
        name: "Gaps by weight".to_owned(),
        about: Some("The seven shifts".to_owned()),
        title: title(found),
        blocks: vec![Block::ShiftGaps, Block::Table(table(document, found))],
    })
}

fn title(found: &Shifts) -> String {
    let first = found.by_weighted_gap().first().copied().filter(|it| it.gap.is_some_and(|gap| gap > 0));
    let Some(first) = first else {
        return match found.each.iter().filter(|it| it.gap.is_some()).count() {
            0 => "No shift has a score both for today and for what is wanted".to_owned(),
            1 => "The 1 shift with both scores is not below what is wanted".to_owned(),
            several => format!("None of the {several} shifts with both scores is below what is wanted"),
        };
    };
    let most = |it: &ShiftResult| it.weighted_gap().or(it.gap);
    let is_alike =
        |it: &&ShiftResult| it.weight.is_some() == first.weight.is_some() && most(it) == most(first);
    let alike: Vec<String> = found.each.iter().filter(is_alike).map(|it| format!("“{}”", it.name)).collect();
    let who = if alike.len() > 2 { counted(alike.len(), "shift") } else { alike.join(" and ") };
    let have = if alike.len() > 1 { "have" } else { "has" };
    let gap = counted(usize::from(first.gap.unwrap_or_default().unsigned_abs()), "level");
    match (first.weight, first.weighted_gap()) {
        (Some(weight), _) if alike.len() == 1 => {
            format!("{who} has the most to do where it matters: {gap}, at weight {weight}")
        }
        (_, Some(most)) => format!("{who} {have} the most to do where it matters: weight × gap is {most}"),
        (_, None) => format!("{who} {have} the longest way to go: {gap}"),
    }
}

fn table(document: &Document, found: &Shifts) -> Table {
    let columns = [
        ("Shift", 2.6),
        ("Today", 0.8),
        ("What is reached", 4.6),
        ("Wanted", 0.9),
        ("Gap", 0.7),
        ("Weight", 0.9),
        ("Weight × gap", 1.3),
    ];
    let optional = |it: Option<i8>| Cell::optional(it.map(signed));
    let row = |it: &&ShiftResult| {
        let assessment = document.assessment(it.shift);
        Row::new([
            Cell::Strong(format!("{} {}", it.shift.number(), it.name)),
            Cell::optional(it.now),
            it.now.map_or_else(
                || Cell::Quiet("not scored".to_owned()),
                |level| Cell::Small(format!("{}: {}", level.maturity(), assessment.anchor(level))),
            ),
            Cell::optional(it.target),
            optional(it.gap),
            Cell::optional(it.weight),
            optional(it.weighted_gap()),
        ])
    };
    Table::of_records(&columns, found.by_weighted_gap().iter().map(row).collect())
}
