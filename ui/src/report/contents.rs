//! The pages by their sections, beside the page that is shown.

use leptos::prelude::*;
use opmap_report::SectionView;

use super::state::ReportState;
use crate::palette::keep_in_view;

#[component]
pub(super) fn Contents() -> impl IntoView {
    let report: ReportState = expect_context();
    let sections = Memo::new(move |_| report.view.with(|it| it.as_ref().map_or_else(Vec::new, listed)));
    let current = Memo::new(move |_| {
        let page = report.page.get();
        sections.with(|all| all.iter().rposition(|it| it.page <= page))
    });
    // The line of the page that is shown stays in view.
    Effect::new(move |_| {
        current.track();
        request_animation_frame(|| {
            if let Ok(Some(line)) = document().query_selector(".report-contents [aria-current]") {
                keep_in_view(&line);
            }
        });
    });
    let numbered = move || sections.get().into_iter().enumerate().collect::<Vec<(usize, Entry)>>();
    view! {
        <nav class="report-contents" aria-label="Pages by section">
            <ol>
                <For
                    each=numbered
                    key=|it| it.clone()
                    let((index, entry))
                >
                    <li>
                        <button
                            class="report-section"
                            class:part={entry.level > 1}
                            aria-current=move || (current.get() == Some(index)).then_some("page")
                            title=entry.title.clone()
                            on:click=move |_| report.turn_to(entry.page)
                        >
                            <span class="report-name">{entry.name.clone()}</span>
                            <span class="report-page">{entry.page + 1}</span>
                        </button>
                    </li>
                </For>
            </ol>
        </nav>
    }
}

/// A line of the contents.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Entry {
    level: u8,
    name: String,
    title: String,
    page: usize,
}

/// The sections behind what stands before the first of them.
fn listed(view: &opmap_report::ReportView) -> Vec<Entry> {
    let cover = Entry { level: 1, name: "Cover".to_owned(), title: String::new(), page: 0 };
    let has_cover = view.sections.first().is_some_and(|it| it.page > 0);
    let section = |it: &SectionView| {
        // A part is about what the section before it says.
        let about = it.about.as_ref().filter(|_| it.level == 1).map(|about| format!(": {about}"));
        let name = format!("{}{}", it.name, about.unwrap_or_default());
        Entry { level: it.level, name, title: it.title.clone(), page: it.page }
    };
    has_cover.then_some(cover).into_iter().chain(view.sections.iter().map(section)).collect()
}
