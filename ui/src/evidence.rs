//! Evidence wherever it is shown: how well it is known, what it is about, and what there is about a record.

mod about;
mod grade;
mod links;

pub(crate) use about::{EvidenceAbout, EvidenceSection};
pub(crate) use grade::Grade;
pub(crate) use links::{LinkOf, Links, all_linked, link_rows, link_words};
