//! What the palette answers with, and what choosing an answer does.

use leptos::prelude::*;
use opmap_exchange::journey_templates::{JOURNEYS, JourneyTemplate};
use opmap_model::{
    ConnectorId, Document, Edit, EvidenceId, KeptFindingField, KeptFindingId, Keyword, LaneId, MapKey,
    RecommendationField, RecommendationId, RecordId, StageId, State, StepId, folded,
};

use super::Asked;
use crate::commands::Commands;
use crate::editor::{Editor, editor};
use crate::evidence::{LinkOf, link_rows};
use crate::finder::{self, Finder};
use crate::identity::fresh;
use crate::keys::{self, Command};
use crate::leading::Leading;
use crate::map::{self, End, MapState, Selection};
use crate::roadmap::RoadmapState;

/// How many places to go to are offered at most.
const PLACES: usize = 12;
/// How many steps to connect to are offered at most.
const TARGETS: usize = 60;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) icon: &'static str,
    pub(super) words: String,
    pub(super) place: String,
    pub(super) key: String,
    /// Why it cannot be chosen now.
    pub(super) obstacle: Option<&'static str>,
    pub(super) act: Act,
}

/// What choosing an answer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Run(Command),
    Show(RecordId),
    MoveToLane(LaneId),
    MoveToStage(StageId),
    ConnectTo(StepId),
    PutOn(ConnectorId),
    /// Two elements of two states are the same.
    Join([RecordId; 2]),
    /// A state is copied to the one that is shown.
    CopyState(State),
    /// An end of a connector goes to a step.
    Aim(ConnectorId, End, StepId),
    /// Something is about a record, too.
    Link(LinkOf, RecordId),
    /// A finding rests on a piece of evidence.
    RestOn(KeptFindingId, EvidenceId),
    /// A recommendation answers a finding.
    Answer(RecommendationId, KeptFindingId),
    /// Another finding goes into one.
    Merge(KeptFindingId, KeptFindingId),
    /// A recommendation waits for another.
    WaitFor(RecommendationId, RecommendationId),
    /// A step of the library, by its place there.
    AddStep(usize),
    /// A lane of the library, by its place there.
    AddLane(usize),
    /// A journey of the library.
    AddJourney(JourneyTemplate),
}

/// Where answers come from.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    editor: Editor,
    map_state: MapState,
    leading: Leading,
    finder: Finder,
    commands: Commands,
    roadmap: RoadmapState,
}

impl Rows {
    pub(super) fn new() -> Self {
        Self {
            editor: editor(),
            map_state: expect_context(),
            leading: expect_context(),
            finder: expect_context(),
            commands: expect_context(),
            roadmap: expect_context(),
        }
    }

    /// The answers to what was typed, the best first.
    pub(super) fn answer(self, asked: Asked, query: &str) -> Vec<Row> {
        let map = self.map_state.map.get();
        match asked {
            Asked::Command => {
                let mut rows = self.commands(query);
                rows.extend(self.places(query, map));
                rows
            }
            Asked::Lane => self.named(query, map, |document, map| {
                let lanes = document.lanes_of_map(map).into_iter();
                lanes.map(|(id, it)| plain_row("list", &it.title, "Lane", Act::MoveToLane(id))).collect()
            }),
            Asked::Stage => self.named(query, map, |document, map| {
                let stages = document.stages_of_map(map).into_iter();
                stages
                    .map(|(id, it)| plain_row("milestone", &it.title, "Stage", Act::MoveToStage(id)))
                    .collect()
            }),
            Asked::State => self.named(query, map, |document, map| {
                let sources = map::sources(document, map).into_iter();
                let row = |it| plain_row("copy", map::state_words(it), "State", Act::CopyState(it));
                sources.map(row).collect()
            }),
            Asked::Connector => {
                let step = self.map_state.selection.with(Selection::last_step);
                self.named(query, map, |document, map| connector_rows(document, map, step, query))
            }
            Asked::Same => self.same_rows(query),
            Asked::Library => self.named(query, map, library_rows),
            Asked::Evidence(id) => self.editor.read(|document| evidence_rows(document, id, query)),
            Asked::Answers(id) => self.editor.read(|document| finding_rows(document, id, query)),
            Asked::AnsweredBy(id) => self.editor.read(|document| answer_rows(document, id, query)),
            Asked::Merge(into) => self.editor.read(|document| merge_rows(document, into, query)),
            Asked::WaitFor(after) => self.editor.read(|document| wait_rows(document, after, query)),
            Asked::Link(of) => self.editor.read(|document| {
                let found = link_rows(document, of, query, TARGETS).into_iter();
                found.map(|(id, name, place)| plain_row("link", name, &place, Act::Link(of, id))).collect()
            }),
            Asked::Target => {
                self.named(query, map, |document, map| step_rows(document, map, query, Act::ConnectTo))
            }
            Asked::End(end) => {
                let chosen = self.map_state.selection.get();
                let Selection::Connector(id) = chosen else { return Vec::new() };
                let aim = |step| Act::Aim(id, end, step);
                self.named(query, map, |document, map| step_rows(document, map, query, aim))
            }
        }
    }

