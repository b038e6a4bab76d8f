//! The field in which several things are chosen by typing, and a time where one belongs to them.
//!
//! Enter takes what is highlighted and ends; a comma takes it and goes on; Backspace in an empty field takes the last
//! one out; Escape leaves all as it was.

use leptos::html;
use leptos::prelude::*;
use opmap_model::{Seconds, Title, folded};

use crate::dialog::focus;
use crate::field::{duration, exact};
use crate::icon::Icon;
use crate::keys::{Usual, Way, usual};

/// What is there to choose from, or what was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// One of the options, by its key.
    Known(String, String),
    /// Something that is not there yet, by its name.
    New(Title),
}

/// What is asked for.
#[derive(Clone)]
pub(super) struct Asked {
    /// What is chosen, as it is said.
    pub(super) label: String,
    pub(super) options: Vec<Item>,
    pub(super) chosen: Vec<Item>,
    /// Whether only one is wanted: another one takes its place, unless it is added by a comma.
    pub(super) is_one: bool,
    /// What else can be added by its name: *role*.
    pub(super) adds: Option<&'static str>,
    /// Whether a time goes with it, and which.
    pub(super) time: Option<Option<Seconds>>,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picked {
    pub(super) items: Vec<Item>,
    pub(super) time: Option<Seconds>,
}

impl Item {
    fn words(&self) -> &str {
        match self {
            Self::Known(_, words) => words,
            Self::New(title) => title.as_str(),
        }
    }
}

/// How many offers are shown at once.
const OFFERS: usize = 8;

#[component]
pub(super) fn Picker(
    asked: Asked,
    /// Takes what was chosen; ends the asking.
    take: Callback<Picked>,
    /// Ends the asking; says whether the keyboard is still here.
    close: Callback<bool>,
) -> impl IntoView {
    let Asked { label, options, chosen, is_one, adds, time } = asked;
    let input = NodeRef::<html::Input>::new();
    let has_time = time.is_some();
    let time = RwSignal::new(time.flatten());
    let shown_time = move || time.get_untracked().map(exact).unwrap_or_default();
    let text = RwSignal::new(shown_time());
    let before = StoredValue::new(Picked { items: chosen.clone(), time: time.get_untracked() });
    let chosen = RwSignal::new(chosen);
    let active = RwSignal::new(None::<usize>);
    let is_done = StoredValue::new(false);
    let options = StoredValue::new(options);
    let offers = Memo::new(move |_| {
        let text = text.get();
        let (query, _) = parted(&text, has_time);
        options.with_value(|it| chosen.with(|chosen| offers(it, chosen, query, adds)))
    });
    // What is typed points at its best answer; nothing typed points at nothing.
    Effect::new(move |_| {
        let is_typed = text.with(|it| !parted(it, has_time).0.is_empty());
        active.set((is_typed && offers.with(|it| !it.is_empty())).then_some(0));
    });
    let place = RwSignal::new(String::new());
    Effect::new(move |_| {
        // What is chosen stands in front of the field and moves it.
        chosen.track();
        if let Some(input) = input.get() {
            let rect = input.get_bounding_client_rect();
            place.set(place_of((rect.left(), rect.top(), rect.bottom()), window_size()));
            focus(&input);
            input.select();
        }
    });
    let end = move |stays: bool| {
        if is_done.try_set_value(true).is_none() {
            close.run(stays);
        }
    };
    let finish = move |stays: bool| {
        if is_done.try_get_value() != Some(false) {
            return;
        }
        let picked = Picked { items: chosen.get_untracked(), time: time.get_untracked() };
        if before.with_value(|it| *it != picked) {
            take.run(picked);
        }
        end(stays);
    };
    // A time that is typed is taken as soon as it can be read; one that is deleted is none.
    let take_time = move || {
        let text = text.get_untracked();
        let (query, typed) = parted(&text, has_time);
        if let Some(typed) = typed {
            time.set(Some(typed));
        } else if has_time && query.is_empty() {
            time.set(None);
        }
    };
    let choose = move |item: Item, adds_on: bool| {
        take_time_of(text, time, has_time);
        chosen.update(|all| {
            if is_one && !adds_on {
                all.clear();
            }
            all.retain(|it| *it != item);
            all.push(item);
        });
        text.set(shown_time());
    };
    let highlighted =
        move || active.get_untracked().and_then(|at| offers.with_untracked(|it| it.get(at).cloned()));
    let step = move |forward: bool| {
        let count = offers.with_untracked(Vec::len);
        active.update(|at| {
            *at = match (*at, forward, count) {
                (_, _, 0) => None,
                (None, true, _) => Some(0),
                (None, false, _) => Some(count - 1),
                (Some(at), true, _) => Some((at + 1) % count),
                (Some(at), false, _) => Some((at + count - 1) % count),
            };
        });
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        event.stop_propagation();
        match usual(&event) {
            Some(Usual::Enter) => {
                match highlighted() {
                    Some(item) => choose(item, false),
                    None => take_time(),
                }
                finish(true);
            }
            Some(Usual::Escape) => end(true),
            Some(Usual::Go(Way::Down)) => step(true),
            Some(Usual::Go(Way::Up)) => step(false),
            Some(Usual::Typed(',')) => match highlighted() {
                Some(item) => choose(item, true),
                None => return,
            },
            Some(Usual::Backspace) if text.with_untracked(String::is_empty) => {
                chosen.update(|it| drop(it.pop()));
            }
            _ => return,
        }
        event.prevent_default();
    };
    let hint = if has_time { "Write who, a comma, and after how long: team lead, 4 h" } else { KEYS };
    view! {
        <div class="picker">
            <For each=move || chosen.get() key=|it| it.words().to_owned() let(item)>
                <span class="picked">
                    {item.words().to_owned()}
                    <button
                        class="picked-out"
                        tabindex="-1"
                        aria-label=format!("Take out {}", item.words())
                        on:pointerdown=|event| event.prevent_default()
                        on:click={
                            let item = item.clone();
                            move |_| chosen.update(|all| all.retain(|it| *it != item))
                        }
                    >
                        <Icon name="x" />
                    </button>
                </span>
            </For>
            <input
                node_ref=input
                type="text"
                class="picker-field"
                role="combobox"
                aria-label=label
                aria-autocomplete="list"
                aria-expanded="true"
                aria-controls="picker-offers"
                aria-activedescendant=move || active.get().map(|it| format!("picker-offer-{it}"))
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
                on:keydown=on_key
                on:blur=move |_| {
                    if is_done.try_get_value() == Some(false) {
                        take_time();
                        finish(false);
                    }
                }
            />
            <div class="picker-offers" style=move || place.get()>
                <ul id="picker-offers" role="listbox" aria-label="Offers">
                    {move || {
                        let list = offers.get().into_iter().enumerate();
                        list.map(|(index, item)| {
                            let words = match &item {
                                Item::Known(_, words) => words.clone(),
                                Item::New(title) => format!("Add the {} “{title}”", adds.unwrap_or_default()),
                            };
                            view! {
                                <li
                                    id=format!("picker-offer-{index}")
                                    role="option"
                                    aria-selected=move || (active.get() == Some(index)).to_string()
                                    on:pointerdown=move |event| {
                                        event.prevent_default();
                                        choose(item.clone(), !is_one);
                                    }
                                >
                                    {words}
                                </li>
                            }
                        })
                        .collect_view()
                    }}
                </ul>
                <p class="quiet">{hint}</p>
            </div>
        </div>
    }
}

const KEYS: &str =
    "Enter takes it, a comma adds another, Backspace takes the last out, Esc leaves all as it was";

/// Takes the time that stands behind a name that is being taken.
fn take_time_of(text: RwSignal<String>, time: RwSignal<Option<Seconds>>, has_time: bool) {
    let typed = text.with_untracked(|it| parted(it, has_time).1);
    if typed.is_some() {
        time.set(typed);
    }
}

/// What of a text looks for a name, and the time behind it.
fn parted(text: &str, has_time: bool) -> (&str, Option<Seconds>) {
    let text = text.trim();
    if !has_time {
        return (text, None);
    }
    let starts = [0].into_iter().chain(text.match_indices([' ', ',']).map(|it| it.0 + 1));
    for start in starts {
        let (query, tail) = text.split_at(start);
        if let Ok(Some(time)) = duration(tail) {
            return (query.trim().trim_end_matches(',').trim_end(), Some(time));
        }
    }
    (text, None)
}

/// What answers to every word that was typed, those first that begin with it; at the end the offer to add what is not
/// there.
fn offers(options: &[Item], chosen: &[Item], query: &str, adds: Option<&'static str>) -> Vec<Item> {
    let query_folded = folded(query);
    let answers = |it: &&Item| {
        let words = folded(it.words());
        !chosen.contains(it) && query_folded.split(' ').all(|word| words.contains(word))
    };
    let mut found: Vec<Item> = options.iter().filter(answers).cloned().collect();
    found.sort_by_key(|it| !folded(it.words()).starts_with(&query_folded));
    let is_there = options.iter().any(|it| folded(it.words()) == query_folded);
    found.truncate(OFFERS);
    if adds.is_some() && !query.is_empty() && !is_there {
        found.extend(Title::new(query).ok().map(Item::New));
    }
    found
}

/// Where offers stand: below the field, or above it where there is no room below.
fn place_of((left, top, bottom): (f64, f64, f64), (width, height): (f64, f64)) -> String {
    const WIDTH: f64 = 300.0;
    const HEIGHT: f64 = 300.0;
    let left = left.min(width - WIDTH - 8.0).max(8.0);
    if bottom + HEIGHT > height {
        format!("left:{left}px;bottom:{}px", height - top + 4.0)
    } else {
        format!("left:{left}px;top:{}px", bottom + 4.0)
    }
}

fn window_size() -> (f64, f64) {
    let length = |it: Result<wasm_bindgen::JsValue, _>| it.ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
    (length(window().inner_width()), length(window().inner_height()))
}

#[cfg(test)]
mod tests {
    use opmap_model::{Seconds, Title};

