//! What a row of the outline says: all that the map says of the same thing.

use std::collections::BTreeMap;

use opmap_analysis::{Analysis, Link, Severity, link_of};
use opmap_drawing::{BlueprintLineKind, MapLayout, MapNotes, RolesNote, Stress};
use opmap_model::{Connector, ConnectorKind, Document, Keyword, LaneId, RecordId, Sourcing, StepId, Title};

use super::rows::Node;
use crate::map::filter::Standing;

/// How many errors, warnings and notes the checks have about each record as the main one.
pub(super) type Counts = BTreeMap<RecordId, [usize; 3]>;

/// Counts the findings of each record that are not accepted.
pub(super) fn counts(analysis: &Analysis) -> Counts {
    let mut counts = Counts::new();
    for finding in analysis.open() {
        if let Some(record) = finding.records.first() {
            let index = match finding.severity {
                Severity::Error => 0,
                Severity::Warning => 1,
                Severity::Note => 2,
            };
            counts.entry(*record).or_default()[index] += 1;
        }
    }
    counts
}

/// The name of a row; empty for what is no longer there.
pub(super) fn name(document: &Document, node: Node) -> String {
    let step = |id: StepId| document.get(id).map(|it| it.title.to_string());
    let found = match node {
        Node::Stage(id) => document.get(id).map(|it| it.title.to_string()),
        Node::Cell(_, id) | Node::Lane(id) => document.get(id).map(|it| it.title.to_string()),
        Node::Step(id) => step(id),
        Node::Link { at, connector } => document.get(connector).and_then(|it| {
            let (word, other) = if it.from == at { ("to", it.to) } else { ("from", it.from) };
            Some(format!("{word} {}", step(other)?))
        }),
        Node::Lanes => Some("Lanes".to_owned()),
    };
    found.unwrap_or_default()
}

/// What is said of it beside its name, in order.
pub(super) fn more(
    document: &Document,
    layout: Option<&MapLayout>,
    counts: &Counts,
    node: Node,
) -> Vec<String> {
    let mut words = match node {
        Node::Stage(id) => {
            let number = layout.and_then(|it| it.stages.iter().find(|it| it.id == id)).map(|it| it.number);
            let steps = document.steps().values().filter(|it| it.stage == id).count();
            let number = number.map(|it| format!("stage {it}"));
            let phase = document.get(id).and_then(|it| it.phase).map(|it| small(it.label()));
            let folded =
                layout.and_then(|it| it.stages.iter().find(|it| it.id == id)).is_some_and(|it| it.folded);
            let folded = folded.then(|| "folded".to_owned());
            number.into_iter().chain(folded).chain(phase).chain([counted(steps, "step")]).collect()
        }
        Node::Cell(stage, lane) => {
            let steps = document.steps().values().filter(|it| it.stage == stage && it.lane == lane).count();
            let kind = document.get(lane).map(|it| small(it.kind.label()));
            kind.into_iter().chain([counted(steps, "step")]).collect()
        }
        Node::Step(id) => step(document, id),
        Node::Link { at, connector } => {
            document.get(connector).map(|it| link(document, it, at)).unwrap_or_default()
        }
        Node::Lanes => vec![layout.map(|it| counted(it.lanes.len(), "lane")).unwrap_or_default()],
        Node::Lane(id) => lane(document, layout, id),
    };
    let record = match node {
        Node::Stage(id) => Some(RecordId::Stage(id)),
        Node::Lane(id) => Some(RecordId::Lane(id)),
        Node::Step(id) => Some(RecordId::Step(id)),
        Node::Link { connector, .. } => Some(RecordId::Connector(connector)),
        Node::Cell(..) | Node::Lanes => None,
    };
    if let Some([errors, warnings, notes]) = record.and_then(|it| counts.get(&it)) {
        let found = [(*errors, "error"), (*warnings, "warning"), (*notes, "note")];
        words.extend(found.into_iter().filter(|(count, _)| *count > 0).map(|(count, it)| counted(count, it)));
    }
    words
}

