//! The records of every map, read in one pass over the document.

use std::collections::BTreeMap;
use std::ops::Range;

use opmap_model::{
    Connector, ConnectorId, Document, JourneyId, Keyword, Lane, LaneId, MapKey, Stage, StageId, State, Step,
    StepId,
};

use crate::{Link, link_between};

/// The records of every map. A number of a stage, lane or step is its place in the whole.
pub(crate) struct Survey<'a> {
    /// By journey, then state.
    pub(crate) maps: Vec<SurveyedMap>,
    /// By map, then from left to right.
    stages: Vec<(StageId, &'a Stage)>,
    /// By map, then from top to bottom.
    lanes: Vec<(LaneId, &'a Lane)>,
    /// By map, then stage, lane, and their order within the cell.
    steps: Vec<StepPlace<'a>>,
    /// By map, then their first step, then their last.
    connectors: Vec<ConnectorPlace<'a>>,
}

/// Which of all records are those of one map.
pub(crate) struct SurveyedMap {
    pub(crate) map: MapKey,
    stages: Range<usize>,
    lanes: Range<usize>,
    steps: Range<usize>,
    connectors: Range<usize>,
}

/// A step, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct StepPlace<'a> {
    pub(crate) id: StepId,
    pub(crate) step: &'a Step,
    /// Number of its stage.
    pub(crate) stage: usize,
    pub(crate) lane: (LaneId, &'a Lane),
}

/// A connector, and the numbers of its steps.
#[derive(Clone, Copy)]
pub(crate) struct ConnectorPlace<'a> {
    pub(crate) id: ConnectorId,
    pub(crate) connector: &'a Connector,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl<'a> Survey<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        let journeys = document.journeys_in_order();
        let journey_numbers: BTreeMap<JourneyId, usize> =
            journeys.iter().enumerate().map(|(number, (id, _))| (*id, number)).collect();
        let map_number = |map: MapKey| {
            let state = State::ALL.iter().position(|it| *it == map.state)?;
            Some(journey_numbers.get(&map.journey)? * State::ALL.len() + state)
        };
        let map_of = |number: usize| MapKey {
            journey: journeys[number / State::ALL.len()].0,
            state: State::ALL[number % State::ALL.len()],
        };

        let mut stages: Vec<_> = document
            .stages()
            .iter()
            .filter_map(|(id, it)| Some(((map_number(it.map())?, it.rank, *id), it)))
            .collect();
        stages.sort_unstable_by_key(|it| it.0);
        let mut lanes: Vec<_> = document
            .lanes()
            .iter()
            .filter_map(|(id, it)| Some(((map_number(it.map())?, it.rank, *id), it)))
            .collect();
        lanes.sort_unstable_by_key(|it| it.0);
        let (stage_numbers, lane_numbers) =
            (Numbers::new(stages.iter().map(|it| it.0.2)), Numbers::new(lanes.iter().map(|it| it.0.2)));

        let mut steps: Vec<_> = document
            .steps()
            .iter()
            .filter_map(|(id, step)| {
                let (stage, lane) = (stage_numbers.of(step.stage)?, lane_numbers.of(step.lane)?);
                (stages[stage].0.0 == lanes[lane].0.0).then_some(((stage, lane, step.rank, *id), step))
            })
            .collect();
        steps.sort_unstable_by_key(|it| it.0);
        let step_numbers = Numbers::new(steps.iter().map(|it| it.0.3));
        let mut connectors: Vec<_> = document
            .connectors()
            .iter()
            .filter_map(|(id, it)| Some(((step_numbers.of(it.from)?, step_numbers.of(it.to)?, *id), it)))
            .collect();
        connectors.sort_unstable_by_key(|it| it.0);

        let map_of_step = |step: usize| stages[steps[step].0.0].0.0;
        let mut of_stages = Cursor::default();
        let mut of_lanes = Cursor::default();
        let mut of_steps = Cursor::default();
        let mut of_connectors = Cursor::default();
        let maps = (0..journeys.len() * State::ALL.len())
            .map(|number| SurveyedMap {
                map: map_of(number),
                stages: of_stages.next(stages.len(), |it| stages[it].0.0 == number),
                lanes: of_lanes.next(lanes.len(), |it| lanes[it].0.0 == number),
                steps: of_steps.next(steps.len(), |it| map_of_step(it) == number),
                connectors: of_connectors
                    .next(connectors.len(), |it| map_of_step(connectors[it].0.0) == number),
            })
            .collect();
        let stages = stages.into_iter().map(|((_, _, id), it)| (id, it)).collect();
        let lanes: Vec<(LaneId, &Lane)> = lanes.into_iter().map(|((_, _, id), it)| (id, it)).collect();
        let place =
            |((stage, lane, _, id), step): (_, &'a Step)| StepPlace { id, step, stage, lane: lanes[lane] };
        let steps = steps.into_iter().map(place).collect();
        let end =
            |((from, to, id), connector): (_, &'a Connector)| ConnectorPlace { id, connector, from, to };
        let connectors = connectors.into_iter().map(end).collect();
        Self { maps, stages, lanes, steps, connectors }
    }

    /// The stages of a map from left to right.
    pub(crate) fn stages(&self, of: &SurveyedMap) -> &[(StageId, &'a Stage)] {
        &self.stages[of.stages.clone()]
    }

    /// The stage of a step.
    pub(crate) fn stage(&self, of: &StepPlace<'_>) -> &'a Stage {
        self.stages[of.stage].1
    }

    /// The lanes of a map from top to bottom.
    pub(crate) fn lanes(&self, of: &SurveyedMap) -> &[(LaneId, &'a Lane)] {
        &self.lanes[of.lanes.clone()]
    }

    /// The steps of a map in reading order.
    pub(crate) fn steps(&self, of: &SurveyedMap) -> &[StepPlace<'a>] {
        &self.steps[of.steps.clone()]
    }

    /// The number of the first step of a map.
    pub(crate) fn first_step(&self, of: &SurveyedMap) -> usize {
        of.steps.start
    }

    /// The connectors of a map in reading order.
    pub(crate) fn connectors(&self, of: &SurveyedMap) -> &[ConnectorPlace<'a>] {
        &self.connectors[of.connectors.clone()]
    }

    /// What a connector is.
    pub(crate) fn link(&self, of: &ConnectorPlace<'_>) -> Link {
        let (from, to) = self.ends(of);
        let lane = |it: StepPlace<'_>| (it.lane.0, it.lane.1.kind);
        link_between(of.connector.kind, lane(from), lane(to))
    }

    /// The steps that a connector joins.
    pub(crate) fn ends(&self, of: &ConnectorPlace<'_>) -> (StepPlace<'a>, StepPlace<'a>) {
        (self.steps[of.from], self.steps[of.to])
    }
}

/// The numbers of records by their identity: a sorted list is searched faster than a tree.
struct Numbers<K>(Vec<(K, usize)>);

impl<K: Ord> Numbers<K> {
    fn new(in_order: impl Iterator<Item = K>) -> Self {
        let mut numbers: Vec<(K, usize)> = in_order.zip(0..).collect();
        numbers.sort_unstable();
        Self(numbers)
    }

    fn of(&self, id: K) -> Option<usize> {
        let found = self.0.binary_search_by(|it| it.0.cmp(&id)).ok()?;
        Some(self.0[found].1)
    }
}

/// Goes through records that are sorted by the number of their map.
#[derive(Default)]
struct Cursor(usize);

impl Cursor {
    /// The records from here on that belong to a map, of `count` in all.
    fn next(&mut self, count: usize, belongs: impl Fn(usize) -> bool) -> Range<usize> {
        let start = self.0;
        self.0 = (start..count).find(|it| !belongs(*it)).unwrap_or(count);
        start..self.0
    }
}
