//! The clipboard, by the page's own events, so that its keys and menus are those of the system.

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_drawing::{MapSceneOptions, Scene, map_layout, map_scene, stage_times};
use opmap_exchange::clip::{self, Clip};
use opmap_exchange::rows::{self, Grid};
use opmap_model::{Document, Edit, Part};
use opmap_wire::ErrorCode;
use wasm_bindgen::JsCast;

use super::compare::LOOKING;
use super::geometry::Geometry;
use super::pasting;
use super::state::MapState;
use super::states::state_words_within;
use crate::app::Navigation;
use crate::editor::Editor;
use crate::fonts::SharedFonts;
use crate::keys::{self, Command};
use crate::{clipboard, pixels, shell};

/// The most steps of which a picture is laid out to go along.
const PICTURE_LIMIT: usize = 400;

/// What the clipboard acts on; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Clipboard {
    editor: Editor,
    map_state: MapState,
    geometry: Geometry,
    fonts: SharedFonts,
    /// Rows that were pasted, or read from a file, and wait to be looked at.
    pub(super) rows: RwSignal<Option<Grid>>,
    /// What a command of the window copies, whatever has the keyboard.
    asked: StoredValue<Option<Part>>,
    /// What was copied last, with what is internal, and the words on the clipboard that stand for it.
    copied: StoredValue<Option<(String, Clip)>>,
}

impl Clipboard {
    /// Listens to the page as long as the owner of the caller lives.
    pub(super) fn listen(
        editor: Editor,
        map_state: MapState,
        geometry: Geometry,
        fonts: SharedFonts,
    ) -> Self {
        let clipboard = Self {
            editor,
            map_state,
            geometry,
            fonts,
            rows: RwSignal::new(expect_context::<Navigation>().take_rows()),
            asked: StoredValue::new(None),
            copied: StoredValue::new(None),
        };
        let copy = window_event_listener(ev::copy, move |event| drop(clipboard.copy(&event)));
        let cut = window_event_listener(ev::cut, move |event| {
            if clipboard.only_looks() && !is_elsewhere(&event) {
                return event.prevent_default();
            }
            if let Some(part) = clipboard.copy(&event) {
                clipboard.remove(&part);
            }
        });
        let paste = window_event_listener(ev::paste, move |event| clipboard.paste(&event));
        Effect::new(move |_| {
            let Some(command) = map_state.clipboard_wanted.get() else { return };
            map_state.clipboard_wanted.set(None);
            clipboard.run(command);
        });
        on_cleanup(move || {
            copy.remove();
            cut.remove();
            paste.remove();
        });
        clipboard
    }

    /// Does what was chosen in the palette or in a menu, without a key of the system being pressed.
    fn run(self, command: Command) {
        let selected = || self.map_state.selection.with_untracked(pasting::selected_part);
        match command {
            Command::Copy => {
                if let Some(part) = selected() {
                    self.copy_part(part);
                }
            }
            Command::Cut => {
                if let Some(part) = selected().filter(|it| self.copy_part(it.clone())) {
                    self.remove(&part);
                }
            }
            Command::CopyJourney => {
                if let Some(map) = self.map_state.map.get_untracked() {
                    self.copy_part(Part::Journey(map.journey));
                }
            }
            Command::CopyPicture => self.copy_picture(),
            Command::StepsFromFile => self.read_file(),
            // The system hands out what was copied only when its own key is pressed.
            Command::Paste => self.say(format!("Press {} to paste.", keys::hint(Command::Paste))),
            _ => {}
        }
    }

    /// Whether the part is on the clipboard now.
    fn copy_part(self, part: Part) -> bool {
        self.asked.set_value(Some(part));
        let done = clipboard::ask("copy");
        // The event takes what is asked; when it never came, it is still here.
        let taken = self.asked.try_update_value(Option::take).flatten().is_none();
        if !(done && taken) {
            self.say(clipboard::REFUSED.to_owned());
        }
        done && taken
    }

    /// Whether two states are compared, where nothing is changed; then that is said.
    fn only_looks(self) -> bool {
        let looks = self.map_state.comparing.get_untracked();
        if looks {
            self.say(LOOKING.to_owned());
        }
        looks
    }

    fn say(self, sentence: String) {
        self.editor.message.set(Some(sentence));
    }

    /// Puts what is asked for or selected on the clipboard; answers what that is.
    fn copy(self, event: &web_sys::ClipboardEvent) -> Option<Part> {
        let part = match self.asked.try_update_value(Option::take).flatten() {
            Some(part) => part,
            None if is_elsewhere(event) || has_selected_text() => return None,
            None => self.map_state.selection.with_untracked(pasting::selected_part)?,
        };
        let data = event.clipboard_data()?;
        let whole = self.editor.peek(|document| pasting::clip(document, &part));
        // Anyone can read the clipboard. What is internal stays in this window, for pasting here.
        let clip = Clip { excerpt: whole.excerpt.clone().without_internal(), ..whole };
        let picture = self.picture(&clip.excerpt);
        let exact = clip::write(&clip);
        event.prevent_default();
        let written = [
            (clip::MEDIA_TYPE, exact.clone()),
            ("text/html", clip::html(&clip, picture.as_deref())),
            ("text/plain", clip::plain(&clip)),
        ]
        .into_iter()
        // An engine that does not take the first type still takes the others, and HTML holds all of it.
        .filter(|(kind, text)| data.set_data(kind, text).is_ok());
        if written.count() == 0 {
            return None;
        }
        let counted = clip::counted(&clip.excerpt);
        self.map_state.spoken.set(match picture {
            None if !clip.excerpt.steps().is_empty() => {
                format!("{counted} copied as a table, without a picture: it would be too large.")
            }
            _ => format!("{counted} copied."),
        });
        self.copied.set_value(Some((exact, whole)));
        Some(part)
    }

