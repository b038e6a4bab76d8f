//! What the layout needs of the records of one map, read once and kept up to date.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use opmap_model::{
    Change, ChannelId, Connector, ConnectorId, ConnectorKind, Document, Lane, LaneId, MapKey, Performer,
    Rank, Record, RecordKey, Stage, StageId, Step, StepId, StepKind,
};

use super::list::{GONE, List, Listed, Shift};
use super::signs::{CardCounts, RowSign};
use super::touched::Touched;
use super::{measure, signs};
use crate::Fonts;

/// The records of one map, as far as the layout needs them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Reading {
    /// Stages from left to right.
    pub(super) stages: Vec<(StageId, Stage)>,
    /// Lanes from top to bottom.
    pub(super) lanes: Vec<(LaneId, Lane)>,
    /// Steps by stage, then lane, then their order within the cell.
    pub(super) steps: List<StepRow>,
    /// Connectors, by their first step in the order above, then their last.
    pub(super) connectors: List<Wire>,
}

/// Where the records of a reading stood in the one before.
#[derive(Debug)]
pub(super) struct Stood {
    pub(super) steps: Shift,
    pub(super) connectors: Shift,
    /// Those of the steps that have stayed and say something else than before, in ascending order.
    revised: Vec<u32>,
    /// The stages that a connector leads from or to that has come, gone or changed.
    pub(super) connected: BTreeSet<u32>,
}

impl Stood {
    /// Whether a step that has stayed says something else than before.
    pub(super) fn is_revised(&self, step: u32) -> bool {
        self.revised.binary_search(&step).is_ok()
    }
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StepRow {
    pub(super) id: StepId,
    /// Which of the stages it belongs to.
    pub(super) stage: u32,
    /// Which of the lanes it belongs to.
    pub(super) lane: u32,
    rank: Rank,
    pub(super) kind: StepKind,
    channel: Option<ChannelId>,
    cards: CardCounts,
    pub(super) words: Words,
}

/// What is written in the box of a step.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    /// The name of the step, broken into lines.
    pub(super) title_lines: Arc<[String]>,
    /// What the row below it says.
    pub(super) signs: Arc<[RowSign]>,
    /// Who or what does it.
    pub(super) performer: Option<Performer>,
    pub(super) moment_of_truth: bool,
    pub(super) fail_point: bool,
}

/// A connector.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wire {
    pub(super) id: ConnectorId,
    /// Which of the steps it leads from.
    pub(super) from: u32,
    /// Which of the steps it leads to.
    pub(super) to: u32,
    pub(super) kind: ConnectorKind,
    /// How many of the seven parts of a handoff are filled in.
    pub(super) filled: u8,
    pub(super) owner_missing: bool,
    pub(super) label: Option<Arc<str>>,
}

impl Listed for StepRow {
    type Id = StepId;
    type Place = (u32, u32, Rank, StepId);

    fn id(&self) -> StepId {
        self.id
    }

    fn place(&self) -> Self::Place {
        (self.stage, self.lane, self.rank, self.id)
    }
}

impl Listed for Wire {
    type Id = ConnectorId;
    type Place = (u32, u32, ConnectorId);

    fn id(&self) -> ConnectorId {
        self.id
    }

    fn place(&self) -> Self::Place {
        (self.from, self.to, self.id)
    }
}

impl Reading {
    /// Reads a map.
    pub(super) fn new(document: &Document, map: MapKey, fonts: &Fonts) -> Self {
        Self::with_words(document, map, |_, step, cards| Words::new(document, step, cards, fonts))
    }

    /// The reading of the same map after `changes`, the last of which has led to `document`: equal to a new one. With it
    /// comes where its records stood, unless all of it was put in order anew.
    pub(super) fn updated(
        mut self,
        document: &Document,
        map: MapKey,
        changes: &[Arc<Change>],
        fonts: &Fonts,
    ) -> (Self, Option<Stood>) {
        let touched = Touched::new(changes, map);
        if let Some(stood) = self.follow(document, &touched, fonts) {
            return (self, Some(stood));
        }
        // Other stages or lanes stand elsewhere: what changes is the order of all, but not what they are called.
        let former = std::mem::take(&mut self.steps);
        let anew = Self::with_words(document, map, |id, step, cards| match former.find(id) {
            Some(index) if !touched.has_words_of(id, step) => former.items()[index as usize].words.clone(),
            _ => Words::new(document, step, cards, fonts),
        });
        (anew, None)
    }

