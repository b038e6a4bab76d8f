//! Several people are added at once: pasted, typed, or by their number alone.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use opmap_exchange::people::{self, PEOPLE_LIMIT, People};
use opmap_exchange::rows::{LeftOut, RowsError};
use opmap_model::{Document, Participant};
use wasm_bindgen::JsCast;

use crate::dialog::{Dialog, focus};
use crate::editor::editor;
use crate::identity::fresh;
use crate::keys::{Usual, is_submit, usual};
use crate::left_out::LeftOutList;

/// The text with which people are being added, if they are; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct SeveralPeople(RwSignal<Option<String>>);

impl SeveralPeople {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    pub(crate) fn ask(self) {
        self.0.set(Some(String::new()));
    }
}

/// Takes names that are pasted while the keyboard is on the register, as long as the owner of the caller lives.
pub(crate) fn listen() {
    let several: SeveralPeople = expect_context();
    let paste = window_event_listener(ev::paste, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let is_here = |it: &web_sys::Element| {
            let in_field = matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
            !in_field && it.closest("[aria-label=Participants]").ok().flatten().is_some()
        };
        let text = event.clipboard_data().and_then(|it| it.get_data("text/plain").ok());
        if let Some(text) = text.filter(|_| target.is_some_and(|it| is_here(&it))) {
            event.prevent_default();
            several.0.set(Some(text));
        }
    });
    on_cleanup(move || paste.remove());
}

/// The question who is added.
#[component]
pub(crate) fn AddSeveral() -> impl IntoView {
    let several: SeveralPeople = expect_context();
    move || several.0.get().map(|text| view! { <Question text several /> })
}

#[component]
fn Question(text: String, several: SeveralPeople) -> impl IntoView {
    let editor = editor();
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // The dialog takes the keyboard first.
            request_animation_frame(move || focus(&field));
        }
    });
    let (typed, number) = (RwSignal::new(text.clone()), RwSignal::new(String::new()));
    let found = Memo::new(move |_| {
        typed.with(|text| number.with(|number| editor.read(|document| who(document, text, number))))
    });
    let close = move || several.0.set(None);
    let add = move || {
        let people = found.with_untracked(|it| it.participants.clone());
        if let Some(edit) = people::added(people, fresh) {
            close();
            editor.commit(edit);
        }
    };
    view! {
        <Dialog title="Who is in the room?".to_owned() cancel=Callback::new(move |()| close())>
            <label class="pasted">
                "Names, one a line, or rows of a spreadsheet below “Name”, “Position”, “Group”, “Frontline”"
                <textarea
                    node_ref=field
                    rows="8"
                    prop:value=text
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=move |event| {
                        if is_submit(&event) {
                            // The button that has the keyboard afterwards must not be pressed by it.
                            event.prevent_default();
                            add();
                        }
                    }
                ></textarea>
            </label>
            <label class="pasted-number">
                "And so many without a name"
                <input
                    type="number"
                    min="0"
                    max=PEOPLE_LIMIT
                    on:input=move |event| number.set(event_target_value(&event))
                    on:keydown=move |event| {
                        if usual(&event) == Some(Usual::Enter) {
                            event.prevent_default();
                            add();
                        }
                    }
                />
            </label>
            <p class="rows-summary" role="status">{move || found.with(|it| in_words(&it.participants))}</p>
            <LeftOutList what="Who is taken otherwise" lines=Signal::derive(move || found.with(|it| it.left_out.clone())) />
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>"Cancel"</button>
                <button
                    class="button primary"
                    disabled=move || found.with(|it| it.participants.is_empty())
                    on:click=move |_| add()
                >
                    "Add"
                </button>
            </div>
        </Dialog>
    }
}

/// Who is added: those of a text, and as many without a name.
fn who(document: &Document, text: &str, number: &str) -> People {
    let mut found = match people::people(text, document) {
        Ok(found) => found,
        Err(RowsError::Empty) => People::default(),
        Err(error) => {
            People { left_out: vec![LeftOut { row: 1, sentence: error.to_string() }], ..People::default() }
        }
    };
    let count = number.trim().parse().unwrap_or(0);
    found.participants.extend(people::numbered(document, count));
    found
}

fn in_words(people: &[Participant]) -> String {
    match people {
        [] => "Nobody is added yet.".to_owned(),
        [one] => format!("Adds “{}”.", one.title),
        [first, .., last] => format!("Adds {} people, “{}” to “{}”.", people.len(), first.title, last.title),
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, Title, Workshop};

    use super::{in_words, who};

    #[test]
    fn names_and_a_number_are_added_together() {
        let empty = Document::new(Workshop::new(Title::new("W").unwrap()));
        let told = |text: &str, number: &str| in_words(&who(&empty, text, number).participants);
        assert_eq!(told("", ""), "Nobody is added yet.");
        assert_eq!(told("Anna\n", "x"), "Adds “Anna”.");
        assert_eq!(told("Anna\nBo", "3"), "Adds 5 people, “Anna” to “Participant 3”.");
        assert_eq!(told("", "-2"), "Nobody is added yet.");
        let much = who(&empty, &"a\n".repeat(6_000), "");
        assert!(much.participants.is_empty() && much.left_out.len() == 1);
    }
}
