//! What the Roadmap station remembers beside the document.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_analysis::Roadmap;
use opmap_drawing::{
    Gantt, GanttGroup, GanttLayout, GanttLink, GanttRows, GanttScale, GanttShape, gantt_by, gantt_links,
};
use opmap_model::{Document, Edit, MilestoneId, Progress, RecommendationId, RecordId, WorkstreamId};

use super::changes;
use super::drag::Drag;
use crate::editor::Editor;
use crate::field::focus_later;
use crate::fonts::SharedFonts;
use crate::frame::{Panels, Station};
use crate::keys::Command;

/// Width of the names of the rows.
const NAMES: f32 = 132.0;
/// The least that a wave measures, and how wide what lies behind the last one is.
const NARROWEST: f32 = 290.0;
const BEHIND: f32 = 100.0;
/// How wide a day is where days are true to scale.
const DAY: f32 = 10.0;

/// How the roadmap is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum RoadmapView {
    /// Its waves, each as wide as the others.
    #[default]
    Waves,
    /// Its days, true to scale.
    Dates,
    /// What happens in the first wave, by day.
    Upcoming,
}

/// Where one is on the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// At a recommendation: a bar, or what stands below in no wave.
    Item(RecommendationId),
    /// At what waits for another.
    Link { before: RecommendationId, after: RecommendationId },
    /// At a milestone.
    Milestone(MilestoneId),
}

/// What stands in no wave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Beside {
    /// What has none yet.
    pub(super) unplanned: Vec<RecommendationId>,
    /// What is parked.
    pub(super) parked: Vec<RecommendationId>,
}

/// What is being named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// A new recommendation in a row.
    Item(GanttGroup),
    /// A new workstream.
    NewWorkstream,
    /// A workstream that is there.
    Workstream(WorkstreamId),
    /// A new milestone.
    Milestone,
}

/// The state of the station; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct RoadmapState {
    pub(super) editor: Editor,
    pub(super) panels: Panels,
    station: RwSignal<Station>,
    pub(super) view: RwSignal<RoadmapView>,
    /// Whether it is shown what waits for what.
    pub(super) dependencies: RwSignal<bool>,
    /// What makes the rows.
    pub(super) rows: RwSignal<GanttRows>,
    /// How wide the chart may be without being scrolled.
    pub(super) width: RwSignal<f32>,
    pub(super) found: Memo<Roadmap>,
    pub(super) gantt: Memo<Gantt>,
    pub(super) layout: Memo<GanttLayout>,
    pub(super) links: Memo<Vec<GanttLink>>,
    /// What stands in no wave yet, and what is parked.
    pub(super) beside: Memo<Beside>,
    at: RwSignal<Option<At>>,
    /// Where one is; the first bar from the beginning.
    pub(super) chosen: Memo<Option<At>>,
    pub(super) drag: RwSignal<Option<Drag>>,
    /// The bar that the pointer is over.
    pub(super) hovered: RwSignal<Option<RecommendationId>>,
    pub(super) naming: RwSignal<Option<Naming>>,
    /// Whether all about what is chosen stands beside.
    pub(super) details: RwSignal<bool>,
    /// Whether the settings hang on their button.
    pub(super) settings: RwSignal<bool>,
    /// What is to be shown in the register of the Actions station.
    pub(super) leaves_for: RwSignal<Option<RecommendationId>>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
    /// A command of the table that was chosen away from the station.
    pub(crate) wanted: RwSignal<Option<Command>>,
    /// Asks for the keyboard to be where one is.
    pub(super) focus_wanted: Trigger,
}

impl RoadmapState {
    pub(crate) fn new(
        editor: Editor,
        panels: Panels,
        station: RwSignal<Station>,
        fonts: SharedFonts,
    ) -> Self {
        let (rows, view) = (RwSignal::new(GanttRows::default()), RwSignal::new(RoadmapView::default()));
        let (width, at) = (RwSignal::new(0.0_f32), RwSignal::new(None));
        let found = Memo::new(move |_| editor.read(opmap_analysis::roadmap));
        let gantt = Memo::new(move |_| {
            found.with(|found| editor.read(|document| gantt_by(document, found, rows.get())))
        });
        let layout = Memo::new(move |_| {
            let (view, width) = (view.get(), width.get());
            gantt.with(|gantt| {
                let shape = GanttShape { names: NAMES, scale: scale(gantt, view, width), milestones: false };
                fonts.with_value(|fonts| GanttLayout::shaped(gantt, shape, fonts))
            })
        });
        let links = Memo::new(move |_| gantt.with(|gantt| layout.with(|layout| gantt_links(gantt, layout))));
        let beside = Memo::new(move |_| {
            found.with(|it| {
                let (unplanned, parked) = (it.unplanned.clone(), it.parked.clone());
                Beside { unplanned, parked }
            })
        });
        let chosen = Memo::new(move |_| {
            let kept = at.get().filter(|at| editor.read(|document| exists(document, *at)));
            let first = || layout.with(|it| it.bars.first().map(|it| At::Item(it.id)));
            let below =
                || beside.with(|it| it.unplanned.first().or(it.parked.first()).copied().map(At::Item));
            kept.or_else(first).or_else(below)
        });
        Self {
            editor,
            panels,
            station,
            view,
            dependencies: RwSignal::new(true),
            rows,
            width,
            found,
            gantt,
            layout,
            links,
            beside,
            at,
            chosen,
            drag: RwSignal::new(None),
            hovered: RwSignal::new(None),
            naming: RwSignal::new(None),
            details: RwSignal::new(false),
            settings: RwSignal::new(false),
            leaves_for: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            wanted: RwSignal::new(None),
            focus_wanted: Trigger::new(),
        }
    }

