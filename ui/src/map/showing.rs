//! What is shown over the map and below it: a way to look at it, no part of the document. Kept in step with the document
//! off the way of an edit to the screen.

use std::sync::Arc;

use leptos::prelude::*;
use opmap_analysis::Overlay;
use opmap_drawing::{Fonts, MapNotes, add_findings, difference_notes, overlay_notes};
use opmap_model::{Document, MapKey};

use super::state::MapState;
use crate::editor::Editor;
use crate::fonts::fonts;
use crate::frame::{CurrentAnalysis, Looked};

/// What is shown beside the map itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Showing {
    /// The signs of what the checks found.
    pub(crate) findings: bool,
    /// Who answers for steps, who does them, and who decides.
    pub(crate) roles: bool,
    /// What stands out, if anything does.
    pub(crate) overlay: Option<Overlay>,
    /// The curve of sentiments below the map.
    pub(crate) sentiments: bool,
}

impl Default for Showing {
    fn default() -> Self {
        Self { findings: true, roles: true, overlay: None, sentiments: true }
    }
}

impl Showing {
    /// Shows an overlay in place of another, or hides it when it is shown already; whether it is shown then.
    pub(crate) fn turn(&mut self, overlay: Overlay) -> bool {
        self.overlay = Some(overlay).filter(|it| self.overlay != Some(*it));
        self.overlay.is_some()
    }
}

/// Adds who does what to notes.
pub(super) type AddRoles = fn(&mut MapNotes, &Document, MapKey, &Fonts);

/// Keeps the notes of the map in step with what is shown, and with the document once a change is painted.
pub(super) fn keep_noted(editor: Editor, map_state: MapState, add_roles: AddRoles) {
    let (analysis, looked): (CurrentAnalysis, Looked) = (expect_context(), expect_context());
    let fonts = fonts();
    Effect::new(move |_| {
        looked.track();
        let (map, showing) = (map_state.map.get(), map_state.showing.get());
        let merged = map_state.compared.merged.get();
        let notes = fonts.with_value(|fonts| {
            if let Some(merged) = &merged {
                return difference_notes(merged, fonts);
            }
            let overlay = map.zip(showing.overlay);
            let mut notes = overlay.map_or_else(MapNotes::default, |(map, overlay)| {
                editor.peek(|document| overlay_notes(document, map, overlay, fonts))
            });
            if let Some(map) = map.filter(|_| showing.roles) {
                editor.peek(|document| add_roles(&mut notes, document, map, fonts));
            }
            if showing.findings {
                analysis.with_untracked(|it| add_findings(&mut notes, it, fonts));
            }
            notes
        });
        if map_state.notes.with_untracked(|it| **it != notes) {
            map_state.notes.set(Arc::new(notes));
        }
    });
}

#[cfg(test)]
mod tests {
    use opmap_analysis::Overlay;

    use super::Showing;

    #[test]
    fn one_overlay_takes_the_place_of_another_and_hides_when_it_is_chosen_again() {
        let mut showing = Showing::default();
        showing.turn(Overlay::Friction);
        showing.turn(Overlay::Handoffs);
        assert_eq!(showing.overlay, Some(Overlay::Handoffs));
        showing.turn(Overlay::Handoffs);
        assert_eq!(showing, Showing::default());
    }
}
