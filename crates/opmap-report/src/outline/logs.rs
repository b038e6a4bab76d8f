//! What goes with the roadmap: who meets about what, what could stand in the way, and what was chosen.

use opmap_model::{Document, Keyword, RoleId};

use super::wording::{agree, dates, sentence, share};
use super::{Block, Cell, Row, Section, Table, anchor};

/// What was chosen, and what could stand in the way, as far as that was said.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    [concerns(document), choices(document)].into_iter().flatten().collect()
}

fn section(anchor: &str, name: &str, title: &str, table: Table) -> Section {
    Section {
        level: 1,
        upright: false,
        anchor: anchor.to_owned(),
        name: name.to_owned(),
        about: None,
        title: sentence(title),
        blocks: vec![Block::Table(table)],
    }
}

fn role(document: &Document, id: Option<RoleId>) -> Cell {
    Cell::optional(id.and_then(|id| document.get(id)).map(|it| &it.title))
}

/// Who meets about what, if that was said.
pub(super) fn rhythm(document: &Document) -> Option<Section> {
    let forums = document.forums_in_order();
    let columns = [
        ("Forum", 1.6),
        ("How often", 1.4),
        ("Agenda", 2.6),
        ("Lead", 1.3),
        ("Who takes part", 1.7),
        ("Inputs", 1.7),
        ("Decisions", 1.8),
    ];
    let row = |it: &opmap_model::Forum| {
        // In the order of the roles.
        let roles = document.roles_in_order().into_iter().filter(|(id, _)| it.attendees.contains(id));
        let names: Vec<String> = roles.map(|(_, role)| role.title.to_string()).collect();
        Row::new([
            Cell::Strong(it.title.to_string()),
            Cell::optional(it.frequency.as_ref()),
            Cell::optional_small(it.agenda.as_ref()),
            role(document, it.owner),
            Cell::optional_small((!names.is_empty()).then(|| names.join("\n"))),
            Cell::optional_small(it.inputs.as_ref()),
            Cell::optional_small(it.decisions.as_ref()),
        ])
    };
    let led = forums.iter().filter(|(_, it)| it.owner.is_some()).count();
    let title = format!("{} {} a lead", share(led, forums.len(), "forum"), agree(led, "has", "have"));
    let table = Table::of_records(&columns, forums.iter().map(|(_, it)| row(it)).collect());
    (!forums.is_empty()).then(|| section(anchor::RHYTHM, "Operating rhythm", &title, table))
}

fn concerns(document: &Document) -> Option<Section> {
    let concerns = document.concerns_in_order();
    let columns = [
        ("", 0.9),
        ("What", 3.0),
        ("Likely, 1 to 5", 0.9),
        ("Impact, 1 to 5", 0.9),
        ("Who keeps an eye on it", 1.6),
        ("What is done about it", 3.0),
        ("State", 0.8),
    ];
    let row = |it: &opmap_model::Concern| {
        Row::new([
            Cell::Text(it.kind.label().to_owned()),
            Cell::Strong(it.title.to_string()),
            Cell::optional(it.likelihood),
            Cell::optional(it.impact),
            role(document, it.owner),
            Cell::optional(it.response.as_ref()),
            if it.settled { Cell::Quiet("settled".to_owned()) } else { Cell::Text("open".to_owned()) },
        ])
    };
    let open = concerns.iter().filter(|(_, it)| !it.settled).count();
    let answered = concerns.iter().filter(|(_, it)| !it.settled && it.response.is_some()).count();
    let title = match open {
        0 => "nothing stands in the way any more".to_owned(),
        open => format!(
            "{} in the way {} a response",
            share(answered, open, "thing"),
            agree(answered, "has", "have")
        ),
    };
    let table = Table::of_records(&columns, concerns.iter().map(|(_, it)| row(it)).collect());
    (!concerns.is_empty())
        .then(|| section(anchor::CONCERNS, "Risks, assumptions, constraints", &title, table))
}

fn choices(document: &Document) -> Option<Section> {
    let choices = document.choices_in_order();
    let columns = [
        ("What was open", 2.0),
        ("Options", 2.6),
        ("Chosen", 2.0),
        ("Why", 2.8),
        ("Who", 1.4),
        ("When", 1.1),
    ];
    let row = |(id, it): &(opmap_model::ChoiceId, &opmap_model::Choice)| {
        Row::new([
            Cell::Strong(it.title.to_string()),
            Cell::optional_small(it.options.as_ref()),
            it.chosen
                .as_ref()
                .map_or_else(|| Cell::Quiet("open".to_owned()), |it| Cell::Strong(it.to_string())),
            Cell::optional(it.reason.as_ref()),
            role(document, it.decided_by),
            Cell::optional(it.decided_on.map(dates(document))),
        ])
        .at(anchor::choice(*id))
    };
    let made = choices.iter().filter(|(_, it)| it.chosen.is_some()).count();
    let title = format!("{} {} made", share(made, choices.len(), "choice"), agree(made, "is", "are"));
    let table = Table::of_records(&columns, choices.iter().map(row).collect());
    (!choices.is_empty()).then(|| section(anchor::CHOICES, "Options log", &title, table))
}
