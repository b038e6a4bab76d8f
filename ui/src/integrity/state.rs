//! What the panel remembers, and which findings it lists.

use std::collections::BTreeSet;

use leptos::prelude::*;
use opmap_analysis::{Finding, Fix, fixes};
use opmap_model::{RecordId, folded};

use super::listed::{self, Scope};
use super::walk::{self, Current};
use crate::actions::ActionsState;
use crate::charter::ChosenRole;
use crate::decisions::DecisionsState;
use crate::editor::{Editor, editor};
use crate::frame::{CurrentAnalysis, Looked, Station};
use crate::identity::fresh;
use crate::leading::{Leading, name_of};
use crate::map::MapState;
use crate::matrix::MatrixState;
use crate::roadmap::RoadmapState;
use crate::shifts::ShiftsState;

/// The state of the panel; copies are handles to the same one.
#[derive(Clone, Copy)]
pub(crate) struct Integrity {
    pub(super) editor: Editor,
    leading: Leading,
    pub(super) analysis: CurrentAnalysis,
    /// Whether it is open.
    pub(crate) is_open: Memo<bool>,
    /// Whether someone wants it open; while nobody has said, it stands beside the matrix alone.
    wanted: RwSignal<Option<bool>>,
    pub(super) scope: RwSignal<Scope>,
    /// Words that are looked for in findings.
    pub(super) words: RwSignal<String>,
    /// The places of what the station shows among all findings, and of what is selected there.
    here: Memo<Vec<usize>>,
    /// What is selected on the station that is shown.
    chosen: Memo<BTreeSet<RecordId>>,
    selected: Memo<Vec<usize>>,
    /// The places of those that are listed.
    pub(super) listed: Memo<Vec<usize>>,
    /// The finding that is looked at.
    pub(super) current: RwSignal<Option<Current>>,
    /// What would settle it.
    pub(super) fixes: Memo<Vec<Fix>>,
    /// The findings that are accepted, of the scope that is listed.
    pub(super) accepted: Memo<Vec<Finding>>,
    /// A finding that is about to be accepted with a reason.
    pub(super) accepting: RwSignal<Option<Finding>>,
    /// What is said aloud to those who do not see it.
    pub(super) spoken: RwSignal<String>,
}

impl Integrity {
    /// For the frame, which has provided all that it looks at.
    pub(crate) fn new() -> Self {
        let (editor, leading) = (editor(), expect_context::<Leading>());
        let (analysis, station): (CurrentAnalysis, RwSignal<Station>) = (expect_context(), expect_context());
        let map_state: MapState = expect_context();
        let (wanted, scope) = (RwSignal::new(None), RwSignal::new(Scope::default()));
        let words = RwSignal::new(String::new());
        let actions: ActionsState = expect_context();
        let shown = Memo::new(move |_| listed::Shown {
            station: station.get(),
            map: map_state.map.get(),
            register: actions.register(),
        });
        let here = Memo::new(move |_| {
            let shown = shown.get();
            let keep = |it: &Finding| editor.peek(|document| listed::is_here(document, it, shown));
            analysis.with(|it| places(&it.findings, keep))
        });
        let chosen = chosen_records(editor, station);
        let selected = Memo::new(move |_| {
            let records = chosen.get();
            analysis.with(|it| places(&it.findings, |it| listed::names(it, &records)))
        });
        let accepted = Memo::new(move |_| {
            let (scope, shown, records) = (scope.get(), shown.get(), chosen.get());
            let is_of_scope = |it: &&Finding| match scope {
                Scope::All => true,
                Scope::Here => editor.peek(|document| listed::is_here(document, it, shown)),
                Scope::Selection => listed::names(it, &records),
            };
            analysis.with(|it| it.accepted().filter(is_of_scope).cloned().collect::<Vec<_>>())
        });
        let listed = Memo::new(move |_| {
            let words = words.with(|it| folded(it));
            let answers = |it: &Finding| listed::answers(it, &words);
            analysis.with(|analysis| {
                let found = &analysis.findings;
                let answers_at = |at: &usize| found.get(*at).is_some_and(answers);
                match scope.get() {
                    Scope::All => places(found, answers),
                    Scope::Here => here.with(|it| it.iter().copied().filter(answers_at).collect()),
                    Scope::Selection => selected.with(|it| it.iter().copied().filter(answers_at).collect()),
                }
            })
        });
        let current = RwSignal::new(None::<Current>);
        let looked: Looked = expect_context();
        // What would settle it is looked for when the checks are, off the way of an edit to the screen.
        let fixes = Memo::new(move |_| {
            looked.track();
            current.with(|it| {
                let found =
                    it.as_ref().map(|it| editor.peek(|document| fixes(document, &it.finding, fresh())));
                found.unwrap_or_default()
            })
        });
        Self {
            editor,
            leading,
            analysis,
            is_open: Memo::new(move |_| wanted.get().unwrap_or(station.get() == Station::Matrix)),
            wanted,
            scope,
            words,
            here,
            chosen,
            selected,
            listed,
            current,
            fixes,
            accepted,
            accepting: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
        }
    }

    /// What is selected on the station that is shown.
    pub(crate) fn chosen(self) -> Vec<RecordId> {
        self.chosen.with_untracked(|it| it.iter().copied().collect())
    }

    /// Opens the panel, or closes it.
    pub(crate) fn turn(self) {
        let is_open = self.is_open.get_untracked();
        self.wanted.set(Some(!is_open));
    }