/// What overlays and the filter say of it.
pub(super) fn overlaid(notes: &MapNotes, standing: Option<&Standing>, node: Node) -> Vec<String> {
    let (found, stress, label) = match node {
        Node::Step(id) => {
            let note = notes.steps.get(&id);
            let label = note.and_then(|it| it.label.as_ref()).map(|it| it.text.clone());
            (standing.map(|it| it.steps.contains(&id)), note.map(|it| it.stress), label)
        }
        Node::Link { connector, .. } => {
            let stress = notes.routes.get(&connector).map(|it| it.stress);
            (standing.map(|it| it.connectors.contains(&connector)), stress, None)
        }
        Node::Stage(id) => {
            let deciders = notes.deciders.get(&id).map(|it| format!("decisions taken by {}", it.text));
            return deciders.into_iter().collect();
        }
        Node::Cell(..) | Node::Lanes | Node::Lane(_) => return Vec::new(),
    };
    let stands_out = found.unwrap_or(stress == Some(Stress::StandsOut));
    let roles = match node {
        Node::Step(id) => notes.steps.get(&id).and_then(|it| it.roles.as_ref()),
        _ => None,
    };
    let roles = roles.map(RolesNote::words).unwrap_or_default();
    label.into_iter().chain(roles).chain(stands_out.then(|| "stands out".to_owned())).collect()
}

fn step(document: &Document, id: StepId) -> Vec<String> {
    let Some(step) = document.get(id) else { return Vec::new() };
    let sourcing = document.get(step.lane).and_then(|it| it.sourcing).filter(|it| *it != Sourcing::InHouse);
    let titles = |list: Vec<&Title>| list.into_iter().map(ToString::to_string).collect::<Vec<_>>();
    let channels = titles(step.channels().filter_map(|id| Some(&document.get(id)?.title)).collect());
    let systems = titles(step.systems.iter().filter_map(|id| Some(&document.get(*id)?.title)).collect());
    let personas = titles(step.personas.iter().filter_map(|id| Some(&document.get(*id)?.title)).collect());
    let words = [
        sourcing.map(|it| small(it.label())),
        step.performer.map(|it| format!("done by a {}", small(it.label()))),
        step.moment_of_truth.then(|| "moment of truth".to_owned()),
        step.sentiment.map(|it| format!("sentiment {it}")),
        step.fail_point.then(|| "fail point".to_owned()),
        step.control.then(|| "control".to_owned()),
        step.wait_secs.map(|it| format!("waits {it}")),
        step.work_secs.map(|it| format!("takes {it}")),
        step.first_time_right.map(|it| format!("right the first time {it}")),
        step.value.map(|it| small(it.label())),
        step.evidence.map(|it| format!("evidence: {}", small(it.label()))),
        step.note.as_ref().map(|_| "has a note".to_owned()),
    ];
    let lists = channels.into_iter().chain(systems).chain(personas);
    std::iter::once(small(step.kind.label())).chain(lists).chain(words.into_iter().flatten()).collect()
}

fn link(document: &Document, it: &Connector, at: StepId) -> Vec<String> {
    let other = document.get(if it.from == at { it.to } else { it.from });
    let lane = other.and_then(|it| document.get(it.lane)).map(|it| it.title.to_string());
    let kind = match link_of(document, it) {
        Some(Link::Handoff) => {
            let quality = it.quality().label().to_lowercase();
            format!("handoff: {quality}, {} of {} parts set", it.filled_parts(), Connector::PARTS)
        }
        Some(Link::Contact) => "contact with the customer".to_owned(),
        Some(Link::CustomerPath) => "the customer’s own path".to_owned(),
        Some(Link::System) => "system to system".to_owned(),
        Some(Link::Within) | None => "flow".to_owned(),
    };
    let words = [
        lane,
        Some(kind),
        (it.kind == ConnectorKind::Rework).then(|| "rework".to_owned()),
        it.label.as_ref().map(|it| format!("“{it}”")),
    ];
    words.into_iter().flatten().collect()
}

