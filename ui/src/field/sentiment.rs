//! How the customer feels, chosen on a scale of −2 to +2. Nothing is chosen until someone chooses (U17).

use leptos::prelude::*;
use opmap_model::Sentiment;

use super::{field_id, focus_later};
use crate::keys::{Usual, Way, usual};

/// What a key does to the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choosing {
    /// Chooses a value, −2 to +2.
    Value(i8),
    /// Makes it *not set*.
    Nothing,
    /// The digit that comes is below zero.
    Minus,
}

/// What is meant by a key. Arrows go on from what is chosen, or from the middle; a digit is the value itself, behind
/// a minus the one below zero.
fn choosing(key: Usual, now: Option<i8>, minus: bool) -> Option<Choosing> {
    let by = |step: i8| Choosing::Value((now.unwrap_or(0) + step).clamp(-2, 2));
    Some(match key {
        Usual::Go(Way::Right | Way::Up) => by(1),
        Usual::Go(Way::Left | Way::Down) => by(-1),
        Usual::Start => Choosing::Value(-2),
        Usual::End => Choosing::Value(2),
        Usual::Typed('0') => Choosing::Value(0),
        Usual::Typed('1') => Choosing::Value(if minus { -1 } else { 1 }),
        Usual::Typed('2') => Choosing::Value(if minus { -2 } else { 2 }),
        Usual::Typed('-' | '−') => Choosing::Minus,
        Usual::Delete | Usual::Backspace => Choosing::Nothing,
        _ => return None,
    })
}

fn words(value: i8) -> &'static str {
    match value {
        -2 => "very bad",
        -1 => "bad",
        0 => "neither",
        1 => "good",
        _ => "very good",
    }
}

/// The sentiment of one or several steps.
#[component]
pub(crate) fn SentimentField(
    /// What it is; none where it differs.
    #[prop(into)]
    value: Signal<Option<Option<Sentiment>>>,
    /// Takes what was chosen; none is *not set*.
    choose: Callback<Option<Sentiment>>,
) -> impl IntoView {
    let id = field_id();
    let label_id = id.clone();
    let minus = StoredValue::new(false);
    let now = move || value.get().flatten().map(Sentiment::get);
    let name = StoredValue::new(id.clone());
    let radio_id = move |value: i8| name.with_value(|it| format!("{it}-{}", value + 2));
    let take = move |chosen: Option<i8>| {
        choose.run(chosen.and_then(Sentiment::new));
        focus_later(&radio_id(chosen.unwrap_or(0)));
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let Some(key) = usual(&event) else { return };
        let meant = choosing(key, now(), minus.get_value());
        minus.set_value(meant == Some(Choosing::Minus));
        match meant {
            Some(Choosing::Value(value)) => take(Some(value)),
            Some(Choosing::Nothing) => take(None),
            Some(Choosing::Minus) => {}
            None => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let radio = move |value: i8| {
        let shown = Sentiment::new(value).map(|it| it.to_string()).unwrap_or_default();
        let spoken = format!("{shown}, {}", words(value));
        view! {
            <button
                type="button"
                id=radio_id(value)
                class="scale-value"
                role="radio"
                aria-checked=move || (now() == Some(value)).to_string()
                aria-label=spoken
                title=words(value)
                // The scale is one stop of the keyboard: what is chosen, or the middle.
                tabindex=move || if now().unwrap_or(0) == value { "0" } else { "-1" }
                on:click=move |_| take(Some(value))
            >
                {shown}
            </button>
        }
    };
    view! {
        <div class="field">
            <span class="field-label" id=label_id>"Sentiment"</span>
            <div class="chips">
                <div class="scale" role="radiogroup" aria-labelledby=id on:keydown=on_key>
                    {(-2..=2).map(radio).collect_view()}
                </div>
                {move || match value.get() {
                    None => view! { <span class="unset">"mixed"</span> }.into_any(),
                    Some(None) => view! { <span class="unset">"not set"</span> }.into_any(),
                    Some(Some(_)) => {
                        view! {
                            <button type="button" class="chip offer" aria-label="Sentiment: not set" on:click=move |_| take(None)>
                                "Clear"
                            </button>
                        }
                            .into_any()
                    }
                }}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{Choosing, choosing};
    use crate::keys::{Usual, Way};

    #[test]
    fn a_digit_is_the_value_and_a_minus_turns_it_around() {
        assert_eq!(choosing(Usual::Typed('1'), None, false), Some(Choosing::Value(1)));
        assert_eq!(choosing(Usual::Typed('-'), Some(1), false), Some(Choosing::Minus));
        assert_eq!(choosing(Usual::Typed('2'), None, true), Some(Choosing::Value(-2)));
        assert_eq!(choosing(Usual::Typed('0'), None, true), Some(Choosing::Value(0)));
        assert_eq!(choosing(Usual::Typed('3'), None, false), None);
    }

    #[test]
    fn arrows_go_on_from_the_choice_and_stop_at_the_ends() {
        assert_eq!(choosing(Usual::Go(Way::Right), None, false), Some(Choosing::Value(1)));
        assert_eq!(choosing(Usual::Go(Way::Left), Some(-1), false), Some(Choosing::Value(-2)));
        assert_eq!(choosing(Usual::Go(Way::Down), Some(-2), false), Some(Choosing::Value(-2)));
        assert_eq!(choosing(Usual::Go(Way::Up), Some(2), false), Some(Choosing::Value(2)));
        assert_eq!(choosing(Usual::Backspace, Some(2), false), Some(Choosing::Nothing));
    }
}
