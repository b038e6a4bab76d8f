//! The marks of a page as drawing operators.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use opmap_drawing::{Colours, Mark, PathMark, RectMark, Stroke, TextMark, Tone};
use printpdf::{Color, DictItem, LineDashPattern, Op, PdfFontHandle, Point, Pt, Rgb};

use super::faces::UsedFaces;
use super::number;
use super::shapes;
use super::structure::{Kid, Slot, Tree};
use super::text::TextLine;
use crate::Page;

/// What was written for a page.
pub(super) struct PageContent {
    pub(super) ops: Vec<Op>,
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
        (colours, faces): (&Colours, &mut UsedFaces<'_>),
    ) -> Self {
        let mut writer = Writer {
            height: page.scene.height,
            colours,
            faces,
            // SVG, and so the screen, cuts sharp corners sooner than a PDF does unless told.
            ops: vec![Op::SetMiterLimit { limit: Pt(4.0) }],
            pen: Pen::default(),
            missing: BTreeSet::new(),
        };
        let mut elements = Vec::new();
        let mut open: Option<Slot> = None;
        for (index, (mark, slot)) in page.scene.marks.iter().zip(slots).enumerate() {
            if open != Some(*slot) {
                if open.is_some() {
                    writer.ops.push(Op::EndMarkedContent);
                }
                writer.ops.push(match slot {
                    None => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
                    Some(place) => {
                        let element = tree.element_at(number, *place);
                        let stretch = elements.len();
                        elements.push(element);
                        tree.elements[element].kids.push(Kid::Content(stretch));
                        let stretch = DictItem::Int(i64::try_from(stretch).unwrap_or_default());
                        tagged(tree.elements[element].tag, "MCID", stretch)
                    }
                });
                open = Some(*slot);
            }
            match mark {
                Mark::Rect(mark) => writer.rect(mark),
                Mark::Path(mark) => writer.path(mark),
                Mark::Text(mark) => {
                    let rest = page.scene.marks[index + 1..].iter().zip(&slots[index + 1..]);
                    let next = rest.into_iter().find(|(mark, _)| matches!(mark, Mark::Text(_)));
                    writer.text(mark, slot.is_some() && next.is_some_and(|(_, next)| next == slot));
                }
            }
        }
        if open.is_some() {
            writer.ops.push(Op::EndMarkedContent);
        }
        Self { ops: writer.ops, elements, missing: writer.missing }
    }
}

/// Begins a stretch of content with a property.
pub(super) fn tagged(tag: &str, key: &str, value: DictItem) -> Op {
    Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) },
    }
}

/// Draws on one page.
struct Writer<'w, 'f> {
    height: f32,
    colours: &'w Colours,
    faces: &'w mut UsedFaces<'f>,
    ops: Vec<Op>,
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
}

impl Writer<'_, '_> {
    fn rect(&mut self, mark: &RectMark) {
        let stroke = mark.stroke.filter(|stroke| stroke.width > 0.0);
        self.set(mark.fill, stroke);
        let (fill, stroke) = (mark.fill.is_some(), stroke.is_some());
        self.ops.extend(shapes::rect(mark.rect, mark.radius, fill, stroke, self.height));
    }

    fn path(&mut self, mark: &PathMark) {
        let stroke = mark.stroke.filter(|stroke| stroke.width > 0.0);
        self.set(mark.fill, stroke);
        let (fill, stroke) = (mark.fill.is_some(), stroke.is_some());
        self.ops.extend(shapes::path(&mark.segments, fill, stroke, self.height));
    }

    fn set(&mut self, fill: Option<Tone>, stroke: Option<Stroke>) {
        if let Some(tone) = fill
            && self.pen.fill.replace(tone) != Some(tone)
        {
            self.ops.push(Op::SetFillColor { col: colour(self.colours, tone) });
        }
        let Some(stroke) = stroke else { return };
        if self.pen.line.replace(stroke.tone) != Some(stroke.tone) {
            self.ops.push(Op::SetOutlineColor { col: colour(self.colours, stroke.tone) });
        }
        let width = number(stroke.width);
        if self.pen.width.replace(width) != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        }
        let dash = stroke.dash.map(|(on, off)| (number(on), number(off)));
        let dash = dash.filter(|(on, off)| *on >= 0.0 && *off > 0.0);
        if self.pen.dash != dash {
            self.pen.dash = dash;
            let dash = match dash {
                Some((on, off)) => LineDashPattern::new(0.0, &[on, off]),
                None => LineDashPattern::solid(),
            };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
    }

    /// Shows a line of text; with a space after it if it `goes_on`, so that the last word of a line and the
    /// first of the next are not read as one.
    fn text(&mut self, mark: &TextMark, goes_on: bool) {
        let size = number(mark.size);
        if size <= 0.0 {
            return;
        }
        let text = if goes_on { Cow::Owned(format!("{} ", mark.text)) } else { Cow::Borrowed(&*mark.text) };
        let line = TextLine::new(self.faces, mark.face, size, &text);
        let TextLine { ops, boxes, missing, .. } = line;
        self.set(Some(mark.tone), None);
        self.ops.push(Op::StartTextSection);
        let font = PdfFontHandle::External(super::faces::id(mark.face));
        self.ops.push(Op::SetFont { font, size: Pt(size) });
        let pos = Point { x: Pt(number(mark.at.x)), y: Pt(number(self.height - mark.at.y)) };
        self.ops.push(Op::SetTextCursor { pos });
        self.ops.extend(ops);
        self.ops.push(Op::EndTextSection);
        self.missing.extend(missing);
        for (from, to) in boxes {
            self.missing_box(mark, from, to);
        }
    }

    /// Draws the box that stands for a character that no font has.
    fn missing_box(&mut self, mark: &TextMark, from: f32, to: f32) {
        let margin = mark.size * 0.08;
        let cap = self.faces.fonts().cap_height(mark.face, mark.size);
        let rect = opmap_drawing::Rect::new(
            mark.at.x + from + margin,
            mark.at.y - cap,
            (to - from - 2.0 * margin).max(margin),
            cap,
        );
        self.set(None, Some(Stroke::solid(mark.tone, mark.size * 0.06)));
        self.ops.extend(shapes::rect(rect, 0.0, false, true, self.height));
    }
}

fn colour(colours: &Colours, tone: Tone) -> Color {
    let [r, g, b] = colours.rgb(tone).map(|part| number(f32::from(part) / 255.0));
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
