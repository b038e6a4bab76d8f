//! The findings that are listed, by severity.

use leptos::prelude::*;
use opmap_analysis::{Finding, Severity};
use opmap_model::RecordId;

use super::accepting::Accepted;
use super::listed::Scope;
use super::state::Integrity;
use super::walk::{Current, is_same};
use crate::editor::editor;
use crate::keys::{self, Command};
use crate::leading::name_of;
use crate::palette::keep_in_view;
use crate::sign::{SEVERITIES, Sign};

/// How many findings are shown at first: on a large map thousands would keep the window busy.
const SHOWN: usize = 200;

/// A finding of the list.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    finding: Finding,
    standing: Standing,
}

/// How a finding of the list stands. One that is no longer open is struck until one goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Standing {
    Open,
    Accepted,
    Solved,
}

#[component]
pub(super) fn Findings() -> impl IntoView {
    let integrity: Integrity = expect_context();
    let most = RwSignal::new(SHOWN);
    let total = move || integrity.listed.with(Vec::len);
    // Where one is, is always shown.
    Effect::new(move |_| {
        let at = integrity.current.with(|it| it.as_ref().map(|it| it.at));
        if let Some(at) = at {
            most.update(|it| *it = (*it).max(at + 1));
            request_animation_frame(keep_current_in_view);
        }
    });
    let entries = Memo::new(move |_| {
        integrity.current.with(|current| {
            integrity.listed.with(|places| {
                integrity.analysis.with(|analysis| {
                    let listed: Vec<&Finding> =
                        places.iter().filter_map(|at| analysis.findings.get(*at)).collect();
                    entries(&listed, &analysis.findings, current.as_ref(), most.get())
                })
            })
        })
    });
    let counts = move |severity| {
        integrity.listed.with(|places| {
            let is_it = |at: &&usize| {
                integrity.analysis.with(|it| it.findings.get(**at).is_some_and(|it| it.severity == severity))
            };
            places.iter().filter(is_it).count()
        })
    };
    let groups = SEVERITIES.map(|(severity, many)| {
        let of_it = move || {
            entries.with(|it| {
                it.iter().filter(|it| it.finding.severity == severity).cloned().collect::<Vec<_>>()
            })
        };
        view! {
            <Show when=move || { !of_it().is_empty() }>
                <h4>
                    <span class="capital">{many}</span>
                    <span>{move || counts(severity)}</span>
                </h4>
                <ul>
                    <For each=of_it key=key let(entry)>
                        <Row entry />
                    </For>
                </ul>
            </Show>
        }
    });
    let elsewhere = move || integrity.count(Scope::All) - integrity.count(Scope::Here);
    view! {
        <div class="integrity-list">
            <Show when=move || { total() == 0 }>
                <p class="integrity-none">
                    {move || {
                        if integrity.words.with(String::is_empty) {
                            integrity.scope.get().nothing()
                        } else {
                            "No finding answers to these words."
                        }
                    }}
                </p>
            </Show>
            {groups}
            <Show when=move || { total() > most.get() }>
                <button class="button quiet" on:click=move |_| most.update(|it| *it += SHOWN)>
                    {move || format!("Show more of the other {}", total() - most.get())}
                </button>
            </Show>
            <Accepted />
            <Show when=move || { integrity.scope.get() == Scope::Here && elsewhere() > 0 }>
                <button class="button quiet" on:click=move |_| integrity.scope.set(Scope::All)>
                    {move || format!("Show {} elsewhere", elsewhere())}
                </button>
            </Show>
        </div>
    }
}

/// What is shown of the list. What has been solved while one looked at it keeps its place.
fn entries(listed: &[&Finding], all: &[Finding], current: Option<&Current>, most: usize) -> Vec<Entry> {
    let shown = listed.iter().take(most);
    let mut entries: Vec<Entry> =
        shown.map(|it| Entry { finding: (*it).clone(), standing: Standing::Open }).collect();
    if let Some(current) = current {
        let standing = match all.iter().find(|it| is_same(it, &current.finding)) {
            None => Standing::Solved,
            Some(it) if it.accepted.is_some() => Standing::Accepted,
            Some(_) => return entries,
        };
        let at = current.at.min(entries.len());
        entries.insert(at, Entry { finding: current.finding.clone(), standing });
    }
    entries
}

fn key(entry: &Entry) -> (&'static str, usize, String, Vec<RecordId>, Standing) {
    let Entry { finding, standing } = entry;
    (finding.rule, finding.point, finding.sentence.clone(), finding.records.clone(), *standing)
}

/// One finding. Pressed, it is gone to.
#[component]
fn Row(entry: Entry) -> impl IntoView {
    let (editor, integrity) = (editor(), expect_context::<Integrity>());
    let Entry { finding, standing } = entry;
    let is_open = standing == Standing::Open;
    let is_here = {
        let finding = finding.clone();
        Memo::new(move |_| {
            integrity.current.with(|it| it.as_ref().is_some_and(|it| is_same(&it.finding, &finding)))
        })
    };
    let main = finding.records.first().copied();
    let name = move || main.and_then(|it| editor.read(|document| name_of(document, it)));
    let Finding { severity, sentence, rule, .. } = finding.clone();
    view! {
        <li class:here=is_here class:solved=!is_open>
            <button
                class="integrity-row"
                aria-current=move || is_here.get().then_some("true")
                disabled=!is_open
                on:click=move |_| integrity.go_to(&finding)
            >
                <Sign severity />
                <span class="spoken">{spoken(severity, standing)}</span>
                <span class="integrity-name">{name}</span>
                <span class="rule">{rule}</span>
                <span class="integrity-sentence">{sentence}</span>
            </button>
            <Show when=move || is_here.get() && is_open>
                <Fixes />
            </Show>
        </li>
    }
}

/// What would settle the finding that is looked at, each with its key, and leaving it as it is.
#[component]
fn Fixes() -> impl IntoView {
    let integrity: Integrity = expect_context();
    view! {
        <div class="integrity-fixes" role="group" aria-label="What would settle it">
            {move || {
                let fixes = integrity.fixes.get().into_iter().enumerate();
                fixes
                    .map(|(index, fix)| {
                        view! {
                            <button class="button" on:click=move |_| integrity.settle(index)>
                                <kbd>{keys::hint(Command::Fix(index))}</kbd>
                                {fix.label}
                            </button>
                        }
                    })
                    .collect_view()
            }}
            <button class="button quiet" on:click=move |_| integrity.ask_to_accept()>"Accept…"</button>
            <button class="button quiet" title=keys::tooltip(Command::Keep) on:click=move |_| integrity.keep()>
                "Keep as finding"
            </button>
        </div>
    }
}

fn spoken(severity: Severity, standing: Standing) -> String {
    let word = match standing {
        Standing::Open => severity.word(),
        Standing::Accepted => "Accepted",
        Standing::Solved => "Solved",
    };
    format!("{word}: ")
}

/// Scrolls the list as little as needed so that the current finding is seen, once it is marked.
fn keep_current_in_view() {
    if let Ok(Some(row)) = document().query_selector(".integrity-list li.here") {
        keep_in_view(&row);
    }
}