    fn with_words(
        document: &Document,
        map: MapKey,
        words: impl Fn(StepId, &Step, CardCounts) -> Words,
    ) -> Self {
        let cards = signs::count_cards(document, |_| true);
        let view = document.map_view(map);
        let mut reading = Self {
            stages: view.stages.iter().map(|(id, it)| (*id, (*it).clone())).collect(),
            lanes: view.lanes.iter().map(|(id, it)| (*id, (*it).clone())).collect(),
            steps: List::default(),
            connectors: List::default(),
        };
        let bands = reading.bands();
        let row = |(id, step): &(StepId, &Step)| {
            let cards = cards.get(id).copied().unwrap_or_default();
            StepRow::new(*id, step, &bands, cards, || words(*id, step, cards))
        };
        reading.steps = List::in_order(view.steps.iter().filter_map(row).collect());
        let wire = |(id, it): &(ConnectorId, &Connector)| Wire::new(*id, it, &reading.steps);
        let connectors = List::in_order(view.connectors.iter().filter_map(wire).collect());
        reading.connectors = connectors;
        reading
    }

    fn bands(&self) -> Bands {
        Bands { stages: index(&self.stages), lanes: index(&self.lanes) }
    }

    /// Takes in what was touched, unless stages or lanes have come, gone or changed places; then it answers nothing. A
    /// step never changes its map, and when it comes or goes, its connectors are touched too.
    fn follow(&mut self, document: &Document, touched: &Touched, fonts: &Fonts) -> Option<Stood> {
        if !self.follow_bands(document, touched) {
            return None;
        }
        let bands = self.bands();
        let mut moved: Vec<u32> = Vec::new();
        let mut fresh: Vec<StepRow> = Vec::new();
        let mut revised = BTreeSet::new();
        let counted = Self::count_cards(document, touched);
        for id in &touched.steps {
            let former = self.steps.find(*id);
            let kept = || former.map(|index| self.steps.items()[index as usize].cards);
            let cards = counted.get(id).copied().or_else(kept).unwrap_or_default();
            let words = |step| Words::new(document, step, cards, fonts);
            let row =
                document.get(*id).and_then(|step| StepRow::new(*id, step, &bands, cards, || words(step)));
            match (former, row) {
                (Some(index), Some(row)) if self.steps.items()[index as usize].place() == row.place() => {
                    self.steps.items_mut()[index as usize] = row;
                    revised.insert(index);
                }
                (former, row) => {
                    moved.extend(former);
                    fresh.extend(row);
                }
            }
        }
        self.follow_what_steps_name(document, touched, fonts, &mut revised);
        let is_in_place = moved.is_empty() && fresh.is_empty();
        moved.sort_unstable();
        let steps = if is_in_place { Shift::none() } else { self.steps.exchange(&moved, fresh) };
        let (connectors, connected) = self.follow_connectors(document, touched, &steps);
        let revised = revised.into_iter().map(|it| steps.now(it)).filter(|it| *it != GONE).collect();
        Some(Stood { steps, connectors, revised, connected })
    }

    /// The cards of those touched steps whose cards were touched as well: to look for them means to go through all cards.
    fn count_cards(document: &Document, touched: &Touched) -> BTreeMap<StepId, CardCounts> {
        if touched.cards_of.is_empty() {
            return BTreeMap::new();
        }
        let mut counted = signs::count_cards(document, |id| touched.cards_of.contains(&id));
        touched.cards_of.iter().for_each(|id| {
            counted.entry(*id).or_default();
        });
        counted
    }

    /// Says anew what steps take from their lanes and their channels, and adds which have been.
    fn follow_what_steps_name(
        &mut self,
        document: &Document,
        touched: &Touched,
        fonts: &Fonts,
        revised: &mut BTreeSet<u32>,
    ) {
        if touched.channels.is_empty() && touched.lanes.is_empty() {
            return;
        }
        for (row, index) in self.steps.items_mut().iter_mut().zip(0..) {
            let names = row.channel.is_some_and(|it| touched.channels.contains(&it))
                || touched.lanes.contains(&self.lanes[row.lane as usize].0);
            if let Some(step) = document.get(row.id).filter(|_| names) {
                let title_lines = Arc::clone(&row.words.title_lines);
                row.words = Words::titled(title_lines, document, step, row.cards, fonts);
                revised.insert(index);
            }
        }
    }

    fn follow_bands(&mut self, document: &Document, touched: &Touched) -> bool {
        let none_new = touched.stages.iter().all(|id| self.stages.iter().any(|it| it.0 == *id))
            && touched.lanes.iter().all(|id| self.lanes.iter().any(|it| it.0 == *id));
        none_new
            && follow_in_place(&mut self.stages, &touched.stages, document)
            && follow_in_place(&mut self.lanes, &touched.lanes, document)
    }

