//! How long a journey takes, and how much of that is work (H6, H8, H9, H10).

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{ConnectorKind, Document, MapKey, StageId, Step, StepId, ValueTag};
use petgraph::algo::toposort;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::Flow;
use crate::survey::{StepPlace, Survey, SurveyedMap};

/// How long the steps of a map take. Durations are in seconds; what is not set is left out and counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadTime {
    /// The map.
    pub map: MapKey,
    /// The longest way of work and waiting from a first step to a last, rework removed (H8).
    pub lead_secs: u64,
    /// How much of it is work; none where no step on the way says.
    pub work_secs: Option<u64>,
    /// The steps that cannot be later without the whole being later, in reading order: of several ways that are equally
    /// long all (H8).
    pub critical: Vec<StepId>,
    /// How many of them have a time.
    pub timed: usize,
    /// By how much each other step may be later without the whole being later (H8).
    pub slack_secs: BTreeMap<StepId, u64>,
    /// How often the whole critical way is right the first time (H6), if any of its steps says.
    pub rolled: Option<Rolled>,
    /// Whether business and calendar hours are added up on the critical way (H10).
    pub mixes_clocks: bool,
    /// Waiting and work of all steps by stage, for stages with any.
    pub by_stage: BTreeMap<StageId, Spent>,
    /// Waiting and work of all steps by value tag; `None` is *not set*.
    pub by_value: BTreeMap<Option<ValueTag>, Spent>,
}

/// Rolled throughput yield (H6): the product of first-time-right over the steps that say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rolled {
    /// The product, in permille.
    pub permille: u32,
    /// How many steps say it.
    pub known: usize,
    /// How many steps there are.
    pub of: usize,
}

/// Time spent, in seconds; none where no step says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// Nothing happens.
    pub wait_secs: Option<u64>,
    /// Something is done.
    pub work_secs: Option<u64>,
}

impl LeadTime {
    /// Work as a share of the lead time, in permille (H9, process cycle efficiency); none where there is no time, or no
    /// step on the way says how long it is worked on.
    #[must_use]
    pub fn activity_permille(&self) -> Option<u32> {
        let share = (self.work_secs? * 2_000 + self.lead_secs).checked_div(self.lead_secs * 2)?;
        u32::try_from(share).ok()
    }

    /// Whether at least half of the steps on the critical way have a time: with fewer it says little of the whole.
    #[must_use]
    pub fn is_mostly_timed(&self) -> bool {
        2 * self.timed >= self.critical.len()
    }

    /// The stage in which most time is spent; of equals one of them, always the same. None where no step has a time.
    #[must_use]
    pub fn slowest_stage(&self) -> Option<StageId> {
        let longest = self.by_stage.values().map(Spent::whole).max()?;
        self.by_stage.iter().find(|(_, it)| it.whole() == longest).map(|(id, _)| *id)
    }
}

impl Spent {
    /// Waiting and work together.
    #[must_use]
    pub fn whole(&self) -> u64 {
        self.wait_secs.unwrap_or(0) + self.work_secs.unwrap_or(0)
    }

    fn add(&mut self, step: &Step) {
        for (sum, of_step) in [(&mut self.wait_secs, step.wait_secs), (&mut self.work_secs, step.work_secs)] {
            if let Some(seconds) = of_step {
                *sum = Some(sum.unwrap_or(0) + u64::from(seconds.get()));
            }
        }
    }

    fn of(step: &Step) -> Self {
        let mut spent = Self::default();
        spent.add(step);
        spent
    }
}

fn has_time(step: &Step) -> bool {
    step.work_secs.is_some() || step.wait_secs.is_some()
}

/// The lead time of every map in which a step has a time.
pub(crate) fn lead_times(survey: &Survey<'_>, flows: &[Flow]) -> Vec<LeadTime> {
    let flow = |map: &SurveyedMap| flows.iter().find(|it| it.map == map.map);
    survey.maps.iter().filter_map(|map| lead_time(survey, map, flow(map)?)).collect()
}

/// The lead time of one map, if one of its steps has a time.
pub(crate) fn lead_time(survey: &Survey<'_>, map: &SurveyedMap, flow: &Flow) -> Option<LeadTime> {
    let (steps, first) = (survey.steps(map), survey.first_step(map));
    if !steps.iter().any(|it| has_time(it.step)) {
        return None;
    }
    let mut graph = DiGraph::<(), ()>::with_capacity(steps.len(), survey.connectors(map).len());
    for _ in steps {
        graph.add_node(());
    }
    let onward = survey.connectors(map).iter();
    for it in onward.filter(|it| it.connector.kind == ConnectorKind::Flow && !flow.rework.contains(&it.id)) {
        graph.add_edge(NodeIndex::new(it.from - first), NodeIndex::new(it.to - first), ());
    }
    // Without rework no circle is left, so this is always an order.
    let order = toposort(&graph, None).ok()?;
    let spent: Vec<Spent> = steps.iter().map(|it| Spent::of(it.step)).collect();
    let (begins, lead_secs) = earliest(&graph, &order, &spent);
    let latest = latest(&graph, &order, &spent, lead_secs);
    let slack = |step: usize| latest[step] - begins[step];
    let on_way: Vec<usize> =
        (0..steps.len()).filter(|step| slack(*step) == 0 && counts(step, &graph, steps)).collect();
    let way = way(&graph, &on_way, &begins, &spent);
    Some(LeadTime {
        map: map.map,
        lead_secs,
        work_secs: way.iter().filter_map(|step| spent[*step].work_secs).reduce(|a, b| a + b),
        timed: on_way.iter().filter(|step| has_time(steps[**step].step)).count(),
        slack_secs: (0..steps.len())
            .filter(|step| has_time(steps[*step].step) && slack(*step) > 0)
            .map(|step| (steps[step].id, slack(step)))
            .collect(),
        rolled: rolled(way.iter().map(|step| steps[*step].step)),
        mixes_clocks: mixes_clocks(way.iter().map(|step| steps[*step].step)),
        critical: on_way.into_iter().map(|step| steps[step].id).collect(),
        by_stage: summed(steps.iter().map(|it| (it.step.stage, it.step))),
        by_value: by_value(steps),
    })
}

