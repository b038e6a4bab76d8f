//! Answers from a form or a spreadsheet, looked at before they are taken over as a round of each shift.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_exchange::form::{self, Form, FormError, Names, Taken};
use opmap_model::{Document, Shift};
use opmap_wire::ErrorCode;

use super::state::ShiftsState;
use crate::dialog::{Dialog, focus};
use crate::icon::Icon;
use crate::identity::fresh_uuid;
use crate::keys::is_submit;
use crate::left_out::LeftOutList;
use crate::shell;

/// The text from which answers are being taken over, if they are; copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct FormState(RwSignal<Option<String>>);

impl FormState {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    pub(super) fn ask(self) {
        self.0.set(Some(String::new()));
    }
}

#[component]
pub(super) fn FormIfAsked() -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    move || shifts.form.0.get().map(|text| view! { <Question text /> })
}

/// What a text has become so far.
type Read = Result<Form, FormError>;

#[component]
fn Question(text: String) -> impl IntoView {
    let shifts: ShiftsState = expect_context();
    let editor = shifts.editor;
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // The dialog takes the keyboard first.
            request_animation_frame(move || focus(&field));
        }
    });
    let (typed, names) = (RwSignal::new(text), RwSignal::new(Names::default()));
    let read: Memo<Read> = Memo::new(move |_| typed.with(|text| editor.read(|it| form::read(text, it))));
    let taken: Memo<Option<Taken>> = Memo::new(move |_| {
        let names = names.get();
        read.with(|it| {
            let form = it.as_ref().ok()?;
            Some(editor.read(|document| form::taken(form, document, names, fresh_uuid)))
        })
    });
    let is_empty = move || typed.with(|it| it.trim().is_empty());
    let fault = move || read.with(|it| it.as_ref().err().filter(|_| !is_empty()).map(ToString::to_string));
    let left_out = Signal::derive(move || {
        taken.with(|it| it.as_ref().map(|it| it.left_out.clone()).unwrap_or_default())
    });
    let close = move || shifts.form.0.set(None);
    let take = move || {
        let edit =
            taken.with_untracked(|it| Some((it.as_ref()?.edit.clone()?, it.as_ref()?.answers.first()?.0)));
        if let Some((edit, first)) = edit {
            close();
            if editor.commit(edit) {
                shifts.show(first);
                shifts.spoken.set("The answers are taken over. Reveal them shift by shift.".to_owned());
            }
        }
    };
    view! {
        <Dialog title="Take over answers from a form?".to_owned() cancel=Callback::new(move |()| close())>
            <div class="form-body">
                <div class="form-text">
                    <label class="pasted">
                        "A row a person. The first row names the shifts, and if wanted “Name” and “Group”"
                        <textarea
                            node_ref=field
                            rows="6"
                            placeholder="Name, Group, Roles, Channels, …"
                            prop:value=move || typed.get()
                            on:input=move |event| typed.set(event_target_value(&event))
                            on:keydown=move |event| {
                                if is_submit(&event) {
                                    // The button that has the keyboard afterwards must not be pressed by it.
                                    event.prevent_default();
                                    take();
                                }
                            }
                        ></textarea>
                    </label>
                    <FromFile typed shifts />
                    <ChosenNames names />
                </div>
                {move || taken.with(|it| it.as_ref().map(|it| editor.peek(|document| preview(document, it))))}
            </div>
            {move || fault().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
            <p class="rows-summary" role="status">{move || taken.with(|it| it.as_ref().map(in_words))}</p>
            <LeftOutList what="What is not taken" lines=left_out />
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>"Cancel"</button>
                <button
                    class="button primary"
                    disabled=move || taken.with(|it| it.as_ref().is_none_or(|it| it.edit.is_none()))
                    on:click=move |_| take()
                >
                    "Take over"
                </button>
            </div>
        </Dialog>
    }
}

