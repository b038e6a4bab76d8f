//! The words of a shift: its name, what it means, what can be seen at each level, and what the room is asked. All can be
//! set for this workshop, and set back to the usual.

use leptos::html;
use leptos::prelude::*;
use opmap_model::{Assessment, Edit, Rating, Shift, ShiftField, Text, Title, words};

use super::state::ShiftsState;
use crate::dialog::focus;
use crate::field::{TextField, focus_later, focus_now, optional_text, optional_title};
use crate::icon::Icon;
use crate::keys::{self, Command, OnShifts, on_escape};

/// Opens the panel, or closes it and gives the keyboard back to the station.
pub(super) fn turn(shifts: ShiftsState) {
    let opens = !shifts.words.get_untracked();
    shifts.words.set(opens);
    match opens {
        true => focus_later(CLOSE),
        false => shifts.focus_wanted.notify(),
    }
}

/// The identity of the button that closes the panel.
const CLOSE: &str = "close-shift-words";

/// The button that opens and closes the panel.
#[component]
pub(super) fn WordsButton() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let command = Command::Shifts(OnShifts::Words);
    view! {
        <button
            class="button"
            class:on=move || shifts.words.get()
            aria-pressed=move || shifts.words.get().to_string()
            title=keys::tooltip(command)
            on:click=move |_| turn(shifts)
        >
            <Icon name="pencil" />
            "Words"
            <kbd>{keys::hint(command)}</kbd>
        </button>
    }
}

#[component]
pub(super) fn WordsIfOpen() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    view! {
        <Show when=move || shifts.words.get()>
            <aside class="shift-words" aria-label="Words of the shift" on:keydown=on_escape(move || turn(shifts))>
                <header>
                    <h3>{move || format!("Words of shift {}", shifts.shift.get().number())}</h3>
                    <button id=CLOSE class="icon-button" aria-label="Close the words" on:click=move |_| turn(shifts)>
                        <Icon name="x" />
                    </button>
                </header>
                // Another shift has fields of its own, so that nothing typed for one is taken for another.
                {move || view! { <Fields shift=shifts.shift.get() /> }}
            </aside>
        </Show>
    }
}

#[component]
fn Fields(shift: Shift) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let editor = shifts.editor;
    let look =
        move |of: &dyn Fn(&Assessment) -> String| editor.read(|document| of(&document.assessment(shift)));
    let stale = Memo::new(move |_| editor.read(|document| document.assessment(shift).stale));
    let scored = Memo::new(move |_| {
        editor.read(|document| document.assessment(shift).is_scored(document.rounds().values()))
    });
    let set = move |field: ShiftField| {
        editor.commit(Edit::SetShift { shift, field });
    };
    view! {
        <div class="shift-word-fields">
            <Worded
                label="Name"
                what="the name"
                value=Signal::derive(move || look(&|it| it.name().to_owned()))
                is_own=Signal::derive(move || editor.read(|it| it.assessment(shift).title.is_some()))
                commit=Callback::new(move |text: String| own_title(shift, &text).map(|it| set(ShiftField::Title(it))))
                back=Callback::new(move |()| set(ShiftField::Title(None)))
            />
            <Worded
                label="What it means"
                what="what it means"
                lines=3
                value=Signal::derive(move || look(&|it| it.explained().to_owned()))
                is_own=Signal::derive(move || editor.read(|it| it.assessment(shift).meaning.is_some()))
                commit=Callback::new(move |text: String| {
                    own_text(words(shift).meaning, &text).map(|it| set(ShiftField::Meaning(it)))
                })
                back=Callback::new(move |()| set(ShiftField::Meaning(None)))
            />
            <h4>"What can be seen at each level"</h4>
            <Show when=move || stale.get()>
                <p class="shift-stale-note" role="status">
                    "The levels were reworded after this shift was scored. Score it again, or say that the scores hold. "
                    <button
                        class="button"
                        on:click=move |_| {
                            // The button goes away with what it answers.
                            focus_now(CLOSE);
                            set(ShiftField::StillHolds);
                        }
                    >
                        "The scores still hold"
                    </button>
                </p>
            </Show>
            <Show when=move || scored.get() && !stale.get()>
                <p class="quiet">
                    "This shift is scored. Rewording a level marks its scores as given in other words, until it is scored again or you say that they still hold."
                </p>
            </Show>
            {Rating::ALL.map(|level| view! { <Level shift level /> })}
            <Worded
                label="Questions for the room, one a line"
                what="the questions"
                lines=4
                value=Signal::derive(move || look(&|it| it.questions().to_owned()))
                is_own=Signal::derive(move || editor.read(|it| it.assessment(shift).prompts.is_some()))
                commit=Callback::new(move |text: String| {
                    own_text(words(shift).prompts, &text).map(|it| set(ShiftField::Prompts(it)))
                })
                back=Callback::new(move |()| set(ShiftField::Prompts(None)))
            />
        </div>
    }
}

