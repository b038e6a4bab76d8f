//! Codes that lead to the records that they stand for.

use opmap_drawing::{Rect, TextRole};

use super::composer::Composer;
use super::grid::CODE;
use crate::outline::Reference;

/// What stands between two codes.
const BETWEEN: &str = ", ";

/// The codes in lines of at most that width; a code that is wider has a line of its own.
pub(super) fn lines<'c>(composer: &Composer<'_>, codes: &'c [Reference], width: f32) -> Vec<&'c [Reference]> {
    let mut lines = Vec::new();
    let mut rest = codes;
    while !rest.is_empty() {
        let fits = |count: &usize| composer.width(CODE, &joined(&rest[..*count])) <= width;
        let count = (2..=rest.len()).take_while(fits).last().unwrap_or(1);
        let (line, behind) = rest.split_at(count);
        lines.push(line);
        rest = behind;
    }
    lines
}

/// The words of a line.
pub(super) fn joined(codes: &[Reference]) -> String {
    codes.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(BETWEEN)
}

/// Sets a line, each code as a run of text of its own, so that each is a link of its own.
pub(super) fn set(composer: &mut Composer<'_>, (x, top): (f32, f32), codes: &[Reference], role: TextRole) {
    let mut x = x;
    for (code, is_last) in codes.iter().zip((1..=codes.len()).map(|it| it == codes.len())) {
        let words = if is_last { code.words.clone() } else { code.words.clone() + BETWEEN };
        composer.set_text(x, top, CODE, role, words.trim_end());
        let area = Rect::new(x, top, composer.width(CODE, &code.words), CODE.leading);
        composer.link(area, &code.anchor, &format!("Shows {}", code.words));
        x += composer.width(CODE, &words);
    }
}
