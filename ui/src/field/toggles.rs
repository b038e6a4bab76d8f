//! Chips that are on or off: which of several things belong to what is looked at.

use leptos::prelude::*;

use super::new_name::NewName;
use super::{Adding, field_id, focus_later};
use crate::icon::Icon;

/// How many of the things that are looked at have something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    None,
    Some,
    All,
}

impl Held {
    /// Of several answers.
    pub(crate) fn of(answers: impl IntoIterator<Item = bool>) -> Self {
        let (mut any, mut all) = (false, true);
        for answer in answers {
            any |= answer;
            all &= answer;
        }
        match (any, all) {
            (false, _) => Self::None,
            (true, false) => Self::Some,
            (true, true) => Self::All,
        }
    }

    /// As `aria-pressed` has it.
    fn pressed(self) -> &'static str {
        match self {
            Self::None => "false",
            Self::Some => "mixed",
            Self::All => "true",
        }
    }
}

/// Which of several things are chosen. Those that are not are shown once someone wants to choose.
#[component]
pub(crate) fn Toggles(
    /// What is chosen.
    label: &'static str,
    /// The keys and words to choose from.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// How many have the thing of that key; what it reads is tracked.
    held: Callback<String, Held>,
    /// Takes the key of what was chosen, and whether it is on now.
    toggle: Callback<(String, bool)>,
    /// What is said while none is chosen.
    #[prop(default = "not set")]
    none: &'static str,
    /// Whether all are shown always.
    #[prop(optional)]
    open: bool,
    /// Offers to add one.
    #[prop(optional)]
    add: Option<Adding>,
) -> impl IntoView {
    let id = field_id();
    let label_id = id.clone();
    let choose_id = format!("{id}-choose");
    let (all_shown, naming) = (RwSignal::new(open), RwSignal::new(false));
    let shown = move || {
        let every = all_shown.get();
        let mut options = options.get();
        options.retain(|(key, _)| every || held.run(key.clone()) != Held::None);
        options
    };
    let is_none = move || options.with(|all| all.iter().all(|(key, _)| held.run(key.clone()) == Held::None));
    let chip = move |(key, words): (String, String)| {
        let asked = key.clone();
        let is = Memo::new(move |_| held.run(asked.clone()));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || is.get().pressed()
                on:click=move |_| toggle.run((key.clone(), is.get_untracked() != Held::All))
            >
                {move || match is.get() {
                    Held::All => Some(view! { <Icon name="check" /> }),
                    Held::Some => Some(view! { <Icon name="minus" /> }),
                    Held::None => None,
                }}
                {words}
            </button>
        }
    };
    let focus_id = choose_id.clone();
    let close = Callback::new(move |stays: bool| {
        naming.set(false);
        if stays {
            focus_later(&focus_id);
        }
    });
    view! {
        <div class="field" role="group" aria-labelledby=id>
            <span class="field-label" id=label_id>{label}</span>
            <div class="chips">
                {move || is_none().then(|| view! { <span class="unset">{none}</span> })}
                <For each=shown key=|it| it.clone() let(option)>{chip(option)}</For>
                {move || {
                    let add = add.filter(|_| all_shown.get())?;
                    Some(if naming.get() {
                        view! { <NewName adding=add close /> }.into_any()
                    } else {
                        view! {
                            <button type="button" class="chip offer" on:click=move |_| naming.set(true)>
                                <Icon name="plus" />
                                {format!("Add a {}…", add.what)}
                            </button>
                        }
                            .into_any()
                    })
                }}
                {(!open).then(|| view! {
                    <button
                        id=choose_id
                        type="button"
                        class="chip offer"
                        aria-expanded=move || all_shown.get().to_string()
                        aria-label=move || {
                            if all_shown.get() { format!("{label}: done") } else { format!("{label}: choose") }
                        }
                        on:click=move |_| all_shown.update(|it| *it = !*it)
                    >
                        {move || if all_shown.get() { "Done" } else { "Choose…" }}
                    </button>
                })}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::Held;

    #[test]
    fn what_only_some_have_is_neither_on_nor_off() {
        assert_eq!(Held::of([true, true]), Held::All);
        assert_eq!(Held::of([true, false]), Held::Some);
        assert_eq!(Held::of([false, false]), Held::None);
        assert_eq!(Held::of([]), Held::None);
    }
}
