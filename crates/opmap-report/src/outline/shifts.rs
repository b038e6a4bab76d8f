//! The seven shifts: where the service stands, where it wants to be, and how far the room agrees.

mod gaps;
mod groups;
mod health;
mod levels;
mod since;

use opmap_analysis::{Overall, ShiftResult, Shifts, Verdict, shifts, tenths};
use opmap_drawing::shift_axes;
use opmap_model::{Document, Rating, Shift};

use super::wording::{agree, counted, sentence, share};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

pub(super) use health::questions;
pub(super) use levels::section as levels;

/// The sections, if anything was said that may be shown.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    let found = shifts(document);
    let health = health::section(document, &found);
    if !is_told(&found) {
        // Without scores it stands for itself.
        return health.into_iter().map(|it| Section { level: 1, ..it }).collect();
    }
    let mut blocks = vec![Block::Shifts { axes: shift_axes(&found), table: table(document, &found) }];
    blocks.extend(notes(&found).into_iter().map(Block::Note));
    let first = Section {
        level: 1,
        upright: false,
        anchor: anchor::SHIFTS.to_owned(),
        name: "The seven shifts".to_owned(),
        about: None,
        title: title(&found),
        blocks,
    };
    let more = [
        gaps::section(document, &found),
        since::section(document, &found),
        groups::section(document, &found),
    ];
    std::iter::once(first).chain(more.into_iter().flatten()).chain(health).collect()
}

/// Whether a shift is scored, or a round of answers has been shown.
fn is_told(found: &Shifts) -> bool {
    found.each.iter().any(|it| it.now.is_some() || it.target.is_some() || it.last_revealed().is_some())
}

/// The mean, with how many it is of and the lowest (M5).
fn title(found: &Shifts) -> String {
    let Some(overall) = &found.overall else {
        return "None of the seven shifts has a score today".to_owned();
    };
    let of = match overall.scored {
        7 => "the seven shifts".to_owned(),
        scored => share(scored, 7, "shift"),
    };
    let verb = if overall.scored == 7 { "average" } else { agree(overall.scored, "averages", "average") };
    sentence(&format!("{of} {verb} {} of 5; {}", tenths(overall.mean_tenths), lowest(found, overall)))
}

fn lowest(found: &Shifts, overall: &Overall) -> String {
    let name = |at: usize| {
        overall.at_lowest.get(at).and_then(|shift| found.each.iter().find(|it| it.shift == *shift))
    };
    match (name(0), name(1), overall.at_lowest.len()) {
        (Some(only), None, _) => format!("the lowest is “{}” at {}", only.name, overall.lowest),
        (Some(one), Some(other), 2) => {
            format!("the lowest are “{}” and “{}” at {}", one.name, other.name, overall.lowest)
        }
        (_, _, several) => format!("{several} of them are the lowest, at {}", overall.lowest),
    }
}

fn table(document: &Document, found: &Shifts) -> Table {
    let columns = [
        ("Shift", 2.8),
        ("Today", 0.9),
        ("Wanted", 1.0),
        ("Answers, 1 to 5", 2.2),
        ("Agreement", 1.7),
        ("Evidence", 1.2),
    ];
    let row = |it: &ShiftResult| {
        Row::new([
            Cell::Strong(format!("{} {}", it.shift.number(), it.name)),
            Cell::optional(it.now),
            Cell::optional(it.target),
            answers(it),
            agreement(it),
            codes(document, it.shift),
        ])
    };
    Table::of_records(&columns, found.each.iter().map(row).collect())
}

fn codes(document: &Document, shift: Shift) -> Cell {
    let told = document.evidence_of_shift(shift).into_iter().filter(|it| !it.1.internal);
    let codes: Vec<String> = told.map(|it| it.1.code()).collect();
    if codes.is_empty() { Cell::dash() } else { Cell::Text(codes.join(" ")) }
}

fn answers(result: &ShiftResult) -> Cell {
    match result.everyone().and_then(|it| it.counted?.spread) {
        Some(spread) => Cell::Bars { counts: spread.counts, agreed: result.now.map(Rating::get) },
        None => Cell::dash(),
    }
}

fn agreement(result: &ShiftResult) -> Cell {
    let verdict = result.verdict();
    let mut words = verdict.map_or_else(|missing| missing.to_string(), |it| it.label().to_owned());
    if result.revealed() > 1 {
        words = format!("{words}\nround {}", result.revealed());
    }
    if result.stale {
        // The scores were given in other words (M7).
        return Cell::Signed(Sign::Warning, format!("{words}\nlevels reworded"));
    }
    if verdict.is_ok() { Cell::Text(words) } else { Cell::Quiet(words) }
}

/// How the table is read, and what it adds up to.
fn notes(found: &Shifts) -> Vec<String> {
    let meaning = |verdict: Verdict| format!("{}: {}.", verdict.label(), verdict.meaning());
    let words = [Verdict::Consensus, Verdict::Near, Verdict::Discuss].map(meaning).join(" ");
    let mut notes = vec![format!(
        "Dark bar: the score the room agreed on. Answers are those of the last round; “can’t say” is left out. {words} \
         The wording of all levels is at the end."
    )];
    notes.extend(longest_way(found));
    notes.extend(room(found));
    notes
}

/// Which shifts have the longest way to go, in levels (M3).
fn longest_way(found: &Shifts) -> Option<String> {
    let longest = found.each.iter().filter_map(|it| it.gap).max().filter(|it| *it > 0)?;
    let names: Vec<String> =
        found.each.iter().filter(|it| it.gap == Some(longest)).map(|it| format!("“{}”", it.name)).collect();
    let wanted = found.overall.as_ref().and_then(|it| {
        let tenths = tenths(it.target_tenths?);
        Some(format!(" Wanted are {tenths} of 5 on average, of {}.", share(it.with_target, 7, "shift")))
    });
    let levels = counted(usize::try_from(longest).unwrap_or(0), "level");
    Some(format!("The longest way to go, {levels}: {}.{}", names.join(", "), wanted.unwrap_or_default()))
}

fn room(found: &Shifts) -> Option<String> {
    let percent = found.voices.frontline_percent()?;
    let people = if found.voices.all == 1 { "person" } else { "people" };
    Some(format!(
        "{} {people} in the room, {} of them from the frontline ({percent}\u{2009}%).",
        found.voices.all, found.voices.frontline
    ))
}
