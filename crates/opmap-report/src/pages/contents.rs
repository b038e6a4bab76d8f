//! The table of contents: every section with its message and its page.

use opmap_drawing::{Rect, TextRole, Tone};

use super::composer::{Composer, MentionForm, Place};
use super::grid::{BODY, BODY_STRONG, CELL_PADDING, Style, TITLE, mm};
use crate::outline::{Outline, Section};
use crate::{Part, PartKind};

/// Room for the number of a page.
const NUMBER_ROOM: f32 = mm(14.0);
/// How far sections of level 2 are set in.
const INDENT: f32 = mm(4.0);

/// Sets the contents on pages of their own. Every entry is a link.
pub(super) fn set(composer: &mut Composer<'_>, outline: &Outline) {
    composer.add_page(None);
    composer.mark_place("contents", "Contents", 1);
    composer.set_title("Contents", TITLE, TextRole::Heading(1));
    let mut items = Vec::new();
    for section in &outline.sections {
        let entry = Entry::new(composer, section);
        if composer.room() < entry.height() {
            end_list(composer, &mut items);
            composer.add_page(None);
        }
        items.push(entry.set(composer, section));
    }
    end_list(composer, &mut items);
}

fn end_list(composer: &mut Composer<'_>, items: &mut Vec<Part>) {
    let items = std::mem::take(items);
    if !items.is_empty() {
        composer.page().parts.push(Part::of(PartKind::List, items));
    }
}

/// An entry broken into lines.
struct Entry {
    name_style: Style,
    name_x: f32,
    name: Vec<String>,
    message_x: f32,
    message: Vec<String>,
}

impl Entry {
    fn new(composer: &Composer<'_>, section: &Section) -> Self {
        let grid = composer.grid;
        let indent = if section.level > 1 { INDENT } else { 0.0 };
        let name_style = if section.level > 1 { BODY } else { BODY_STRONG };
        let message_x = grid.left + grid.columns(4) + mm(4.0);
        let name_room = grid.columns(4) - indent;
        Self {
            name_style,
            name_x: grid.left + indent,
            name: composer.wrap(name_style, &section.name, name_room),
            message_x,
            message: composer.wrap(BODY, &section.title, grid.right - NUMBER_ROOM - message_x),
        }
    }

    fn height(&self) -> f32 {
        let lines = if self.name.len() > self.message.len() { &self.name } else { &self.message };
        lines.iter().map(|_| BODY.leading).sum::<f32>() + 2.0 * CELL_PADDING
    }

    fn set(&self, composer: &mut Composer<'_>, section: &Section) -> Part {
        let grid = composer.grid;
        let start = composer.next_mark();
        let (above, height) = (composer.y, self.height());
        let columns = [(self.name_x, self.name_style, &self.name), (self.message_x, BODY, &self.message)];
        for (x, style, lines) in columns {
            composer.y = above + CELL_PADDING;
            for line in lines {
                composer.set_line(x, style, TextRole::Body, line);
            }
        }
        let number = Style { tone: Tone::Accent, ..BODY_STRONG };
        let form = MentionForm { before: "", place: Place::EndingAt(grid.right) };
        composer.set_mention(form, above + CELL_PADDING, number, TextRole::Body, &section.anchor);
        let end = composer.next_mark();
        composer.rule(grid.left, grid.right, above + height, Tone::Line2, 0.5);
        let area = Rect::new(grid.left, above, grid.content_width(), height);
        composer.link(area, &section.anchor, &format!("{}: {}", section.name, section.title));
        composer.y = above + height;
        Part::new(PartKind::Item, start..end)
    }
}
