//! What the marks of the pages mean: the tree that is read aloud.

use std::ops::Range;

use opmap_drawing::{Fonts, Mark, Point, Rect, Segment, TextMark, TextRole};

use crate::{Link, Page, Part, PartKind};

/// The meaning of the whole document. Its first element is the document itself.
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
    /// The live links that have an element, by their pages.
    links: Vec<LinkElement>,
}

struct LinkElement {
    page: usize,
    /// The index of the link on the page.
    link: usize,
    element: usize,
}

pub(super) struct Element {
    /// Its standard structure type.
    pub(super) tag: &'static str,
    /// The page it is on; the document is on none.
    pub(super) page: Option<usize>,
    pub(super) parent: usize,
    pub(super) kids: Vec<Kid>,
    pub(super) figure: Option<Figure>,
    /// What a heading cell is the head of.
    pub(super) scope: Option<&'static str>,
}

pub(super) struct Figure {
    pub(super) alternative: String,
    /// Left, bottom, right and top, in points from the bottom left corner of the page.
    pub(super) bounds: [f32; 4],
}

pub(super) enum Kid {
    /// Another element, by its index.
    Element(usize),
    /// A marked stretch of the page's content, by its number on the page.
    Content(usize),
    /// The area of a live link, by its index on the page.
    Link(usize),
}

/// Where a mark belongs; `None` is decoration.
pub(super) type Slot = Option<Place>;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) element: usize,
    /// The live link that the mark is the text of.
    pub(super) link: Option<usize>,
}

const DOCUMENT: usize = 0;

impl Default for Tree {
    fn default() -> Self {
        Self { elements: vec![Element::new("Document", None, DOCUMENT)], links: Vec::new() }
    }
}

impl Tree {
    /// Adds the elements of a page and says for each of its marks where it belongs.
    pub(super) fn add_page(
        &mut self,
        number: usize,
        page: &Page,
        links: &[&Link],
        fonts: &Fonts,
    ) -> Vec<Slot> {
        let mut reader =
            Reader { tree: self, number, page, links, fonts, slots: vec![None; page.scene.marks.len()] };
        reader.read_parts(DOCUMENT, 0..page.scene.marks.len(), &page.parts);
        reader.slots
    }

    /// Puts a new element into `parent` and returns its index.
    pub(super) fn add(&mut self, parent: usize, page: usize, tag: &'static str) -> usize {
        let index = self.elements.len();
        self.elements.push(Element::new(tag, Some(page), parent));
        self.elements[parent].kids.push(Kid::Element(index));
        index
    }

    /// The element that content of this place goes into, made when it is a link met for the first time.
    pub(super) fn element_at(&mut self, page: usize, place: Place) -> usize {
        let Some(link) = place.link else { return place.element };
        let known = self.link_elements(page).find(|(index, _)| *index == link);
        if let Some((_, element)) = known {
            return element;
        }
        let element = self.add(place.element, page, "Link");
        self.elements[element].kids.push(Kid::Link(link));
        self.links.push(LinkElement { page, link, element });
        element
    }

    /// Gives those of the first `count` links of the page an element that have none, since their text is not
    /// a paragraph of its own.
    pub(super) fn add_loose_links(&mut self, page: usize, count: usize) {
        for link in 0..count {
            if !self.link_elements(page).any(|(index, _)| index == link) {
                self.element_at(page, Place { element: DOCUMENT, link: Some(link) });
            }
        }
    }

    /// The links of a page that have an element, with its index. Pages are added one after the other.
    pub(super) fn link_elements(&self, page: usize) -> impl Iterator<Item = (usize, usize)> {
        let first = self.links.partition_point(|it| it.page < page);
        let of_page = self.links[first..].iter().take_while(move |it| it.page == page);
        of_page.map(|it| (it.link, it.element))
    }

    /// Whether the tree holds what PDF/UA-1 asks for, as far as that can be told from the tree: headings
    /// start at 1 and skip no level, every picture has words, every row of a table has as many cells.
    pub(super) fn is_accessible(&self) -> bool {
        let mut level = 0;
        self.elements.iter().all(|element| match (element.tag, &element.figure) {
            (_, Some(figure)) => !figure.alternative.trim().is_empty(),
            ("Table", _) => {
                let mut rows = element.kids.iter().map(|row| match row {
                    Kid::Element(row) => self.elements[*row].kids.len(),
                    _ => 0,
                });
                let first = rows.next();
                rows.all(|cells| Some(cells) == first)
            }
            (tag, _) => match HEADINGS.iter().position(|heading| *heading == tag) {
                Some(heading) => {
                    let follows = heading <= level;
                    level = heading + 1;
                    follows
                }
                None => true,
            },
        })
    }
}

impl Element {
    fn new(tag: &'static str, page: Option<usize>, parent: usize) -> Self {
        Self { tag, page, parent, kids: Vec::new(), figure: None, scope: None }
    }
}

const HEADINGS: [&str; 6] = ["H1", "H2", "H3", "H4", "H5", "H6"];

fn heading(level: u8) -> &'static str {
    HEADINGS[usize::from(level.clamp(1, 6)) - 1]
}

/// Reads one page.
struct Reader<'r> {
    tree: &'r mut Tree,
    number: usize,
    page: &'r Page,
    links: &'r [&'r Link],
    fonts: &'r Fonts,
    slots: Vec<Slot>,
}

