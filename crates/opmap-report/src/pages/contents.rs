//! The table of contents: every chapter with its message and its page, and below it the names of its sections.

use opmap_drawing::{Rect, TextRole, Tone};

use super::composer::{Composer, MentionForm, Place};
use super::grid::{BODY, BODY_STRONG, SMALL, Style, mm};
use crate::outline::{Outline, Section};
use crate::{Part, PartKind};

/// Room for the number of a page.
const NUMBER_ROOM: f32 = mm(14.0);
/// Room above and below an entry.
const PADDING: f32 = mm(0.35);
/// Distance between two sections in one line.
const BETWEEN: f32 = mm(3.5);
const NUMBER: Style = Style { tone: Tone::Accent, ..BODY_STRONG };
const SMALL_NUMBER: Style = Style { tone: Tone::Accent, ..SMALL };

/// Sets the contents below their title. Every entry is a link.
pub(super) fn set(composer: &mut Composer<'_>, outline: &Outline) {
    let mut items = Vec::new();
    for chapter in outline.sections.chunk_by(|_, next| next.level > 1) {
        if let [first, sections @ ..] = chapter
            && !first.is_contents()
        {
            let entry = Entry::new(composer, first, sections);
            if composer.room() < entry.height() {
                end_list(composer, &mut items);
                composer.continue_section();
            }
            entry.set(composer, first, &mut items);
        }
    }
    end_list(composer, &mut items);
}

fn end_list(composer: &mut Composer<'_>, items: &mut Vec<Part>) {
    let items = std::mem::take(items);
    if !items.is_empty() {
        composer.page().parts.push(Part::of(PartKind::List, items));
    }
}

/// A chapter broken into lines.
struct Entry<'s> {
    name: Vec<String>,
    message_x: f32,
    message: Vec<String>,
    /// The sections of the chapter, those that stand in one line together.
    lines: Vec<Vec<Below<'s>>>,
}

/// A section of a chapter.
struct Below<'s> {
    section: &'s Section,
    /// Its name, cut where it is wider than a line.
    name: String,
    x: f32,
    width: f32,
}

impl<'s> Entry<'s> {
    fn new(composer: &Composer<'_>, chapter: &Section, sections: &'s [Section]) -> Self {
        let grid = composer.grid;
        let message_x = grid.left + grid.columns(3) + mm(4.0);
        let room = grid.right - NUMBER_ROOM - message_x;
        Self {
            name: composer.wrap(BODY_STRONG, &chapter.name, grid.columns(3)),
            message_x,
            message: composer.wrap(BODY, &chapter.title, room),
            lines: lines(composer, sections, (message_x, room)),
        }
    }

    fn height(&self) -> f32 {
        let lines = self.name.len().max(self.message.len());
        let told = std::iter::repeat_n(BODY.leading, lines).sum::<f32>();
        told + self.lines.iter().map(|_| SMALL.leading).sum::<f32>() + 2.0 * PADDING
    }

    fn set(&self, composer: &mut Composer<'_>, chapter: &Section, items: &mut Vec<Part>) {
        let grid = composer.grid;
        let start = composer.next_mark();
        let (above, top) = (composer.y, composer.y + PADDING);
        let columns = [(grid.left, BODY_STRONG, &self.name), (self.message_x, BODY, &self.message)];
        let mut bottom = top;
        for (x, style, lines) in columns {
            composer.y = top;
            for line in lines {
                composer.set_line(x, style, TextRole::Body, line);
            }
            bottom = bottom.max(composer.y);
        }
        let form = MentionForm { before: "", place: Place::EndingAt(grid.right) };
        composer.set_mention(form, top, NUMBER, TextRole::Body, &chapter.anchor);
        let area = Rect::new(grid.left, above, grid.content_width(), bottom - above);
        composer.link(area, &chapter.anchor, &format!("{}: {}", chapter.name, chapter.title));
        items.push(Part::new(PartKind::Item, start..composer.next_mark()));
        for line in &self.lines {
            items.extend(line.iter().map(|it| it.set(composer, bottom)));
            bottom += SMALL.leading;
        }
        composer.y = bottom + PADDING;
        composer.rule(grid.left, grid.right, composer.y, Tone::Line2, 0.5);
    }
}

impl Below<'_> {
    fn set(&self, composer: &mut Composer<'_>, top: f32) -> Part {
        let start = composer.next_mark();
        composer.set_text(self.x, top, SMALL, TextRole::Body, &self.name);
        let x = self.x + composer.width(SMALL, &format!("{}  ", self.name));
        let form = MentionForm { before: "", place: Place::From(x) };
        composer.set_mention(form, top, SMALL_NUMBER, TextRole::Body, &self.section.anchor);
        let area = Rect::new(self.x, top, self.width, SMALL.leading);
        composer.link(area, &self.section.anchor, &format!("{}: {}", self.section.name, self.section.title));
        Part::new(PartKind::Item, start..composer.next_mark())
    }
}

/// Sections side by side, in as many lines as they need.
fn lines<'s>(
    composer: &Composer<'_>,
    sections: &'s [Section],
    (left, room): (f32, f32),
) -> Vec<Vec<Below<'s>>> {
    let number = composer.mention_width(SMALL, "  ");
    let mut lines: Vec<Vec<Below<'s>>> = Vec::new();
    let mut x = left;
    for section in sections {
        let name = composer.shortened(SMALL, &section.name, room - number);
        let width = composer.width(SMALL, &name) + number;
        if x + width > left + room || lines.is_empty() {
            lines.push(Vec::new());
            x = left;
        }
        if let Some(line) = lines.last_mut() {
            line.push(Below { section, name, x, width });
        }
        x += width + BETWEEN;
    }
    lines
}
