//! A level from 1 to 5 that someone chooses. Nothing is chosen until someone does (U17).

use leptos::prelude::*;
use opmap_model::Rating;

use super::state::ShiftsState;
use crate::field::{focus_later, focus_now};
use crate::keys::{self, Command, OnShifts, Place, Usual, Way, usual};

/// What is meant by a key among the levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choosing {
    Level(Rating),
    Nothing,
}

/// Arrows go on from what is chosen, or begin where the keyboard is.
fn choosing(key: Usual, now: Option<Rating>, at: Rating) -> Option<Choosing> {
    let by = |step: i8| {
        let level = now.map_or(Some(at.get()), |it| it.get().checked_add_signed(step));
        let level = level.map(|it| it.clamp(1, 5)).and_then(Rating::new);
        level.map(Choosing::Level)
    };
    match key {
        Usual::Go(Way::Right | Way::Up) => by(1),
        Usual::Go(Way::Left | Way::Down) => by(-1),
        Usual::Start => Some(Choosing::Level(Rating::ALL[0])),
        Usual::End => Some(Choosing::Level(Rating::ALL[4])),
        Usual::Delete | Usual::Backspace => Some(Choosing::Nothing),
        _ => None,
    }
}

/// The level that stands out while none is chosen: what is proposed, else the lowest.
fn standing_out(value: Option<Rating>, proposed: Option<Rating>) -> Rating {
    value.or(proposed).unwrap_or(Rating::ALL[0])
}

fn radio_id(id: &str, level: Rating) -> String {
    format!("{id}-{level}")
}

/// Puts the keyboard on the chosen level of a choice, or on the one that stands out.
pub(super) fn focus_level(id: &str) {
    for level in Rating::ALL {
        let id = radio_id(id, level);
        let takes = document().get_element_by_id(&id).and_then(|it| it.get_attribute("tabindex"));
        if takes.as_deref() == Some("0") {
            return focus_now(&id);
        }
    }
}

/// Five squares, each a level with its word and what can be seen there.
#[component]
pub(super) fn LevelChoice(
    /// Its identity on the page.
    id: &'static str,
    /// What is chosen.
    label: &'static str,
    /// How the chosen one looks.
    #[prop(default = "")]
    class: &'static str,
    /// What is said beside the label.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// Whether its numbers are not levels of maturity.
    #[prop(optional)]
    plain: bool,
    /// A level that is proposed, and not chosen by that.
    #[prop(optional, into)]
    proposed: Signal<Option<Rating>>,
    #[prop(into)] value: Signal<Option<Rating>>,
    /// Takes what was chosen; none is *not set*.
    choose: Callback<Option<Rating>>,
) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let label_id = format!("{id}-label");
    let out = move || standing_out(value.get(), proposed.get());
    let take = move |chosen: Option<Rating>| {
        choose.run(chosen);
        focus_later(&radio_id(id, chosen.unwrap_or_else(|| untrack(out))));
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let meant = match keys::command_on(Place::Shifts, &event) {
            Some(Command::Shifts(OnShifts::Level(level))) => Some(Choosing::Level(level)),
            _ if event.shift_key() => None,
            _ => usual(&event).and_then(|it| choosing(it, value.get_untracked(), untrack(out))),
        };
        match meant {
            Some(Choosing::Level(level)) => take(Some(level)),
            Some(Choosing::Nothing) => take(None),
            None => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let radio = move |level: Rating| {
        let is = move || value.get() == Some(level);
        let says = move || {
            if plain {
                return level.to_string();
            }
            let anchor = shifts.assessment().anchor(level).to_owned();
            format!("{level}, {}: {anchor}", level.maturity())
        };
        let on_enter = move |event: web_sys::KeyboardEvent| {
            // Enter chooses; on what is chosen it agrees, as everywhere on the station.
            if usual(&event) == Some(Usual::Enter) && !untrack(is) {
                take(Some(level));
                event.prevent_default();
                event.stop_propagation();
            }
        };
        view! {
            <button
                type="button"
                id=radio_id(id, level)
                class="level-radio"
                class:proposed=move || proposed.get() == Some(level)
                role="radio"
                aria-checked=move || is().to_string()
                aria-label=says
                title=says
                tabindex=move || if out() == level { "0" } else { "-1" }
                on:keydown=on_enter
                on:click=move |_| take(Some(level))
            >
                {level.get()}
            </button>
        }
    };
    view! {
        <div class=format!("level-choice {class}")>
            <p class="level-choice-label">
                <span id=label_id.clone()>{label}</span>
                <span class="quiet">{move || hint.get()}</span>
            </p>
            <div class="level-radios" role="radiogroup" aria-labelledby=label_id on:keydown=on_key>
                {Rating::ALL.map(radio)}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::Rating;

    use super::{Choosing, choosing, standing_out};
    use crate::keys::{Usual, Way};

    fn level(level: u8) -> Rating {
        Rating::new(level).unwrap()
    }

    #[test]
    fn arrows_go_on_from_the_choice_and_stop_at_the_ends() {
        let chosen = |number| Some(Choosing::Level(level(number)));
        assert_eq!(choosing(Usual::Go(Way::Right), Some(level(2)), level(1)), chosen(3));
        assert_eq!(choosing(Usual::Go(Way::Right), Some(level(5)), level(5)), chosen(5));
        assert_eq!(choosing(Usual::Go(Way::Left), Some(level(1)), level(1)), chosen(1));
        assert_eq!(choosing(Usual::End, None, level(1)), chosen(5));
        assert_eq!(choosing(Usual::Delete, Some(level(2)), level(2)), Some(Choosing::Nothing));
        assert_eq!(choosing(Usual::Typed('x'), Some(level(2)), level(2)), None);
    }

    #[test]
    fn nothing_is_chosen_by_being_proposed() {
        assert_eq!(standing_out(None, Some(level(3))), level(3));
        assert_eq!(standing_out(Some(level(4)), Some(level(3))), level(4));
        assert_eq!(choosing(Usual::Go(Way::Right), None, level(3)), Some(Choosing::Level(level(3))));
    }
}
