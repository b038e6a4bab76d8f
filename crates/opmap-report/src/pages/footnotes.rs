//! Remarks at the foot of the page: a short rule, and below it each with its number.

use opmap_drawing::{Rect, TextRole, Tone};

use super::composer::Composer;
use super::grid::{CODE, Grid, SMALL, mm};
use crate::{Anchor, Part, PartKind};

/// Length of the rule, and its distance from what is above and below it.
const RULE: (f32, f32, f32) = (mm(20.0), mm(3.0), mm(1.5));
/// Room for a number.
const NUMBER: f32 = 9.0;

/// A remark on the page that is being set.
pub(super) struct Footnote {
    lines: Vec<String>,
    /// How much of the page it takes.
    height: f32,
}

impl Footnote {
    /// The remark as it would stand on the last page.
    pub(super) fn new(composer: &Composer<'_>, words: &str) -> Self {
        let lines = composer.wrap(SMALL, words, composer.grid.reading_width() - NUMBER);
        let height = lines.iter().map(|_| SMALL.leading).sum::<f32>();
        let rule = if composer.footnotes.is_empty() { RULE.1 + RULE.2 } else { 0.0 };
        Self { lines, height: height + rule }
    }

    pub(super) fn height(&self) -> f32 {
        self.height
    }
}

impl Composer<'_> {
    /// Keeps room for a remark at the foot of the last page, and sets its number at a place, which leads there.
    pub(super) fn add_footnote(&mut self, note: Footnote, (x, top): (f32, f32), role: TextRole) {
        self.grid.bottom -= note.height;
        self.footnotes.push(note);
        let number = self.footnotes.len();
        self.set_text(x, top, CODE, role, &number.to_string());
        let (to, from) = names(self.pages.len(), number);
        self.page().anchors.push(Anchor { name: from, y: top });
        let area = Rect::new(x, top, self.width(CODE, &number.to_string()), CODE.leading);
        self.link(area, &to, "The remark at the foot of the page");
    }

    /// Takes the last remarks off the page, until so many are left.
    pub(super) fn keep_footnotes(&mut self, count: usize) {
        for note in self.footnotes.drain(count..) {
            self.grid.bottom += note.height;
        }
    }

    /// Sets the remarks of the last page, which is done with that.
    pub(super) fn set_footnotes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let (length, above, below) = RULE;
        self.y = self.grid.bottom + above;
        self.rule(self.grid.left, self.grid.left + length, self.y, Tone::LineMark, 0.5);
        self.y += below;
        for (note, number) in std::mem::take(&mut self.footnotes).into_iter().zip(1..) {
            self.set_footnote(&note, number);
        }
        let scene = &self.page().scene;
        self.grid = Grid::sized(scene.width, scene.height);
    }

    fn set_footnote(&mut self, note: &Footnote, number: usize) {
        let (to, from) = names(self.pages.len(), number);
        let (left, top) = (self.grid.left, self.y);
        self.page().anchors.push(Anchor { name: to, y: top });
        let start = self.next_mark();
        self.set_text(left, top, CODE, TextRole::Body, &number.to_string());
        self.link(Rect::new(left, top, NUMBER, CODE.leading), &from, "Back to what the remark is about");
        let label = Part::new(PartKind::Label, start..self.next_mark());
        let start = self.next_mark();
        for line in &note.lines {
            self.set_line(left + NUMBER, SMALL, TextRole::Body, line);
        }
        let words = Part::new(PartKind::Paragraph, start..self.next_mark());
        self.page().parts.push(Part::of(PartKind::Footnote, vec![label, words]));
    }
}

/// The names of the place of a remark and of the place from which it is referred to, on the page of that number.
fn names(page: usize, number: usize) -> (String, String) {
    (format!("footnote {page} {number}"), format!("footnote {page} {number} from"))
}
