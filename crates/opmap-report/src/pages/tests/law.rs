//! What holds for every page of every report: no text is cut or covered, no page is blank, no heading stands alone, no
//! link is dead.

use std::collections::BTreeSet;

use opmap_drawing::{Face, Fonts, Rect, TextMark, TextRole};

use super::texts;
use crate::pages::grid::{Grid, mm};
use crate::{LinkTarget, Page, Part};

/// What is wrong with the pages, one sentence each; at most some twenty of them.
pub(super) fn violations(pages: &[Page]) -> Vec<String> {
    let mut found = Vec::new();
    for (page, number) in pages.iter().zip(1_usize..) {
        let mut say = |what: String| found.push(format!("page {number}: {what}"));
        outside(page, &mut say);
        covered(page, &mut say);
        if number > 1 && !texts(page).any(|text| text.role != TextRole::Artifact) {
            say("is blank".to_owned());
        }
        if let Some(heading) = texts(page).filter(|it| it.role != TextRole::Artifact).last()
            && matches!(heading.role, TextRole::Heading(_))
        {
            say(format!("nothing stands below the heading {:?}", heading.text));
        }
        disorder(&page.parts, 0..page.scene.marks.len(), &mut say);
    }
    let anchors: Vec<&str> = pages.iter().flat_map(|page| &page.anchors).map(|it| it.name.as_str()).collect();
    let names: BTreeSet<&str> = anchors.iter().copied().collect();
    if names.len() < anchors.len() {
        found.push("an anchor stands twice".to_owned());
    }
    for link in pages.iter().flat_map(|page| &page.links) {
        match &link.target {
            LinkTarget::Anchor(anchor) if !names.contains(anchor.as_str()) => {
                found.push(format!("the link to {anchor} is dead"));
            }
            _ => {}
        }
    }
    found.truncate(20);
    found
}

/// Where the letters of a run of text are. The faces of titles keep much room for accents above its capitals, more
/// than its lines are apart.
fn ink(text: &TextMark) -> Rect {
    let fonts = Fonts::shipped();
    let width = fonts.width(text.face, text.size, &text.text);
    let (above, below) = match text.face {
        Face::Serif | Face::Display => (fonts.cap_height(text.face, text.size), text.size * 0.25),
        _ => (fonts.ascent(text.face, text.size), fonts.descent(text.face, text.size)),
    };
    text.covered(width, above, below)
}

fn outside(page: &Page, say: &mut impl FnMut(String)) {
    let grid = Grid::sized(page.scene.width, page.scene.height);
    // The picture on the cover begins where the white part ends.
    let is_cover = page.anchors.iter().any(|it| it.name == "cover");
    let right = if is_cover { grid.width * 0.431 } else { grid.right };
    let content = Rect::new(grid.left, grid.top, right - grid.left, grid.bottom - grid.top);
    let paper = Rect::new(grid.left, mm(5.0), right - grid.left, grid.height - mm(10.0));
    for text in texts(page) {
        let area = if text.role == TextRole::Artifact { paper } else { content };
        let (area, ink) = (area.grown(0.1), ink(text));
        let inside = ink.x >= area.x
            && ink.y >= area.y
            && ink.right() <= area.right()
            && ink.bottom() <= area.bottom();
        if !inside {
            say(format!("{:?} lies outside", text.text));
        }
    }
}

fn covered(page: &Page, say: &mut impl FnMut(String)) {
    let mut inks: Vec<(&TextMark, Rect)> = texts(page).map(|text| (text, ink(text).grown(-0.1))).collect();
    inks.retain(|(text, _)| !text.text.is_empty());
    inks.sort_by(|a, b| a.1.y.total_cmp(&b.1.y));
    for (index, (text, ink)) in inks.iter().enumerate() {
        let near = inks[index + 1..].iter().take_while(|(_, other)| other.y < ink.bottom());
        for (other, _) in near.filter(|(_, other)| other.overlaps(ink)) {
            say(format!("{:?} and {:?} overlap", text.text, other.text));
        }
    }
}

/// Parts lie in their order, apart from each other, and inside the part that holds them.
fn disorder(parts: &[Part], within: std::ops::Range<usize>, say: &mut impl FnMut(String)) {
    let mut next = within.start;
    for part in parts.iter().filter(|part| !part.marks.is_empty()) {
        if part.marks.start < next || part.marks.end > within.end {
            say(format!("a part of {:?} is out of order", part.kind));
        }
        next = part.marks.end;
        disorder(&part.parts, part.marks.clone(), say);
    }
}
