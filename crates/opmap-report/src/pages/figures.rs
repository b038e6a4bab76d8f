//! Large numbers side by side.

use opmap_drawing::{TextRole, Tone};

use super::composer::Composer;
use super::grid::{BODY, FIGURE, mm};
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
    let width = composer.grid.columns(3);
    for row in figures.chunks(ACROSS) {
        let words: Vec<Vec<String>> =
            row.iter().map(|figure| composer.wrap(BODY, &figure.words, width)).collect();
        let height = |lines: &Vec<String>| lines.iter().map(|_| BODY.leading).sum();
        let words_height = words.iter().map(height).fold(0.0, f32::max);
        composer.ensure(PADDING + FIGURE.leading + words_height);
        let top = composer.y;
        let mut x = composer.grid.left;
        for (figure, lines) in row.iter().zip(&words) {
            composer.rule(x, x + width, top, Tone::Ink, 1.5);
            let start = composer.next_mark();
            composer.y = top + PADDING;
            let value = composer.shortened(FIGURE, &figure.value, width);
            composer.set_line(x, FIGURE, TextRole::Body, &value);
            for line in lines {
                composer.set_line(x, BODY, TextRole::Body, line);
            }
            composer.end_part(PartKind::Paragraph, start);
            x += width + GAP;
        }
        composer.y = top + PADDING + FIGURE.leading + words_height + BELOW;
    }
}
