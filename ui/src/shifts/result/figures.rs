//! The large figures: the means with how many shifts they are of, and the lowest.

use leptos::prelude::*;

use super::super::state::ShiftsState;
use super::told;

#[component]
pub(super) fn Figures() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let figures = Memo::new(move |_| shifts.results.with(told::figures));
    view! {
        <dl class="shift-figures">
            {move || {
                figures
                    .get()
                    .into_iter()
                    .map(|it| {
                        view! {
                            <div class=format!("shift-figure {}", it.name.to_lowercase())>
                                <dt>{it.name}</dt>
                                <dd>
                                    <strong>{it.value.unwrap_or_else(|| "–".to_owned())}</strong>
                                    <span>{it.of}</span>
                                </dd>
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </dl>
    }
}
