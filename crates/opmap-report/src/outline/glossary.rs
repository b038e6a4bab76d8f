//! What the words of the field mean, as far as the report uses them.

use super::wording::counted;
use super::{Block, Cell, Section, Table, TableKind, anchor};

/// The section, if the sections use a term that needs words.
pub(super) fn section(sections: &[&Section]) -> Option<Section> {
    let said = sections.iter().map(|it| said(it)).collect::<Vec<_>>().join("\n").to_lowercase();
    let used = TERMS.iter().filter(|(term, _)| is_used(term, &said));
    let words: Vec<(&str, Cell)> =
        used.map(|(term, meaning)| (*term, Cell::Text((*meaning).to_owned()))).collect();
    (!words.is_empty()).then(|| Section {
        level: 1,
        upright: false,
        anchor: anchor::GLOSSARY.to_owned(),
        name: "Glossary".to_owned(),
        about: None,
        title: format!("{} of the field, as this report uses them", counted(words.len(), "word")),
        blocks: vec![Block::Table(Table::in_twos(words))],
    })
}

/// Each with what it means, by the alphabet. A term is looked for as the part of it before a bracket.
const TERMS: [(&str, &str); 22] = [
    ("A, accountable", "RACI: answers for it with their name; one for each thing."),
    ("As designed", "The way that is written down: in a handbook, a contract, a system."),
    ("As lived", "The way that it goes today, by data, by what was seen and by those who do it."),
    ("C, consulted", "RACI: is asked before it is done."),
    ("DACI", "A way to share a decision: driver, approver, contributor, informed."),
    ("Fail point", "A step at which it often goes wrong, so that someone must be able to put it right."),
    (
        "First-time-right (right the first time)",
        "The share of cases that pass a step without being done again.",
    ),
    ("Front line", "Those who meet customers in their daily work."),
    ("Frontstage", "What customers see and hear; backstage is what they do not."),
    ("Handoff", "Work that goes from one lane of the company’s side to another. It can get lost there."),
    ("I, informed", "RACI: is told after it was done."),
    ("Lane", "A row of a map: everything that one party does."),
    ("Lead time", "The longest way through a map, waiting and work together, rework left out."),
    ("Moment of truth", "A step at which customers decide what they think of the service."),
    ("Persona", "An invented customer who stands for many."),
    ("Quick win", "Much for the customer with little effort."),
    ("R, responsible", "RACI: does it."),
    ("RACI", "Who is responsible, accountable, consulted and informed, for each step."),
    ("RAPID", "A way to share a decision: recommend, agree, perform, input, decide."),
    ("RICE", "Ranks by reach, impact and confidence over effort."),
    ("To be", "The way that is wanted."),
    ("WSJF", "Weighted shortest job first: ranks by value, urgency and risk over size."),
];

/// Whether a term is said: a letter of RACI where there is RACI, any other in one of the forms that a bracket parts.
fn is_used(term: &str, said: &str) -> bool {
    if term.contains(", ") {
        return said.contains("raci");
    }
    let forms = term.split(['(', ')']).map(str::trim).filter(|it| !it.is_empty());
    forms.into_iter().any(|form| said.contains(&form.to_lowercase()))
}

/// All that a section says, a line each.
fn said(section: &Section) -> String {
    let mut lines = vec![section.name.clone(), section.title.clone()];
    for block in &section.blocks {
        match block {
            Block::Heading(words) | Block::Note(words) => lines.push(words.clone()),
            Block::Figures(figures) => lines.extend(figures.iter().map(|it| it.words.clone())),
            Block::Table(table) | Block::Board { table, .. } | Block::Shifts { table, .. } => {
                let heads = table.columns.iter().map(|it| it.head.to_string());
                lines.extend(heads.filter(|_| table.kind != TableKind::Facts));
                lines.extend(table.rows.iter().flat_map(|it| &it.cells).filter_map(words).map(str::to_owned));
            }
            _ => {}
        }
    }
    lines.join("\n")
}

fn words(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Strong(it)
        | Cell::Text(it)
        | Cell::Small(it)
        | Cell::Quiet(it)
        | Cell::Tick(it)
        | Cell::Signed(_, it) => Some(it),
        Cell::Bars { .. } | Cell::Letter { .. } | Cell::Codes(_) | Cell::Page(_) => None,
    }
}