    /// Takes in the connectors that were touched, and those whose steps have gone or are new, after the steps have been
    /// taken in. Answers where the connectors stood, and which stages those lead from or to that are taken in.
    fn follow_connectors(
        &mut self,
        document: &Document,
        touched: &Touched,
        steps: &Shift,
    ) -> (Shift, BTreeSet<u32>) {
        let mut out: BTreeSet<u32> =
            touched.connectors.iter().filter_map(|id| self.connectors.find(*id)).collect();
        let mut read: BTreeSet<ConnectorId> = touched.connectors.clone();
        let mut connected = BTreeSet::new();
        if touched.connectors.is_empty() && steps.is_none() {
            return (Shift::none(), connected);
        }
        let rows = self.steps.items();
        for (wire, index) in self.connectors.items_mut().iter_mut().zip(0..) {
            let ends = (steps.now(wire.from), steps.now(wire.to));
            if ends.0 == GONE || ends.1 == GONE {
                out.insert(index);
                read.insert(wire.id);
            } else {
                (wire.from, wire.to) = ends;
                if !out.contains(&index) {
                    continue;
                }
            }
            connected.extend(
                [ends.0, ends.1].into_iter().filter(|it| *it != GONE).map(|it| rows[it as usize].stage),
            );
        }
        if out.is_empty() && read.is_empty() {
            return (Shift::none(), connected);
        }
        let fresh: Vec<Wire> =
            read.into_iter().filter_map(|id| Wire::new(id, document.get(id)?, &self.steps)).collect();
        connected.extend(fresh.iter().flat_map(|it| [it.from, it.to]).map(|it| rows[it as usize].stage));
        let out: Vec<u32> = out.into_iter().collect();
        (self.connectors.exchange(&out, fresh), connected)
    }
}

/// Reads the touched records anew; answers whether they all stand where they stood.
fn follow_in_place<K: RecordKey<Record = R>, R: Record<Id = K> + Ranked>(
    bands: &mut [(K, R)],
    touched: &BTreeSet<K>,
    document: &Document,
) -> bool {
    bands.iter_mut().filter(|(id, _)| touched.contains(id)).all(|(id, record)| match document.get(*id) {
        Some(now) if now.standing() == record.standing() => {
            *record = now.clone();
            true
        }
        _ => false,
    })
}

/// A record with a place among its siblings.
trait Ranked {
    fn standing(&self) -> (MapKey, Rank);
}

impl Ranked for Stage {
    fn standing(&self) -> (MapKey, Rank) {
        (self.map(), self.rank)
    }
}

impl Ranked for Lane {
    fn standing(&self) -> (MapKey, Rank) {
        (self.map(), self.rank)
    }
}

/// Places of stages and lanes by identity.
struct Bands {
    stages: Vec<(StageId, u32)>,
    lanes: Vec<(LaneId, u32)>,
}

fn index<K: Ord + Copy, V>(ordered: &[(K, V)]) -> Vec<(K, u32)> {
    let mut places: Vec<(K, u32)> = ordered.iter().map(|it| it.0).zip(0..).collect();
    places.sort_unstable();
    places
}

fn find<K: Ord>(places: &[(K, u32)], id: K) -> Option<u32> {
    places.binary_search_by(|it| it.0.cmp(&id)).ok().map(|found| places[found].1)
}

impl StepRow {
    /// The step, if it is one of the map.
    fn new(
        id: StepId,
        step: &Step,
        bands: &Bands,
        cards: CardCounts,
        words: impl FnOnce() -> Words,
    ) -> Option<Self> {
        Some(Self {
            id,
            stage: find(&bands.stages, step.stage)?,
            lane: find(&bands.lanes, step.lane)?,
            rank: step.rank,
            kind: step.kind,
            channel: step.channel,
            cards,
            words: words(),
        })
    }
}

impl Words {
    fn new(document: &Document, step: &Step, cards: CardCounts, fonts: &Fonts) -> Self {
        Self::titled(measure::step_title(step, fonts), document, step, cards, fonts)
    }

    fn titled(
        title_lines: Arc<[String]>,
        document: &Document,
        step: &Step,
        cards: CardCounts,
        fonts: &Fonts,
    ) -> Self {
        let performer = document.performer(step);
        Self {
            title_lines,
            signs: signs::row(document, step, cards, performer, fonts),
            performer,
            moment_of_truth: step.moment_of_truth,
            fail_point: step.fail_point,
        }
    }
}

impl Wire {
    /// The connector, if both of its steps are of the map.
    fn new(id: ConnectorId, connector: &Connector, steps: &List<StepRow>) -> Option<Self> {
        Some(Self {
            id,
            from: steps.find(connector.from)?,
            to: steps.find(connector.to)?,
            kind: connector.kind,
            filled: connector.filled_parts(),
            owner_missing: connector.owner.is_none(),
            label: connector.label.as_ref().map(|it| it.as_str().into()),
        })
    }
}
