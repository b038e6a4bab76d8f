//! The role that is chosen in the register, which other stations lead to.

use leptos::prelude::*;
use opmap_model::RoleId;

use super::register::row_id;
use crate::field::focus_later;

/// The role that is chosen in the register; copies are handles to the same.
#[derive(Clone, Copy, Default)]
pub(crate) struct ChosenRole(pub(crate) RwSignal<Option<RoleId>>);

impl ChosenRole {
    pub(crate) fn choose(self, id: RoleId) {
        self.0.set(Some(id));
    }

    /// Gives its row the keyboard.
    pub(crate) fn focus(self) {
        if let Some(id) = self.0.get_untracked() {
            focus_later(&row_id(id));
        }
    }
}