    fn commands(self, query: &str) -> Vec<Row> {
        let now = self.commands.situation();
        let row = |section: &keys::Section, entry: &keys::Entry| Row {
            icon: entry.icon,
            words: entry.words.to_owned(),
            place: section.place.words().to_owned(),
            key: keys::hint(entry.command),
            obstacle: entry.obstacle(&now),
            act: Act::Run(entry.command),
        };
        keys::ranked(query).into_iter().map(|(section, entry)| row(section, entry)).collect()
    }

    /// What on the maps and in the charter is called that.
    fn places(self, query: &str, first: Option<MapKey>) -> Vec<Row> {
        let records: Vec<(RecordId, String)> = self.finder.find(query, first, |hits| {
            let is_name = |part| {
                matches!(
                    part,
                    opmap_analysis::Part::Title
                        | opmap_analysis::Part::Evidence
                        | opmap_analysis::Part::Finding
                )
            };
            let titles = hits.iter().filter(|it| is_name(it.part)).take(PLACES);
            titles.map(|it| (it.record, it.text.clone())).collect()
        });
        let row = |(record, title): (RecordId, String)| {
            let place = self.editor.peek(|document| finder::place_words(document, record));
            plain_row("search", format!("Go to {title}"), &place, Act::Show(record))
        };
        records.into_iter().map(row).collect()
    }

    /// What the selected element of one compared state may be the same as.
    fn same_rows(self, query: &str) -> Vec<Row> {
        let found = map::candidates(self.map_state).into_iter().filter(|(_, name)| holds(name, query));
        self.editor.read(|document| {
            let row = |(pair, name): ([RecordId; 2], String)| {
                plain_row("link", name, &finder::place_words(document, pair[1]), Act::Join(pair))
            };
            found.take(TARGETS).map(row).collect()
        })
    }

    fn named(
        self,
        query: &str,
        map: Option<MapKey>,
        all: impl FnOnce(&Document, MapKey) -> Vec<Row>,
    ) -> Vec<Row> {
        let mut rows = map.map(|map| self.editor.read(|it| all(it, map))).unwrap_or_default();
        rows.retain(|it| holds(&it.words, query));
        rows
    }

    fn add_step(self, index: usize) {
        let Self { editor, map_state, .. } = self;
        let (Some(step), Some(map)) = (map::STEPS.get(index), map_state.map.get_untracked()) else { return };
        let (id, selection) = (fresh(), map_state.selection.get_untracked());
        let edit = editor.peek(|document| map::add_step(document, map, &selection, id, *step));
        if edit.is_some_and(|edit| editor.commit(edit)) {
            map_state.go_to(id);
        }
    }

    fn add_lane(self, index: usize) {
        let Self { editor, map_state, .. } = self;
        let (Some(lane), Some(map)) = (map::LANES.get(index), map_state.map.get_untracked()) else { return };
        let id = fresh();
        let edit = editor.peek(|document| map::add_lane(document, map, id, *lane));
        if edit.is_some_and(|edit| editor.commit(edit)) {
            map_state.selection.set(Selection::Lane(id));
            map_state.reveal_wanted.notify();
        }
    }

