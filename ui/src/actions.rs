//! The Actions station: what is known of the service, what follows from it, and what goes with that. A segment for each
//! register.

mod coded_links;
mod details;
mod evidence;
mod findings;
mod foot;
mod key_press;
mod options;
mod recommendations;
mod rhythm;
mod risks;
mod segment;
mod state;
mod table;
mod toolbar;
mod trace;

use leptos::prelude::*;

use crate::dialog::focus;

pub(crate) use details::Shown;
pub(crate) use foot::ActionsFoot;
pub(crate) use key_press::place_beside;
pub(crate) use segment::Segment;
pub(crate) use state::ActionsState;
pub(crate) use trace::Look;

#[component]
pub(crate) fn ActionsStation() -> impl IntoView {
    let actions: ActionsState = expect_context();
    key_press::answer_commands(actions);
    on_cleanup(move || {
        // The workshop may have been closed before.
        let _ = actions.writing.try_set(false);
    });
    view! {
        <main class="station actions-station">
            <toolbar::Toolbar />
            <div class="actions-main">
                {move || match actions.look.get() {
                    Some(look) => view! { <trace::TraceView look /> }.into_any(),
                    None => register(actions.segment.get()),
                }}
            </div>
            <p class="spoken" role="status">{move || actions.spoken.get()}</p>
        </main>
    }
}

fn register(segment: Segment) -> AnyView {
    match segment {
        Segment::Evidence => view! { <evidence::EvidenceRegister /> }.into_any(),
        Segment::Findings => view! { <findings::FindingsRegister /> }.into_any(),
        Segment::Recommendations => view! { <recommendations::RecommendationsRegister /> }.into_any(),
        Segment::Rhythm => view! { <rhythm::RhythmRegister /> }.into_any(),
        Segment::Options => view! { <options::OptionsRegister /> }.into_any(),
        Segment::Risks => view! { <risks::RisksRegister /> }.into_any(),
    }
}

/// Puts the keyboard into the details of the record where one is.
fn enter_details(actions: ActionsState) {
    if actions.segment.get_untracked() == Segment::Recommendations {
        actions.recommendations.detailed.set(true);
    }
    // They may have to be shown first.
    request_animation_frame(|| {
        let first = document().query_selector(".actions-main .inspector :is(textarea, input)");
        if let Some(element) = first.ok().flatten() {
            focus(&element);
        }
    });
}
