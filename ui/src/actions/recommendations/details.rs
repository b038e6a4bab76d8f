//! All about one recommendation, and first what is missing.

mod answers;
mod fields;
mod missing;
mod planned;
mod tried;
mod what;
mod who;
mod worth;

use leptos::prelude::*;
use opmap_model::{Edit, RecommendationId, RecordId};

use crate::actions::details::{Foot, Head, Shown};
use crate::actions::state::ActionsState;
use crate::findings_here::FindingsHere;
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};

#[component]
pub(super) fn One(id: RecommendationId) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let fields = Shown::new(id, |id, field| Edit::SetRecommendation { id, field });
    view! {
        <Head path="Recommendation" title=fields.part(|it| Some(it.code()))>
            <button
                class="icon-button"
                aria-label="Close the details"
                title=keys::tooltip(Command::Actions(OnActions::Details))
                on:click=move |_| {
                    actions.recommendations.detailed.set(false);
                    actions.focus_wanted.notify();
                }
            >
                <Icon name="x" />
            </button>
        </Head>
        <missing::Missing id />
        <FindingsHere record=RecordId::Recommendation(id) but="Q5" />
        <div class="recommendation-fields">
            <what::What fields />
            <answers::Answers id />
            <who::Who fields />
            <worth::Worth fields />
            <planned::Planned fields id />
            <tried::Tried fields id />
            <planned::FollowUp fields id />
        </div>
        <Foot record=RecordId::Recommendation(id) />
    }
}
