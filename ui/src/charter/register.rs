//! A register of the workshop: a table of what is in it, and beside it the details of the one that is chosen.
//!
//! Rows are walked over, renamed, moved and deleted by keys of their own.

use leptos::prelude::*;
use opmap_model::{Document, Edit, RecordKey, Title};

use crate::dialog::Dialog;
use crate::editor::{Editor, editor};
use crate::field::{Adding, NewName, TextField, focus_later, title};
use crate::icon::Icon;
use crate::identity::fresh;
use crate::keys::{self, Command, OnRegister, Place, Way};

/// The head of a column, and the words of a cell; none are *not set*.
pub(super) type Column<I> = (&'static str, fn(&Document, I) -> Option<String>);

/// What is particular to one register.
pub(super) struct Register<I: 'static> {
    /// Its name: *Channels*.
    pub(super) title: &'static str,
    /// The name of one of its records: *Channel*.
    pub(super) one: &'static str,
    /// What is said while it is empty.
    pub(super) empty: &'static str,
    /// What the table shows beside the title.
    pub(super) columns: &'static [Column<I>],
    /// What marks a record out beside its title: icons with words.
    pub(super) marks: fn(&Document, I) -> Vec<(&'static str, &'static str)>,
    /// What is in it, in its order.
    pub(super) ids: fn(&Document) -> Vec<I>,
    /// What a record is called.
    pub(super) title_of: fn(&Document, I) -> Option<String>,
    /// Adds a record.
    pub(super) add: fn(I, Title) -> Edit,
    /// Renames a record.
    pub(super) rename: fn(I, Title) -> Edit,
    /// Moves a record in front of another, or last.
    pub(super) reorder: fn(I, Option<I>) -> Edit,
    /// Removes a record.
    pub(super) remove: fn(I) -> Edit,
    /// Where a record is used, in words (R19).
    pub(super) uses: fn(&Document, I) -> Vec<String>,
    /// The fields of a record beside its title.
    pub(super) details: fn(I) -> AnyView,
}

impl<I> Register<I> {
    fn one(&self) -> String {
        self.one.to_lowercase()
    }
}

/// What goes on in one register; copies are handles to the same.
#[derive(Clone, Copy)]
struct Doing<I: Send + Sync + 'static> {
    editor: Editor,
    register: &'static Register<I>,
    chosen: RwSignal<Option<I>>,
    renaming: RwSignal<Option<I>>,
    /// A record whose deletion is being asked about.
    deleting: RwSignal<Option<I>>,
}

impl<I: RecordKey + Send + Sync> Doing<I> {
    fn ids(self) -> Vec<I> {
        self.editor.peek(self.register.ids)
    }

    fn choose(self, id: I) {
        self.chosen.set(Some(id));
        focus_later(&row_id(id));
    }

    /// The record that many places further down.
    fn beside(self, id: I, places: isize) -> Option<I> {
        let ids = self.ids();
        let index = ids.iter().position(|it| *it == id)?.checked_add_signed(places)?;
        ids.get(index).copied()
    }

    fn walk(self, id: I, places: isize) {
        if let Some(next) = self.beside(id, places) {
            self.choose(next);
        }
    }

    fn reorder(self, id: I, way: Way) {
        let before = match way {
            Way::Up => self.beside(id, -1),
            Way::Down if self.beside(id, 1).is_some() => self.beside(id, 2),
            _ => return,
        };
        // Nothing lies above the first.
        if (way == Way::Down || before.is_some()) && self.editor.commit((self.register.reorder)(id, before)) {
            focus_later(&row_id(id));
        }
    }

    /// Deletes at once what nothing names; else asks, and says what does (R19).
    fn delete(self, id: I) {
        if self.editor.peek(|document| (self.register.uses)(document, id).is_empty()) {
            self.remove(id);
        } else {
            self.deleting.set(Some(id));
        }
    }

    fn remove(self, id: I) {
        let next = self.beside(id, 1).or_else(|| self.beside(id, -1));
        self.deleting.set(None);
        if self.editor.commit((self.register.remove)(id)) {
            self.chosen.set(None);
            if let Some(next) = next {
                self.choose(next);
            }
        }
    }
}

pub(super) fn row_id<I: RecordKey>(id: I) -> String {
    format!("register-{}", id.uuid())
}

#[component]
pub(super) fn RegisterView<I: RecordKey + Send + Sync>(
    register: &'static Register<I>,
    /// Which record is chosen; other stations lead to one.
    chosen: RwSignal<Option<I>>,
    /// What stands in its head between its name and the button that adds one.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let editor = editor();
    let doing =
        Doing { editor, register, chosen, renaming: RwSignal::new(None), deleting: RwSignal::new(None) };
    let ids = Memo::new(move |_| editor.read(register.ids));
    // Undo takes away what it was chosen for.
    let chosen = Memo::new(move |_| doing.chosen.get().filter(|id| ids.with(|ids| ids.contains(id))));
    view! {
        <section class="card wide" aria-label=register.title>
            <header class="card-head">
                <h3>{register.title}</h3>
                {children.map(|it| it())}
                <Add doing />
            </header>
            <Show
                when=move || ids.with(|it| !it.is_empty())
                fallback=move || view! { <p class="quiet">{register.empty}</p> }
            >
                <div class="register">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{register.one}</th>
                                {register.columns.iter().map(|(head, _)| view! { <th scope="col">{*head}</th> }).collect_view()}
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || ids.get() key=|id| id.uuid() let(id)>
                                <Row id doing />
                            </For>
                        </tbody>
                    </table>
                    {move || chosen.get().map(|id| view! { <Details id doing /> })}
                </div>
            </Show>
            {move || doing.deleting.get().map(|id| view! { <Question id doing /> })}
        </section>
    }
}