    /// How many findings there are of that scope, tracked.
    pub(super) fn count(self, scope: Scope) -> usize {
        match scope {
            Scope::Here => self.here.with(Vec::len),
            Scope::Selection => self.selected.with(Vec::len),
            Scope::All => self.analysis.with(|it| it.open().count()),
        }
    }

    /// Goes to the next finding that is listed, or the one before, and opens the panel.
    pub(crate) fn walk(self, forward: bool) {
        self.wanted.set(Some(true));
        let next = self
            .with_listed(|listed| self.current.with_untracked(|it| walk::next(listed, it.as_ref(), forward)));
        match next {
            Some(at) => self.go(at),
            None => self.spoken.set(self.scope.get_untracked().nothing().to_owned()),
        }
    }

    /// Leads to what a finding is about.
    pub(super) fn lead_to(self, finding: &Finding) {
        self.leading.go(&finding.records);
    }

    /// Asks why the finding that is looked at is left as it is.
    pub(crate) fn ask_to_accept(self) {
        if let Some(current) = self.current.get_untracked() {
            self.accepting.set(Some(current.finding));
        }
    }

    /// Keeps the finding that is looked at among those of the workshop, or leads to where it is kept.
    pub(crate) fn keep(self) {
        let Some(current) = self.current.get_untracked() else { return };
        let sources = current.finding.sources();
        let is_kept = |it: &opmap_model::KeptFinding| it.sources.iter().any(|it| sources.contains(it));
        let there = self.editor.peek(|document| {
            document.findings_in_order().into_iter().find(|(_, it)| is_kept(it)).map(|it| it.0)
        });
        if let Some(id) = there {
            return self.leading.go(&[RecordId::KeptFinding(id)]);
        }
        if current.finding.keep(fresh()).is_some_and(|edit| self.editor.commit(edit)) {
            self.spoken.set("Kept as a finding of the workshop.".to_owned());
        }
    }

    /// Goes to a finding of the list.
    pub(super) fn go_to(self, finding: &Finding) {
        if let Some(at) = self.with_listed(|listed| listed.iter().position(|it| *it == finding)) {
            self.go(at);
        }
    }

    /// Goes to the finding at that place among those that are listed.
    fn go(self, at: usize) {
        let found = self.with_listed(|listed| listed.get(at).map(|it| ((*it).clone(), listed.len())));
        let Some((finding, of)) = found else { return };
        let name = finding.records.first().and_then(|it| self.editor.peek(|document| name_of(document, *it)));
        let severity = finding.severity.word();
        let name = name.map(|it| format!(", {it}")).unwrap_or_default();
        self.spoken.set(format!("Finding {} of {of}: {severity}{name}. {}", at + 1, finding.sentence));
        self.leading.go(&finding.records);
        self.current.set(Some(Current { finding, at }));
    }

    /// Settles the finding that is looked at in one of the ways that are offered beside it.
    pub(crate) fn settle(self, index: usize) {
        let fix = self.fixes.with_untracked(|it| it.get(index).cloned());
        let Some(fix) = fix.filter(|_| self.is_open.get_untracked()) else { return };
        if self.editor.commit(fix.edit) {
            self.spoken.set(format!("Done: {}.", fix.label));
        }
    }

    /// Whether a finding is looked at, tracked.
    pub(crate) fn has_finding(self) -> bool {
        self.current.with(Option::is_some)
    }

    /// Whether there is something that would settle the finding that is looked at, tracked.
    pub(crate) fn has_fix(self) -> bool {
        self.is_open.get() && self.fixes.with(|it| !it.is_empty())
    }

    /// What `look` makes of the findings that are listed, untracked.
    fn with_listed<T>(self, look: impl FnOnce(&[&Finding]) -> T) -> T {
        self.listed.with_untracked(|places| {
            self.analysis.with_untracked(|it| {
                let listed: Vec<&Finding> = places.iter().filter_map(|at| it.findings.get(*at)).collect();
                look(&listed)
            })
        })
    }
}

/// The places of findings that are not accepted.
fn places(findings: &[Finding], keep: impl Fn(&Finding) -> bool) -> Vec<usize> {
    findings
        .iter()
        .enumerate()
        .filter(|(_, it)| it.accepted.is_none() && keep(it))
        .map(|(at, _)| at)
        .collect()
}

/// What is selected on the station that is shown.
fn chosen_records(editor: Editor, station: RwSignal<Station>) -> Memo<BTreeSet<RecordId>> {
    let (map_state, matrix): (MapState, MatrixState) = (expect_context(), expect_context());
    let (role, decisions): (ChosenRole, DecisionsState) = (expect_context(), expect_context());
    let shifts: ShiftsState = expect_context();
    let actions: ActionsState = expect_context();
    let roadmap: RoadmapState = expect_context();
    Memo::new(move |_| match station.get() {
        Station::Map => map_state.selection.with(|it| editor.read(|document| listed::selected(document, it))),
        Station::Matrix => matrix.chosen_records(),
        Station::Decisions => decisions.chosen().map(RecordId::Decision).into_iter().collect(),
        Station::Shifts => BTreeSet::from([RecordId::Assessment(shifts.shift.get().assessment_id())]),
        Station::Actions => actions.chosen_record().into_iter().collect(),
        Station::Roadmap => roadmap.chosen_records(),
        // What a page shows is not chosen there.
        Station::Report => BTreeSet::new(),
        Station::Charter => role.0.get().map(RecordId::Role).into_iter().collect(),
    })
}
