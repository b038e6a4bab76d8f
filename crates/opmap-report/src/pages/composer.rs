//! Setting content page by page.

use std::collections::BTreeSet;
use std::sync::Arc;

use opmap_drawing::{
    Face, Fonts, ImageMark, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, TextMark,
    TextRole, Tone,
};
use opmap_model::TitleFace;

use super::draft;
use super::footnotes::Footnote;
use super::grid::{ABOVE_TITLE, BELOW_LOWER_TITLE, BELOW_TITLE, Grid, Style, TITLE, TITLE_WITHIN, mm};
use super::loose::{Loose, LooseTitle};
use crate::outline::{Look, MapPicture, Section};
use crate::{Anchor, Bookmark, Link, LinkTarget, Page, Paper, Part, PartKind};

/// Pages in the making. Content is set from top to bottom of the last one.
pub(super) struct Composer<'a> {
    pub(super) fonts: &'a Fonts,
    paper: Paper,
    pub(super) look: &'a Look,
    /// The areas of the page that is being set.
    pub(super) grid: Grid,
    pub(super) pages: Vec<Page>,
    /// The sections that each page begins and ends with; none for the cover.
    pub(super) sections: Vec<Option<Sections<'a>>>,
    /// Where the next content goes, on the last page.
    pub(super) y: f32,
    /// The title and the headings with nothing below them so far.
    pub(super) loose: Loose<'a>,
    /// The remarks at the foot of the page that is being set.
    pub(super) footnotes: Vec<Footnote>,
    pub(super) mentions: Vec<Mention>,
    /// The maps whose parts a page before has shown.
    pub(super) maps_with_key: BTreeSet<MapPicture>,
}

/// What a page begins and ends with; the same where it holds one section.
#[derive(Clone, Copy)]
pub(super) struct Sections<'a> {
    pub(super) first: &'a Section,
    pub(super) last: &'a Section,
}

/// A section that flows begins where at least so much room is left for it below its title; a chapter, about a sixth of a
/// page.
const LEAST_OF_SECTION: f32 = mm(20.0);
const LEAST_OF_CHAPTER: f32 = mm(30.0);

/// A text mark that names the page of an anchor, which is known only when all pages are there.
pub(super) struct Mention {
    pub(super) page: usize,
    pub(super) mark: usize,
    pub(super) anchor: String,
    pub(super) form: MentionForm,
}

/// The upper corner in which a logo stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Corner {
    Left,
    Right,
}

/// How a page is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct MentionForm {
    /// What stands before the number.
    pub(super) before: &'static str,
    pub(super) place: Place,
}

/// Where a mention stands, from the left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    From(f32),
    CentredAt(f32),
    EndingAt(f32),
}

impl<'a> Composer<'a> {
    pub(super) fn new(fonts: &'a Fonts, paper: Paper, look: &'a Look) -> Self {
        let (pages, sections, mentions) = (Vec::new(), Vec::new(), Vec::new());
        let grid = Grid::of(paper, false);
        Self {
            fonts,
            paper,
            look,
            grid,
            pages,
            sections,
            y: grid.top,
            loose: Loose::default(),
            footnotes: Vec::new(),
            mentions,
            maps_with_key: BTreeSet::new(),
        }
    }

    /// Begins a page without any content, but for the mark of a draft.
    pub(super) fn add_page(&mut self, section: Option<&'a Section>) {
        self.set_footnotes();
        let scene = Scene::new(self.grid.width, self.grid.height);
        self.pages.push(Page { scene, ..Page::default() });
        self.mark_draft(self.grid.width);
        self.sections.push(section.map(|it| Sections { first: it, last: it }));
        self.loose = Loose::default();
        self.y = self.grid.top;
    }

    /// Begins a section with its title: on a new page, or below the section before where it `flows` and there is room.
    pub(super) fn begin(&mut self, section: &'a Section, flows: bool) {
        if flows && self.flow_on(section) {
            return;
        }
        self.set_footnotes();
        self.grid = Grid::of(self.paper, section.upright);
        self.begin_on_new_page(section);
    }

    /// Begins a section on a new page like the last one.
    pub(super) fn begin_on_new_page(&mut self, section: &'a Section) {
        self.add_page(Some(section));
        self.set_section_title(section, TITLE);
    }

    fn set_section_title(&mut self, section: &Section, style: Style) {
        self.mark_place(&section.anchor, &section.name, section.level);
        self.set_title(&section.title, style, TextRole::Heading(section.level));
    }

