//! The executive summary: large numbers, and below them four lists in two columns. It stays on its page.

use opmap_drawing::{Rect, TextRole, Tone};

use super::composer::Composer;
use super::grid::{BODY, CODE, HEADING, READING, READING_NAME, Style, mm};
use super::{codes, figures};
use crate::outline::{Point, Points, Reference, Summary, drop_least};
use crate::{Part, PartKind};

/// Distance between the two columns.
const BETWEEN: f32 = mm(8.0);
/// Distance from the situation to the figures.
const BELOW_SITUATION: f32 = mm(4.0);
/// Distance from a heading to its list.
const BELOW_HEADING: f32 = mm(1.5);
/// Distance from one point to the next.
const BELOW_POINT: f32 = mm(1.6);
/// Distance from a list to the heading below it.
const BELOW_LIST: f32 = mm(5.0);
/// The least room for labels.
const LEAST_LABEL: f32 = mm(7.0);
/// Distance from a label to the words.
const BESIDE_LABEL: f32 = mm(2.5);
const LABEL: Style = Style { tone: Tone::Accent, ..READING_NAME };
const OWNER: Style = Style { tone: Tone::Ink2, ..BODY };

/// Sets the summary on what is left of the page. Where that is too little, the least of the longer lists is left out and
/// counted; no sentence is cut.
pub(super) fn set(composer: &mut Composer<'_>, summary: &Summary) {
    let (left, width) = (composer.grid.left, composer.grid.columns(10));
    composer.set_paragraph(left, width, READING, &summary.situation);
    composer.y += BELOW_SITUATION;
    figures::set_with_pages(composer, &summary.figures);
    let width = (composer.grid.content_width() - BETWEEN) / 2.0;
    let top = composer.y;
    for (lists, x) in [(&summary.left, left), (&summary.right, left + width + BETWEEN)] {
        composer.y = top;
        set_column(composer, lists, (x, width));
    }
}

fn set_column(composer: &mut Composer<'_>, lists: &[Points; 2], place: (f32, f32)) {
    let [mut first, mut second] = lists.clone();
    while height(composer, &first, place) + BELOW_LIST + height(composer, &second, place) > composer.room() {
        if !drop_least(&mut [&mut first, &mut second]) {
            break;
        }
    }
    set_list(composer, &first, place);
    composer.y += BELOW_LIST;
    set_list(composer, &second, place);
}

/// A point broken into lines.
struct SetPoint<'p> {
    point: &'p Point,
    /// The left edge of the words.
    x: f32,
    words: Vec<String>,
    owner: Vec<String>,
    codes: Vec<&'p [Reference]>,
    /// Where the codes begin in the last line of words; none where they stand below it.
    beside: Option<f32>,
}

impl<'p> SetPoint<'p> {
    fn new(composer: &Composer<'_>, point: &'p Point, (x, width): (f32, f32), label: f32) -> Self {
        let (x, width) = (x + label, width - label);
        let words = composer.wrap(READING, &point.words, width);
        let owner = point.owner.as_ref().map(|it| composer.wrap(OWNER, it, width)).unwrap_or_default();
        let codes = codes::lines(composer, &point.codes, width);
        let end = words.last().map_or(0.0, |it| composer.width(READING, &format!("{it} ")));
        let beside = match codes.as_slice() {
            [only] if end + composer.width(CODE, &codes::joined(only)) <= width => Some(x + end),
            _ => None,
        };
        Self { point, x, words, owner, codes, beside }
    }

    fn height(&self) -> f32 {
        let lines = |count: usize, style: Style| std::iter::repeat_n(style.leading, count).sum::<f32>();
        let codes = if self.beside.is_some() { 0 } else { self.codes.len() };
        lines(self.words.len(), READING) + lines(self.owner.len(), OWNER) + lines(codes, CODE) + BELOW_POINT
    }

    fn set(&self, composer: &mut Composer<'_>, left: f32) -> Part {
        let start = composer.next_mark();
        if !self.point.label.is_empty() {
            let top = composer.y;
            composer.set_text(left, top, LABEL, TextRole::Body, &self.point.label);
            if let Some(anchor) = &self.point.anchor {
                let area = Rect::new(left, top, composer.width(LABEL, &self.point.label), LABEL.leading);
                composer.link(area, anchor, &format!("Shows {}", self.point.label));
            }
        }
        for line in &self.words {
            composer.set_line(self.x, READING, TextRole::Body, line);
        }
        if let (Some(x), Some(line)) = (self.beside, self.codes.first()) {
            let lower = composer.baseline(READING) - composer.baseline(CODE);
            codes::set(composer, (x, composer.y - READING.leading + lower), line, TextRole::Body);
        }
        for line in &self.owner {
            composer.set_line(self.x, OWNER, TextRole::Body, line);
        }
        for line in self.codes.iter().filter(|_| self.beside.is_none()) {
            codes::set(composer, (self.x, composer.y), line, TextRole::Body);
            composer.y += CODE.leading;
        }
        composer.y += BELOW_POINT;
        Part::new(PartKind::Item, start..composer.next_mark())
    }
}

/// Room for the labels of a list, with the distance to the words.
fn label_room(composer: &Composer<'_>, list: &Points) -> f32 {
    let widths = list.points.iter().map(|it| composer.width(LABEL, &it.label));
    widths.fold(LEAST_LABEL, f32::max) + BESIDE_LABEL
}

fn height(composer: &Composer<'_>, list: &Points, place: (f32, f32)) -> f32 {
    let label = label_room(composer, list);
    let points = list.points.iter().map(|it| SetPoint::new(composer, it, place, label).height());
    let rest = list.rest().map_or(0.0, |_| READING.leading);
    HEADING.leading + BELOW_HEADING + points.sum::<f32>() + rest
}

fn set_list(composer: &mut Composer<'_>, list: &Points, place: (f32, f32)) {
    let (left, label) = (place.0, label_room(composer, list));
    composer.set_line(left, HEADING, TextRole::Heading(2), list.heading);
    composer.y += BELOW_HEADING;
    let points: Vec<SetPoint<'_>> =
        list.points.iter().map(|it| SetPoint::new(composer, it, place, label)).collect();
    let items: Vec<Part> = points.iter().map(|it| it.set(composer, left)).collect();
    if !items.is_empty() {
        composer.page().parts.push(Part::of(PartKind::List, items));
    }
    if let Some(words) = list.rest() {
        let start = composer.next_mark();
        composer.set_text(left, composer.y, READING, TextRole::Body, &words);
        if let Some(all) = list.place_of_rest() {
            let x = left + composer.width(READING, &format!("{words} "));
            let lower = composer.baseline(READING) - composer.baseline(CODE);
            codes::set(composer, (x, composer.y + lower), std::slice::from_ref(all), TextRole::Body);
        }
        composer.end_part(PartKind::Paragraph, start);
        composer.y += READING.leading;
    }
}