    /// Does what was chosen, unless it is a command.
    pub(super) fn carry_out(self, act: Act) {
        let Self { editor, map_state, leading, commands, .. } = self;
        let chosen = map_state.selection.with_untracked(Selection::step_ids);
        let edit = match act {
            Act::Run(command) => return commands.run(command),
            Act::Show(record) => return leading.show(&[record]),
            Act::MoveToLane(lane) => {
                let edit = editor.peek(|document| map::to_lane(document, &chosen, lane));
                map::move_steps(edit, &chosen, editor, map_state);
                return map_state.reveal_wanted.notify();
            }
            Act::MoveToStage(stage) => {
                let edit = editor.peek(|document| map::to_stage(document, &chosen, stage));
                map::move_steps(edit, &chosen, editor, map_state);
                return map_state.reveal_wanted.notify();
            }
            Act::ConnectTo(to) => {
                let from = map_state.selection.with_untracked(Selection::last_step);
                let Some(from) = from else { return };
                map::connect_edit(from, to)
            }
            Act::PutOn(connector) => {
                let step = map_state.selection.with_untracked(Selection::last_step);
                let edit = editor.peek(|document| map::put_on_connector(document, step?, connector));
                let Some(edit) = edit else { return };
                edit
            }
            Act::Join(pair) => return map::join(pair, editor, map_state),
            Act::CopyState(from) => return map::copy_here(from, editor, map_state),
            Act::Aim(connector, end, step) => return map::aim(connector, end, step, editor, map_state),
            Act::RestOn(id, evidence) => {
                let field = KeptFindingField::Evidence(evidence, true);
                editor.commit(Edit::SetFinding { id, field });
                return;
            }
            Act::Answer(id, finding) => {
                let field = RecommendationField::Addresses(finding, true);
                editor.commit(Edit::SetRecommendation { id, field });
                return;
            }
            Act::WaitFor(after, before) => return self.roadmap.wait(before, after),
            Act::Merge(into, from) => {
                editor.commit(Edit::MergeFindings { from: vec![from], into });
                return;
            }
            Act::Link(of, record) => {
                editor.commit(of.link(record, true));
                return;
            }
            Act::AddStep(index) => return self.add_step(index),
            Act::AddLane(index) => return self.add_lane(index),
            Act::AddJourney(template) => return map::add_ready_journey(editor, map_state, template),
        };
        if editor.commit(edit) {
            map_state.reveal_wanted.notify();
        }
    }
}

/// The steps of a map that hold what was typed, and what choosing one does.
fn step_rows(document: &Document, map: MapKey, query: &str, act: impl Fn(StepId) -> Act) -> Vec<Row> {
    let steps = document.steps_of_map(map).into_iter();
    let found = steps.filter(|(_, it)| holds(it.title.as_str(), query)).take(TARGETS);
    let row = |(id, it): (StepId, &opmap_model::Step)| {
        plain_row("arrow-right", &it.title, &finder::place_words(document, RecordId::Step(id)), act(id))
    };
    found.map(row).collect()
}

/// The connectors of a map on which a step can be put: those that it is no end of.
fn connector_rows(document: &Document, map: MapKey, step: Option<StepId>, query: &str) -> Vec<Row> {
    let connectors = document.map_view(map).connectors.into_iter();
    let others = connectors.filter(|(_, it)| Some(it.from) != step && Some(it.to) != step);
    let row = |(id, it): (ConnectorId, &opmap_model::Connector)| {
        let words = format!("{} → {}", document.get(it.from)?.title, document.get(it.to)?.title);
        let label = it.label.as_ref().map_or(it.kind.label(), opmap_model::Title::as_str);
        holds(&words, query).then(|| plain_row("share-2", &words, label, Act::PutOn(id)))
    };
    others.filter_map(row).take(TARGETS).collect()
}

/// The library; its steps only where there is a cell for them.
fn library_rows(document: &Document, map: MapKey) -> Vec<Row> {
    let view = document.map_view(map);
    let has_cell = !view.stages.is_empty() && !view.lanes.is_empty();
    let steps = map::STEPS.iter().enumerate().filter(|_| has_cell).map(|(index, it)| {
        plain_row("plus", it.title, &format!("Step · {}", it.lane_kind.label()), Act::AddStep(index))
    });
    let lanes = map::LANES.iter().enumerate().map(|(index, it)| {
        plain_row("list", it.title, &format!("Lane · {}", it.kind.label()), Act::AddLane(index))
    });
    let journeys = JOURNEYS
        .iter()
        .map(|it| plain_row("waypoints", it.title, "Journey · with its steps", Act::AddJourney(*it)));
    steps.chain(lanes).chain(journeys).collect()
}

