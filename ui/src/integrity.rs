//! The integrity panel beside every station: what the checks found, walked over and led to.

mod accepting;
mod list;
mod listed;
mod panel;
mod ring;
mod state;
mod walk;

pub(crate) use listed::is_of_letters;
pub(crate) use panel::IntegrityIfOpen;
pub(crate) use state::Integrity;