impl Reader<'_> {
    /// Reads `parts` and the marks of `range` between them into `parent`.
    fn read_parts(&mut self, parent: usize, range: Range<usize>, parts: &[Part]) {
        let mut next = range.start;
        for part in parts {
            let start = part.marks.start.clamp(next, range.end);
            let end = part.marks.end.clamp(start, range.end);
            self.read_loose(parent, next..start);
            self.read_part(parent, part, start..end);
            next = end;
        }
        self.read_loose(parent, next..range.end);
    }

    fn read_part(&mut self, parent: usize, part: &Part, marks: Range<usize>) {
        let mut add = |tag| self.tree.add(parent, self.number, tag);
        let element = match &part.kind {
            PartKind::Heading(level) => add(heading(*level)),
            PartKind::Paragraph => add("P"),
            PartKind::Table => add("Table"),
            PartKind::Row => add("TR"),
            PartKind::ColumnHead | PartKind::RowHead => {
                let element = add("TH");
                let scope = if part.kind == PartKind::RowHead { "Row" } else { "Column" };
                self.tree.elements[element].scope = Some(scope);
                element
            }
            PartKind::Cell => add("TD"),
            PartKind::List => add("L"),
            PartKind::Item => {
                let item = add("LI");
                self.tree.add(item, self.number, "LBody")
            }
            PartKind::Footnote => add("Note"),
            PartKind::Label => add("Lbl"),
            PartKind::Figure(alternative) => return self.read_figure(parent, alternative, marks),
        };
        match part.kind {
            PartKind::Table | PartKind::Row | PartKind::List => self.read_parts(element, marks, &part.parts),
            _ if part.parts.is_empty() => {
                for index in marks {
                    if self.text(index).is_some_and(|text| text.role != TextRole::Artifact) {
                        self.slots[index] = Some(Place { element, link: self.link_at(index) });
                    }
                }
            }
            _ => self.read_parts(element, marks, &part.parts),
        }
    }

    /// Reads a picture: all its marks are one thing, whose words are read instead.
    fn read_figure(&mut self, parent: usize, alternative: &str, marks: Range<usize>) {
        let bounds = self.bounds(marks.clone());
        let element = self.tree.add(parent, self.number, "Figure");
        self.tree.elements[element].figure = Some(Figure { alternative: alternative.to_owned(), bounds });
        for index in marks {
            let decoration = self.text(index).is_some_and(|text| text.role == TextRole::Artifact);
            self.slots[index] = (!decoration).then_some(Place { element, link: None });
        }
    }

    /// Reads text that is in no part: lines right below each other become one element.
    fn read_loose(&mut self, parent: usize, range: Range<usize>) {
        // Text between the cells of a table or the items of a list has no place in them.
        if matches!(self.tree.elements[parent].tag, "Table" | "TR" | "L") {
            return;
        }
        let mut before: Option<(&TextMark, usize)> = None;
        let page = self.page;
        for (offset, mark) in page.scene.marks[range.clone()].iter().enumerate() {
            let Mark::Text(text) = mark else { continue };
            let tag = match text.role {
                TextRole::Artifact => continue,
                TextRole::Heading(level) => heading(level),
                TextRole::Body | TextRole::TableHead | TextRole::TableCell | TextRole::Label => "P",
            };
            let element = match before {
                Some((above, element)) if continues(above, text) => element,
                _ => self.tree.add(parent, self.number, tag),
            };
            let index = range.start + offset;
            self.slots[index] = Some(Place { element, link: self.link_at(index) });
            before = Some((text, element));
        }
    }

    fn text(&self, index: usize) -> Option<&TextMark> {
        match &self.page.scene.marks[index] {
            Mark::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The link whose area holds the text.
    fn link_at(&self, index: usize) -> Option<usize> {
        let text = self.text(index)?;
        let y = text.at.y - text.size * 0.3;
        if !text.upwards && !self.links.iter().any(|link| link.rect.y <= y && y <= link.rect.bottom()) {
            return None;
        }
        let width = self.fonts.width(text.face, text.size, &text.text);
        let middle = text.covered(width, text.size * 0.6, 0.0).center();
        self.links.iter().position(|link| link.rect.contains(middle))
    }

    /// The area that the marks cover, as a PDF rectangle.
    fn bounds(&self, marks: Range<usize>) -> [f32; 4] {
        let mut points = Vec::new();
        let mut area = |rect: Rect| {
            points.extend([Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom())]);
        };
        let mut lines = Vec::new();
        for mark in &self.page.scene.marks[marks] {
            match mark {
                Mark::Rect(mark) => area(mark.rect),
                Mark::Image(mark) => area(mark.rect),
                Mark::Text(text) => {
                    let ascent = self.fonts.ascent(text.face, text.size);
                    let descent = self.fonts.descent(text.face, text.size);
                    let width = self.fonts.width(text.face, text.size, &text.text);
                    area(text.covered(width, ascent, descent));
                }
                Mark::Path(path) => lines.extend(path.segments.iter().flat_map(|segment| match *segment {
                    Segment::Move(to) | Segment::Line(to) => vec![to],
                    Segment::Curve(a, b, to) => vec![a, b, to],
                    Segment::Close => Vec::new(),
                })),
            }
        }
        points.extend(lines);
        let Some(first) = points.first() else { return [0.0; 4] };
        let (mut low, mut high) = (*first, *first);
        for point in &points {
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
        let up = |y: f32| self.page.scene.height - y;
        [low.x, up(high.y), high.x, up(low.y)].map(super::number)
    }
}

/// Whether a line goes on in the next: the same kind of text, right below, with the same left edge.
fn continues(above: &TextMark, below: &TextMark) -> bool {
    let step = below.at.y - above.at.y;
    (above.role, above.face, above.size) == (below.role, below.face, below.size)
        && !(above.upwards || below.upwards)
        && (above.at.x - below.at.x).abs() < 0.5
        && step > 0.0
        && step < above.size * 1.7
}
