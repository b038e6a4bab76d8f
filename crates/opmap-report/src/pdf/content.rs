//! The marks of a page as the content that a viewer draws.

use std::borrow::Cow;
use std::collections::BTreeSet;

use opmap_drawing::{
    Colours, Face, ImageMark, Mark, PathMark, Point, RectMark, Segment, Stroke, TextMark, Tone,
};

use super::faces::UsedFaces;
use super::images::Images;
use super::operators::Operators;
use super::shapes::{self, place};
use super::structure::{Kid, Slot, Tree};
use super::{number, text};
use crate::Page;

/// What was written for a page.
pub(super) struct PageContent {
    /// The operators that draw it.
    pub(super) stream: Vec<u8>,
    /// The element of each marked stretch, by its number.
    pub(super) elements: Vec<usize>,
    /// Characters for which a box was drawn.
    pub(super) missing: BTreeSet<char>,
}

impl PageContent {
    /// Draws the marks, each in the place of the tree that `slots` says.
    pub(super) fn write(
        number: usize,
        page: &Page,
        slots: &[Slot],
        tree: &mut Tree,
        (colours, faces, images): (&Colours, &mut UsedFaces<'_>, &mut Images),
    ) -> Self {
        let mut writer = Writer {
            height: page.scene.height,
            number,
            colours,
            faces,
            images,
            to: Operators::default(),
            pen: Pen::default(),
            missing: BTreeSet::new(),
        };
        // SVG, and so the screen, cuts sharp corners sooner than a PDF does unless told.
        writer.to.put([4.0], "M");
        let mut elements = Vec::new();
        let mut open: Option<Slot> = None;
        for (index, (mark, slot)) in page.scene.marks.iter().zip(slots).enumerate() {
            if open != Some(*slot) {
                if open.is_some() {
                    writer.to.word("EMC");
                }
                match slot {
                    None => writer.to.word("/Artifact BMC"),
                    Some(place) => {
                        let element = tree.element_at(number, *place);
                        let stretch = elements.len();
                        elements.push(element);
                        tree.elements[element].kids.push(Kid::Content(stretch));
                        writer.to.word(&format!("/{}<</MCID {stretch}>>BDC", tree.elements[element].tag));
                    }
                }
                open = Some(*slot);
            }
            match mark {
                Mark::Rect(mark) => writer.rect(mark),
                Mark::Path(mark) => writer.path(mark),
                Mark::Image(mark) => writer.image(mark),
                Mark::Text(mark) => {
                    let rest = page.scene.marks[index + 1..].iter().zip(&slots[index + 1..]);
                    let next = rest.into_iter().find(|(mark, _)| matches!(mark, Mark::Text(_)));
                    writer.text(mark, slot.is_some() && next.is_some_and(|(_, next)| next == slot));
                }
            }
        }
        if open.is_some() {
            writer.to.word("EMC");
        }
        Self { stream: writer.to.into_bytes(), elements, missing: writer.missing }
    }
}

/// Draws on one page.
struct Writer<'w, 'f> {
    number: usize,
    height: f32,
    images: &'w mut Images,
    colours: &'w Colours,
    faces: &'w mut UsedFaces<'f>,
    to: Operators,
    pen: Pen,
    missing: BTreeSet<char>,
}

/// What the page is set to, so that nothing is set twice.
#[derive(Default)]
struct Pen {
    fill: Option<Tone>,
    line: Option<Tone>,
    width: Option<f32>,
    dash: Option<(f32, f32)>,
    font: Option<(Face, f32)>,
}

impl Writer<'_, '_> {
    fn rect(&mut self, mark: &RectMark) {
        let stroke = drawn(mark.stroke);
        if mark.fill.is_some() || stroke.is_some() {
            self.set(mark.fill, stroke);
            shapes::rect(&mut self.to, mark.rect, mark.radius, self.height, paint(mark.fill, stroke));
        }
    }

    fn path(&mut self, mark: &PathMark) {
        let stroke = drawn(mark.stroke);
        let has_line = mark.segments.iter().any(|it| matches!(it, Segment::Line(_) | Segment::Curve(..)));
        if has_line && (mark.fill.is_some() || stroke.is_some()) {
            self.set(mark.fill, stroke);
            shapes::path(&mut self.to, &mark.segments, self.height, paint(mark.fill, stroke));
        }
    }

