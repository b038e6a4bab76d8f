//! The table of evidence. It has the keyboard as a whole and names the row where one is.

use leptos::prelude::*;
use opmap_model::{Document, Edit, Evidence, EvidenceId, EvidenceKind, Keyword, Shift, Text};

use crate::actions::key_press;
use crate::actions::state::ActionsState;
use crate::evidence::Grade;
use crate::field::{NewText, focus_later};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::palette::keep_in_view;

const TABLE: &str = "evidence-table";
const COLUMNS: [&str; 5] = ["Code", "What it says", "What it is", "Source", "About"];

#[component]
pub(super) fn Table() -> impl IntoView {
    let actions: ActionsState = expect_context();
    follow(actions);
    let is_empty = Memo::new(move |_| actions.shown.with(Vec::is_empty));
    view! {
        <div class="actions-table" on:keydown=move |event| key_press::on_table(&event, actions)>
            <Show when=move || actions.writing.get()>
                <Writing />
            </Show>
            <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                <table
                    id=TABLE
                    class="evidence-table"
                    role="grid"
                    aria-label="Evidence"
                    aria-rowcount=move || actions.shown.with(Vec::len) + 1
                    aria-activedescendant=move || actions.chosen.get().map(row_id)
                    tabindex="0"
                >
                    <thead>
                        <tr role="row" aria-rowindex="1">
                            {COLUMNS.map(|it| view! { <th scope="col" role="columnheader">{it}</th> })}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || actions.shown.get() key=|it| *it let(id)>
                            <Row id />
                        </For>
                    </tbody>
                </table>
            </Show>
        </div>
    }
}

fn row_id(id: EvidenceId) -> String {
    format!("evidence-{}", id.0)
}

/// What a row says.
#[derive(Clone, PartialEq)]
struct Words {
    evidence: Evidence,
    about: Vec<String>,
}

fn words(document: &Document, id: EvidenceId) -> Option<Words> {
    let evidence = document.get(id)?.clone();
    let shift = |it: &Shift| format!("{} {}", it.number(), document.assessment(*it).name());
    let records = evidence.about.iter().filter_map(|it| document.record_name(*it));
    let about = evidence.shifts.iter().map(shift).chain(records).collect();
    Some(Words { evidence, about })
}

#[component]
fn Row(id: EvidenceId) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let row = Memo::new(move |_| actions.editor.read(|document| words(document, id)));
    let is_here = Memo::new(move |_| actions.chosen.get() == Some(id));
    let at = move || actions.shown.with(|it| it.iter().position(|it| *it == id).unwrap_or(0) + 2);
    view! {
        <tr
            id=row_id(id)
            role="row"
            class:here=is_here
            aria-rowindex=at
            aria-selected=move || is_here.get().to_string()
            on:pointerdown=move |event| {
                if event.button() == 0 {
                    actions.go(id);
                }
            }
            on:dblclick=move |_| super::enter()
        >
            {move || row.get().map(cells)}
        </tr>
    }
}

fn cells(Words { evidence, about }: Words) -> impl IntoView {
    let source = [evidence.source.as_ref(), evidence.page.as_ref()].into_iter().flatten();
    let source: Vec<String> =
        source.map(ToString::to_string).chain(evidence.date.map(|it| it.to_string())).collect();
    let said = |words: Vec<String>| {
        let is_none = words.is_empty();
        let words = if is_none { "not set".to_owned() } else { words.join(", ") };
        view! { <td role="gridcell" class="evidence-small" class:quiet=is_none><span class="clamped">{words}</span></td> }
    };
    view! {
        <th scope="row" role="rowheader" class="code">{evidence.code()}</th>
        <td role="gridcell">
            <span class="clamped">{evidence.text.to_string()}</span>
            {evidence.internal.then(|| view! {
                <span class="evidence-internal"><Icon name="lock" />"internal"</span>
            })}
        </td>
        <td role="gridcell" class="evidence-what">
            {evidence.kind.label()}
            <Grade grade=evidence.grade />
        </td>
        {said(source)}
        {said(about)}
    }
}

/// The field in which a new piece of evidence is written.
#[component]
fn Writing() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let take = Callback::new(move |text: Text| {
        let id = fresh();
        if add(actions, id, text) {
            actions.go(id);
        }
    });
    let close = Callback::new(move |stays: bool| {
        actions.writing.set(false);
        if stays {
            actions.focus_wanted.notify();
        }
    });
    view! {
        <div class="evidence-writing">
            <NewText label="New evidence" hint="What was said, measured, seen or written" take close />
        </div>
    }
}

fn add(actions: ActionsState, id: EvidenceId, text: Text) -> bool {
    let mut evidence = Evidence::new(EvidenceKind::Quote, text);
    actions.filter.get_untracked().fill(&mut evidence);
    actions.editor.commit(Edit::AddEvidence { id, evidence: Box::new(evidence), before: None })
}

#[component]
fn Empty() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let is_filtered = move || actions.filter.get() != super::Filter::default();
    let act = move |_| {
        if actions.filter.get_untracked() == super::Filter::default() {
            actions.write();
        } else {
            actions.filter.set(super::Filter::default());
            actions.focus_wanted.notify();
        }
    };
    view! {
        <div class="empty">
            <p>
                {move || match is_filtered() {
                    true => "Nothing is left by the filter.",
                    false => "Write down what was said, measured or seen, so that a finding has something to rest on.",
                }}
            </p>
            <button id=TABLE class="button" on:click=act>
                {move || if is_filtered() { "Show all evidence" } else { "Add evidence" }}
            </button>
        </div>
    }
}

/// Keeps the row where one is in view, and brings the keyboard when it is asked for.
fn follow(actions: ActionsState) {
    Effect::new(move |_| {
        actions.focus_wanted.track();
        focus_later(TABLE);
    });
    Effect::new(move |_| {
        let Some(id) = actions.chosen.get() else { return };
        request_animation_frame(move || {
            if let Some(row) = document().get_element_by_id(&row_id(id)) {
                keep_in_view(&row);
            }
        });
    });
}
