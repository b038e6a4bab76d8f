//! The panel beside a register: everything about the record where one is, each value edited in place.

use leptos::prelude::*;
use opmap_model::{Edit, RecordId, RecordKey};

use super::state::ActionsState;
use super::{Look, key_press, trace};
use crate::editor::{Editor, editor};
use crate::icon::Icon;
use crate::keys::{self, Command, OnActions, on_escape};

const TRACE: Command = Command::Actions(OnActions::Look(Look::Threads));

/// The panel. Escape leads back to the table.
#[component]
pub(super) fn Details<I: RecordKey + Send + Sync>(
    /// What is said while there is no record.
    none: &'static str,
    /// All about one record.
    one: fn(I) -> AnyView,
) -> impl IntoView {
    let actions: ActionsState = expect_context();
    view! {
        <aside
            class="inspector"
            aria-label="Details"
            on:keydown=on_escape(move || actions.focus_wanted.notify())
        >
            {move || match actions.chosen.get().and_then(RecordId::key::<I>) {
                Some(id) => one(id),
                None => view! { <section><p class="quiet">{none}</p></section> }.into_any(),
            }}
        </aside>
    }
}

/// What stands above the fields: the sort of record, its code or its name, and what else belongs there.
#[component]
pub(super) fn Head(
    path: &'static str,
    title: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <header>
            <p class="path">{path}</p>
            <h3>{title}</h3>
            {children.map(|it| it())}
        </header>
    }
}

/// What stands below the fields: what else can be done with the record, and deleting it.
#[component]
pub(super) fn Foot(record: RecordId, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let actions: ActionsState = expect_context();
    view! {
        <footer>
            {children.map(|it| it())}
            {trace::knot(record).map(|_| view! {
                <button class="button" title=keys::tooltip(TRACE) on:click=move |_| actions.turn(Look::Threads)>
                    <Icon name="network" />
                    "Trace"
                    <kbd>{keys::hint(TRACE)}</kbd>
                </button>
            })}
            <button class="button" on:click=move |_| key_press::delete(record, actions)>
                <Icon name="trash-2" />
                "Delete"
                <kbd>{keys::hint(Command::Actions(OnActions::Delete))}</kbd>
            </button>
        </footer>
    }
}

/// The record whose details are shown, as its fields need it; copies are handles to the same.
pub(crate) struct Shown<I, F> {
    editor: Editor,
    id: I,
    /// The edit that sets one part of it.
    edit: fn(I, F) -> Edit,
}

impl<I: Copy, F> Clone for Shown<I, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<I: Copy, F> Copy for Shown<I, F> {}

impl<I: RecordKey + Send + Sync, F: 'static> Shown<I, F> {
    /// The record `id`, of which `edit` sets a part.
    pub(crate) fn new(id: I, edit: fn(I, F) -> Edit) -> Self {
        Self { editor: editor(), id, edit }
    }

    /// A part of it, as a field shows it; empty is *not set*.
    pub(crate) fn part(
        self,
        look: impl Fn(&I::Record) -> Option<String> + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || {
            self.editor.read(|document| document.get(self.id).and_then(&look).unwrap_or_default())
        })
    }

    /// Whether it is like that, tracked.
    pub(crate) fn look(self, look: impl Fn(&I::Record) -> bool) -> bool {
        self.editor.read(|document| document.get(self.id).is_some_and(look))
    }

    /// Whether it is like that.
    pub(crate) fn is(self, look: fn(&I::Record) -> bool) -> Memo<bool> {
        Memo::new(move |_| self.look(look))
    }

    /// Sets a part.
    pub(crate) fn set(self, field: F) {
        self.editor.commit((self.edit)(self.id, field));
    }

    /// Sets a part to what was typed, or answers why it cannot be that.
    pub(crate) fn typed<T: 'static>(
        self,
        read: fn(&str) -> Result<T, String>,
        field: fn(T) -> F,
    ) -> Callback<String, Result<(), String>> {
        Callback::new(move |text: String| read(&text).map(|it| self.set(field(it))))
    }

    /// Sets a part to what was chosen; it cannot be *not set*.
    pub(crate) fn chosen<T: 'static>(
        self,
        read: fn(&str) -> Option<T>,
        field: fn(T) -> F,
    ) -> Callback<String> {
        Callback::new(move |key: String| {
            if let Some(it) = read(&key) {
                self.set(field(it));
            }
        })
    }

    /// Sets a part to what was chosen; what cannot be read is *not set*.
    pub(crate) fn chosen_or_none<T: 'static>(
        self,
        read: fn(&str) -> Option<T>,
        field: fn(Option<T>) -> F,
    ) -> Callback<String> {
        Callback::new(move |key: String| self.set(field(read(&key))))
    }
}
