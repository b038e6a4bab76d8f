//! Finding words in the open workshop, and where what was found lies.

use leptos::prelude::*;
use opmap_analysis::{Haystack, Hit};
use opmap_model::{Document, Keyword, Lane, LaneId, MapKey, RecordId, Stage, StageId, StepId};

use crate::editor::editor;

/// The words of the open workshop; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Finder {
    haystack: StoredValue<Haystack>,
    /// Read before a search: takes in what has changed since the last one, and nothing while no one searches.
    taken_in: Memo<()>,
}

impl Finder {
    pub(crate) fn new() -> Self {
        let editor = editor();
        let haystack = StoredValue::new(Haystack::default());
        let take_in = move |_: Option<&()>| {
            editor.read(|document| haystack.update_value(|it| it.take_in(document)));
        };
        Self { haystack, taken_in: Memo::new_with_compare(take_in, |_, _| true) }
    }

    /// What `look` makes of the hits for a query, tracked: those of the map `first` come first.
    pub(crate) fn find<T>(self, query: &str, first: Option<MapKey>, look: impl FnOnce(&[&Hit]) -> T) -> T {
        self.taken_in.get();
        self.haystack.with_value(|it| look(&it.find(query, first)))
    }
}

/// Where a record lies, from the journey inwards; the journey is named only where there are several.
pub(crate) fn place_words(document: &Document, record: RecordId) -> String {
    let stage = |id: StageId| document.get(id).map(|it| it.title.to_string());
    let lane = |id: LaneId| document.get(id).map(|it| it.title.to_string());
    let (map, inner) = match record {
        RecordId::Step(id) => {
            let Some(step) = document.get(id) else { return String::new() };
            (document.map_of_step(id), vec![stage(step.stage), lane(step.lane)])
        }
        RecordId::Connector(id) => {
            let Some(it) = document.get(id) else { return String::new() };
            let title = |id: StepId| document.get(id).map_or("", |it| it.title.as_str());
            (document.map_of_step(it.from), vec![Some(format!("{} → {}", title(it.from), title(it.to)))])
        }
        RecordId::Stage(id) => (document.get(id).map(Stage::map), vec![Some("Stage".to_owned())]),
        RecordId::Lane(id) => (document.get(id).map(Lane::map), vec![Some("Lane".to_owned())]),
        RecordId::Concern(id) => {
            return document.get(id).map(|it| it.kind.label().to_lowercase()).unwrap_or_default();
        }
        other => return other.table().label().to_owned(),
    };
    let outer = map.map(|map| map_words(document, map));
    outer.into_iter().chain(inner.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
}

/// A map in words: its state, behind its journey where there are several.
fn map_words(document: &Document, map: MapKey) -> String {
    let journey = document.get(map.journey).filter(|_| document.journeys().len() > 1);
    match journey {
        Some(journey) => format!("{}, {}", journey.title, map.state.label().to_lowercase()),
        None => map.state.label().to_owned(),
    }
}
