//! The options of what is wanted in a journey, side by side.

use opmap_model::{Document, JourneyId, MapKey, Seconds, State, Step, StepKind};

use crate::side_by_side::SideBySide;
use crate::{Analysis, DifferenceKind, Flow, LeadTime, differences};

/// One state, as far as it is measured.
struct Column<'a> {
    document: &'a Document,
    flow: &'a Flow,
    lead_time: Option<&'a LeadTime>,
    steps: Vec<&'a Step>,
    /// What differs from what is lived; none where nothing is known of that.
    differences: Option<String>,
}

/// The options of a journey, if at least two of them have a step: what is lived, if it has one, then each option that has.
/// The one that is chosen is *to be*.
#[must_use]
pub fn options(document: &Document, analysis: &Analysis, journey: JourneyId) -> Option<SideBySide<State>> {
    let flow = |state: &State| analysis.flow(MapKey { journey, state: *state });
    let wanted = [State::ToBe, State::OptionB, State::OptionC].into_iter().filter(|it| flow(it).is_some());
    let wanted: Vec<State> = wanted.collect();
    if wanted.len() < 2 {
        return None;
    }
    let lived = Some(State::AsLived).filter(|it| flow(it).is_some());
    let states: Vec<State> = lived.into_iter().chain(wanted).collect();
    let column = |flow| Column::new(document, analysis, flow, lived);
    let columns: Vec<Column<'_>> = states.iter().filter_map(flow).map(column).collect();
    let measured = MEASURES.iter().map(|(measure, of)| (*measure, columns.iter().map(of).collect()));
    Some(SideBySide::new(states, measured))
}

/// What is told of one state; none where nothing is known.
type Told = fn(&Column<'_>) -> Option<String>;

const MEASURES: [(&str, Told); 14] = [
    ("Steps", |it| Some(it.flow.steps.to_string())),
    ("Steps done by a system", |it| Some(it.count(|step| step.kind == StepKind::Automated))),
    ("Lanes", |it| Some(it.document.lanes_of_map(it.flow.map).len().to_string())),
    ("Contacts with the customer", |it| Some(it.flow.contacts.to_string())),
    ("Handoffs", |it| Some(it.flow.handoffs.len().to_string())),
    ("Handoffs with all seven parts", |it| of(it.flow.complete, it.flow.handoffs.len())),
    ("Handoffs to another function", |it| of(it.flow.across_functions, it.flow.functions_known)),
    ("Accountability changes", |it| of(it.flow.accountability_breaks.len(), it.flow.accountability_known)),
    ("Connectors that lead back", |it| Some(it.flow.rework.len().to_string())),
    ("Lead time", |it| {
        let it = it.lead_time?;
        Some(known(duration(it.lead_secs), it.timed, it.critical.len()))
    }),
    ("Work in the lead time", |it| it.lead_time?.activity_permille().map(percent)),
    ("Right the first time", |it| {
        let rolled = it.lead_time?.rolled?;
        let share =
            if rolled.permille < 10 { "under 1\u{2009}%".to_owned() } else { percent(rolled.permille) };
        Some(known(share, rolled.known, rolled.of))
    }),
    ("Lowest sentiment", |it| {
        it.steps.iter().filter_map(|it| it.sentiment).min_by_key(|it| it.get()).map(|it| it.to_string())
    }),
    ("Differences from as lived", |it| it.differences.clone()),
];

impl<'a> Column<'a> {
    fn new(document: &'a Document, analysis: &'a Analysis, flow: &'a Flow, lived: Option<State>) -> Self {
        let MapKey { journey, state } = flow.map;
        let differences = |lived| {
            if lived == state { "–".to_owned() } else { counted(document, journey, lived, state) }
        };
        Self {
            document,
            flow,
            lead_time: analysis.lead_time(flow.map),
            steps: document.steps_of_map(flow.map).into_iter().map(|it| it.1).collect(),
            differences: lived.map(differences),
        }
    }

    fn count(&self, is_one: impl Fn(&Step) -> bool) -> String {
        self.steps.iter().filter(|it| is_one(it)).count().to_string()
    }
}

/// A value with the steps of which it is known, where that is not all.
fn known(value: String, steps: usize, of: usize) -> String {
    if steps == of { value } else { format!("{value} ({steps} of {of} steps)") }
}

/// How many of a whole; none of nothing.
fn of(part: usize, whole: usize) -> Option<String> {
    (whole > 0).then(|| format!("{part} of {whole}"))
}

/// How many elements became what from one state to another: `4 added, 2 gone`.
fn counted(document: &Document, journey: JourneyId, before: State, after: State) -> String {
    let found = differences(document, journey, before, after);
    let count = |is_it: fn(&DifferenceKind) -> bool, word: &str| {
        let count = found.iter().filter(|it| is_it(&it.kind)).count();
        (count > 0).then(|| format!("{count} {word}"))
    };
    let told = [
        count(|it| *it == DifferenceKind::Added, "added"),
        count(|it| *it == DifferenceKind::Gone, "gone"),
        count(|it| matches!(it, DifferenceKind::Moved { .. }), "moved"),
        count(|it| matches!(it, DifferenceKind::Changed { .. }), "changed"),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() { "none".to_owned() } else { told.join(", ") }
}

fn duration(seconds: u64) -> String {
    let seconds = u32::try_from(seconds).ok().and_then(Seconds::new);
    seconds.map_or_else(|| "more than ten years".to_owned(), |it| it.to_string())
}

fn percent(permille: u32) -> String {
    format!("{}\u{2009}%", (permille + 5) / 10)
}