fn lane(document: &Document, layout: Option<&MapLayout>, id: LaneId) -> Vec<String> {
    let Some(lane) = document.get(id) else { return Vec::new() };
    let role = lane.role.and_then(|it| document.get(it)).map(|it| format!("done by {}", it.title));
    let line = layout.and_then(|layout| {
        let band = layout.lanes.iter().find(|it| it.id == id)?;
        let line = layout.lines.iter().find(|it| (it.y - band.y - band.height).abs() < 0.5)?;
        Some(match line.kind {
            BlueprintLineKind::Interaction => "above the line of interaction",
            BlueprintLineKind::Visibility => "above the line of visibility",
            BlueprintLineKind::Internal => "above the line of internal interaction",
        })
    });
    let folded = layout.and_then(|it| it.lanes.iter().find(|it| it.id == id)).is_some_and(|it| it.folded);
    let words = [
        Some(small(lane.kind.label())),
        folded.then(|| "folded".to_owned()),
        lane.function.as_ref().map(|it| format!("function {it}")),
        role,
        lane.sourcing.map(|it| small(it.label())),
        line.map(str::to_owned),
    ];
    words.into_iter().flatten().collect()
}

/// A label within a sentence.
fn small(label: &str) -> String {
    label.to_lowercase()
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::analyze;
    use opmap_model::{Document, Title, notation};

    use opmap_drawing::{MapNotes, StepNote, Stress};

    use super::{Node, counts, more, name, overlaid};

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\nrole own \"Owner\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\n\
            lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage role=own function=\"Service\"\n\
            lane pa \"Crew\" kind=partner sourcing=outsourced\n\
            step a \"Calls\" at=s1/cu kind=touchpoint\nstep b \"Answers\" at=s1/ce kind=decision note=\"Says who\" performer=system first-time-right=82.5% value=necessary evidence=observed\n\
            step c \"Digs\" at=s1/pa\nflow a -> b\nflow b -> c label=\"Street\" trigger=\"A fault\"\nrework c -> b\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    #[test]
    fn a_row_says_what_the_map_says() {
        let document = document();
        let counts = counts(&analyze(&document));
        let said =
            |node| format!("{}: {}", name(&document, node), more(&document, None, &counts, node).join(", "));
        let step =
            |title: &str| *document.steps().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0;
        let (a, b, c) = (step("Calls"), step("Answers"), step("Digs"));
        let link = |from, to| {
            let connector =
                *document.connectors().iter().find(|(_, it)| (it.from, it.to) == (from, to)).unwrap().0;
            move |at| Node::Link { at, connector }
        };
        assert_eq!(
            said(Node::Step(b)),
            "Answers: decision, done by a system, right the first time 82.5\u{2009}%, necessary, evidence: observed, has a note"
        );
        assert_eq!(said(Node::Step(c)), "Digs: activity, outsourced");
        let note = StepNote { stress: Stress::StandsOut, ..StepNote::default() };
        let notes = MapNotes { steps: [(c, note)].into(), ..MapNotes::default() };
        assert_eq!(overlaid(&notes, None, Node::Step(c)), ["stands out"]);
        assert!(overlaid(&notes, None, Node::Step(b)).is_empty());
        assert_eq!(said(link(a, b)(a)), "to Answers: Centre, contact with the customer");
        let handoff = said(link(b, c)(b));
        assert!(
            handoff.starts_with("to Digs: Crew, handoff: no owner, 3 of 7 parts set, “Street”"),
            "{handoff}"
        );
        assert!(handoff.ends_with("1 warning"), "the checks have a word to say about it: {handoff}");
        assert!(said(link(c, b)(b)).contains("from Digs: Crew, handoff: no owner, 2 of 7 parts set, rework"));
        let lane =
            |title: &str| *document.lanes().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0;
        assert_eq!(said(Node::Lane(lane("Centre"))), "Centre: frontstage, function Service, done by Owner");
        let stage = *document.stages().keys().next().unwrap();
        assert_eq!(said(Node::Cell(stage, lane("Customer"))), "Customer: customer, 1 step");
        assert!(Title::new(&name(&document, Node::Lanes)).is_ok());
    }
}
