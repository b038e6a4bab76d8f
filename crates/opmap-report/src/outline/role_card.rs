//! The card of a role: all that it holds, as a page of its own for a job description (R12, R19).

mod brief;
mod letters;
mod rights;

use opmap_model::{Chapter, Document, HeldByRole, Keyword, Level, MapKey, MapView, Role, RoleId, State};

use super::wording::{agree, counted, sentence, share};
use super::{Block, Cell, Outline, Row, Section, Table, anchor, frame};
use crate::ReportOptions;

/// Decides what the card of a role says; none when the role is gone.
///
/// It names what the role holds and nothing else: what is not held has no table, and a role that holds nothing is said
/// to.
#[must_use]
pub fn role_card(document: &Document, id: RoleId, options: &ReportOptions) -> Option<Outline> {
    let role = document.get(id)?;
    let card = card(document, id, role, &maps(document), anchor::ROLES.to_owned());
    let frame = frame::frame(document, options);
    Some(Outline::new(None, frame, vec![(Chapter::RoleCards, vec![card])], &options.settings))
}

/// The cards of all roles in full, for those who hold them.
pub(super) fn cards(document: &Document) -> Vec<Section> {
    let maps = maps(document);
    let roles = document.roles_in_order().into_iter();
    roles.map(|(id, role)| card(document, id, role, &maps, anchor::role_card(id))).collect()
}

fn card(document: &Document, id: RoleId, role: &Role, maps: &[NamedMap<'_>], anchor: String) -> Section {
    Section {
        level: 1,
        upright: true,
        anchor,
        name: "Role card".to_owned(),
        about: Some(role.title.to_string()),
        title: role.title.to_string(),
        blocks: blocks(document, id, role, maps),
    }
}

/// The cards of all roles that hold something, in the order of the roles.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    let roles = document.roles_in_order();
    let holds = |id: RoleId| !held(document, id).is_empty();
    let (holding, idle): (Vec<_>, Vec<_>) = roles.iter().copied().partition(|(id, _)| holds(*id));
    if holding.is_empty() {
        return Vec::new();
    }
    let maps = maps(document);
    let idle: Vec<&str> = idle.iter().map(|(_, it)| it.title.as_str()).collect();
    let note = match idle.as_slice() {
        [] => "Each role holds something and has a card.".to_owned(),
        idle => format!("Nothing names these roles, and they have no card: {}.", idle.join(", ")),
    };
    let card = |(id, role): &(RoleId, &Role)| {
        let held = held(document, *id);
        let heading = format!("{}: {}", role.title, in_words(&held));
        let facts = brief::facts(document, *id, role, &held, &maps);
        [Block::Place(anchor::role_card(*id)), Block::Heading(heading), facts]
    };
    vec![Section {
        level: 1,
        upright: false,
        anchor: anchor::ROLE_CARDS.to_owned(),
        name: "Role cards".to_owned(),
        about: None,
        title: sentence(&format!(
            "{} {} something in the service",
            share(holding.len(), roles.len(), "role"),
            agree(holding.len(), "holds", "hold")
        )),
        blocks: holding.iter().flat_map(card).chain([Block::Note(note)]).collect(),
    }]
}

/// What a role holds, without those who report to it.
fn held(document: &Document, id: RoleId) -> HeldByRole {
    HeldByRole { reports: Vec::new(), ..document.held_by_role(id) }
}

/// How much of each sort it holds.
fn in_words(held: &HeldByRole) -> String {
    let counts = [
        (held.letters.len(), "letter"),
        (held.decisions.len(), "decision"),
        (held.handoffs.len(), "handoff"),
        (held.responses.len(), "case of recovery"),
        (held.recommendations.len(), "recommendation"),
        (held.journeys.len(), "journey"),
        (held.lanes.len(), "lane"),
        (held.forums.len(), "forum"),
    ];
    let told = counts.into_iter().filter(|it| it.0 > 0).map(|(count, word)| match (count, word) {
        (count, "case of recovery") if count != 1 => format!("{count} cases of recovery"),
        (count, word) => counted(count, word),
    });
    let told: Vec<String> = told.take(3).collect();
    let other = [held.choices.len(), held.concerns.len()].iter().sum::<usize>();
    match told.as_slice() {
        [] => format!("named {} in the logs", counted(other, "time")),
        told => told.join(", "),
    }
}

fn blocks(document: &Document, id: RoleId, role: &Role, maps: &[NamedMap<'_>]) -> Vec<Block> {
    let mut blocks = vec![position(document, role, &document.held_by_role(id))];
    let held = held(document, id);
    if held.is_empty() {
        blocks.push(Block::Note(
            "This role holds nothing yet: no letter, no decision, no service recovery, no journey, no lane, no handoff and \
             no recommendation names it."
                .to_owned(),
        ));
    }
    blocks.extend(responsibility(document, &held, maps));
    blocks.extend(letters::of_steps(document, id, maps));
    blocks.extend(letters::of_activities(document, id));
    blocks.extend(rights::in_decisions(document, id, &held, maps));
    blocks.extend(rights::in_recovery(document, id));
    blocks.extend(handoffs(document, &held, maps));
    blocks
}

/// A map that has something in it, and what it is called on the card.
struct NamedMap<'d> {
    key: MapKey,
    words: String,
    view: MapView<'d>,
}

