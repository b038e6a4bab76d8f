//! Large numbers side by side.

use opmap_drawing::{Rect, TextRole, Tone};

use super::composer::{Composer, MentionForm, Place};
use super::grid::{BODY, CODE, FIGURE, mm};
use crate::PartKind;
use crate::outline::Figure;

/// How many stand side by side.
const ACROSS: usize = 4;
/// Distance between two figures.
const GAP: f32 = mm(4.0);
/// Room between the line above a figure and its number.
const PADDING: f32 = mm(2.0);
/// Distance to what follows.
const BELOW: f32 = mm(6.0);

/// Sets figures in rows of four, each a number below a line of ink with its words below.
pub(super) fn set(composer: &mut Composer<'_>, figures: &[Figure]) {
    let figures: Vec<(&Figure, Option<&str>)> = figures.iter().map(|it| (it, None)).collect();
    figures.chunks(ACROSS).for_each(|row| set_row(composer, row));
}

/// The same, each with the page on which it is told in full.
pub(super) fn set_with_pages(composer: &mut Composer<'_>, figures: &[(Figure, String)]) {
    let figures: Vec<_> = figures.iter().map(|(it, anchor)| (it, Some(anchor.as_str()))).collect();
    figures.chunks(ACROSS).for_each(|row| set_row(composer, row));
}

fn set_row(composer: &mut Composer<'_>, row: &[(&Figure, Option<&str>)]) {
    let width = composer.grid.columns(3);
    let words: Vec<Vec<String>> = row.iter().map(|(it, _)| composer.wrap(BODY, &it.words, width)).collect();
    let height = |lines: &Vec<String>| lines.iter().map(|_| BODY.leading).sum();
    let words_height = words.iter().map(height).fold(0.0, f32::max);
    let pages_height = if row.iter().any(|it| it.1.is_some()) { CODE.leading } else { 0.0 };
    let whole = PADDING + FIGURE.leading + words_height + pages_height;
    composer.ensure(whole);
    let top = composer.y;
    let mut x = composer.grid.left;
    for ((figure, page_of), lines) in row.iter().zip(&words) {
        composer.rule(x, x + width, top, Tone::Ink, 1.5);
        let start = composer.next_mark();
        composer.y = top + PADDING;
        let value = composer.shortened(FIGURE, &figure.value, width);
        composer.set_line(x, FIGURE, TextRole::Body, &value);
        for line in lines {
            composer.set_line(x, BODY, TextRole::Body, line);
        }
        if let Some(anchor) = page_of {
            let form = MentionForm { before: "page ", place: Place::From(x) };
            composer.set_mention(form, composer.y, CODE, TextRole::Body, anchor);
            let area = Rect::new(x, composer.y, width, CODE.leading);
            composer.link(area, anchor, "Shows where this is told in full");
        }
        composer.end_part(PartKind::Paragraph, start);
        x += width + GAP;
    }
    composer.y = top + whole + BELOW;
}
