//! Titles and headings that have nothing below them yet: they go along to the next page.

use opmap_drawing::{Mark, TextMark, TextRole};

use super::composer::Composer;
use super::footnotes::Footnote;
use super::grid::{BELOW_HEADING, HEADING, TITLE_AGAIN};
use crate::outline::Section;
use crate::{Anchor, Page, PartKind};

/// Room for the number of a remark behind a heading.
const NUMBER_ROOM: f32 = 9.0;

/// What has nothing below it so far on the page that is being set.
#[derive(Default)]
pub(super) struct Loose<'a> {
    /// The title of a section that begins below another one.
    pub(super) title: Option<LooseTitle<'a>>,
    headings: Option<LooseHeadings>,
}

/// A title while it is the last mark of the page.
pub(super) struct LooseTitle<'a> {
    /// The section that the page ends with without it.
    before: &'a Section,
    /// How many marks, anchors and bookmarks the page has without it.
    without: [usize; 3],
    /// How many marks it has with it.
    end: usize,
}

/// Headings while they are the last marks of the page.
struct LooseHeadings {
    /// Where the first of them begins: its mark, and its place from the top of the page.
    first: usize,
    top: f32,
    end: usize,
    /// How many parts, links and remarks the page has without them.
    before: [usize; 3],
    all: Vec<Heading>,
}

/// A heading within a section.
#[derive(Clone)]
struct Heading {
    words: String,
    level: u8,
    note: Option<String>,
}

impl<'a> LooseTitle<'a> {
    /// A title that is set next, on a page that ends with the section `before`.
    pub(super) fn above_which(page: &Page, before: &'a Section) -> Self {
        let without = [page.scene.marks.len(), page.anchors.len(), page.bookmarks.len()];
        Self { before, without, end: without[0] }
    }

    /// The same once it is set, with so many marks on the page.
    pub(super) fn ending(self, end: usize) -> Self {
        Self { end, ..self }
    }
}

impl<'a> Composer<'a> {
    /// Goes on with the same section on a new page. A title and headings with nothing below them go along.
    pub(super) fn continue_section(&mut self) {
        let (headings, mut anchors) = self.taken_headings().unwrap_or_default();
        match (self.taken_title(), self.section()) {
            (Some((section, places)), _) => {
                anchors.extend(places);
                self.begin_on_new_page(section);
            }
            (None, section) => {
                self.add_page(section);
                if let Some(section) = section {
                    self.set_title(&section.title, TITLE_AGAIN, TextRole::Artifact);
                }
            }
        }
        let y = self.y;
        self.page().anchors.extend(anchors.into_iter().map(|it| Anchor { y, ..it }));
        for Heading { words, level, note } in headings {
            self.set_heading(&words, level, note.as_deref());
        }
    }

    /// Takes a title with nothing below it off the page, and says which section it begins, and which places are marked
    /// below it.
    fn taken_title(&mut self) -> Option<(&'a Section, Vec<Anchor>)> {
        let LooseTitle { before, without: [marks, anchors, bookmarks], end } = self.loose.title.take()?;
        let page = self.page();
        if page.scene.marks.len() > end {
            return None;
        }
        page.scene.marks.truncate(marks);
        // The first of them is that of the section itself.
        let places = page.anchors.split_off(anchors).into_iter().skip(1).collect();
        page.bookmarks.truncate(bookmarks);
        let sections = self.sections.last_mut().and_then(Option::as_mut)?;
        Some((std::mem::replace(&mut sections.last, before), places))
    }

    /// Takes headings with nothing below them off the page, and the places that they mark; none where the page would be
    /// empty without them.
    fn taken_headings(&mut self) -> Option<(Vec<Heading>, Vec<Anchor>)> {
        let LooseHeadings { first, top, end, before: [parts, links, notes], all } =
            self.loose.headings.take()?;
        let page = self.page();
        let is_content =
            |mark: &Mark| matches!(mark, Mark::Text(TextMark { role, .. }) if *role != TextRole::Artifact);
        let stand_alone = !page.scene.marks[..first].iter().any(is_content);
        if page.scene.marks.len() > end || stand_alone {
            return None;
        }
        page.scene.marks.truncate(first);
        page.parts.truncate(parts);
        page.links.truncate(links);
        let anchors = page.anchors.extract_if(.., |it| it.y >= top);
        // Those of remarks are made anew.
        let anchors = anchors.filter(|it| !it.name.starts_with("footnote ")).collect();
        self.keep_footnotes(notes);
        Some((all, anchors))
    }

    /// Sets a heading within a section, with a number that leads to a remark at the foot of the page if there is one. It
    /// stays with what follows.
    pub(super) fn set_heading(&mut self, words: &str, level: u8, note: Option<&str>) {
        let least = HEADING.leading + BELOW_HEADING;
        self.ensure(least + note.map_or(0.0, |it| Footnote::new(self, it).height()));
        let (first, top) = (self.next_mark(), self.y);
        let before = [self.page().parts.len(), self.page().links.len(), self.footnotes.len()];
        let above = self.loose.headings.take().filter(|it| it.end == first);
        let mut loose = above.unwrap_or(LooseHeadings { first, top, end: first, before, all: Vec::new() });
        let lines = self.wrap(HEADING, words, self.grid.content_width() - NUMBER_ROOM);
        for line in &lines {
            self.set_line(self.grid.left, HEADING, TextRole::Heading(level), line);
        }
        if let Some(note) = note {
            let note = Footnote::new(self, note);
            let width = lines.last().map_or(0.0, |line| self.width(HEADING, line));
            let at = (self.grid.left + width + 1.5, self.y - HEADING.leading);
            self.add_footnote(note, at, TextRole::Heading(level));
            self.end_part(PartKind::Heading(level), first);
        }
        loose.end = self.next_mark();
        loose.all.push(Heading { words: words.to_owned(), level, note: note.map(str::to_owned) });
        self.loose.headings = Some(loose);
        self.y += BELOW_HEADING;
    }
}
