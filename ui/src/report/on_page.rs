//! What is on the page that is shown: the titles of its sections, which can be reworded, and the records that it shows.

use leptos::prelude::*;
use opmap_model::{RecordId, ReportField, Title};
use opmap_report::SectionView;

use super::state::ReportState;
use crate::field::{TextField, optional_title};
use crate::leading::{Leading, name_of};

/// The most records that are listed.
const LISTED: usize = 40;

#[component]
pub(super) fn OnPage() -> impl IntoView {
    let report: ReportState = expect_context();
    let sections = Memo::new(move |_| report.sections_now());
    let records = Memo::new(move |_| report.shown_page().map_or_else(Vec::new, |it| it.records));
    view! {
        <details class="report-group" open>
            <summary>"This page"</summary>
            <For each=move || sections.get() key=|it| it.anchor.clone() let(section)>
                <SectionTitle section sections />
            </For>
            {move || sections.with(Vec::is_empty).then(|| view! { <p class="quiet">"The title is that of the workshop."</p> })}
            <Records records />
        </details>
    }
}

/// The title of a section: generated until it is reworded.
#[component]
fn SectionTitle(section: SectionView, sections: Memo<Vec<SectionView>>) -> impl IntoView {
    let report: ReportState = expect_context();
    let anchor = StoredValue::new(section.anchor);
    let now = move |look: fn(&SectionView) -> String| {
        sections.with(|all| anchor.with_value(|name| all.iter().find(|it| it.anchor == *name).map(look)))
    };
    let generated = Memo::new(move |_| {
        sections
            .with(|all| anchor.with_value(|name| all.iter().find(|it| it.anchor == *name)?.generated.clone()))
    });
    let set = move |title: Option<Title>| {
        if let Ok(section) = anchor.with_value(|it| Title::new(it)) {
            report.set(ReportField::SectionTitle(section, title));
        }
    };
    let commit = move |text: String| {
        let title = optional_title(&text)?;
        set(title);
        Ok(())
    };
    view! {
        <div class="report-title">
            <TextField
                label="Title"
                lines=3
                value=Signal::derive(move || now(|it| it.title.clone()).unwrap_or_default())
                commit=Callback::new(commit)
            />
            {move || generated.get().map(|it| {
                view! {
                    <p class="quiet">{format!("Generated: {it}")}</p>
                    <button class="button quiet" on:click=move |_| set(None)>"Back to the generated title"</button>
                }
            })}
        </div>
    }
}

/// What the page shows, each leading to its place in the workshop.
#[component]
fn Records(records: Memo<Vec<RecordId>>) -> impl IntoView {
    let (report, leading): (ReportState, Leading) = (expect_context(), expect_context());
    let named = move || {
        let records = records.get();
        report.editor.read(|document| {
            let named = records.iter().filter_map(|it| Some((*it, name_of(document, *it)?)));
            named.take(LISTED).collect::<Vec<_>>()
        })
    };
    let more = move || records.with(Vec::len).saturating_sub(LISTED);
    view! {
        <Show when=move || !records.with(Vec::is_empty)>
            <h4>"Shown here"</h4>
            <ul class="report-records">
                <For each=named key=|it| it.clone() let((record, name))>
                    <li>
                        <button class="link" on:click=move |_| leading.go(&[record])>{name}</button>
                    </li>
                </For>
            </ul>
            {move || (more() > 0).then(|| view! { <p class="quiet">{format!("and {} more", more())}</p> })}
        </Show>
    }
}
