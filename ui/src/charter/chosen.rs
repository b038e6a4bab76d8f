//! The record that is chosen in a register, which other stations lead to.

use leptos::prelude::*;
use opmap_model::{ChannelId, ItSystemId, ParticipantId, PersonaId, RecordKey, RoleId};

use super::register::row_id;
use crate::field::focus_later;

/// The role that is chosen in the register.
pub(crate) type ChosenRole = InRegister<RoleId>;

/// The participant who is chosen in the register.
pub(crate) type ChosenParticipant = InRegister<ParticipantId>;

/// The persona that is chosen in the register.
pub(crate) type ChosenPersona = InRegister<PersonaId>;

/// The channel that is chosen in the catalogue.
pub(crate) type ChosenChannel = InRegister<ChannelId>;

/// The system that is chosen in the register.
pub(crate) type ChosenSystem = InRegister<ItSystemId>;

/// What is chosen in a register; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct InRegister<I: RecordKey + Send + Sync>(pub(crate) RwSignal<Option<I>>);

impl<I: RecordKey + Send + Sync> InRegister<I> {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    pub(crate) fn choose(self, id: I) {
        self.0.set(Some(id));
    }

    /// Gives its row the keyboard.
    pub(crate) fn focus(self) {
        if let Some(id) = self.0.get_untracked() {
            focus_later(&row_id(id));
        }
    }
}
