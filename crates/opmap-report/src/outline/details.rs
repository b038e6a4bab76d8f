//! What else is known of the steps of one map: times, quality, value, feelings, and what happens when they go wrong.

use std::collections::BTreeMap;

use opmap_analysis::Flow;
use opmap_model::{Document, Journey, Keyword, Step, StepId, StepKind};

use super::wording::{adjective, counted, state_words};
use super::{Block, Cell, Row, Section, Table, anchor};

/// The steps of a map, each with its number in the table of steps.
struct Numbered<'a> {
    steps: Vec<(usize, &'a Step)>,
}

/// The section, if anything of this is set.
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let view = document.map_view(flow.map);
    let numbers: BTreeMap<StepId, usize> = view.steps.iter().map(|(id, _)| *id).zip(1..).collect();
    let steps = view.steps.iter().map(|(id, it)| (numbers[id], *it)).collect();
    let all = Numbered { steps };
    let (measured, watched) = (all.with(is_measured), all.with(is_watched));
    let mut blocks = Vec::new();
    if !measured.is_empty() {
        blocks.push(Block::Heading("Who, with what, how long, how well".to_owned()));
        blocks.push(Block::Table(measures(document, &measured)));
    }
    if !watched.is_empty() {
        blocks.push(Block::Heading("Moments of truth, fail points, controls and automation".to_owned()));
        blocks.push(Block::Table(risks(&watched)));
    }
    let told = |count: usize, words: &str| (count > 0).then(|| format!("{} {words}", counted(count, "step")));
    let title = [told(measured.len(), "with times, systems or feelings"), told(watched.len(), "to watch")];
    let title: Vec<String> = title.into_iter().flatten().collect();
    (!blocks.is_empty()).then(|| Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("details", flow.map),
        name: format!("Step details, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: format!("{} in the {} map", sentence(&title), adjective(flow.map.state)),
        blocks,
    })
}

fn sentence(parts: &[String]) -> String {
    super::wording::sentence(&parts.join(" and "))
}

impl<'a> Numbered<'a> {
    fn with(&self, keep: fn(&Step) -> bool) -> Vec<(usize, &'a Step)> {
        self.steps.iter().filter(|(_, it)| keep(it)).copied().collect()
    }
}

fn is_measured(step: &Step) -> bool {
    !step.other_channels.is_empty()
        || !step.systems.is_empty()
        || !step.personas.is_empty()
        || step.performer.is_some()
        || step.work_secs.is_some()
        || step.wait_secs.is_some()
        || step.first_time_right.is_some()
        || step.volume_per_month.is_some()
        || step.value.is_some()
        || step.sentiment.is_some()
        || step.evidence.is_some()
}

fn is_watched(step: &Step) -> bool {
    let said = [&step.recovery, &step.fallback, &step.rule].iter().any(|it| it.is_some());
    step.moment_of_truth || step.fail_point || step.control || said || step.kind == StepKind::Automated
}

fn measures(document: &Document, steps: &[(usize, &Step)]) -> Table {
    let named = |names: Vec<String>| match names.as_slice() {
        [] => Cell::dash(),
        names => Cell::Small(names.join(", ")),
    };
    let rows = steps.iter().map(|(number, step)| {
        let channels = step.other_channels.iter().filter_map(|id| document.get(*id));
        let systems = step.systems.iter().filter_map(|id| document.get(*id));
        let personas = step.personas.iter().filter_map(|id| document.get(*id));
        Row::new([
            Cell::Quiet(number.to_string()),
            Cell::Strong(step.title.to_string()),
            dash(document.performer(step).map(Keyword::label)),
            named(channels.map(|it| it.title.to_string()).collect()),
            named(systems.map(|it| it.title.to_string()).collect()),
            named(personas.map(|it| it.title.to_string()).collect()),
            dash(step.wait_secs),
            dash(step.work_secs),
            dash(step.first_time_right),
            dash(step.volume_per_month),
            dash(step.value.map(Keyword::label)),
            dash(step.sentiment),
            dash(step.evidence.map(Keyword::label)),
        ])
    });
    let columns = [
        ("No.", 0.5),
        ("Step", 2.0),
        ("Done by", 0.9),
        ("Also through", 1.1),
        ("Systems", 1.2),
        ("For", 1.1),
        ("Waiting", 1.0),
        ("Work", 0.9),
        ("Right first", 0.9),
        ("A month", 0.9),
        ("Value", 1.1),
        ("Feeling", 0.8),
        ("Known by", 1.0),
    ];
    Table::of_records(&columns, rows.collect()).without_empty_columns().dense()
}

fn risks(steps: &[(usize, &Step)]) -> Table {
    let rows = steps.iter().map(|(number, step)| {
        let marks = [
            (step.moment_of_truth, "moment of truth"),
            (step.fail_point, "fail point"),
            (step.control, "control"),
            (step.kind == StepKind::Automated, "automated"),
        ];
        let marks: Vec<&str> = marks.into_iter().filter(|(is, _)| *is).map(|(_, words)| words).collect();
        Row::new([
            Cell::Quiet(number.to_string()),
            Cell::Strong(step.title.to_string()),
            Cell::Text(super::wording::sentence(&marks.join(", "))),
            missing(step.recovery.as_ref(), step.fail_point),
            missing(step.fallback.as_ref(), step.kind == StepKind::Automated),
            dash_small(step.rule.as_ref()),
        ])
    });
    let columns = [
        ("No.", 0.5),
        ("Step", 2.0),
        ("What it is", 1.6),
        ("What puts it right", 2.6),
        ("When automation fails", 2.6),
        ("Its rule", 2.2),
    ];
    Table::of_records(&columns, rows.collect()).without_empty_columns().dense()
}

/// What is set; what is not set and should be is said to be missing.
fn missing(value: Option<impl ToString>, is_wanted: bool) -> Cell {
    match value {
        None if is_wanted => Cell::Signed(super::Sign::Warning, "not set".to_owned()),
        value => dash_small(value),
    }
}

fn dash(value: Option<impl ToString>) -> Cell {
    value.map_or_else(Cell::dash, |it| Cell::Text(it.to_string()))
}

fn dash_small(value: Option<impl ToString>) -> Cell {
    value.map_or_else(Cell::dash, |it| Cell::Small(it.to_string()))
}
