//! The outline on paper: pages of plain marks.

mod beside;
mod board;
mod codes;
mod composer;
mod contents;
mod cover;
mod draft;
mod figures;
mod footnotes;
mod frame;
mod grid;
mod letters;
mod loose;
mod map;
mod roadmap;
mod sentiment;
mod shifts;
mod sign;
mod summary;
mod table;

#[cfg(test)]
mod tests;

use opmap_drawing::Fonts;
use opmap_model::Document;

use crate::outline::{Block, Outline};
use crate::{Anchor, Page};
use composer::Composer;
use grid::{BELOW_HEADING, HEADING, SMALL, mm};

/// Distance from a remark to what follows.
const BELOW_NOTE: f32 = mm(1.5);

/// Sets the outline of `document` on pages, the cover first where there is one.
///
/// No text is cut or covered: what does not fit goes on to the next page. Equal input gives equal pages.
#[must_use]
pub fn pages(outline: &Outline, document: &Document, fonts: &Fonts) -> Vec<Page> {
    let mut composer = Composer::new(fonts, outline.paper, &outline.frame.look);
    if let Some(cover) = &outline.cover {
        cover::set(&mut composer, cover, document);
    }
    for (index, section) in outline.sections.iter().enumerate() {
        composer.begin(section, outline.flows(index));
        for block in &section.blocks {
            match block {
                Block::Heading(words) => composer.set_heading(words, section.level + 1, None),
                Block::NotedHeading { words, note } => {
                    composer.set_heading(words, section.level + 1, Some(note));
                }
                Block::Note(words) => {
                    composer.ensure(SMALL.leading);
                    let (left, width) = (composer.grid.left, composer.grid.reading_width());
                    composer.set_paragraph(left, width, SMALL, words);
                    composer.y += BELOW_NOTE;
                }
                Block::Place(anchor) => set_place(&mut composer, anchor),
                Block::Contents => contents::set(&mut composer, outline),
                Block::Summary(summary) => summary::set(&mut composer, summary),
                Block::Figures(figures) => figures::set(&mut composer, figures),
                Block::Table(table) => table::set(&mut composer, table),
                Block::Map(picture) => map::set(&mut composer, document, *picture),
                Block::MapKeys(pictures) => map::set_keys(&mut composer, document, outline, pictures),
                Block::Board { items, low, table } => board::set(&mut composer, items, *low, table),
                Block::Roadmap(it) => roadmap::set(&mut composer, it),
                Block::Shifts { axes, table } => shifts::set(&mut composer, axes, table),
                Block::ShiftGaps => shifts::set_gaps(&mut composer, document),
                Block::Sentiment(map) => sentiment::set(&mut composer, document, *map),
            }
        }
    }
    frame::finished(composer, outline)
}

/// A place is on the page on which a heading that follows stands.
fn set_place(composer: &mut Composer<'_>, anchor: &str) {
    composer.ensure(HEADING.leading + BELOW_HEADING);
    let y = composer.y;
    composer.page().anchors.push(Anchor { name: anchor.to_owned(), y });
}
