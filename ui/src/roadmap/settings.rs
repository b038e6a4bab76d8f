//! The settings of the roadmap: its first day, its waves, and the days on which nobody works.

use chrono::Weekday;
use leptos::prelude::*;
use opmap_model::{Edit, Keyword, RoadmapDay, RoadmapField, Wave, WorkshopField};

use super::state::RoadmapState;
use super::typed;
use crate::editor::{Editor, editor};
use crate::field::{Held, TextField, Toggles, optional_date, optional_title};
use crate::icon::Icon;
use crate::keys::{self, Command, OnRoadmap};
use crate::popover::Popover;

/// The identity of the button.
const BUTTON: &str = "roadmap-settings";

const WEEK: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "mon", "Mon"),
    (Weekday::Tue, "tue", "Tue"),
    (Weekday::Wed, "wed", "Wed"),
    (Weekday::Thu, "thu", "Thu"),
    (Weekday::Fri, "fri", "Fri"),
    (Weekday::Sat, "sat", "Sat"),
    (Weekday::Sun, "sun", "Sun"),
];

#[component]
pub(super) fn SettingsButton() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let open = roadmap.settings;
    view! {
        <div class="filter-place">
            <button
                id=BUTTON
                class="button"
                class:on=move || open.get()
                aria-expanded=move || open.get().to_string()
                title=keys::tooltip(Command::Roadmap(OnRoadmap::Settings))
                on:click=move |_| open.update(|it| *it = !*it)
            >
                <Icon name="settings-2" />
                "Days and waves"
            </button>
            <Show when=move || open.get()>
                <Popover open of=BUTTON label="Days and waves" class="roadmap-settings">
                    <Settings />
                </Popover>
            </Show>
        </div>
    }
}

/// Sets one part; a refusal is answered to the field.
fn set(editor: Editor, field: RoadmapField) -> Result<(), String> {
    let edit = Edit::SetWorkshop(WorkshopField::Roadmap(field));
    editor.peek(|document| edit.plan(document).map(drop)).map_err(|it| it.to_string())?;
    editor.commit(edit);
    Ok(())
}

#[component]
fn Settings() -> impl IntoView {
    let (editor, roadmap): (_, RoadmapState) = (editor(), expect_context());
    let calendar = move || roadmap.found.with_untracked(|it| it.calendar.clone());
    let waves = Wave::ALL.iter().map(|wave| {
        let wave = *wave;
        let title = Signal::derive(move || {
            editor.read(|document| document.workshop().roadmap.waves.title(wave).map_or_else(String::new, ToString::to_string))
        });
        let last = Signal::derive(move || {
            let day = editor.read(|document| document.workshop().roadmap.waves.last_day(wave));
            roadmap.found.with(|found| RoadmapDay::new(day).map(|it| typed::shown(it, &found.calendar)).unwrap_or_default())
        });
        view! {
            <div class="roadmap-wave" role="group" aria-label=wave.label()>
                <h4>{wave.label()}</h4>
                <TextField
                    label="Name"
                    value=title
                    commit=Callback::new(move |text: String| {
                        optional_title(&text).and_then(|it| set(editor, RoadmapField::WaveTitle(wave, it)))
                    })
                />
                <TextField
                    label="Last day"
                    value=last
                    commit=Callback::new(move |text: String| {
                        typed::day(&text, &calendar()).and_then(|it| set(editor, RoadmapField::WaveEnd(wave, it)))
                    })
                />
            </div>
        }
    });
    let week = |key: &str| WEEK.iter().find(|it| it.1 == key).map(|it| it.0);
    let fault = RwSignal::new(None::<String>);
    view! {
        <TextField
            label="First day"
            value=Signal::derive(move || {
                editor.read(|document| document.workshop().roadmap.start.map(|it| it.to_string()).unwrap_or_default())
            })
            commit=Callback::new(move |text: String| {
                optional_date(&text).and_then(|it| set(editor, RoadmapField::Start(it)))
            })
        />
        <p class="hint">
            {move || editor.read(|document| match (document.workshop().roadmap.start, document.workshop().date) {
                (Some(_), _) => String::new(),
                (None, Some(date)) => format!("The day of the workshop counts: {}.", opmap_analysis::day(date)),
                (None, None) => "Without it days are counted by number.".to_owned(),
            })}
        </p>
        {waves.collect_view()}
        <Toggles
            label="Worked"
            open=true
            options=WEEK.map(|it| (it.1.to_owned(), it.2.to_owned())).to_vec()
            held=Callback::new(move |key: String| {
                let works = week(&key).is_some_and(|day| editor.read(|it| it.workshop().roadmap.week.works(day)));
                Held::of([works])
            })
            toggle=Callback::new(move |(key, works): (String, bool)| {
                let Some(day) = week(&key) else { return };
                fault.set(set(editor, RoadmapField::Works(day, works)).err());
            })
        />
        {move || fault.get().map(|it| view! { <p class="fault" role="alert">{it}</p> })}
        <Holidays />
    }
}

/// The days on which nobody works beside those of the week, each with a way to remove it, and a field for one more.
#[component]
fn Holidays() -> impl IntoView {
    let editor = editor();
    let all = Memo::new(move |_| editor.read(|document| document.workshop().roadmap.holidays.clone()));
    view! {
        <section class="roadmap-holidays" aria-label="Holidays">
            <TextField
                label="Add a holiday"
                value=Signal::stored(String::new())
                commit=Callback::new(move |text: String| match optional_date(&text)? {
                    Some(date) => set(editor, RoadmapField::Holiday(date, true)),
                    None => Ok(()),
                })
            />
            <ul class="chips">
                <For each=move || all.get() key=|it| *it let(date)>
                    <li class="tag">
                        {opmap_analysis::day(date)}
                        <button
                            class="icon-button small"
                            aria-label=format!("Remove the holiday on {}", opmap_analysis::day(date))
                            title="Remove"
                            on:click=move |_| {
                                // Taking a day away is never refused.
                                let _ = set(editor, RoadmapField::Holiday(date, false));
                            }
                        >
                            <Icon name="x" />
                        </button>
                    </li>
                </For>
            </ul>
        </section>
    }
}
