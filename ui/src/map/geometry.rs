//! The layout of the map that is shown, kept in step with the document.

use std::sync::Arc;

use leptos::prelude::*;
use opmap_drawing::{MapLayout, Rect, Unlike, folded_map_layout, map_layout};

use super::state::MapState;
use crate::editor::Editor;
use crate::fonts::fonts;

/// The layout of the map that is shown; none while there is no journey.
pub(crate) type Geometry = Memo<Option<Arc<MapLayout>>>;

/// The layout of the chosen map. After an edit it follows the change, another map is laid out anew. While nobody looks at it,
/// nothing is done.
pub(crate) fn keep_laid_out(editor: Editor, map_state: MapState) -> Geometry {
    let fonts = fonts();
    // Whether the layout is that of two states, which follows no change.
    let was_merged = StoredValue::new(false);
    // How far along the document was that the layout shows.
    let seen = StoredValue::new(0_u64);
    let lay_out = move |former: Option<Option<Arc<MapLayout>>>| {
        let former = former.flatten().filter(|_| !was_merged.get_value());
        let merged = map_state.compared.merged.get();
        was_merged.set_value(merged.is_some());
        if let Some(merged) = merged {
            map_state.outdated.set_value(Outdated::Everywhere);
            let layout = fonts.with_value(|fonts| map_layout(&merged.document, merged.map, fonts));
            return Some(Arc::new(layout));
        }
        let map = map_state.map.get()?;
        let changes = editor.changes_since(seen.get_value());
        let layout = map_state.folded.with(|folded| {
            editor.read_first(|document| {
                fonts.with_value(|fonts| match (former.filter(|it| it.map == map), changes) {
                    (Some(former), Some(changes)) => {
                        let former = Arc::unwrap_or_clone(former);
                        let (layout, unlike) = former.updated(document, &changes, folded, fonts);
                        map_state.outdated.update_value(|it| it.add(unlike));
                        layout
                    }
                    _ => {
                        map_state.outdated.set_value(Outdated::Everywhere);
                        folded_map_layout(document, map, folded, fonts)
                    }
                })
            })
        });
        seen.set_value(editor.applied());
        Some(Arc::new(layout))
    };
    // A new layout is told to everyone: comparing two would cost as much as drawing what is in view.
    Memo::new_owning(move |former| (measured("opmap:layout", || lay_out(former)), true))
}

/// Where the map has changed since it was painted.
pub(super) enum Outdated {
    Everywhere,
    /// Where it looks otherwise, and where only the numbers of steps are others.
    In {
        looks: Vec<Rect>,
        numbers: Vec<Rect>,
    },
}

impl Outdated {
    fn add(&mut self, unlike: Unlike) {
        if let Self::In { looks, numbers } = self {
            looks.extend(unlike.areas);
            numbers.extend(unlike.renumbered);
        }
    }

    /// What there is to paint anew; nothing is left.
    pub(super) fn take(&mut self) -> Self {
        std::mem::replace(self, Self::In { looks: Vec::new(), numbers: Vec::new() })
    }
}

/// Does `work` and leaves a measure of that name with the browser, for the benchmarks.
pub(super) fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = web_sys::window().and_then(|it| it.performance());
    let start = format!("{name}:start");
    // A measure that cannot be taken is not worth a word.
    let _ = performance.as_ref().map(|it| it.mark(&start));
    let result = work();
    let _ = performance.map(|it| it.measure_with_start_mark(name, &start));
    result
}