/// Asks for the name of a new record, and adds it.
#[component]
fn Add<I: RecordKey + Send + Sync>(doing: Doing<I>) -> impl IntoView {
    let naming = RwSignal::new(false);
    let adding = Adding {
        what: doing.register.one,
        take: Callback::new(move |text: String| {
            let id: I = fresh();
            if doing.editor.commit((doing.register.add)(id, title(&text)?)) {
                doing.choose(id);
            }
            Ok(())
        }),
    };
    view! {
        {move || {
            if naming.get() {
                let close = Callback::new(move |_| naming.set(false));
                view! { <div class="field bare register-name"><NewName adding close /></div> }.into_any()
            } else {
                view! {
                    <button class="button" on:click=move |_| naming.set(true)>
                        <Icon name="plus" />
                        {doing.register.one}
                    </button>
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Row<I: RecordKey + Send + Sync>(id: I, doing: Doing<I>) -> impl IntoView {
    let Doing { editor, register, chosen, renaming, .. } = doing;
    let name = move || editor.read(|document| (register.title_of)(document, id)).unwrap_or_default();
    let cell = move |look: fn(&Document, I) -> Option<String>| {
        let words = Memo::new(move |_| editor.read(|document| look(document, id)));
        view! {
            <td class:quiet=move || words.with(Option::is_none)>
                {move || words.get().unwrap_or_else(|| "not set".to_owned())}
            </td>
        }
    };
    let rename = Adding {
        what: register.one,
        take: Callback::new(move |text: String| {
            editor.commit((register.rename)(id, title(&text)?));
            Ok(())
        }),
    };
    let close = Callback::new(move |stays: bool| {
        renaming.set(None);
        if stays {
            focus_later(&row_id(id));
        }
    });
    view! {
        <tr class:selected=move || chosen.get() == Some(id)>
            <th scope="row">
                {move || {
                    if renaming.get() == Some(id) {
                        view! { <div class="field bare"><NewName adding=rename close now=name() /></div> }.into_any()
                    } else {
                        view! {
                            <button
                                id=row_id(id)
                                class="link"
                                title=format!("{}: F2 renames, Alt with ↑ or ↓ moves, Del deletes", register.one)
                                aria-pressed=move || (chosen.get() == Some(id)).to_string()
                                on:click=move |_| chosen.set(Some(id))
                                on:dblclick=move |_| renaming.set(Some(id))
                                on:keydown=move |event| row_key(&event, id, doing)
                            >
                                {name}
                            </button>
                        }
                            .into_any()
                    }
                }}
                <ul class="tags" aria-label="Marks">
                    <For each=move || editor.read(|document| (register.marks)(document, id)) key=|it| *it let((icon, words))>
                        <li class="tag">
                            <Icon name=icon />
                            {words}
                        </li>
                    </For>
                </ul>
            </th>
            {register.columns.iter().map(|(_, look)| cell(*look)).collect_view()}
        </tr>
    }
}

fn row_key<I: RecordKey + Send + Sync>(event: &web_sys::KeyboardEvent, id: I, doing: Doing<I>) {
    let Some(Command::Register(command)) = keys::command_on(Place::Register, event) else { return };
    match command {
        OnRegister::Go(Way::Up) => doing.walk(id, -1),
        OnRegister::Go(_) => doing.walk(id, 1),
        OnRegister::Move(way) => doing.reorder(id, way),
        OnRegister::Rename => doing.renaming.set(Some(id)),
        OnRegister::Delete => doing.delete(id),
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Everything about the chosen record.
#[component]
fn Details<I: RecordKey + Send + Sync>(id: I, doing: Doing<I>) -> impl IntoView {
    let Doing { editor, register, .. } = doing;
    let name =
        Signal::derive(move || editor.read(|document| (register.title_of)(document, id)).unwrap_or_default());
    view! {
        <aside class="register-card" aria-label=format!("The {}", register.one())>
            <TextField
                label=register.one
                value=name
                commit=Callback::new(move |text: String| {
                    title(&text).map(|it| {
                        editor.commit((register.rename)(id, it));
                    })
                })
            />
            {(register.details)(id)}
            <button class="button" on:click=move |_| doing.delete(id)>
                <Icon name="trash-2" />
                {format!("Delete the {}", register.one())}
            </button>
        </aside>
    }
}

/// Says what names a record before it is deleted.
#[component]
fn Question<I: RecordKey + Send + Sync>(id: I, doing: Doing<I>) -> impl IntoView {
    let uses = doing.editor.peek(|document| (doing.register.uses)(document, id));
    let one = doing.register.one();
    let keep = move || doing.deleting.set(None);
    view! {
        <Dialog title=format!("Delete this {one}?") cancel=Callback::new(move |()| keep())>
            <p>"It is used here, which goes away or is left open. Undo brings everything back."</p>
            <ul class="uses">{uses.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| keep()>"Keep it"</button>
                <button class="button primary" on:click=move |_| doing.remove(id)>{format!("Delete the {one}")}</button>
            </div>
        </Dialog>
    }
}

/// How many of something, with the right form of the words behind the number.
pub(super) fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(one.to_owned()),
        _ => Some(format!("{count} {many}")),
    }
}