/// Reads the text from a file that is chosen.
#[component]
fn FromFile(typed: RwSignal<String>, shifts: ShiftsState) -> impl IntoView {
    let (file, fault) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let pick = move |_| {
        spawn_local(async move {
            match shell::pick_table().await {
                // The question may have been left while the file was chosen.
                Ok(it) if shifts.form.0.with_untracked(Option::is_some) => {
                    fault.set(None);
                    file.set(Some(it.file_name));
                    typed.set(it.text);
                }
                Err(error) if error.code != ErrorCode::Cancelled => drop(fault.try_set(Some(error.message))),
                Ok(_) | Err(_) => {}
            }
        });
    };
    view! {
        <p class="form-file">
            <button class="button" on:click=pick>
                <Icon name="folder-open" />
                "From a file…"
            </button>
            <span class="quiet">{move || file.get()}</span>
        </p>
        {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
    }
}

/// What becomes of the names.
#[component]
fn ChosenNames(names: RwSignal<Names>) -> impl IntoView {
    let choice = move |value: Names, words: &'static str| {
        view! {
            <label class="rows-choice">
                <input
                    type="radio"
                    name="form-names"
                    prop:checked=move || names.get() == value
                    on:change=move |_| names.set(value)
                />
                {words}
            </label>
        }
    };
    view! {
        <fieldset class="form-names">
            <legend>"Names"</legend>
            {choice(Names::Added, "Add who is not in the room yet")}
            {choice(Names::KnownOnly, "Keep the names of those in the room; the others answer without")}
            {choice(Names::None, "Keep no names: nothing leads from an answer to a person")}
        </fieldset>
    }
}

/// What each shift gets.
fn preview(document: &Document, taken: &Taken) -> impl IntoView + use<> {
    let name = |shift: Shift| format!("{} {}", shift.number(), document.assessment(shift).name());
    let answers = taken.answers.iter().map(|(shift, count)| {
        let answers = if *count == 1 { "1 answer".to_owned() } else { format!("{count} answers") };
        (name(*shift), answers)
    });
    let refused = taken.refused.iter().map(|(shift, why)| (name(*shift), format!("not taken: {why}")));
    let rows: Vec<(String, String)> = answers.chain(refused).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="rows-preview form-gets">
                <table class="form-preview">
                    <tbody>
                        {rows
                            .into_iter()
                            .map(|(shift, what)| view! { <tr><th scope="row">{shift}</th><td>{what}</td></tr> })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        }
    })
}

/// Who answers, and who is added to the room.
fn in_words(taken: &Taken) -> String {
    let people = |count: usize| if count == 1 { "1 person".to_owned() } else { format!("{count} people") };
    let answering = match (taken.named, taken.unnamed) {
        (0, 0) => return "Nobody answers in it.".to_owned(),
        (1, 0) => "1 person with their name".to_owned(),
        (named, 0) => format!("{named} people with their names"),
        (0, unnamed) => format!("{} without a name", people(unnamed)),
        (named, unnamed) => format!("{} with their names, {unnamed} without", people(named)),
    };
    let added = match taken.added.as_slice() {
        _ if taken.edit.is_none() => String::new(),
        [] => String::new(),
        [one] => format!(" Adds “{one}” to the room."),
        [first, .., last] => {
            format!(" Adds {}, “{first}” to “{last}”, to the room.", people(taken.added.len()))
        }
    };
    format!("{answering}; sealed until they are revealed.{added}")
}

#[cfg(test)]
mod tests {
    use opmap_exchange::form::{self, Names};
    use opmap_model::{Document, Title, Workshop};

    use super::in_words;
    use opmap_model::generate::Dice;

    #[test]
    fn it_is_said_who_answers_and_who_is_added() {
        let empty = Document::new(Workshop::new(Title::new("W").unwrap()));
        let told = |text: &str, names| {
            let mut dice = Dice::new(1);
            in_words(&form::taken(&form::read(text, &empty).unwrap(), &empty, names, || dice.uuid()))
        };
        let text = "Name;Roles\nAnna;3\nBo;2\n;4\n";
        assert_eq!(
            told(text, Names::Added),
            "2 people with their names, 1 without; sealed until they are revealed. Adds 2 people, “Anna” to “Bo”, to the room."
        );
        assert_eq!(told(text, Names::None), "3 people without a name; sealed until they are revealed.");
        assert_eq!(
            told("Name;Roles\nAnna;3\n", Names::Added),
            "1 person with their name; sealed until they are revealed. Adds “Anna” to the room."
        );
        assert_eq!(told("Roles\n", Names::None), "Nobody answers in it.");
    }
}
