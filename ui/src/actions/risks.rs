//! Risks, assumptions and constraints: what could stand in the way, and what is done about it (4.14).

use leptos::prelude::*;
use opmap_model::{
    Concern, ConcernField as Field, ConcernId, ConcernKind, Document, Edit, Keyword, Rating, RecordId,
    RoleId, Text, Title,
};

use super::Segment;
use super::details::{Details, Foot, Head, Shown};
use super::state::ActionsState;
use super::table::{Table, named, role_name, row, small};
use crate::field::{Choice, TextField, keyword_options, optional_text, title};
use crate::icon::Icon;
use crate::registers::role_options;
use crate::toolbar::Pick;

const HEADS: [&str; 5] = ["What it is", "Kind", "Likelihood × impact", "Owner", "Response"];

#[component]
pub(super) fn RisksRegister() -> impl IntoView {
    view! {
        <Table segment=Segment::Risks heads=&HEADS cells />
        <Details
            none="All that is said of a risk stands here. N adds one."
            one=|id: ConcernId| view! { <OneConcern id /> }.into_any()
        />
    }
}

/// Which sort is looked at.
#[component]
pub(super) fn Kinds() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let plural = |it: &ConcernKind| (it.key().to_owned(), format!("{}s", it.label()));
    view! {
        <Pick
            label="Kind"
            all="All of them"
            options=Signal::stored(ConcernKind::ALL.iter().map(plural).collect())
            value=Signal::derive(move || actions.concerns.get().map(|it| it.key().to_owned()))
            choose=Callback::new(move |key: String| actions.concerns.set(ConcernKind::from_key(&key)))
        />
    }
}

/// The edit that adds a concern of the sort that is looked at, and the record.
pub(super) fn added(actions: ActionsState, id: ConcernId, title: Title) -> (RecordId, Edit) {
    let kind = actions.concerns.get_untracked().unwrap_or(ConcernKind::Risk);
    (RecordId::Concern(id), Edit::AddConcern { id, concern: Concern::new(kind, title), before: None })
}

/// What a row says.
#[derive(Clone, PartialEq)]
struct Words {
    title: String,
    settled: bool,
    kind: &'static str,
    weight: String,
    owner: String,
    response: String,
}

fn words(document: &Document, id: ConcernId) -> Option<Words> {
    let concern = document.get(id)?;
    Some(Words {
        title: concern.title.to_string(),
        settled: concern.settled,
        kind: concern.kind.label(),
        weight: weight(concern.likelihood, concern.impact),
        owner: role_name(document, concern.owner),
        response: concern.response.as_ref().map(Text::to_string).unwrap_or_default(),
    })
}

/// How much it weighs: the product of both, or as much as is set; empty when nothing is.
fn weight(likelihood: Option<Rating>, impact: Option<Rating>) -> String {
    match (likelihood, impact) {
        (Some(likelihood), Some(impact)) => {
            format!("{likelihood} × {impact} = {}", likelihood.get() * impact.get())
        }
        (Some(likelihood), None) => format!("{likelihood} × –"),
        (None, Some(impact)) => format!("– × {impact}"),
        (None, None) => String::new(),
    }
}

fn cells(actions: ActionsState, record: RecordId) -> AnyView {
    row(actions, record, words, |it: Words| {
        let settled = it
            .settled
            .then(|| view! { <span class="action-state"><Icon name="check" />"settled"</span> }.into_any());
        view! {
            {named(it.title, settled)}
            {small(it.kind.to_owned(), false)}
            {small(it.weight, false)}
            {small(it.owner, false)}
            {small(it.response, false)}
        }
    })
}

#[component]
fn OneConcern(id: ConcernId) -> impl IntoView {
    let shown = Shown::new(id, |id, field| Edit::SetConcern { id, field });
    let is_settled = shown.is(|it| it.settled);
    let rated = |key: &str| key.parse().ok().and_then(Rating::new);
    view! {
        <Head path="Risk, assumption or constraint" title=shown.part(|it| Some(it.title.to_string())) />
        <section class="fields" aria-label="The concern">
            <TextField
                label="What it is"
                lines=2
                value=shown.part(|it| Some(it.title.to_string()))
                commit=shown.typed(title, Field::Title)
            />
            <Choice
                label="Kind"
                options={keyword_options::<ConcernKind>()}
                value=shown.part(|it| Some(it.kind.key().to_owned()))
                choose=shown.chosen(ConcernKind::from_key, Field::Kind)
            />
            <Choice
                label="Likelihood"
                options=rating_options("hardly", "almost certain")
                optional=true
                value=shown.part(|it| it.likelihood.map(|it| it.to_string()))
                choose=shown.chosen_or_none(rated, Field::Likelihood)
            />
            <Choice
                label="Impact"
                options=rating_options("little", "much")
                optional=true
                value=shown.part(|it| it.impact.map(|it| it.to_string()))
                choose=shown.chosen_or_none(rated, Field::Impact)
            />
            <Choice
                label="Owner"
                options=role_options()
                optional=true
                value=shown.part(|it| it.owner.map(|it| it.0.to_string()))
                choose=shown.chosen_or_none(|key| key.parse().ok().map(RoleId), Field::Owner)
            />
            <TextField
                label="What is done about it"
                lines=4
                value=shown.part(|it| it.response.as_ref().map(ToString::to_string))
                commit=shown.typed(optional_text, Field::Response)
            />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || is_settled.get()
                    on:change=move |event| shown.set(Field::Settled(event_target_checked(&event)))
                />
                "Settled, no longer in the way"
            </label>
        </section>
        <Foot record=RecordId::Concern(id) />
    }
}

/// The ratings, the ends of them with what they mean.
fn rating_options(least: &str, most: &str) -> Vec<(String, String)> {
    let words = |it: Rating| match it.get() {
        1 => format!("1, {least}"),
        5 => format!("5, {most}"),
        between => between.to_string(),
    };
    Rating::ALL.iter().map(|it| (it.to_string(), words(*it))).collect()
}

#[cfg(test)]
mod tests {
    use opmap_model::Rating;

    use super::weight;

    #[test]
    fn what_is_not_rated_does_not_weigh_nothing() {
        let rated = Rating::new;
        assert_eq!(weight(rated(4), rated(5)), "4 × 5 = 20");
        assert_eq!(weight(None, rated(2)), "– × 2");
        assert_eq!(weight(rated(3), None), "3 × –");
        assert_eq!(weight(None, None), "");
    }
}
