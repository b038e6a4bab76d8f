//! The toolbar of the station: whom the report is for, the pages, how large they are, and what is written.

use leptos::prelude::*;
use opmap_model::{Keyword, ReportField, ReportScope};
use opmap_wire::{PageExport, PageWanted, PictureKind};

use super::state::ReportState;
use crate::commands::Commands;
use crate::frame::Writing;
use crate::icon::Icon;
use crate::keys::{self, Command, OnReport, Way};

#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let report: ReportState = expect_context();
    let scopes = ReportScope::ALL.iter().map(|scope| {
        let is_on = move || report.settings(|it| it.scope) == *scope;
        view! {
            <button
                class="button"
                class:on=is_on
                aria-pressed=move || is_on().to_string()
                on:click=move |_| {
                    report.set(ReportField::Scope(*scope));
                }
            >
                {scope.label()}
            </button>
        }
    });
    view! {
        <div class="toolbar" role="toolbar" aria-label="Report">
            <h2>"Report"</h2>
            <div class="toolbar-group" role="group" aria-label="Whom it is for">{scopes.collect_view()}</div>
            <span class="toolbar-line" aria-hidden="true"></span>
            <Turn way=Way::Up icon="arrow-up" />
            <PageNumber />
            <Turn way=Way::Down icon="arrow-down" />
            <span class="toolbar-line" aria-hidden="true"></span>
            <ZoomButton command=OnReport::Farther icon="minus" />
            <button
                class="button report-zoom"
                title=keys::tooltip(Command::Report(OnReport::Fit))
                on:click=move |_| super::key_press::run(OnReport::Fit, report)
            >
                {move || report.zoom.get().words()}
            </button>
            <ZoomButton command=OnReport::Nearer icon="plus" />
            <span class="grow"></span>
            <ThisPage kind=PictureKind::Svg words="Page as SVG" />
            <ThisPage kind=PictureKind::Png words="Page as PNG" />
        </div>
    }
}

/// A page back or on.
#[component]
fn Turn(way: Way, icon: &'static str) -> impl IntoView {
    let (report, commands): (ReportState, Commands) = (expect_context(), expect_context());
    let command = Command::Report(OnReport::Turn(way));
    let is_at_end = move || match way {
        Way::Up => report.page.get() == 0,
        _ => report.page.get() + 1 >= report.page_count(),
    };
    view! {
        <button
            class="icon-button"
            aria-label=keys::words(command)
            title=keys::tooltip(command)
            disabled=is_at_end
            on:click=move |_| commands.run(command)
        >
            <Icon name=icon />
        </button>
    }
}

/// Which page is shown; another number leads to another page.
#[component]
fn PageNumber() -> impl IntoView {
    let report: ReportState = expect_context();
    let shown =
        move || if report.page_count() == 0 { String::new() } else { (report.page.get() + 1).to_string() };
    let go = move |event: leptos::ev::Event| {
        match event_target_value(&event).trim().parse::<usize>() {
            Ok(number) => report.turn_to(number.saturating_sub(1)),
            // The field shows again what is.
            Err(_) => report.page.notify(),
        }
    };
    view! {
        <label class="report-number">
            "Page "
            <input type="text" inputmode="numeric" size="3" prop:value=shown on:change=go />
            {move || format!(" of {}", report.page_count())}
        </label>
    }
}

#[component]
fn ZoomButton(command: OnReport, icon: &'static str) -> impl IntoView {
    let report: ReportState = expect_context();
    let named = Command::Report(command);
    view! {
        <button
            class="icon-button"
            aria-label=keys::words(named)
            title=keys::tooltip(named)
            on:click=move |_| super::key_press::run(command, report)
        >
            <Icon name=icon />
        </button>
    }
}

/// Writes the page that is shown as a picture.
#[component]
fn ThisPage(kind: PictureKind, words: &'static str) -> impl IntoView {
    let (report, writing): (ReportState, Writing) = (expect_context(), expect_context());
    let write = move |_| {
        let page = untrack(|| report.shown_page());
        if let Some(stamp) = page.map(|it| it.stamp) {
            let page = PageWanted { page: report.page.get_untracked(), stamp };
            writing.export_page(report.editor, PageExport { page, kind });
        }
    };
    let is_off = move || writing.is_busy() || report.page_count() == 0;
    view! {
        <button class="button" disabled=is_off on:click=write>
            <Icon name="download" />
            {words}
        </button>
    }
}
