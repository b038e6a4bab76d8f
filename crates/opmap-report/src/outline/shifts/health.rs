//! The health check: the commercial and the operational side beside each other, and in the appendix every question
//! (1.10).

use opmap_analysis::{Answered, ShiftHealth, Shifts, health, sides_apart};
use opmap_model::{Answer, Document, HealthQuestion, Keyword, Rating, Shift};

use super::super::wording::{agree, counted, sentence, share};
use super::super::{Block, Cell, Row, Section, Table, anchor};

const READ: &str = "The middle answer, of an even number the lower one in the middle; in brackets to how many questions \
                    a level was given. Both together propose a score; the one that counts is the room’s.";

/// The section, if something was answered. It stands below the shifts.
pub(super) fn section(document: &Document, found: &Shifts) -> Option<Section> {
    let each = health(document);
    if !each.iter().any(ShiftHealth::is_answered) {
        return None;
    }
    let asked: usize = each.iter().map(|it| it.questions).sum();
    let mut notes = vec![READ.to_owned()];
    notes.extend(unsaid(&each));
    notes.push(format!("The {} and the answers to each are at the end.", counted(asked, "question")));
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::HEALTH.to_owned(),
        name: "Health check".to_owned(),
        about: Some("The seven shifts".to_owned()),
        title: title(&each),
        blocks: vec![Block::Table(table(&each, found)), Block::Note(notes.join(" "))],
    })
}

/// On how many shifts the two sides see it differently.
fn title(each: &[ShiftHealth]) -> String {
    let differences: Vec<i8> = each.iter().filter_map(ShiftHealth::difference).collect();
    let apart = differences.iter().filter(|it| **it != 0).count();
    match differences.len() {
        0 => {
            let answered = each.iter().filter(|it| it.is_answered()).count();
            let of = share(answered, Shift::ALL.len(), "shift");
            sentence(&format!("{of} {} answers in the health check", agree(answered, "has", "have")))
        }
        both => format!("The commercial and the operational side differ on {}", share(apart, both, "shift")),
    }
}

fn table(each: &[ShiftHealth], found: &Shifts) -> Table {
    let columns = [
        ("Shift", 3.0),
        ("Commercial", 1.2),
        ("Operational", 1.2),
        ("Difference", 1.9),
        ("Proposal", 1.1),
        ("Score today", 1.1),
    ];
    let row = |(it, result): (&ShiftHealth, &opmap_analysis::ShiftResult)| {
        Row::new([
            Cell::Strong(format!("{} {}", it.shift.number(), it.name)),
            answered(&it.commercial),
            answered(&it.operational),
            difference(it.difference()),
            answered(&it.both),
            Cell::optional(result.now),
        ])
    };
    Table::of_records(&columns, each.iter().zip(&found.each).map(row).collect()).dense()
}

fn answered(answered: &Answered) -> Cell {
    match answered.proposal {
        Some(proposal) => Cell::Text(format!("{proposal} ({})", answered.levels)),
        None if answered.cant_say > 0 => Cell::Quiet("can’t say".to_owned()),
        None => Cell::Quiet("not set".to_owned()),
    }
}

/// Which side sees it higher, and by how much.
fn difference(levels: Option<i8>) -> Cell {
    let Some(levels) = levels else { return Cell::dash() };
    let by = levels.unsigned_abs();
    match levels {
        0 => Cell::Quiet("none".to_owned()),
        1.. => Cell::Text(format!("commercial +{by}")),
        _ => Cell::Text(format!("operational +{by}")),
    }
}

/// How many times they could not say.
fn unsaid(each: &[ShiftHealth]) -> Option<String> {
    let cant_say: usize = each.iter().map(|it| it.both.cant_say).sum();
    (cant_say > 0).then(|| format!("“Can’t say” is left out; it was answered {}.", counted(cant_say, "time")))
}

/// The appendix with every question and its answers, if something was answered.
pub(in crate::outline) fn questions(document: &Document) -> Option<Section> {
    let each = health(document);
    each.iter().any(ShiftHealth::is_answered).then(|| {
        let (mut rows, mut apart) = (Vec::new(), 0);
        for shift in &each {
            for (_, question) in document.health_questions_of(shift.shift) {
                apart += usize::from(sides_apart(question).is_some_and(|it| it.abs() >= 2));
                rows.push(row(shift, question));
            }
        }
        let of = share(apart, rows.len(), "question");
        let verb = agree(apart, "is", "are");
        let columns =
            [("Shift", 2.0), ("Question", 5.0), ("Commercial", 1.1), ("Operational", 1.1), ("Note", 3.0)];
        Section {
            level: 1,
            upright: false,
            anchor: "health questions".to_owned(),
            name: "Questions of the health check".to_owned(),
            about: None,
            title: sentence(&format!("{of} {verb} answered two levels apart or more")),
            blocks: vec![
                Block::Table(Table::of_records(&columns, rows).dense()),
                Block::Note("From 1, which does not hold at all, to 5, which holds fully.".to_owned()),
            ],
        }
    })
}

fn row(shift: &ShiftHealth, question: &HealthQuestion) -> Row {
    Row::new([
        Cell::Quiet(format!("{} {}", shift.shift.number(), shift.name)),
        Cell::Text(question.title.to_string()),
        level(question.commercial),
        level(question.operational),
        question.note.as_ref().map_or(Cell::Quiet(String::new()), |it| Cell::Small(it.to_string())),
    ])
}

fn level(answer: Option<Answer>) -> Cell {
    match answer.map(Answer::level) {
        Some(None) => Cell::Quiet("can’t say".to_owned()),
        Some(Some(level)) => Cell::optional(Some(level)),
        None => Cell::optional(None::<Rating>),
    }
}