    /// Draws a picture; one that cannot be read is left out.
    fn image(&mut self, mark: &ImageMark) {
        let Some(name) = self.images.name(self.number, &mark.png) else { return };
        let rect = mark.rect;
        self.to.word("q");
        self.to.put([rect.width, 0.0, 0.0, rect.height, rect.x, self.height - rect.bottom()], "cm");
        self.to.word(&format!("/{name} Do"));
        self.to.word("Q");
    }

    fn set(&mut self, fill: Option<Tone>, stroke: Option<Stroke>) {
        if let Some(tone) = fill
            && self.pen.fill.replace(tone) != Some(tone)
        {
            self.to.put(colour(self.colours, tone), "rg");
        }
        let Some(stroke) = stroke else { return };
        if self.pen.line.replace(stroke.tone) != Some(stroke.tone) {
            self.to.put(colour(self.colours, stroke.tone), "RG");
        }
        let width = number(stroke.width);
        if self.pen.width.replace(width) != Some(width) {
            self.to.put([width], "w");
        }
        let dash = stroke.dash.map(|(on, off)| (number(on), number(off)));
        let dash = dash.filter(|(on, off)| *on >= 0.0 && *off > 0.0);
        if self.pen.dash != dash {
            self.pen.dash = dash;
            match dash {
                Some((on, off)) => {
                    self.to.part(b"[");
                    self.to.number(on);
                    self.to.part(b" ");
                    self.to.number(off);
                    self.to.word("]0 d");
                }
                None => self.to.word("[]0 d"),
            }
        }
    }

    /// Shows a line of text; with a space after it if it `goes_on`, so that the last word of a line and the
    /// first of the next are not read as one.
    fn text(&mut self, mark: &TextMark, goes_on: bool) {
        let size = number(mark.size);
        if size <= 0.0 {
            return;
        }
        let words = if goes_on { Cow::Owned(format!("{} ", mark.text)) } else { Cow::Borrowed(&*mark.text) };
        self.set(Some(mark.tone), None);
        self.to.word("BT");
        if self.pen.font.replace((mark.face, size)) != Some((mark.face, size)) {
            self.to.part(format!("/{} ", super::faces::tag(mark.face)).as_bytes());
            self.to.put([size], "Tf");
        }
        let (x, y) = (place(mark.at.x), place(self.height - mark.at.y));
        if mark.upwards {
            self.to.put([0.0, 1.0, -1.0, 0.0, x, y], "Tm");
        } else {
            self.to.put([x, y], "Td");
        }
        let missing = text::show(&mut self.to, self.faces, mark.face, size, &words);
        self.to.word("ET");
        self.missing.extend(missing.characters);
        for (from, to) in missing.boxes {
            self.missing_box(mark, from, to);
        }
    }

    /// Draws the box that stands for a character that no font has.
    fn missing_box(&mut self, mark: &TextMark, from: f32, to: f32) {
        let margin = mark.size * 0.08;
        let cap = self.faces.fonts().cap_height(mark.face, mark.size);
        let along = from + margin;
        let at = if mark.upwards {
            Point::new(mark.at.x, mark.at.y - along)
        } else {
            Point::new(mark.at.x + along, mark.at.y)
        };
        let glyph = TextMark { at, ..mark.clone() };
        let rect = glyph.covered((to - from - 2.0 * margin).max(margin), cap, 0.0);
        let stroke = Some(Stroke::solid(mark.tone, mark.size * 0.06));
        self.rect(&RectMark { rect, radius: 0.0, fill: None, stroke });
    }
}

/// The operator that paints what was drawn.
fn paint(fill: Option<Tone>, stroke: Option<Stroke>) -> &'static str {
    match (fill, stroke) {
        (Some(_), Some(_)) => "B",
        (Some(_), None) => "f",
        (None, Some(_)) => "S",
        (None, None) => "n",
    }
}

/// The stroke, if there is anything of it to be seen.
fn drawn(stroke: Option<Stroke>) -> Option<Stroke> {
    stroke.filter(|stroke| stroke.width > 0.0)
}

fn colour(colours: &Colours, tone: Tone) -> [f32; 3] {
    colours.rgb(tone).map(|part| f32::from(part) / 255.0)
}
