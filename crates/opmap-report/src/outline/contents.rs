//! The table of contents, as a section like any other: it has a title, a place and a page.

use super::{Block, Section, anchor};

/// The section that lists all others.
pub(super) fn section() -> Section {
    Section {
        level: 1,
        upright: false,
        anchor: anchor::CONTENTS.to_owned(),
        name: "Contents".to_owned(),
        about: None,
        title: "Contents".to_owned(),
        blocks: vec![Block::Contents],
    }
}
