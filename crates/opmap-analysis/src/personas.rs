//! The personas of one map, side by side.

use std::collections::BTreeSet;

use opmap_model::{Document, MapKey, PersonaId, Step, StepId, StepKind};

use crate::friction;
use crate::side_by_side::SideBySide;

/// The way of a persona through a map: the steps that name it, and those that name nobody and so are for everyone.
struct Way<'a> {
    document: &'a Document,
    map: MapKey,
    steps: Vec<(StepId, &'a Step)>,
}

/// The personas that steps of a map name, in their order, with what each meets on it; none where fewer than two are named.
#[must_use]
pub fn personas(document: &Document, map: MapKey) -> Option<SideBySide<PersonaId>> {
    let all = document.steps_of_map(map);
    let named: BTreeSet<PersonaId> = all.iter().flat_map(|(_, it)| it.personas.iter().copied()).collect();
    let order = document.personas_in_order().into_iter().map(|(id, _)| id);
    let columns: Vec<PersonaId> = order.filter(|id| named.contains(id)).collect();
    if columns.len() < 2 {
        return None;
    }
    let meets = |id: PersonaId, it: &Step| it.personas.is_empty() || it.personas.contains(&id);
    let way = |id: &PersonaId| Way {
        document,
        map,
        steps: all.iter().copied().filter(|(_, it)| meets(*id, it)).collect(),
    };
    let ways: Vec<Way<'_>> = columns.iter().map(way).collect();
    let measured = MEASURES.iter().map(|(measure, of)| (*measure, ways.iter().map(of).collect()));
    Some(SideBySide::new(columns, measured))
}

/// What is told of one persona; none where nothing is known.
type Told = fn(&Way<'_>) -> Option<String>;

const MEASURES: [(&str, Told); 7] = [
    ("Steps on its way", |it| Some(it.steps.len().to_string())),
    ("Touchpoints", |it| {
        Some(it.steps.iter().filter(|(_, it)| it.kind == StepKind::Touchpoint).count().to_string())
    }),
    ("Steps for it alone", |it| it.titles(|personas| personas == 1)),
    ("Steps for it and others", |it| it.titles(|personas| personas > 1)),
    ("Channels", |it| {
        let used: BTreeSet<_> = it.steps.iter().flat_map(|(_, step)| step.channels()).collect();
        let order = it.document.channels_in_order().into_iter().filter(|(id, _)| used.contains(id));
        listed(order.map(|(_, channel)| channel.title.to_string()).collect())
    }),
    ("Lowest sentiment", |it| {
        let felt = it.steps.iter().filter_map(|(_, step)| Some((step.sentiment?, step)));
        let (sentiment, step) = felt.min_by_key(|(sentiment, _)| sentiment.get())?;
        Some(format!("{sentiment} at “{}”", step.title))
    }),
    ("Pain points", |it| {
        let points = friction(it.document, it.map);
        let found = it.steps.iter().filter_map(|(id, _)| points.get(id)).map(|it| it.pain_points);
        (!points.is_empty()).then(|| found.sum::<usize>().to_string())
    }),
];

impl Way<'_> {
    /// The steps that name so many personas; none where there are no such.
    fn titles(&self, names: impl Fn(usize) -> bool) -> Option<String> {
        let steps = self.steps.iter().filter(|(_, it)| names(it.personas.len()));
        listed(steps.map(|(_, it)| it.title.to_string()).collect())
    }
}

/// Titles as a list; none of none.
fn listed(titles: Vec<String>) -> Option<String> {
    (!titles.is_empty()).then(|| titles.join(", "))
}
