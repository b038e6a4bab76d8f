//! The recommendations that answer a finding: each leads to the register, can be taken away, and more are added.

use leptos::prelude::*;
use opmap_model::{
    Document, Edit, KeptFindingId, Recommendation, RecommendationField, RecommendationId, RecordId, Title,
};

use crate::actions::coded_links::{Coded, CodedLinks};
use crate::actions::state::ActionsState;
use crate::editor::editor;
use crate::field::{Adding, NewName, title};
use crate::frame::{Over, Panels};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::palette::Asked;

#[component]
pub(super) fn AnsweredBy(id: KeptFindingId) -> impl IntoView {
    let (editor, panels): (_, Panels) = (editor(), expect_context());
    let actions: ActionsState = expect_context();
    let links = Memo::new(move |_| {
        editor.read(|document| {
            let answers = document.answers_to(id).into_iter();
            answers
                .map(|(id, it)| Coded {
                    record: RecordId::Recommendation(id),
                    code: it.code(),
                    text: it.title.to_string(),
                })
                .collect::<Vec<_>>()
        })
    });
    let take_away = Callback::new(move |record: RecordId| {
        if let Some(answer) = record.key::<RecommendationId>() {
            let field = RecommendationField::Addresses(id, false);
            editor.commit(Edit::SetRecommendation { id: answer, field });
        }
    });
    let writing = RwSignal::new(false);
    let adding = Adding {
        what: "recommendation",
        take: Callback::new(move |name: String| {
            let title = title(&name)?;
            let edit = editor.peek(|document| answer(document, id, fresh(), title));
            if editor.commit(edit) {
                actions.spoken.set("The recommendation is added. It answers the finding.".to_owned());
            }
            Ok(())
        }),
    };
    view! {
        <CodedLinks
            label="Answered by"
            none="no recommendation"
            links
            no_longer="No longer answered by"
            take_away
        >
            {move || match writing.get() {
                true => view! { <NewName adding close=Callback::new(move |_| writing.set(false)) /> }.into_any(),
                false => view! {
                    <button class="chip offer" on:click=move |_| writing.set(true)>
                        <Icon name="plus" />
                        "New recommendation…"
                    </button>
                    <button class="chip offer" on:click=move |_| panels.toggle(Over::Palette(Asked::AnsweredBy(id)))>
                        <Icon name="link" />
                        "Recommendation…"
                    </button>
                }
                    .into_any(),
            }}
        </CodedLinks>
    }
}

/// The edit that adds a recommendation that answers a finding; it moves the shift that the finding is about, if that is one.
fn answer(document: &Document, finding: KeptFindingId, id: RecommendationId, title: Title) -> Edit {
    let shifts = document.get(finding).map(|it| it.shifts.clone()).unwrap_or_default();
    let shift = shifts.first().copied().filter(|_| shifts.len() == 1);
    let recommendation = Recommendation { addresses: [finding].into(), shift, ..Recommendation::new(title) };
    Edit::AddRecommendation { id, recommendation: Box::new(recommendation), before: None }
}

#[cfg(test)]
mod tests {
    use opmap_model::{RecommendationId, Shift, Title, notation};
    use uuid::Uuid;

    use super::answer;

    #[test]
    fn what_answers_a_finding_moves_its_shift_where_that_is_one() {
        let mut next = 0;
        let text =
            "workshop \"W\"\nfinding F1 \"One\" shifts=culture\nfinding F2 \"Two\" shifts=culture,roles\n";
        let mut document = notation::parse(text, &mut || {
            next += 1;
            Uuid::from_u128(next)
        })
        .unwrap();
        let findings: Vec<_> = document.findings_in_order().into_iter().map(|it| it.0).collect();
        let mut shift = |finding, number| {
            let id = RecommendationId(Uuid::from_u128(number));
            let edit = answer(&document, finding, id, Title::new("Ask why").unwrap());
            let change = edit.plan(&document).unwrap();
            document.apply(&change).unwrap();
            assert!(document.answers_to(finding).iter().any(|it| it.0 == id));
            document.get(id).unwrap().shift
        };
        assert_eq!((shift(findings[0], 100), shift(findings[1], 101)), (Some(Shift::Culture), None));
    }
}
