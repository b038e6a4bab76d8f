//! The Report station: the very pages of the report, what it holds and how it looks.

mod brand;
mod chapters;
mod contents;
mod foot;
mod key_press;
mod look;
mod missing;
mod on_page;
mod sheet;
mod state;
mod toolbar;

use leptos::prelude::*;

pub(crate) use foot::ReportFoot;
pub(crate) use state::ReportState;

#[component]
pub(crate) fn ReportStation() -> impl IntoView {
    let report: ReportState = expect_context();
    report.follow();
    key_press::answer_commands(report);
    on_cleanup(move || report.leave());
    view! {
        <main class="station report-station" on:keydown=move |event| key_press::on_station(&event, report)>
            <toolbar::Toolbar />
            <div class="report-main">
                <contents::Contents />
                <sheet::Sheet />
                <aside class="report-settings" aria-label="What the report holds and how it looks">
                    <missing::Missing />
                    <on_page::OnPage />
                    <chapters::Chapters />
                    <look::Look />
                    <brand::BrandOf />
                </aside>
            </div>
            <p class="spoken" role="status">{move || report.spoken.get()}</p>
        </main>
    }
}