/// The maps in the order of the report; the journey is named only where there are several.
fn maps(document: &Document) -> Vec<NamedMap<'_>> {
    let journeys = document.journeys_in_order();
    let several = journeys.len() > 1;
    let keys =
        journeys.iter().flat_map(|(id, journey)| State::ALL.iter().map(move |it| (*id, *journey, *it)));
    let named = keys.map(|(id, journey, state)| {
        let key = MapKey { journey: id, state };
        let words =
            if several { format!("{}: {}", state.label(), journey.title) } else { state.label().to_owned() };
        NamedMap { key, words, view: document.map_view(key) }
    });
    named.filter(|it| !it.view.lanes.is_empty()).collect()
}

/// Where the role stands in the organisation.
fn position(document: &Document, role: &Role, held: &HeldByRole) -> Block {
    let title = |id: RoleId| document.get(id).map(|it| it.title.to_string());
    let led = document.roles_in_order().into_iter().filter(|(id, _)| held.reports.contains(id));
    let led: Vec<String> = led.map(|(_, it)| it.title.to_string()).collect();
    let words = |holds: bool, yes: &str, no: &str| Cell::Text((if holds { yes } else { no }).to_owned());
    let facts = [
        ("Function", Cell::optional(role.function.as_ref())),
        ("Level, 1 front line to 9 top", Cell::optional(role.level.map(Level::get))),
        ("Reports to", Cell::optional(role.reports_to.and_then(title))),
        (
            "Who reports to it",
            if led.is_empty() { Cell::Quiet("no one".to_owned()) } else { Cell::Text(led.join("\n")) },
        ),
        ("Sourcing", Cell::optional(role.sourcing.map(Keyword::label))),
        ("Front line", words(role.frontline, "meets customers", "does not meet customers")),
        ("Committee", words(role.committee, "yes, a group of people", "no, one position")),
        ("Held today by", Cell::optional(role.person.as_ref())),
    ];
    Block::Table(Table::of_facts(facts).dense())
}

/// The journeys that it owns, the lanes whose steps it performs, and the recommendations that it sees to.
fn responsibility(document: &Document, held: &HeldByRole, maps: &[NamedMap<'_>]) -> Vec<Block> {
    let journeys = document.journeys_in_order().into_iter().filter(|(id, _)| held.journeys.contains(id));
    let journeys: Vec<String> = journeys.map(|(_, it)| it.title.to_string()).collect();
    let lanes = maps.iter().flat_map(|map| {
        let lanes = map.view.lanes.iter().filter(|(id, _)| held.lanes.contains(id));
        lanes.map(move |(_, lane)| format!("{} ({})", lane.title, map.words))
    });
    let lanes: Vec<String> = lanes.collect();
    let recommendations = held.recommendations.iter().filter_map(|id| document.get(*id));
    let recommendations = recommendations.map(|it| format!("{} {}", it.code(), it.title)).collect();
    let choices = held.choices.iter().filter_map(|id| document.get(*id));
    let choices = choices.map(|it| it.title.to_string()).collect();
    let concerns = held.concerns.iter().filter_map(|id| document.get(*id));
    let concerns = concerns.map(|it| it.title.to_string()).collect();
    let forums = held.forums.iter().filter_map(|id| document.get(*id));
    let forums = forums.map(|it| it.title.to_string()).collect();
    let facts = [
        ("Owns the journey", journeys),
        ("Performs the lane", lanes),
        ("Sees to the recommendation", recommendations),
        ("Chose in the options log", choices),
        ("Keeps an eye on", concerns),
        ("Leads or attends", forums),
    ];
    let told: Vec<_> = facts.into_iter().filter(|it| !it.1.is_empty()).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let facts = told.into_iter().map(|(name, lines)| (name, Cell::Text(lines.join("\n"))));
    vec![Block::Heading("What it owns and performs".to_owned()), Block::Table(Table::of_facts(facts).dense())]
}

/// The handoffs that it owns.
fn handoffs(document: &Document, held: &HeldByRole, maps: &[NamedMap<'_>]) -> Vec<Block> {
    let step = |id| Cell::optional(document.get::<opmap_model::StepId>(id).map(|it| &it.title));
    let rows = maps.iter().flat_map(|map| {
        let owned = map.view.connectors.iter().filter(|(id, _)| held.handoffs.contains(id));
        owned.map(|(_, it)| {
            let cells = vec![
                step(it.from),
                step(it.to),
                Cell::optional(it.trigger.as_ref()),
                Cell::optional(it.limit_secs),
            ];
            (map.words.clone(), cells)
        })
    });
    let columns = [("Map", 1.6), ("From", 2.4), ("To", 2.4), ("Trigger", 2.4), ("Time limit", 1.0)];
    part("Handoffs that it owns", &columns, grouped(rows))
}

/// A heading with its table; nothing without rows.
fn part(heading: &str, columns: &[(&'static str, f32)], rows: Vec<Row>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(heading.to_owned()), Block::Table(Table::of_records(columns, rows).dense())]
}

/// Rows that begin with what they belong to, which is said once and then repeated quietly.
fn grouped(rows: impl IntoIterator<Item = (String, Vec<Cell>)>) -> Vec<Row> {
    let mut above = None;
    let row = |(of, cells): (String, Vec<Cell>)| {
        let is_first = above.replace(of.clone()).as_ref() != Some(&of);
        let first = if is_first { Cell::Text(of) } else { Cell::Quiet(of) };
        Row::new(std::iter::once(first).chain(cells).collect::<Vec<_>>())
    };
    rows.into_iter().map(row).collect()
}