    /// The picture of the map of an excerpt that is shown, or else of its first.
    fn picture(self, excerpt: &Document) -> Option<String> {
        let (journey, _) = *excerpt.journeys_in_order().first()?;
        let shown = self.map_state.map.get_untracked().filter(|it| !excerpt.map_is_empty(*it));
        let map = shown.unwrap_or_else(|| excerpt.first_map_of(journey));
        let steps = excerpt.steps_of_map(map).len();
        if !(1..=PICTURE_LIMIT).contains(&steps) {
            return None;
        }
        let scene = self.fonts.with_value(|fonts| {
            let layout = map_layout(excerpt, map, fonts);
            let times = stage_times(excerpt, &layout, fonts);
            map_scene(&layout, &MapSceneOptions { times, ..MapSceneOptions::default() })
        });
        let journey = excerpt.get(map.journey).map_or("", |it| it.title.as_str());
        let words = format!("{journey}, {}, {}", state_words_within(map.state), clip::steps_counted(steps));
        Some(clip::picture_html(&pixels::address(&scene)?, &words))
    }

    /// Puts the map on the clipboard as a picture: what is shown of it, and what overlays say.
    fn copy_picture(self) {
        let Some(scene) = self.scene_shown() else { return };
        spawn_local(async move {
            match pixels::copy(&scene).await {
                Ok(()) => self.map_state.spoken.set("The map is copied as a picture.".to_owned()),
                Err(sentence) => self.say(sentence.to_owned()),
            }
        });
    }

    fn scene_shown(self) -> Option<Scene> {
        let layout = self.geometry.get_untracked()?;
        let times =
            self.editor.peek(|document| self.fonts.with_value(|fonts| stage_times(document, &layout, fonts)));
        let notes = (*self.map_state.notes.get_untracked()).clone();
        Some(map_scene(&layout, &MapSceneOptions { times, notes, ..MapSceneOptions::default() }))
    }

    fn remove(self, part: &Part) {
        let edit = match part {
            Part::Steps(ids) => Edit::RemoveSteps { ids: ids.iter().copied().collect() },
            Part::Stage(id) => Edit::RemoveStage { id: *id, steps_to: None },
            Part::Lane(id) => Edit::RemoveLane { id: *id, steps_to: None },
            Part::Journey(_) => return,
        };
        self.editor.commit(edit);
    }

    fn paste(self, event: &web_sys::ClipboardEvent) {
        let Some(data) = event.clipboard_data().filter(|_| !is_elsewhere(event)) else { return };
        let read = |kind: &str| data.get_data(kind).ok().filter(|it| !it.is_empty());
        event.prevent_default();
        if self.only_looks() {
            return;
        }
        let exact =
            read(clip::MEDIA_TYPE).or_else(|| read("text/html").and_then(|it| clip::inside_html(&it)));
        if let Some(text) = exact {
            let own =
                self.copied.with_value(|it| it.as_ref().filter(|it| it.0 == text).map(|it| it.1.clone()));
            match own.map_or_else(|| clip::read(&text), Ok) {
                Ok(clip) => self.take(clip),
                Err(error) => self.say(format!("Nothing was pasted. {error}")),
            }
            return;
        }
        match read("text/plain").as_deref() {
            Some(text) => self.look_at("Nothing was pasted.", text),
            None => self.say("There is no text on the clipboard to paste.".to_owned()),
        }
    }

    /// Asks for a file with a table, whose rows are looked at.
    fn read_file(self) {
        spawn_local(async move {
            match shell::pick_table().await {
                // The map may have been left meanwhile.
                Ok(_) if self.rows.is_disposed() => {}
                Ok(table) => self.look_at("Nothing was added.", &table.text),
                Err(error) if error.code == ErrorCode::Cancelled => {}
                Err(error) => self.say(error.message),
            }
        });
    }

    /// Shows what would become of rows, or says what is wrong with them.
    fn look_at(self, otherwise: &str, text: &str) {
        match rows::grid(text) {
            Ok(grid) if self.map_state.map.get_untracked().is_some() => self.rows.set(Some(grid)),
            Ok(_) => self.say("Add a journey first.".to_owned()),
            Err(error) => self.say(format!("{otherwise} {error}")),
        }
    }

    fn take(self, clip: Clip) {
        let (selection, map) = (self.map_state.selection.get_untracked(), self.map_state.map.get_untracked());
        match self.editor.peek(|document| pasting::paste(document, clip, &selection, map)) {
            Some(edit) => pasting::make(edit, self.editor, self.map_state),
            None => self.say("Add a journey first.".to_owned()),
        }
    }
}

/// Whether the event is for something else than the map: a field, or a dialog over it.
fn is_elsewhere(event: &web_sys::ClipboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let in_field = target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    in_field || document().query_selector("[role=dialog]").ok().flatten().is_some()
}

/// Whether words of the page are marked, which are then what is copied.
fn has_selected_text() -> bool {
    let selection = web_sys::window().and_then(|it| it.get_selection().ok().flatten());
    selection.is_some_and(|it| !it.is_collapsed())
}
