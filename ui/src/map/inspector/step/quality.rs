//! How long a step takes, how well it goes, what it is worth, and how the customer feels about it.

use leptos::prelude::*;
use opmap_model::{Clock, Keyword, LaneKind, StepField, ValueTag};

use super::chosen::Chosen;
use crate::field::{
    Choice, Held, SentimentField, TextField, Toggles, duration, exact, keyword_options, monthly,
    monthly_words, optional_text, share,
};

#[component]
pub(super) fn TimeAndQuality(steps: Chosen) -> impl IntoView {
    view! {
        <section class="fields" aria-label="Time and quality">
            <h4>"Time and quality"</h4>
            <TextField
                label="Work"
                value=steps.key(|it| it.work_secs.map(exact))
                commit=steps.set_typed(|text| duration(text).map(StepField::Work))
            />
            <TextField
                label="Wait"
                value=steps.key(|it| it.wait_secs.map(exact))
                commit=steps.set_typed(|text| duration(text).map(StepField::Wait))
            />
            <Choice
                label="Clock"
                options={keyword_options::<Clock>()}
                optional=true
                value=steps.key(|it| it.clock.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| steps.set(StepField::Clock(Clock::from_key(&key))))
            />
            <TextField
                label="First time right"
                value=steps.key(|it| it.first_time_right.map(|it| it.to_string()))
                commit=steps.set_typed(|text| share(text).map(StepField::FirstTimeRight))
            />
            <TextField
                label="Volume"
                value=steps.key(|it| it.volume_per_month.map(monthly_words))
                commit=steps.set_typed(|text| monthly(text).map(StepField::Volume))
            />
            <Choice
                label="Value"
                options={keyword_options::<ValueTag>()}
                optional=true
                value=steps.key(|it| it.value.map(|it| it.key().to_owned()))
                choose=Callback::new(move |key: String| steps.set(StepField::Value(ValueTag::from_key(&key))))
            />
        </section>
    }
}

#[component]
pub(super) fn Customer(steps: Chosen) -> impl IntoView {
    const MOMENT: &str = "moment-of-truth";
    const FAIL: &str = "fail-point";
    let marks =
        vec![(MOMENT.to_owned(), "Moment of truth".to_owned()), (FAIL.to_owned(), "Fail point".to_owned())];
    let is_beside_curve = move || {
        steps.common(|document, it| document.get(it.lane).is_some_and(|lane| lane.kind != LaneKind::Customer))
            == Some(true)
            && steps.held(|it| it.sentiment.is_some()) != Held::None
    };
    let is_fail_point = move || steps.held(|it| it.fail_point || it.recovery.is_some()) != Held::None;
    view! {
        <section class="fields" aria-label="The customer">
            <h4>"The customer"</h4>
            <SentimentField
                value=Signal::derive(move || steps.common(|_, it| it.sentiment))
                choose=Callback::new(move |it| steps.set(StepField::Sentiment(it)))
            />
            <Show when=is_beside_curve>
                <p class="quiet">"Not in the curve: it follows the steps in the lanes of the customer."</p>
            </Show>
            <Toggles
                label="Marks"
                options=marks
                open=true
                none=""
                held=Callback::new(move |key: String| {
                    steps.held(|it| if key == MOMENT { it.moment_of_truth } else { it.fail_point })
                })
                toggle=Callback::new(move |(key, on): (String, bool)| {
                    steps.set(if key == MOMENT { StepField::MomentOfTruth(on) } else { StepField::FailPoint(on) });
                })
            />
            <Show when=is_fail_point>
                <TextField
                    label="Recovery, when it has gone wrong"
                    lines=2
                    value=steps.key(|it| it.recovery.as_ref().map(ToString::to_string))
                    commit=steps.set_typed(|text| optional_text(text).map(StepField::Recovery))
                />
            </Show>
        </section>
    }
}