#[component]
fn Level(shift: Shift, level: Rating) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let editor = shifts.editor;
    let set = move |text: Option<Text>| {
        editor.commit(Edit::SetShift { shift, field: ShiftField::Anchor(level, text) });
    };
    view! {
        <Worded
            label=LEVELS[level.index()]
            what=LEVELS_WITHIN[level.index()]
            lines=2
            value=Signal::derive(move || editor.read(|it| it.assessment(shift).anchor(level).to_owned()))
            is_own=Signal::derive(move || editor.read(|it| it.assessment(shift).anchors.contains_key(&level)))
            commit=Callback::new(move |text: String| {
                own_text(words(shift).anchors[level.index()], &text).map(set)
            })
            back=Callback::new(move |()| set(None))
        />
    }
}

const LEVELS: [&str; 5] = ["1 Ad hoc", "2 Repeatable", "3 Defined", "4 Measured", "5 Improving"];
const LEVELS_WITHIN: [&str; 5] = ["level 1", "level 2", "level 3", "level 4", "level 5"];

/// A field with words, and the way back to the usual ones where they are the workshop's own.
#[component]
fn Worded(
    label: &'static str,
    /// The same within a sentence.
    what: &'static str,
    #[prop(optional)] lines: u32,
    value: Signal<String>,
    is_own: Signal<bool>,
    commit: Callback<String, Result<(), String>>,
    back: Callback<()>,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    // The button goes away with the words, so the field that has others now gets the keyboard.
    let set_back = move |_| {
        let field = place.get_untracked().and_then(|it| it.query_selector("input, textarea").ok().flatten());
        if let Some(field) = field {
            focus(&field);
        }
        back.run(());
    };
    view! {
        <div node_ref=place class="shift-worded">
            <TextField label lines value commit />
            <Show when=move || is_own.get()>
                <p class="shift-own">
                    "In words of this workshop. "
                    <button class="link" on:click=set_back>
                        {format!("Set {what} back to the usual")}
                    </button>
                </p>
            </Show>
        </div>
    }
}

/// A name; none where it is the usual one or empty.
fn own_title(shift: Shift, text: &str) -> Result<Option<Title>, String> {
    Ok(optional_title(text)?.filter(|it| it.as_str() != words(shift).title))
}

/// Words; none where they are the usual ones or empty.
fn own_text(usual: &str, text: &str) -> Result<Option<Text>, String> {
    Ok(optional_text(text)?.filter(|it| it.as_str() != usual))
}

#[cfg(test)]
mod tests {
    use opmap_model::{Keyword, Rating, Shift, Title, words};

    use super::{LEVELS, own_text, own_title};

    #[test]
    fn usual_words_and_none_are_no_words_of_the_workshop() {
        let usual = words(Shift::Roles);
        assert_eq!(own_title(Shift::Roles, usual.title), Ok(None));
        assert_eq!(own_title(Shift::Roles, "  "), Ok(None));
        assert_eq!(own_title(Shift::Roles, "Who does what"), Ok(Title::new("Who does what").ok()));
        assert_eq!(own_text(usual.anchors[1], usual.anchors[1]), Ok(None));
        assert!(own_text(usual.meaning, &"x".repeat(10_001)).is_err());
    }

    #[test]
    fn levels_are_named_as_everywhere() {
        for (level, name) in Rating::ALL.into_iter().zip(LEVELS) {
            assert_eq!(format!("{level} {}", level.maturity()), name);
        }
        assert_eq!(Shift::ALL.len(), 7);
    }
}
