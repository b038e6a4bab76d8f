//! The page that is shown: the very marks of the report, with the places that lead to what they show.

use leptos::prelude::*;
use opmap_model::RecordId;
use opmap_report::Area;

use super::state::{ReportState, Zoom};
use crate::leading::{Leading, name_of};

/// The identity of the page, to which the keyboard goes.
pub(super) const SHEET: &str = "report-sheet";

#[component]
pub(super) fn Sheet() -> impl IntoView {
    let report: ReportState = expect_context();
    let label = move || {
        let title = report.sections_now().into_iter().next().map(|it| it.title).unwrap_or_default();
        format!("Page {} of {}. {title}", report.page.get() + 1, report.page_count())
    };
    view! {
        <div id=SHEET class="report-sheet" role="region" tabindex="0" aria-label=label>
            {move || match (report.fault.get(), report.view.with(Option::is_some)) {
                (Some(fault), _) => view! { <p class="report-wait" role="alert">{fault}</p> }.into_any(),
                (None, false) => view! { <p class="report-wait" role="status">"The report is being made…"</p> }.into_any(),
                (None, true) => view! { <Paper /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Paper() -> impl IntoView {
    let report: ReportState = expect_context();
    let size = Memo::new(move |_| report.shown_page().map_or((842.0, 595.0), |it| it.size));
    let style = move || {
        let (width, height) = size.get();
        match report.zoom.get() {
            Zoom::Fit => format!(
                "aspect-ratio:{width}/{height};width:min(100%,calc((100cqh - 48px)*{width}/{height}))"
            ),
            // A point is 1/72 inch, a pixel 1/96.
            Zoom::Percent(percent) => {
                #[expect(clippy::cast_precision_loss, reason = "a percentage is small")]
                let scale = percent as f32 / 75.0;
                format!("width:{}px;height:{}px", width * scale, height * scale)
            }
        }
    };
    view! {
        <div class="paper" style=style>
            // The picture is made by the program from plain marks; its text is escaped there.
            <div class="paper-picture" aria-hidden="true" inner_html=move || {
                report.picture.with(|it| it.as_ref().map(|(_, it)| it.svg.clone()).unwrap_or_default())
            }></div>
            {move || {
                report.picture.get().map(|(_, picture)| {
                    let size = size.get();
                    let records = picture.records.into_iter();
                    let links = picture.links.into_iter();
                    view! {
                        {records.map(|(area, record)| view! { <RecordOn area size record /> }).collect_view()}
                        {links.map(|(area, page)| view! { <LinkOn area size page /> }).collect_view()}
                    }
                })
            }}
        </div>
    }
}

/// Where an area of a page is, in percent of the page.
fn place((width, height): (f32, f32), [x, y, w, h]: Area) -> String {
    let percent = |part: f32, whole: f32| 100.0 * part / whole;
    format!(
        "left:{:.3}%;top:{:.3}%;width:{:.3}%;height:{:.3}%",
        percent(x, width),
        percent(y, height),
        percent(w, width),
        percent(h, height)
    )
}

/// What leads to another page, for the pointer; *On this page* has the same for the keyboard.
#[component]
fn LinkOn(area: Area, size: (f32, f32), page: usize) -> impl IntoView {
    let report: ReportState = expect_context();
    let title = format!("To page {}", page + 1);
    view! {
        <button class="paper-link" style=place(size, area) tabindex="-1" aria-hidden="true" title=title
            on:click=move |_| report.turn_to(page)></button>
    }
}

/// What shows a record, for the pointer.
#[component]
fn RecordOn(area: Area, size: (f32, f32), record: RecordId) -> impl IntoView {
    let (report, leading): (ReportState, Leading) = (expect_context(), expect_context());
    let name = report.editor.peek(|document| name_of(document, record)).unwrap_or_default();
    view! {
        <button class="paper-record" style=place(size, area) tabindex="-1" aria-hidden="true" title=format!("Go to {name}")
            on:click=move |_| leading.go(&[record])></button>
    }
}
