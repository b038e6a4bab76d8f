//! The findings that a recommendation answers.

use leptos::prelude::*;
use opmap_analysis::MissingPart;
use opmap_model::{Edit, KeptFindingId, RecommendationField, RecommendationId, RecordId};

use super::missing::part_id;
use crate::actions::coded_links::{Coded, CodedLinks};
use crate::actions::state::ActionsState;
use crate::frame::Over;
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions};
use crate::palette::Asked;

#[component]
pub(super) fn Answers(id: RecommendationId) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let editor = actions.editor;
    let links = Memo::new(move |_| {
        let held =
            editor.read(|document| document.get(id).map(|it| it.addresses.clone())).unwrap_or_default();
        actions.told.with(|told| {
            let found = held.iter().filter_map(|it| Some((*it, told.get(it)?)));
            let mut links: Vec<_> = found
                .map(|(id, it)| Coded {
                    record: RecordId::KeptFinding(id),
                    code: it.code.clone(),
                    text: it.sentence.clone(),
                })
                .collect();
            links.sort_by_key(|it| (it.code.len(), it.code.clone()));
            links
        })
    });
    let take_away = Callback::new(move |record: RecordId| {
        if let Some(finding) = record.key::<KeptFindingId>() {
            let field = RecommendationField::Addresses(finding, false);
            editor.commit(Edit::SetRecommendation { id, field });
        }
    });
    view! {
        <div id=part_id(MissingPart::Finding)>
            <CodedLinks label="Answers" none="no finding" links no_longer="No longer answers" take_away>
                <button class="chip offer" on:click=move |_| actions.panels.toggle(Over::Palette(Asked::Answers(id)))>
                    <Icon name="plus" />
                    "Finding… "
                    <kbd>{keys::hint(Command::Actions(OnActions::Link))}</kbd>
                </button>
            </CodedLinks>
        </div>
    }
}
