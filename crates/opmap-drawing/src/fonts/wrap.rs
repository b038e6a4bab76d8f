//! Breaking text into lines.

use unicode_segmentation::UnicodeSegmentation;

use super::{Fonts, shaper::Shaper};
use crate::Face;

impl Fonts {
    /// Breaks `text` into lines that are at most `max_width` wide, in the unit of `size`.
    ///
    /// Lines break at spaces and at line breaks of the text; runs of spaces become one. No-break and thin
    /// spaces hold (`53 h` stays together). A word wider than a line is broken after a hyphen or slash, else
    /// between characters as a reader sees them; one such character is never broken, even if it is wider
    /// than the line. Apart from spaces no character is lost. Empty text is one empty line.
    #[must_use]
    pub fn wrap(&self, face: Face, size: f32, text: &str, max_width: f32) -> Vec<String> {
        let shaper = self.shaper(face);
        let fits = |units: i64| shaper.scaled(size, units) <= max_width;
        // Most texts of a table need one line.
        if is_plain(text) && fits(shaper.units(text)) {
            return vec![text.to_owned()];
        }
        let space = shaper.units(" ");
        let mut lines = Vec::new();
        for paragraph in text.trim_end_matches(breaks).split('\n') {
            let mut line = String::new();
            let mut line_units = 0;
            for word in paragraph.split(breaks).filter(|word| !word.is_empty()) {
                let units = shaper.units(word);
                if !line.is_empty() && fits(line_units + space + units) {
                    line.push(' ');
                    line.push_str(word);
                    line_units += space + units;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                let mut rest = word;
                if !fits(units) {
                    let mut length = fitting_start(shaper, rest, fits);
                    while length < rest.len() {
                        lines.push(rest[..length].to_owned());
                        rest = &rest[length..];
                        length = fitting_start(shaper, rest, fits);
                    }
                }
                line_units = shaper.units(rest);
                line.push_str(rest);
            }
            lines.push(line);
        }
        lines
    }
}

/// Whether a line may break at this space. The thin space holds, since it stands between a number and its unit.
fn breaks(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// Whether the text is words with a single space between two of them.
fn is_plain(text: &str) -> bool {
    text.split(' ').all(|word| !word.is_empty() && !word.contains(breaks))
}

/// How many bytes of `word` fit in a line, at least one character as a reader sees it.
fn fitting_start(shaper: &Shaper, word: &str, fits: impl Fn(i64) -> bool) -> usize {
    let mut characters = word.grapheme_indices(true).map(|(at, character)| at + character.len());
    let mut ends: Vec<usize> = characters.next().into_iter().collect();
    let (mut fitting, mut failing) = (1, usize::MAX);
    // Doubling the start until it no longer fits keeps the cost of a very long word in step with its length.
    while failing == usize::MAX {
        let known = ends.len();
        ends.extend(characters.by_ref().take(known));
        match ends.last() {
            Some(end) if ends.len() > known => {
                if fits(shaper.units(&word[..*end])) {
                    fitting = ends.len();
                } else {
                    failing = ends.len();
                }
            }
            _ => return word.len(),
        }
    }
    while fitting + 1 < failing {
        let middle = fitting.midpoint(failing);
        if fits(shaper.units(&word[..ends[middle - 1]])) { fitting = middle } else { failing = middle }
    }
    let whole = ends[fitting - 1];
    let hyphen = word[..whole].rmatch_indices(['-', '–', '/', '\\', '_']).next();
    match hyphen.map(|(at, hyphen)| (at, at + hyphen.len())) {
        Some((1.., end)) if fits(shaper.units(&word[..end])) => end,
        _ => whole,
    }
}
