//! One font file and the words that were shaped with it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Feature, Script, ShapePlan, UnicodeBuffer};

use super::Glyph;

/// Enough for every word of a large workshop, small enough to forget about (a face that is used so much takes 20 MB).
const WORDS_KEPT: usize = 1 << 16;

/// Longer words, in bytes, are rare and not worth their memory.
const LONGEST_KEPT: usize = 64;

pub(super) struct Shaper {
    file: &'static [u8],
    font: rustybuzz::Face<'static>,
    features: [Feature; 5],
    memory: Mutex<Memory>,
}

/// What was worked out before. Nothing here can be seen from outside, so the order of the maps does not
/// matter.
#[derive(Default)]
struct Memory {
    words: HashMap<Box<str>, Arc<Word>, foldhash::fast::FixedState>,
    plans: Vec<(Script, ShapePlan)>,
    buffer: UnicodeBuffer,
}

/// A shaped word, in units of the font.
struct Word {
    advance: i64,
    glyphs: Vec<WordGlyph>,
}

struct WordGlyph {
    id: u16,
    advance: i32,
    x_offset: i32,
    y_offset: i32,
    source: Range<usize>,
}

impl Shaper {
    pub(super) fn parse(file: &'static [u8]) -> Option<Self> {
        let on = |tag| Feature::new(Tag::from_bytes(tag), 1, ..);
        let features = [on(b"cv05"), on(b"cv08"), on(b"ss03"), on(b"calt"), on(b"kern")];
        let font = rustybuzz::Face::from_slice(file, 0)?;
        Some(Self { file, font, features, memory: Mutex::default() })
    }

    pub(super) fn file(&self) -> &'static [u8] {
        self.file
    }

    pub(super) fn font(&self) -> &rustybuzz::Face<'static> {
        &self.font
    }

    /// Units of the font as a length at `size`. Widths are summed in units and converted once, so that a
    /// line is exactly as wide as it was found to be when it was wrapped.
    #[expect(clippy::cast_precision_loss, reason = "a line of 2^24 units would be a kilometre of text")]
    pub(super) fn scaled(&self, size: f32, units: i64) -> f32 {
        units as f32 * size / self.font.units_per_em() as f32
    }

    /// The width of a line of text in units of the font.
    pub(super) fn units(&self, text: &str) -> i64 {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        runs(text).map(|run| self.word(&mut memory, run.shaped).advance).sum()
    }

    pub(super) fn shape(&self, size: f32, text: &str) -> Vec<Glyph> {
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let mut glyphs = Vec::with_capacity(text.len());
        for run in runs(text) {
            let scaled = |units: i32| self.scaled(size, i64::from(units));
            glyphs.extend(self.word(&mut memory, run.shaped).glyphs.iter().map(|glyph| Glyph {
                id: glyph.id,
                advance: scaled(glyph.advance),
                x_offset: scaled(glyph.x_offset),
                y_offset: scaled(glyph.y_offset),
                source: run.start + glyph.source.start..run.start + glyph.source.end,
            }));
        }
        glyphs
    }

    fn word(&self, memory: &mut Memory, text: &str) -> Arc<Word> {
        if let Some(word) = memory.words.get(text) {
            return Arc::clone(word);
        }
        let word = Arc::new(self.shape_word(memory, text));
        if text.len() <= LONGEST_KEPT {
            if memory.words.len() >= WORDS_KEPT {
                memory.words.clear();
            }
            memory.words.insert(text.into(), Arc::clone(&word));
        }
        word
    }

    fn shape_word(&self, memory: &mut Memory, text: &str) -> Word {
        let mut buffer = std::mem::take(&mut memory.buffer);
        buffer.push_str(text);
        // The fonts have no script that runs from right to left; the boxes that stand for one stay in the
        // order of the text.
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let script = buffer.script();
        let known = memory.plans.iter().position(|(known, _)| *known == script).unwrap_or_else(|| {
            let plan = ShapePlan::new(&self.font, Direction::LeftToRight, Some(script), None, &self.features);
            memory.plans.push((script, plan));
            memory.plans.len() - 1
        });
        let shaped = rustybuzz::shape_with_plan(&self.font, &memory.plans[known].1, buffer);

        let infos = shaped.glyph_infos();
        let mut glyphs: Vec<WordGlyph> = Vec::with_capacity(infos.len());
        for (index, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
            let start = info.cluster as usize;
            let next = infos[index..].iter().map(|info| info.cluster as usize).find(|next| *next > start);
            glyphs.push(WordGlyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance,
                x_offset: position.x_offset,
                y_offset: position.y_offset,
                source: start..next.unwrap_or(text.len()),
            });
        }
        memory.buffer = shaped.clear();
        Word { advance: glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum(), glyphs }
    }
}

/// A stretch of text that is shaped by itself.
struct Run<'t> {
    /// Where it starts in the text, in bytes.
    start: usize,
    /// What is shaped for it.
    shaped: &'t str,
}

/// The words and the single spaces of a text. Every blank is shaped as the space it is drawn as, and control
/// characters are left out.
fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let ends_run = |c: char| c.is_whitespace() || c.is_control();
    let mut start = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[start..];
            let first = rest.chars().next()?;
            let at = start;
            if !ends_run(first) {
                let length = rest.find(ends_run).unwrap_or(rest.len());
                start += length;
                return Some(Run { start: at, shaped: &rest[..length] });
            }
            start += first.len_utf8();
            if !first.is_whitespace() {
                continue;
            }
            let blank = if first.is_control() { " " } else { &rest[..first.len_utf8()] };
            return Some(Run { start: at, shaped: blank });
        }
    })
}
