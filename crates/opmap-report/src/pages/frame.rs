//! What is only known when all pages are there: running heads, footers, page numbers.

use opmap_drawing::{Mark, Rect, TextRole, Tone};

use super::composer::{Composer, Corner, Mention, Place};
use super::grid::{Grid, HEADING, SMALL, Style, mm};
use crate::Page;
use crate::outline::{Frame, Outline, Section, record_at};

/// The room for the logo in the running head: its width and height.
const LOGO: (f32, f32) = (mm(30.0), mm(6.0));

/// Finishes the pages: page numbers where they are mentioned, and what every page but the cover repeats.
pub(super) fn finished(mut composer: Composer<'_>, outline: &Outline) -> Vec<Page> {
    composer.set_footnotes();
    fill_mentions(&mut composer);
    let count = composer.pages.len();
    let done = std::mem::take(&mut composer.pages);
    let mut pages = Vec::with_capacity(count);
    for (index, page) in done.into_iter().enumerate() {
        composer.grid = Grid::sized(page.scene.width, page.scene.height);
        composer.pages.push(page);
        composer.page().label = (index + 1).to_string();
        show_records_at_places(&mut composer);
        if index > 0 || outline.cover.is_none() {
            let sections = |index: usize| composer.sections.get(index).copied().flatten();
            let before = index.checked_sub(1).and_then(sections).map(|it| &it.last.anchor);
            let first = sections(index).map(|it| it.first);
            let goes_on = before.is_some() && before == first.map(|it| &it.anchor);
            let name = head(first, goes_on);
            set_head(&mut composer, &name, outline.frame.client.as_deref());
            set_foot(&mut composer, &outline.frame, index + 1, count);
        }
        pages.append(&mut composer.pages);
    }
    pages
}

/// What a place is about can be reached there, where nothing else shows it on the page.
fn show_records_at_places(composer: &mut Composer<'_>) {
    let (left, width) = (composer.grid.left, composer.grid.content_width());
    let page = composer.page();
    for anchor in &page.anchors {
        if let Some(record) = record_at(&anchor.name)
            && !page.records.iter().any(|(_, it)| *it == record)
        {
            page.records.push((Rect::new(left, anchor.y, width, HEADING.leading), record));
        }
    }
}

/// What the page belongs to, in a few words.
fn head(section: Option<&Section>, goes_on: bool) -> String {
    let Some(section) = section else { return String::new() };
    let continued = if goes_on { " (continued)" } else { "" };
    let about = section.about.as_ref().map(|about| format!(": {about}")).unwrap_or_default();
    format!("{}{continued}{about}", section.name)
}

fn fill_mentions(composer: &mut Composer<'_>) {
    let numbers: std::collections::BTreeMap<String, usize> = composer
        .pages
        .iter()
        .zip(1..)
        .flat_map(|(page, number)| page.anchors.iter().map(move |anchor| (anchor.name.clone(), number)))
        .collect();
    for Mention { page, mark, anchor, form } in &composer.mentions {
        if let Some(Mark::Text(text)) = composer.pages[*page].scene.marks.get_mut(*mark) {
            text.text = match numbers.get(anchor) {
                Some(number) => format!("{}{number}", form.before),
                None => "–".to_owned(),
            };
            let width = composer.fonts.width(text.face, text.size, &text.text);
            text.at.x = match form.place {
                Place::From(left) => left,
                Place::CentredAt(middle) => middle - width / 2.0,
                Place::EndingAt(right) => right - width,
            };
        }
    }
}

fn set_head(composer: &mut Composer<'_>, name: &str, client: Option<&str>) {
    let grid = composer.grid;
    let half = grid.columns(6);
    let (width, height) = LOGO;
    let room = Rect::new(grid.right - width, grid.head + SMALL.leading - height, width, height);
    let logo = composer.set_logo(room, Corner::Right);
    let right = if logo > 0.0 { grid.right - logo - mm(3.0) } else { grid.right };
    let name = composer.shortened(SMALL, name, half);
    composer.set_text(grid.left, grid.head, SMALL, TextRole::Artifact, &name);
    if let Some(client) = client {
        let client = composer.shortened(SMALL, client, half - (grid.right - right));
        let x = right - composer.width(SMALL, &client);
        composer.set_text(x, grid.head, SMALL, TextRole::Artifact, &client);
    }
}

fn set_foot(composer: &mut Composer<'_>, frame: &Frame, number: usize, count: usize) {
    const PLAIN: Style = Style { tone: Tone::Ink2, ..SMALL };
    let grid = composer.grid;
    composer.rule(grid.left, grid.right, grid.foot_line, Tone::LineMark, 0.5);
    let workshop = composer.shortened(PLAIN, &frame.workshop, grid.columns(5));
    let issue = composer.shortened(PLAIN, &frame.issue, grid.columns(3));
    let mut x = grid.left;
    for words in [Some(&workshop), frame.confidentiality.as_ref(), Some(&issue)].into_iter().flatten() {
        composer.set_text(x, grid.foot, PLAIN, TextRole::Artifact, words);
        x += composer.width(PLAIN, words) + mm(5.0);
    }
    let words = format!("Page {number} of {count}");
    let room = grid.right - x - composer.width(PLAIN, &words);
    let words = match &frame.footer {
        Some(footer) if room > mm(20.0) => {
            format!("{}   {words}", composer.shortened(PLAIN, footer, room - mm(8.0)))
        }
        _ => words,
    };
    let x = grid.right - composer.width(PLAIN, &words);
    composer.set_text(x, grid.foot, PLAIN, TextRole::Artifact, &words);
}
