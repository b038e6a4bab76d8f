//! The charter: why the workshop was held.

use opmap_model::{Document, Keyword, Text};

use super::wording::{agree, counted, dates, sentence, share};
use super::{Block, Cell, Section, Table, anchor};

pub(super) fn section(document: &Document) -> Section {
    let workshop = document.workshop();
    let facts = [
        ("Client", Cell::optional(workshop.client.as_ref())),
        ("Purpose", discussed(workshop.purpose.as_ref())),
        ("Goals", workshop.goals.as_ref().map_or_else(not_discussed, |it| Cell::Text(numbered(it)))),
        ("Scope", discussed(workshop.scope.as_ref())),
        ("Workshop held", Cell::optional(workshop.date.map(dates(document)))),
        ("Led by", Cell::optional(workshop.facilitator.as_ref())),
        ("Confidentiality", Cell::optional(workshop.confidentiality.map(Keyword::label))),
    ];
    Section {
        level: 1,
        upright: false,
        anchor: anchor::CHARTER.to_owned(),
        name: "Charter".to_owned(),
        about: None,
        title: title(document),
        blocks: vec![Block::Table(Table::of_facts(facts).dense())],
    }
}

fn title(document: &Document) -> String {
    let workshop = document.workshop();
    if let Some(goals) = &workshop.goals {
        return format!("The workshop pursues {}", counted(lines(goals).count(), "goal"));
    }
    let set = [&workshop.purpose, &workshop.goals, &workshop.scope].iter().filter(|it| it.is_some()).count();
    let parts = sentence(&share(set, 3, "part"));
    format!("{parts} of the charter {} discussed: purpose, goals and scope", agree(set, "was", "were"))
}

fn discussed(text: Option<&Text>) -> Cell {
    text.map_or_else(not_discussed, |it| Cell::Text(it.to_string()))
}

fn not_discussed() -> Cell {
    Cell::Quiet("not discussed".to_owned())
}

fn lines(text: &Text) -> impl Iterator<Item = &str> {
    text.as_str().lines().filter(|line| !line.trim().is_empty())
}

/// Goals stand one a line.
fn numbered(goals: &Text) -> String {
    let numbered = (1..).zip(lines(goals)).map(|(number, line)| format!("{number}.\u{a0}{line}"));
    numbered.collect::<Vec<_>>().join("\n")
}
