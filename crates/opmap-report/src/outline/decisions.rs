//! Who may decide what, up to which limit, and where it goes when it is not decided in time.

use std::collections::BTreeMap;

use opmap_analysis::{Analysis, FrontlineDecisions};
use opmap_model::{
    Bands, Decision, DecisionId, Document, MapKey, RecordId, RightLetter, Rights, RightsOf, RoleId,
};

use super::wording::{agree, percent, sentence, share, state_words};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

/// The section, if there is a decision. Decisions stand by their map; those that belong nowhere come last.
pub(super) fn section(document: &Document, analysis: &Analysis) -> Option<Section> {
    let decisions = document.decisions_in_order();
    let mut by_map: BTreeMap<Option<MapKey>, Vec<(DecisionId, &Decision)>> = BTreeMap::new();
    for (id, decision) in &decisions {
        by_map.entry(document.map_of_decision(decision)).or_default().push((*id, decision));
    }
    let nowhere = by_map.remove(&None).unwrap_or_default();
    let mut blocks = Vec::new();
    for (journey, title) in document.journeys_in_order().into_iter().map(|(id, it)| (id, &it.title)) {
        for (map, decisions) in by_map.iter().filter_map(|(map, it)| Some((map.as_ref()?, it))) {
            if map.journey == journey {
                blocks.push(Block::Heading(format!("{title}, {}", state_words(map.state))));
                blocks.push(table(document, analysis, decisions));
                blocks.extend(analysis.frontline(*map).and_then(front_line));
            }
        }
    }
    if !nowhere.is_empty() {
        blocks.push(Block::Heading("At no stage and no step".to_owned()));
        blocks.push(table(document, analysis, &nowhere));
    }
    let open = decisions.iter().filter(|(id, _)| is_open(analysis, *id)).count();
    let settled = decisions.len() - open;
    let leave = agree(settled, "leaves", "leave");
    (!decisions.is_empty()).then(|| Section {
        level: 1,
        upright: false,
        anchor: anchor::DECISIONS.to_owned(),
        name: "Decision rights".to_owned(),
        about: None,
        title: sentence(&format!(
            "{} {leave} nothing to settle",
            share(settled, decisions.len(), "decision")
        )),
        blocks,
    })
}

/// Whether a check found something about a decision that nobody has accepted.
fn is_open(analysis: &Analysis, id: DecisionId) -> bool {
    analysis.open().any(|it| it.records.contains(&RecordId::Decision(id)))
}

/// D11: the share that the front line takes; nothing where no customer is met.
fn front_line(frontline: &FrontlineDecisions) -> Option<Block> {
    let taken = share(frontline.by_frontline, frontline.at_frontstage, "decision");
    let percent = percent(frontline.permille()?);
    Some(Block::Note(format!("The front line takes {taken} in stages where it meets customers, {percent}.")))
}

fn table(document: &Document, analysis: &Analysis, decisions: &[(DecisionId, &Decision)]) -> Block {
    let columns = [
        ("Decision", 2.6),
        ("Where", 1.7),
        ("Framework", 1.0),
        ("Who has which right", 3.4),
        ("Limits", 2.6),
        ("When not decided in time", 1.9),
    ];
    let rows = decisions.iter().map(|(id, it)| row(document, it, is_open(analysis, *id)));
    Block::Table(Table::of_records(&columns, rows.collect()).dense())
}

fn row(document: &Document, decision: &Decision, is_open: bool) -> Row {
    let title = decision.title.to_string();
    let stages = decision.stages.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    let steps = decision.steps.iter().filter_map(|id| document.get(*id)).map(|it| it.title.to_string());
    let material = if decision.material { "\nmaterial" } else { "" };
    Row::new([
        if is_open { Cell::Signed(Sign::Warning, title) } else { Cell::Strong(title) },
        lines(stages.chain(steps).chain(decision.region.iter().map(ToString::to_string))),
        Cell::Text(format!("{}{material}", decision.rights.framework())),
        lines(rights(document, &decision.rights)),
        lines(decision.bands.iter().flat_map(|it| limits(document, it))),
        escalation(document, decision),
    ])
}

/// Each right with its full word: letters of two frameworks would look the same (D5).
fn rights(document: &Document, rights: &Rights) -> Vec<String> {
    match rights {
        Rights::Decider(decider) => {
            decider.iter().map(|it| format!("Decides: {}", name(document, *it))).collect()
        }
        Rights::Rapid(rights) => of_framework(document, rights),
        Rights::Daci(rights) => of_framework(document, rights),
    }
}

fn of_framework<L: RightLetter>(document: &Document, rights: &RightsOf<L>) -> Vec<String> {
    let line = |it: &opmap_model::Right<L>| {
        let words = it.words.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        format!("{}: {}{words}", it.letter.label(), name(document, it.role))
    };
    rights.iter().map(line).collect()
}

/// Each band with who decides in it.
fn limits(document: &Document, bands: &Bands) -> Vec<String> {
    let unit = bands.unit();
    let who = |role: Option<RoleId>| role.map_or_else(|| "no one".to_owned(), |it| name(document, it));
    let limited = bands.limited().iter();
    let below = limited.map(|it| format!("below {}\u{2009}{unit}: {}", it.below, who(it.decider)));
    let beyond = bands.limited().last().map_or_else(|| "any".to_owned(), |it| format!("from {}", it.below));
    below.chain([format!("{beyond}\u{2009}{unit}: {}", who(bands.beyond()))]).collect()
}

fn escalation(document: &Document, decision: &Decision) -> Cell {
    match (decision.escalate_to, decision.escalate_secs) {
        (Some(to), Some(after)) => Cell::Text(format!("{}\nafter {after}", name(document, to))),
        (Some(to), None) => Cell::Signed(Sign::Error, format!("{}\nno time limit", name(document, to))),
        (None, Some(after)) => Cell::Signed(Sign::Error, format!("to no one\nafter {after}")),
        (None, None) => Cell::Quiet("not set".to_owned()),
    }
}

fn name(document: &Document, role: RoleId) -> String {
    document.get(role).map(|it| it.title.to_string()).unwrap_or_default()
}

fn lines(of: impl IntoIterator<Item = String>) -> Cell {
    let lines: Vec<String> = of.into_iter().collect();
    if lines.is_empty() { Cell::Quiet("not set".to_owned()) } else { Cell::Small(lines.join("\n")) }
}
