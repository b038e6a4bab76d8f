//! Fields in which one value is set: committed on Enter or when the field is left, taken back with Escape.

mod new_name;
mod new_text;
mod quantity;
mod sentiment;
mod toggles;

pub(crate) use new_name::{Adding, NewName};
pub(crate) use new_text::NewText;
pub(crate) use quantity::{count, duration, exact, grouped, monthly, monthly_words, percent, share};
pub(crate) use sentiment::SentimentField;
pub(crate) use toggles::{Held, Toggles};

use std::time::Duration;

use leptos::prelude::*;
use opmap_model::{Keyword, Text, TextFault, Title};
use wasm_bindgen::JsCast;

use crate::editor::Editor;
use crate::keys::{is_escape, is_submit};
use crate::painting::after_frame;

use crate::dialog::focus;

/// The key of a value that differs among what is looked at. No value has it, since no text has this character.
pub(crate) const MIXED: &str = "\u{1}";

/// The key of the offer to add something, which is no value.
const ADD: &str = "add";

/// What a field says when its text cannot be taken; the value stays as it was.
type Fault = RwSignal<Option<String>>;

/// A line or several lines of text. `commit` answers with a sentence when it cannot take the text.
#[component]
pub(crate) fn TextField(
    /// What the value is.
    #[prop(into)]
    label: Oco<'static, str>,
    /// The value; empty is *not set*, and of [`MIXED`] nothing is shown but that.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new value.
    commit: Callback<String, Result<(), String>>,
    /// Whether it has several lines.
    #[prop(optional)]
    lines: u32,
    /// Texts that are offered.
    #[prop(optional, into)]
    offers: Vec<String>,
    /// Whether the label is only said, where the place says enough to those who see it.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let fault: Fault = RwSignal::new(None);
    let nothing = move || if value.get() == MIXED { "mixed" } else { "not set" };
    let value = Signal::derive(move || Some(value.get()).filter(|it| it != MIXED).unwrap_or_default());
    let shown = RwSignal::new(value.get_untracked());
    Effect::new(move |_| {
        shown.set(value.get());
        // What could not be taken is no longer what is there.
        fault.set(None);
    });
    let id = field_id();
    let list_id = format!("{id}-offers");
    let take = move |text: String| {
        if text.trim() == value.get_untracked() {
            shown.set(value.get_untracked());
            shown.notify();
            return fault.set(None);
        }
        match commit.run(text) {
            Ok(()) => fault.set(None),
            Err(sentence) => {
                fault.set(Some(sentence));
                // What was written at length is not thrown away; Escape brings back what is.
                if lines > 1 {
                    return;
                }
            }
        }
        // The field shows what is, also when that is what was.
        shown.set(value.get_untracked());
        shown.notify();
    };
    let escape = move |event: &web_sys::KeyboardEvent| {
        // Where nothing is to be taken back, Escape means what it means around the field.
        let is_as_it_was =
            event_target_value(event) == value.get_untracked() && fault.with_untracked(Option::is_none);
        if is_escape(event) && !is_as_it_was {
            event.stop_propagation();
            shown.set(value.get_untracked());
            shown.notify();
            fault.set(None);
        }
    };
    let input = if lines > 1 {
        view! {
            <textarea
                id=id.clone()
                rows=lines
                placeholder=nothing
                prop:value=move || shown.get()
                on:change=move |event| take(event_target_value(&event))
                on:keydown=move |event| {
                    if is_submit(&event) {
                        take(event_target_value(&event));
                    }
                    escape(&event);
                }
            ></textarea>
        }
        .into_any()
    } else {
        let list = (!offers.is_empty()).then(|| list_id.clone());
        view! {
            <input
                id=id.clone()
                type="text"
                list=list
                placeholder=nothing
                prop:value=move || shown.get()
                on:change=move |event| take(event_target_value(&event))
                on:keydown=move |event| escape(&event)
            />
        }
        .into_any()
    };
    let offers = (!offers.is_empty()).then(|| {
        view! {
            <datalist id=list_id>
                {offers.into_iter().map(|it| view! { <option value=it></option> }).collect_view()}
            </datalist>
        }
    });
    view! {
        <div class="field" class:tall=move || { lines > 1 } class:bare=bare>
            <label for=id>{label}</label>
            {input}
            {offers}
            {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
        </div>
    }
}

/// A choice from a list; the key of each is what is handed on, empty is *not set*, and [`MIXED`] is shown but never
/// chosen.
#[component]
pub(crate) fn Choice(
    /// What the value is.
    label: &'static str,
    /// The keys and words to choose from.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The key of the value; empty is *not set*.
    #[prop(into)]
    value: Signal<String>,
    /// Whether it may be *not set*.
    #[prop(optional)]
    optional: bool,
    /// What is said for *not set*.
    #[prop(default = "not set")]
    none: &'static str,
    /// Takes the key of what was chosen.
    choose: Callback<String>,
    /// Offers to add one.
    #[prop(optional)]
    add: Option<Adding>,
    /// Whether the label is only said, where the place says enough to those who see it.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let id = field_id();
    let naming = RwSignal::new(false);
    let (label_for, select_id) = (id.clone(), id.clone());
    let close = Callback::new(move |stays: bool| {
        naming.set(false);
        if stays {
            focus_later(&id);
        }
    });
    let is_mixed = move || value.get() == MIXED;
    let select = move || {
        view! {
            <select
                id=select_id.clone()
                class:unset=move || value.get().is_empty() || is_mixed()
                prop:value=move || {
                    options.track();
                    value.get()
                }
                on:change=move |event| {
                    let key = event_target_value(&event);
                    if key == ADD {
                        naming.set(true);
                    } else {
                        choose.run(key);
                        show_again(event_target(&event), value);
                    }
                }
            >
                {move || is_mixed().then(|| view! { <option value=MIXED selected disabled>"mixed"</option> })}
                {optional.then(|| view! { <option value="" selected=move || value.get().is_empty()>{none}</option> })}
                <For each=move || options.get() key=|it| it.clone() let((key, word))>
                    <option value=key.clone() selected=move || value.get() == key>
                        {word}
                    </option>
                </For>
                {add.map(|it| view! { <option value=ADD>{format!("Add a {}…", it.what)}</option> })}
            </select>
        }
    };
    view! {
        <div class="field" class:bare=bare>
            <label for=label_for>{label}</label>
            {move || match add.filter(|_| naming.get()) {
                Some(adding) => view! { <NewName adding close /> }.into_any(),
                None => select().into_any(),
            }}
        </div>
    }
}

/// Shows what holds once everyone has been told of it: what was chosen may have been refused.
fn show_again(select: web_sys::HtmlSelectElement, value: Signal<String>) {
    after_frame(Duration::ZERO, move || {
        if let Some(holds) = value.try_get_untracked() {
            select.set_value(&holds);
        }
    });
}

/// The choices of a closed list.
pub(crate) fn keyword_options<K: Keyword>() -> Vec<(String, String)> {
    K::ALL.iter().map(|it| (it.key().to_owned(), it.label().to_owned())).collect()
}

/// A title that may be *not set*.
pub(crate) fn optional_title(text: &str) -> Result<Option<Title>, String> {
    if text.trim().is_empty() { Ok(None) } else { title(text).map(Some) }
}

/// A text that may be *not set*.
pub(crate) fn optional_text(text: &str) -> Result<Option<Text>, String> {
    if text.trim().is_empty() { Ok(None) } else { self::text(text).map(Some) }
}

/// A day that may be *not set*.
pub(crate) fn optional_date(text: &str) -> Result<Option<chrono::NaiveDate>, String> {
    let text = text.trim();
    let date = (!text.is_empty()).then(|| text.parse()).transpose();
    date.map_err(|_| "Write the date as year-month-day, such as 2026-06-18.".to_owned())
}

/// A text that must be there.
pub(crate) fn text(text: &str) -> Result<Text, String> {
    Text::new(text).map_err(|it| it.to_string())
}

/// A title that must be there.
pub(crate) fn title(text: &str) -> Result<Title, String> {
    Title::new(text).map_err(|it| it.to_string())
}

/// Whether a name that was typed cannot be taken. Then that is said, and the keyboard stays in its field, where nothing is
/// lost. An empty name is none.
pub(crate) fn refuse_name<E>(text: &str, editor: Editor, field: NodeRef<E>) -> bool
where
    E: leptos::html::ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    let fault = match Title::new(text) {
        Ok(_) | Err(TextFault::Empty) => return false,
        Err(fault) => fault,
    };
    editor.message.set(Some(format!("{fault} Shorten the name, or press Esc to leave it as it was.")));
    // A field that is being left can be come back to only afterwards.
    request_animation_frame(move || {
        if let Some(field) = field.try_get_untracked().flatten() {
            focus(field.as_ref());
        }
    });
    true
}

/// Gives the keyboard to the element with that identity, which is there: the next key goes to it.
pub(crate) fn focus_now(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

/// Gives the keyboard to the element with that identity once the page has taken in what was changed.
pub(crate) fn focus_later(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || focus_now(&id));
}

/// An identity for the pair of a field and its label, unique on the page.
fn field_id() -> String {
    thread_local! {
        static NEXT: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    }
    let number = NEXT.replace(NEXT.get() + 1);
    format!("field-{number}")
}
