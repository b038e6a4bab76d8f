//! How the report is printed: paper, wide maps, version, language, and what is marked or left out on every page.

use leptos::prelude::*;
use opmap_model::{Keyword, ReportField, ReportSettings};

use super::state::ReportState;
use crate::field::{Choice, TextField, keyword_options, optional_title};

#[component]
pub(super) fn Look() -> impl IntoView {
    let report: ReportState = expect_context();
    let version =
        move || report.settings(|it| it.version.as_ref().map(ToString::to_string).unwrap_or_default());
    let set_version = move |text: String| {
        report.set(ReportField::Version(optional_title(&text)?));
        Ok(())
    };
    view! {
        <details class="report-group">
            <summary>"Printing"</summary>
            <Keywords label="Paper" value=|it: &ReportSettings| it.paper field=ReportField::Paper />
            <Keywords label="Wide maps" value=|it: &ReportSettings| it.wide_maps field=ReportField::WideMaps />
            <Keywords label="English" value=|it: &ReportSettings| it.english field=ReportField::English />
            <TextField label="Version" value=Signal::derive(version) commit=Callback::new(set_version) />
            <Switch words="Marked as a draft" value=|it| it.draft field=ReportField::Draft />
            <Switch words="Names replaced by neutral ones" value=|it| it.anonymised field=ReportField::Anonymised />
            <Switch words="Without notes" value=|it| it.without_notes field=ReportField::WithoutNotes />
        </details>
    }
}

/// A choice from a closed list.
#[component]
pub(super) fn Keywords<K: Keyword + Send + Sync>(
    label: &'static str,
    value: fn(&ReportSettings) -> K,
    field: fn(K) -> ReportField,
) -> impl IntoView {
    let report: ReportState = expect_context();
    let key = Signal::derive(move || report.settings(value).key().to_owned());
    let choose = Callback::new(move |key: String| {
        if let Some(chosen) = K::from_key(&key) {
            report.set(field(chosen));
        }
    });
    view! { <Choice label options={keyword_options::<K>()} value=key choose /> }
}

/// Something that is so or not.
#[component]
pub(super) fn Switch(
    words: &'static str,
    value: fn(&ReportSettings) -> bool,
    field: fn(bool) -> ReportField,
) -> impl IntoView {
    let report: ReportState = expect_context();
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || report.settings(value)
                on:change=move |event| {
                    report.set(field(event_target_checked(&event)));
                }
            />
            {words}
        </label>
    }
}