    /// Goes there.
    pub(super) fn go(self, at: At) {
        if self.at.get_untracked() != Some(at) {
            self.at.set(Some(at));
        }
    }

    /// The recommendation where one is: of a dependency the one that waits.
    pub(super) fn item(self) -> Option<RecommendationId> {
        untrack(|| self.item_tracked())
    }

    /// The same, tracked.
    pub(super) fn item_tracked(self) -> Option<RecommendationId> {
        match self.chosen.get()? {
            At::Item(id) | At::Link { after: id, .. } => Some(id),
            At::Milestone(_) => None,
        }
    }

    /// What is chosen, tracked.
    pub(crate) fn chosen_records(self) -> BTreeSet<RecordId> {
        match self.chosen.get() {
            Some(At::Item(id)) => BTreeSet::from([RecordId::Recommendation(id)]),
            Some(At::Link { before, after }) => BTreeSet::from([before, after].map(RecordId::Recommendation)),
            Some(At::Milestone(id)) => BTreeSet::from([RecordId::Milestone(id)]),
            None => BTreeSet::new(),
        }
    }

    /// The bars from top to bottom, then what stands in no wave, then what is parked.
    pub(super) fn order(self) -> Vec<RecommendationId> {
        let bars = self.layout.with_untracked(|it| it.bars.iter().map(|it| it.id).collect::<Vec<_>>());
        self.beside.with_untracked(|Beside { unplanned, parked }| {
            bars.into_iter().chain(unplanned.iter().copied()).chain(parked.iter().copied()).collect()
        })
    }

    /// Carries out an edit of a recommendation and says what has become of it.
    pub(super) fn commit(self, edit: Edit, id: RecommendationId) -> bool {
        let words = self.editor.peek(|document| changes::outcome(document, &edit, id));
        let is_done = self.editor.commit(edit);
        match words {
            Ok((words, _)) if is_done => self.spoken.set(words),
            // The refusal stands in the banner, too.
            Err(refusal) => self.spoken.set(refusal),
            Ok(_) => {}
        }
        is_done
    }

    /// Carries out an edit, or says why there is none.
    pub(super) fn attempt(self, edit: Result<Edit, String>, id: RecommendationId) -> bool {
        match edit {
            Ok(edit) => self.commit(edit, id),
            Err(sentence) => {
                self.refuse(sentence);
                false
            }
        }
    }

    /// Says why something is not done, to all.
    pub(super) fn refuse(self, sentence: String) {
        self.spoken.set(sentence.clone());
        self.editor.message.set(Some(sentence));
    }

    /// Lets one wait for another.
    pub(crate) fn wait(self, before: RecommendationId, after: RecommendationId) {
        if self.commit(changes::wait(before, after, true), after) {
            self.go(At::Link { before, after });
        }
        self.focus_wanted.notify();
    }

    /// Whether something asks for words or for a choice.
    pub(super) fn is_asking(self) -> bool {
        let is_named = self.naming.try_get_untracked().flatten().is_some();
        let is_covered = self.panels.over.try_get_untracked().flatten().is_some();
        is_named || is_covered || self.settings.try_get_untracked() == Some(true)
    }

    /// Asks for a name, unless the file can only be viewed.
    pub(super) fn name(self, naming: Naming) {
        match self.editor.read_only.get_untracked() {
            Some(reason) => self.editor.message.set(Some(reason)),
            None => self.naming.set(Some(naming)),
        }
    }

    /// Shows a record of the station and gives it the keyboard.
    pub(crate) fn reveal(self, record: RecordId) {
        self.station.set(Station::Roadmap);
        if self.view.get_untracked() == RoadmapView::Upcoming {
            self.view.set(RoadmapView::Waves);
        }
        match record {
            RecordId::Recommendation(id) => self.go(At::Item(id)),
            RecordId::Milestone(id) => self.go(At::Milestone(id)),
            RecordId::Workstream(id) => {
                self.rows.set(GanttRows::Workstreams);
                return focus_later(&row_head_id(GanttGroup::Workstream(Some(id))));
            }
            _ => {}
        }
        self.focus_wanted.notify();
    }

    /// The row of a recommendation.
    pub(super) fn row_of(self, id: RecommendationId) -> Option<GanttGroup> {
        let rows = self.rows.get_untracked();
        self.editor.peek(|document| document.get(id).map(|it| rows.row_of(it)))
    }
}

/// The identity of the head of a row.
pub(super) fn row_head_id(group: GanttGroup) -> String {
    match group {
        GanttGroup::Workstream(Some(id)) => format!("roadmap-row-{}", id.0),
        GanttGroup::Owner(Some(id)) => format!("roadmap-row-{}", id.0),
        GanttGroup::Workstream(None) | GanttGroup::Owner(None) => "roadmap-row-none".to_owned(),
    }
}

fn scale(gantt: &Gantt, view: RoadmapView, width: f32) -> GanttScale {
    if view == RoadmapView::Dates {
        return GanttScale::Days(DAY);
    }
    let last = gantt.columns.last().map_or(0, |it| it.last);
    let behind = if gantt.last_day > last { BEHIND } else { 0.0 };
    GanttScale::Waves(((width - NAMES - behind - 1.0) / 3.0).floor().max(NARROWEST))
}

fn exists(document: &Document, at: At) -> bool {
    let is_shown =
        |id: RecommendationId| document.get(id).is_some_and(|it| it.progress != Some(Progress::Dropped));
    match at {
        At::Item(id) => is_shown(id),
        At::Link { before, after } => {
            is_shown(before) && document.get(after).is_some_and(|it| it.depends_on.contains(&before))
        }
        At::Milestone(id) => document.get(id).is_some(),
    }
}