/// The evidence that a finding does not rest on yet; that about the same records comes first.
fn evidence_rows(document: &Document, id: KeptFindingId, query: &str) -> Vec<Row> {
    let Some(finding) = document.get(id) else { return Vec::new() };
    let mut rest = document.evidence_in_order();
    rest.retain(|(id, _)| !finding.evidence.contains(id));
    rest.sort_by_key(|(_, it)| !it.links().any(|it| finding.links().any(|other| it == other)));
    let row = |(evidence, it): (EvidenceId, &opmap_model::Evidence)| {
        plain_row("quote", format!("{} {}", it.code(), it.text), it.kind.label(), Act::RestOn(id, evidence))
    };
    rest.into_iter().map(row).filter(|it| holds(&it.words, query)).collect()
}

/// The findings that a recommendation does not answer yet; those about its shift come first.
fn finding_rows(document: &Document, id: RecommendationId, query: &str) -> Vec<Row> {
    let Some(recommendation) = document.get(id) else { return Vec::new() };
    let mut rest = document.findings_in_order();
    rest.retain(|(id, _)| !recommendation.addresses.contains(id));
    rest.sort_by_key(|(_, it)| !recommendation.shift.is_some_and(|shift| it.shifts.contains(&shift)));
    let row = |(finding, it): (KeptFindingId, &opmap_model::KeptFinding)| {
        let words = format!("{} {}", it.code(), it.title);
        plain_row("list-checks", words, it.severity.label(), Act::Answer(id, finding))
    };
    rest.into_iter().map(row).filter(|it| holds(&it.words, query)).collect()
}

/// The recommendations that do not answer a finding yet.
fn answer_rows(document: &Document, finding: KeptFindingId, query: &str) -> Vec<Row> {
    let mut rest = document.recommendations_in_order();
    rest.retain(|(_, it)| !it.addresses.contains(&finding));
    let row = |(id, it): (RecommendationId, &opmap_model::Recommendation)| {
        let place = it.category.map_or("Recommendation", Keyword::label);
        plain_row("list-checks", format!("{} {}", it.code(), it.title), place, Act::Answer(id, finding))
    };
    rest.into_iter().map(row).filter(|it| holds(&it.words, query)).collect()
}

/// The findings that can go into one.
fn merge_rows(document: &Document, into: KeptFindingId, query: &str) -> Vec<Row> {
    let others = document.findings_in_order().into_iter().filter(|(id, _)| *id != into);
    let row = |(id, it): (KeptFindingId, &opmap_model::KeptFinding)| {
        plain_row("copy", format!("{} {}", it.code(), it.title), it.severity.label(), Act::Merge(into, id))
    };
    others.map(row).filter(|it| holds(&it.words, query)).collect()
}

/// What a recommendation can wait for, too.
fn wait_rows(document: &Document, after: RecommendationId, query: &str) -> Vec<Row> {
    let waits = document.get(after).map(|it| it.depends_on.clone()).unwrap_or_default();
    let others = document.recommendations_in_order().into_iter();
    let others = others.filter(|it| it.0 != after && !waits.contains(&it.0));
    let row = |(id, it): (RecommendationId, &opmap_model::Recommendation)| {
        let wave = it.timing.map_or("no wave yet", Keyword::label);
        plain_row("link", format!("{} {}", it.code(), it.title), wave, Act::WaitFor(after, id))
    };
    others.map(row).filter(|it| holds(&it.words, query)).collect()
}

/// Whether a title holds every word of what was typed.
fn holds(title: &str, query: &str) -> bool {
    let title = folded(title);
    folded(query).split(' ').all(|it| title.contains(it))
}

fn plain_row(icon: &'static str, words: impl ToString, place: &str, act: Act) -> Row {
    let (words, place) = (words.to_string(), place.to_owned());
    Row { icon, words, place, key: String::new(), obstacle: None, act }
}