/// Whether a step belongs to a way: it has a time, or something is connected to it.
fn counts(step: &usize, graph: &DiGraph<(), ()>, steps: &[StepPlace<'_>]) -> bool {
    has_time(steps[*step].step) || graph.neighbors_undirected(NodeIndex::new(*step)).next().is_some()
}

/// When each step can begin, and when the last one has ended.
fn earliest(graph: &DiGraph<(), ()>, order: &[NodeIndex], spent: &[Spent]) -> (Vec<u64>, u64) {
    let mut begins = vec![0; spent.len()];
    let mut end = 0;
    for node in order {
        let ends = begins[node.index()] + spent[node.index()].whole();
        end = end.max(ends);
        for next in graph.neighbors(*node) {
            begins[next.index()] = begins[next.index()].max(ends);
        }
    }
    (begins, end)
}

/// When each step must begin at the latest for the last one to end in time.
fn latest(graph: &DiGraph<(), ()>, order: &[NodeIndex], spent: &[Spent], end: u64) -> Vec<u64> {
    let mut latest = vec![0; spent.len()];
    for node in order.iter().rev() {
        let ends = graph.neighbors(*node).map(|next| latest[next.index()]).min().unwrap_or(end);
        latest[node.index()] = ends - spent[node.index()].whole();
    }
    latest
}

/// One of the critical ways from its first step to its last: of several the one that comes first in reading order.
fn way(graph: &DiGraph<(), ()>, critical: &[usize], begins: &[u64], spent: &[Spent]) -> Vec<usize> {
    let mut is_critical = vec![false; spent.len()];
    critical.iter().for_each(|step| is_critical[*step] = true);
    let mut way: Vec<usize> = Vec::new();
    let mut next = critical.iter().copied().find(|step| begins[*step] == 0);
    while let Some(step) = next {
        way.push(step);
        let ends = begins[step] + spent[step].whole();
        let onward = graph.neighbors(NodeIndex::new(step)).map(NodeIndex::index);
        next = onward.filter(|it| is_critical[*it] && begins[*it] == ends).min();
    }
    way
}

fn rolled<'a>(way: impl Iterator<Item = &'a Step>) -> Option<Rolled> {
    let (mut product, mut known, mut of) = (1.0, 0, 0);
    for step in way {
        of += 1;
        if let Some(share) = step.first_time_right {
            product *= f64::from(share.get()) / 1_000.0;
            known += 1;
        }
    }
    // A product of shares lies between 0 and 1.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let permille = (product * 1_000.0_f64).round() as u32;
    (known > 0).then_some(Rolled { permille, known, of })
}

fn mixes_clocks<'a>(way: impl Iterator<Item = &'a Step>) -> bool {
    let mut clocks = way.filter(|it| has_time(it)).filter_map(|it| it.clock);
    clocks.next().is_some_and(|first| clocks.any(|it| it != first))
}

/// What is spent in each stage of one map in which a step has a time; as [`LeadTime::by_stage`].
#[must_use]
pub fn spent_by_stage(document: &Document, map: MapKey) -> BTreeMap<StageId, Spent> {
    let of_map = document.stages().iter().filter(|(_, it)| it.map() == map);
    let stages: BTreeSet<StageId> = of_map.map(|(id, _)| *id).collect();
    summed(document.steps().values().filter(|it| stages.contains(&it.stage)).map(|step| (step.stage, step)))
}

fn summed<'a>(steps: impl Iterator<Item = (StageId, &'a Step)>) -> BTreeMap<StageId, Spent> {
    let mut found: BTreeMap<StageId, Spent> = BTreeMap::new();
    for (stage, step) in steps.filter(|it| has_time(it.1)) {
        found.entry(stage).or_default().add(step);
    }
    found
}

fn by_value(steps: &[StepPlace<'_>]) -> BTreeMap<Option<ValueTag>, Spent> {
    let mut found: BTreeMap<Option<ValueTag>, Spent> = BTreeMap::new();
    for it in steps.iter().filter(|it| has_time(it.step)) {
        found.entry(it.step.value).or_default().add(it.step);
    }
    found
}
