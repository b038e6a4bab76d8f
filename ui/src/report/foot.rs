//! In the status bar: how long the report is and on what paper.

use leptos::prelude::*;
use opmap_model::Keyword;

use super::state::ReportState;

#[component]
pub(crate) fn ReportFoot() -> impl IntoView {
    let report: ReportState = expect_context();
    let told = move || {
        let pages = match report.page_count() {
            1 => "1 page".to_owned(),
            count => format!("{count} pages"),
        };
        let (scope, paper, draft, anonymised) =
            report.settings(|it| (it.scope.label(), it.paper.label(), it.draft, it.anonymised));
        let mut parts = vec![scope.to_owned(), pages, paper.to_owned()];
        parts.extend(draft.then(|| "draft".to_owned()));
        parts.extend(anonymised.then(|| "names replaced".to_owned()));
        parts.join(", ")
    };
    view! { <span>{told}</span> }
}