    use super::{Item, offers, parted, place_of};

    fn item(words: &str) -> Item {
        Item::Known(words.to_lowercase(), words.to_owned())
    }

    #[test]
    fn offers_answer_to_every_word_and_what_is_not_there_can_be_added() {
        let all = ["Contact centre team lead", "Team lead", "Director"].map(item);
        assert_eq!(offers(&all, &[], "team", None), [item("Team lead"), item("Contact centre team lead")]);
        assert_eq!(offers(&all, &[], "lead cont", None), [item("Contact centre team lead")]);
        assert_eq!(offers(&all, &[item("Director")], "", None).len(), 2, "what is chosen is not offered");
        assert_eq!(offers(&all, &[], "TEAM LEAD", Some("role")).len(), 2, "it is there already");
        let new = offers(&all, &[], "Fraud desk", Some("role"));
        assert_eq!(new, [Item::New(Title::new("Fraud desk").unwrap())]);
    }

    #[test]
    fn a_time_stands_behind_the_name_or_alone() {
        let hours = |count: u32| Seconds::new(count * 3_600);
        assert_eq!(parted("team lead, 4 h", true), ("team lead", hours(4)));
        assert_eq!(parted("team lead 1 h 30 min", true), ("team lead", Seconds::new(5_400)));
        assert_eq!(parted("4h", true), ("", hours(4)));
        assert_eq!(parted("level 2", true), ("level 2", None));
        assert_eq!(parted("level 2, 4 h", false), ("level 2, 4 h", None));
        assert_eq!(parted("", true), ("", None));
    }

    #[test]
    fn offers_stand_where_there_is_room() {
        assert!(place_of((100.0, 100.0, 120.0), (1_280.0, 720.0)).contains("top:124"));
        assert!(place_of((100.0, 600.0, 620.0), (1_280.0, 720.0)).contains("bottom:124"));
        assert!(place_of((1_200.0, 100.0, 120.0), (1_280.0, 720.0)).contains("left:972"));
    }
}
