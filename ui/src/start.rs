//! The start screen: new, open, recent.

mod picture;

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_exchange::templates;
use opmap_wire::{ErrorCode, Opened, Recent, ShellError};
use picture::TemplatePicture;

use crate::app::Navigation;
use crate::fonts::SharedFonts;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::shell;

#[component]
pub(crate) fn Start(
    /// For the pictures of the templates; without, there are none.
    fonts: Option<SharedFonts>,
) -> impl IntoView {
    let navigation: Navigation = expect_context();
    let message = RwSignal::new(None::<String>);
    let recent = RwSignal::new(Vec::<Recent>::new());
    spawn_local(async move {
        match shell::recent().await {
            Ok(found) => recent.set(found),
            Err(error) => message.set(Some(error.message)),
        }
    });
    let take = move |answer: Result<Opened, ShellError>| match answer {
        Ok(opened) => navigation.show(opened),
        Err(error) if error.code == ErrorCode::Cancelled => {}
        Err(error) => message.set(Some(error.message)),
    };
    let open = move || {
        message.set(None);
        spawn_local(async move { take(shell::open().await) });
    };
    let create = move |template: &'static str| {
        message.set(None);
        spawn_local(async move { take(shell::new_from_template(template).await) });
    };
    let open_recent = move |path: String| {
        message.set(None);
        spawn_local(async move { take(shell::open_recent(&path).await) });
    };
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        match keys::command_of(&event) {
            Some(Command::New) => create("blank"),
            Some(Command::Open) => open(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
    let handed_over = leptos::ev::Custom::<web_sys::Event>::new(opmap_wire::event::OPEN);
    let handed_over = window_event_listener(handed_over, move |_| {
        spawn_local(async move { take(shell::open_waiting().await) });
    });
    on_cleanup(move || handed_over.remove());

    view! {
        <div class="start">
            <aside class="start-side">
                <h1>
                    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
                        <rect class="mark-a" x="2" y="3" width="8" height="6" rx="1.5" />
                        <path class="mark-line" d="M10 6h5a3 3 0 0 1 3 3v4m0 0-2.5-2.5M18 13l2.5-2.5" />
                        <rect class="mark-b" x="14" y="15" width="8" height="6" rx="1.5" />
                    </svg>
                    "Opmap"
                </h1>
                <p>"Map how a service really runs, agree who decides, leave the room with the report."</p>
                <button class="start-button primary" on:click=move |_| create("blank")>
                    <Icon name="file-plus" />
                    <span>"New workshop"</span>
                    <kbd>{keys::hint(Command::New)}</kbd>
                </button>
                <button class="start-button" on:click=move |_| open()>
                    <Icon name="folder-open" />
                    <span>"Open a file"</span>
                    <kbd>{keys::hint(Command::Open)}</kbd>
                </button>
                <p class="start-foot">"Everything stays on this computer. Opmap never uses the network."</p>
            </aside>
            <main class="start-main">
                {move || message.get().map(|it| view! { <p class="banner" role="alert">{it}</p> })}
                <h2>"Recent"</h2>
                <Show
                    when=move || !recent.with(Vec::is_empty)
                    fallback=|| view! { <p class="quiet">"Workshops that you open are listed here."</p> }
                >
                    <ul class="recent">
                        <For each=move || recent.get() key=|it| it.path.clone() let(entry)>
                            <li>
                                <button
                                    disabled=entry.missing
                                    on:click={
                                        let path = entry.path.clone();
                                        move |_| open_recent(path.clone())
                                    }
                                >
                                    <strong>{entry.title.clone()}</strong>
                                    <span class="recent-folder">
                                        <Icon name="folder-open" />
                                        {entry.folder.clone()}
                                    </span>
                                    <span class="recent-date" class:missing=entry.missing>
                                        {if entry.missing {
                                            "not found".to_owned()
                                        } else {
                                            entry.opened_at.format("%-d %B, %H:%M").to_string()
                                        }}
                                    </span>
                                </button>
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
                                    <button class="template" data-template=name on:click=move |_| create(name)>
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
        </div>
    }
}