    /// Begins another section on the last page, if that belongs to a section and there is enough room left.
    fn flow_on(&mut self, section: &'a Section) -> bool {
        let (style, least) =
            if section.level == 1 { (TITLE, LEAST_OF_CHAPTER) } else { (TITLE_WITHIN, LEAST_OF_SECTION) };
        let title = self.title_height(&section.title, style);
        let paper = Grid::of(self.paper, section.upright);
        let is_alike = (self.grid.width, self.grid.height) == (paper.width, paper.height);
        let has_room = is_alike && self.room() >= ABOVE_TITLE + title + least;
        let Some(page) = self.sections.last_mut().and_then(Option::as_mut).filter(|_| has_room) else {
            return false;
        };
        let before = std::mem::replace(&mut page.last, section);
        let title = LooseTitle::above_which(self.page(), before);
        self.y += ABOVE_TITLE;
        self.set_section_title(section, style);
        self.loose.title = Some(title.ending(self.next_mark()));
        true
    }

    /// The section that is being set.
    pub(super) fn section(&self) -> Option<&'a Section> {
        self.sections.last().copied().flatten().map(|it| it.last)
    }

    /// Makes the last page larger; what is on it stays where it is.
    pub(super) fn enlarge_page(&mut self, width: f32, height: f32) {
        self.grid = Grid::sized(width, height);
        let scene = &mut self.page().scene;
        (scene.width, scene.height) = (width, height);
        self.mark_draft(width);
    }

    /// Marks the last page as a draft over so much of its width from the left; in place of the mark that it has.
    pub(super) fn mark_draft(&mut self, width: f32) {
        if self.look.draft {
            let marks = draft::marks(width, self.grid.height, self.fonts);
            let scene = &mut self.page().scene;
            scene.marks.splice(..marks.len().min(scene.marks.len()), marks);
        }
    }

    /// Makes the top of the last page the target of links, and an entry of the outline.
    pub(super) fn mark_place(&mut self, anchor: &str, name: &str, level: u8) {
        let y = self.y;
        let page = self.page();
        page.anchors.push(Anchor { name: anchor.to_owned(), y });
        page.bookmarks.push(Bookmark { title: name.to_owned(), level, y });
    }

    /// A title of at most two lines of about the same length; it is set smaller when it would need more.
    pub(super) fn set_title(&mut self, title: &str, style: Style, role: TextRole) {
        let below = below_title(style);
        let (style, mut lines) = self.title_lines(title, style);
        if lines.len() == 2 {
            lines = self.balanced(style, title, self.grid.content_width());
        }
        for line in &lines {
            self.set_line(self.grid.left, style, role, line);
        }
        self.y += below;
    }

    /// How high a title is, with the room below it.
    pub(super) fn title_height(&self, title: &str, style: Style) -> f32 {
        let below = below_title(style);
        let (style, lines) = self.title_lines(title, style);
        lines.iter().map(|_| style.leading).sum::<f32>() + below
    }

    /// The lines of a title in the size in which it has at most two.
    fn title_lines(&self, title: &str, style: Style) -> (Style, Vec<String>) {
        let width = self.grid.content_width();
        let mut style = style;
        let mut lines = self.wrap(style, title, width);
        while lines.len() > 2 && style.size > 8.0 {
            style = Style { size: style.size - 1.0, leading: style.leading - 1.0, ..style };
            lines = self.wrap(style, title, width);
        }
        (style, lines)
    }

    /// The two lines of `text` in the least width that does not need a third.
    fn balanced(&self, style: Style, text: &str, width: f32) -> Vec<String> {
        let (mut fits, mut fails) = (width, width / 2.0);
        while fits - fails > 1.0 {
            let middle = f32::midpoint(fits, fails);
            if self.wrap(style, text, middle).len() <= 2 { fits = middle } else { fails = middle }
        }
        self.wrap(style, text, fits)
    }

    /// What is left of the page.
    pub(super) fn room(&self) -> f32 {
        self.grid.bottom - self.y
    }

    /// Goes to a new page unless there is so much room on this one.
    pub(super) fn ensure(&mut self, height: f32) {
        if self.room() < height {
            self.continue_section();
        }
    }

    /// Sets one line of text at the current place and moves on.
    pub(super) fn set_line(&mut self, x: f32, style: Style, role: TextRole, text: &str) {
        self.set_text(x, self.y, style, role, text);
        self.y += style.leading;
    }

    /// Sets one line of text with the top of its line at `top`.
    pub(super) fn set_text(&mut self, x: f32, top: f32, style: Style, role: TextRole, text: &str) {
        let at = Point::new(x, top + self.baseline(style));
        let (face, Style { size, tone, .. }) = (self.face(style), style);
        let mark = TextMark { at, upwards: false, text: text.to_owned(), face, size, tone, role };
        self.page().scene.marks.push(Mark::Text(mark));
    }

    /// Sets lines of text below each other as one paragraph, and breaks them over pages.
    pub(super) fn set_paragraph(&mut self, x: f32, width: f32, style: Style, text: &str) {
        let lines = self.wrap(style, text, width);
        let mut start = self.next_mark();
        for line in &lines {
            if self.room() < style.leading {
                self.end_part(PartKind::Paragraph, start);
                self.continue_section();
                start = self.next_mark();
            }
            self.set_line(x, style, TextRole::Body, line);
        }
        self.end_part(PartKind::Paragraph, start);
    }

    /// The face of a style: titles have that of the brand.
    fn face(&self, style: Style) -> Face {
        match (style.face, self.look.titles) {
            (Face::Serif, TitleFace::Sans) => Face::Display,
            (face, _) => face,
        }
    }

    /// How far the baseline lies below the top of a line: the text stands in the middle of it.
    pub(super) fn baseline(&self, style: Style) -> f32 {
        let face = self.face(style);
        let ascent = self.fonts.ascent(face, style.size);
        let descent = self.fonts.descent(face, style.size);
        (style.leading - ascent - descent) / 2.0 + ascent
    }

    pub(super) fn wrap(&self, style: Style, text: &str, width: f32) -> Vec<String> {
        self.fonts.wrap(self.face(style), style.size, text, width)
    }

    pub(super) fn width(&self, style: Style, text: &str) -> f32 {
        self.fonts.width(self.face(style), style.size, text)
    }

    /// `text`, cut and with an ellipsis at its end when it is wider than `width`.
    pub(super) fn shortened(&self, style: Style, text: &str, width: f32) -> String {
        if self.width(style, text) <= width {
            return text.to_owned();
        }
        let room = width - self.width(style, "…");
        // With spaces that hold, the line is full before it breaks.
        let first = self.wrap(style, &text.replace(' ', "\u{a0}"), room).into_iter().next();
        format!("{}…", first.unwrap_or_default().replace('\u{a0}', " ").trim_end())
    }

    /// Draws a horizontal line.
    pub(super) fn rule(&mut self, left: f32, right: f32, y: f32, tone: Tone, width: f32) {
        self.line(Point::new(left, y), Point::new(right, y), Stroke::solid(tone, width));
    }

    /// Draws a line.
    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        let segments = vec![Segment::Move(from), Segment::Line(to)];
        let mark = PathMark { segments, fill: None, stroke: Some(stroke) };
        self.page().scene.marks.push(Mark::Path(mark));
    }

    /// Draws the logo in a corner of `room`, as large as it fits, and says how wide it is; nothing without a logo.
    pub(super) fn set_logo(&mut self, room: Rect, corner: Corner) -> f32 {
        let Some(png) = self.look.logo.as_ref() else { return 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "a side has some thousand pixels")]
        let (width, height) = (png.size().0 as f32, png.size().1 as f32);
        let scale = (room.width / width).min(room.height / height);
        let x = match corner {
            Corner::Left => room.x,
            Corner::Right => room.right() - width * scale,
        };
        let rect = Rect::new(x, room.y, width * scale, height * scale);
        let png = Arc::clone(png);
        self.page().scene.marks.push(Mark::Image(ImageMark { rect, png }));
        rect.width
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, rect: Rect, tone: Tone) {
        let mark = RectMark { rect, radius: 0.0, fill: Some(tone), stroke: None };
        self.page().scene.marks.push(Mark::Rect(mark));
    }

    /// Leads from an area of the last page to an anchor.
    pub(super) fn link(&mut self, rect: Rect, anchor: &str, title: &str) {
        let target = LinkTarget::Anchor(anchor.to_owned());
        self.page().links.push(Link { rect, target, title: title.to_owned() });
    }

    /// Names the page of an anchor on the last page, with the top of its line at `top`.
    pub(super) fn set_mention(
        &mut self,
        form: MentionForm,
        top: f32,
        style: Style,
        role: TextRole,
        anchor: &str,
    ) {
        self.set_text(self.grid.left, top, style, role, "");
        let (page, mark) = (self.pages.len() - 1, self.next_mark() - 1);
        self.mentions.push(Mention { page, mark, anchor: anchor.to_owned(), form });
    }

    /// The width of a mention with a number of so many digits as are ever needed.
    pub(super) fn mention_width(&self, style: Style, before: &str) -> f32 {
        self.width(style, &format!("{before}0000"))
    }

    /// The index of the mark that is set next on the last page.
    pub(super) fn next_mark(&mut self) -> usize {
        self.page().scene.marks.len()
    }

    /// Makes the marks of the last page since `start` one part.
    pub(super) fn end_part(&mut self, kind: PartKind, start: usize) {
        let end = self.next_mark();
        if start < end {
            self.page().parts.push(Part::new(kind, start..end));
        }
    }

    /// The page that is being set.
    pub(super) fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.add_page(None);
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }
}

/// Distance from a title to the content; a title of any size keeps that of the style in which it begins.
fn below_title(style: Style) -> f32 {
    if style.size < TITLE.size { BELOW_LOWER_TITLE } else { BELOW_TITLE }
}
