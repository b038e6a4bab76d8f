//! The start screen: go on with the last workshop, open another, or begin one.

mod last;
mod picture;

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_exchange::rows::{self, Grid, RowsError};
use opmap_exchange::templates;
use opmap_wire::{ErrorCode, Opened, Original, Recent, ShellError};

use crate::app::Navigation;
use crate::clock::{now, since};
use crate::fonts::SharedFonts;
use crate::icon::{Icon, ProgramMark};
use crate::keys::{self, Command};
use crate::settings::SettingsButton;
use crate::shell;
use crate::shortcuts::Shortcuts;
use last::LastWorkshop;
use picture::TemplatePicture;

/// Opens workshops, and says why where one cannot be opened.
#[derive(Clone, Copy)]
struct Opening {
    navigation: Navigation,
    message: RwSignal<Option<String>>,
}

impl Opening {
    fn open(self) {
        self.show(shell::open());
    }

    fn open_recent(self, path: String) {
        self.show(async move { shell::open_recent(&path).await });
    }

    fn rehearse(self, original: Original) {
        self.show(async move { shell::rehearse(&original).await });
    }

    fn begin_from(self, original: Original) {
        self.show(async move { shell::begin_from(&original).await });
    }

    fn create(self, template: &'static str) {
        self.show(shell::new_from_template(template));
    }

    /// Asks for a table and where to keep a workshop for it, and shows how its rows are to be added there.
    fn begin_with_table(self) {
        self.message.set(None);
        spawn_local(async move {
            match new_with_rows().await {
                Ok((opened, rows)) => self.navigation.show_with_rows(opened, rows),
                Err(error) => self.tell(error),
            }
        });
    }

    /// Shows the workshop that is asked for, once it is there.
    fn show(self, asked: impl Future<Output = Result<Opened, ShellError>> + 'static) {
        self.message.set(None);
        spawn_local(async move {
            match asked.await {
                Ok(opened) => self.navigation.show(opened),
                Err(error) => self.tell(error),
            }
        });
    }

    /// Says what went wrong, unless it was only thought better of.
    fn tell(self, error: ShellError) {
        if error.code != ErrorCode::Cancelled {
            self.message.set(Some(error.message));
        }
    }
}

/// A table that is asked for, and a new workshop to add its rows to. Nothing is made where there is nothing to add.
async fn new_with_rows() -> Result<(Opened, Grid), ShellError> {
    let table = shell::pick_table().await?;
    let unread = |error: RowsError| {
        ShellError::new(ErrorCode::NotOpened, format!("No workshop was made of {}. {error}", table.file_name))
    };
    let rows = rows::grid(&table.text).map_err(unread)?;
    Ok((shell::new_from_template(templates::FOR_ROWS.name).await?, rows))
}

#[component]
pub(crate) fn Start(
    /// For the pictures of the templates; without, there are none.
    fonts: Option<SharedFonts>,
) -> impl IntoView {
    let message = RwSignal::new(None::<String>);
    let opening = Opening { navigation: expect_context(), message };
    let recent = RwSignal::new(Vec::<Recent>::new());
    let shows_keys = RwSignal::new(false);
    spawn_local(async move {
        match shell::recent().await {
            Ok(found) => recent.set(found),
            Err(error) => message.set(Some(error.message)),
        }
    });
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        match keys::command_of(&event) {
            Some(Command::New) => opening.create("blank"),
            Some(Command::Open) => opening.open(),
            Some(Command::Shortcuts) => shows_keys.set(true),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
    let handed_over = leptos::ev::Custom::<web_sys::Event>::new(opmap_wire::event::OPEN);
    let handed_over = window_event_listener(handed_over, move |_| opening.show(shell::open_waiting()));
    on_cleanup(move || handed_over.remove());

    let last = move || recent.with(|all| all.first().filter(|it| !it.missing).cloned());
    let close_keys = Callback::new(move |()| shows_keys.set(false));
    view! {
        <div class="start">
            <Side opening shows_keys />
            <main class="start-main">
                {move || message.get().map(|it| view! { <p class="banner" role="alert">{it}</p> })}
                {move || last().map(|entry| view! { <LastWorkshop entry opening /> })}
                <h2>"Recent"</h2>
                <Show
                    when=move || !recent.with(Vec::is_empty)
                    fallback=|| view! { <p class="quiet">"Workshops that you open are listed here."</p> }
                >
                    <ul class="recent">
                        <For each=move || recent.get() key=|it| it.path.clone() let(entry)>
                            <li>
                                <RecentWorkshop entry opening />
                            </li>
                        </For>
                    </ul>
                </Show>
                <h2>"New from a template"</h2>
                <ul class="templates">
                    {templates::ALL
                        .iter()
                        .zip(1..)
                        .map(|(template, nth)| {
                            let name = template.name;
                            view! {
                                <li>
                                    <button class="template" data-template=name on:click=move |_| opening.create(name)>
                                        {fonts.map(|fonts| view! { <TemplatePicture template nth fonts /> })}
                                        <strong>{template.title}</strong>
                                        <span>{template.summary}</span>
                                    </button>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </main>
            {move || shows_keys.get().then(|| view! { <Shortcuts close=close_keys /> })}
        </div>
    }
}

/// What the program is, and what can be done without a list.
#[component]
fn Side(opening: Opening, shows_keys: RwSignal<bool>) -> impl IntoView {
    view! {
        <aside class="start-side">
            <h1>
                <ProgramMark />
                "Opmap"
            </h1>
            <p>"Map how a service really runs, agree who decides, leave the room with the report."</p>
            <button class="start-button primary" on:click=move |_| opening.create("blank")>
                <Icon name="file-plus" />
                <span>"New workshop"</span>
                <kbd>{keys::hint(Command::New)}</kbd>
            </button>
            <button class="start-button" on:click=move |_| opening.open()>
                <Icon name="folder-open" />
                <span>"Open a file"</span>
                <kbd>{keys::hint(Command::Open)}</kbd>
            </button>
            <button class="start-button" on:click=move |_| opening.rehearse(Original::Asked)>
                <Icon name="copy" />
                <span>"Open a rehearsal copy"</span>
            </button>
            <button class="start-button" on:click=move |_| opening.begin_from(Original::Asked)>
                <Icon name="waypoints" />
                <span>"New from a workshop"</span>
            </button>
            <button
                class="start-button"
                title="From a table that was saved as CSV or text, with a row for each step"
                on:click=move |_| opening.begin_with_table()
            >
                <Icon name="table" />
                <span>"New from a spreadsheet"</span>
            </button>
            <p class="start-foot">"Everything stays on this computer. Opmap never uses the network."</p>
            <div class="start-links">
                <button class="start-link" on:click=move |_| shows_keys.set(true)>
                    <Icon name="command" />
                    "Keys"
                </button>
                <SettingsButton class="start-link" />
            </div>
        </aside>
    }
}

/// A workshop that was opened lately, and where it is.
#[component]
fn RecentWorkshop(entry: Recent, opening: Opening) -> impl IntoView {
    let Recent { path, title, folder, opened_at, missing } = entry;
    let date = if missing { "not found".to_owned() } else { since(opened_at, now()) };
    view! {
        <button disabled=missing on:click=move |_| opening.open_recent(path.clone())>
            <strong>{title}</strong>
            <span class="recent-folder">
                <Icon name="folder-open" />
                {folder}
            </span>
            <span class="recent-date" class:missing=missing>{date}</span>
        </button>
    }
}
