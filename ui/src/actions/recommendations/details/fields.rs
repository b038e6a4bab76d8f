//! The kinds of fields that a recommendation has many of.

use leptos::prelude::*;
use opmap_model::{Keyword, Rating, Recommendation, RecommendationField, RecommendationId, Text, Title};

use crate::actions::details::Shown;
use crate::field::{Choice, TextField, keyword_options, optional_text, optional_title};

/// The recommendation whose details are shown.
pub(super) type Fields = Shown<RecommendationId, RecommendationField>;

/// A line, with its label above.
#[component]
pub(super) fn Line(
    fields: Fields,
    label: &'static str,
    value: fn(&Recommendation) -> Option<&Title>,
    make: fn(Option<Title>) -> RecommendationField,
) -> impl IntoView {
    let value = fields.part(move |it| value(it).map(ToString::to_string));
    view! { <div class="stacked"><TextField label value commit=fields.typed(optional_title, make) /></div> }
}

/// Several lines.
#[component]
pub(super) fn Lines(
    fields: Fields,
    label: &'static str,
    value: fn(&Recommendation) -> Option<&Text>,
    make: fn(Option<Text>) -> RecommendationField,
    #[prop(default = 2)] lines: u32,
) -> impl IntoView {
    let value = fields.part(move |it| value(it).map(ToString::to_string));
    view! { <TextField label lines value commit=fields.typed(optional_text, make) /> }
}

/// One of a closed list.
#[component]
pub(super) fn Word<K: Keyword + Send + Sync>(
    fields: Fields,
    label: &'static str,
    value: fn(&Recommendation) -> Option<K>,
    make: fn(Option<K>) -> RecommendationField,
) -> impl IntoView {
    let value = fields.part(move |it| value(it).map(|it| it.key().to_owned()));
    let choose = fields.chosen_or_none(K::from_key, make);
    view! { <Choice label options={keyword_options::<K>()} optional=true value choose /> }
}

/// A number from 1 to 5, with what its ends mean.
#[component]
pub(super) fn Level(
    fields: Fields,
    label: &'static str,
    ends: [&'static str; 2],
    value: fn(&Recommendation) -> Option<Rating>,
    make: fn(Option<Rating>) -> RecommendationField,
) -> impl IntoView {
    let value = fields.part(move |it| value(it).map(|it| it.to_string()));
    let words = |it: Rating| match it.get() {
        1 => format!("1, {}", ends[0]),
        5 => format!("5, {}", ends[1]),
        number => number.to_string(),
    };
    let options: Vec<(String, String)> = Rating::ALL.map(|it| (it.to_string(), words(it))).to_vec();
    let choose = fields.chosen_or_none(|key| key.parse().ok().and_then(Rating::new), make);
    view! { <Choice label options optional=true value choose /> }
}
