//! A page of the report, as plain data that the preview and the PDF both paint.

use std::ops::Range;

use chrono::{DateTime, FixedOffset};
use opmap_drawing::{Rect, Scene};
use opmap_model::RecordId;

/// A page. Its scene is in points (1 pt = 1/72 inch), with the origin at the top left and y downwards.
///
/// Marks are read in the order in which they are painted. Every text mark is read as what its role says;
/// [`Page::parts`] adds what a single mark cannot know (tables, pictures, paragraphs of several lines).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// What is painted; its size is the size of the paper.
    pub scene: Scene,
    /// The page number as a reader shows it, such as `4` or `iv`.
    pub label: String,
    /// Groups of marks that mean something together, in reading order, not overlapping.
    ///
    /// Text marks outside any part are headings, paragraphs or artifacts by their role; lines set directly
    /// below each other in the same face and size become one paragraph or heading. Shapes outside a
    /// [`PartKind::Figure`] are decoration.
    pub parts: Vec<Part>,
    /// Places that links can lead to. Names are unique in the whole report.
    pub anchors: Vec<Anchor>,
    /// Areas that lead somewhere when they are clicked.
    pub links: Vec<Link>,
    /// Areas that show a record of the workshop, for those who want to go there. They are not printed.
    pub records: Vec<(Rect, RecordId)>,
    /// Entries of the outline that a reader shows beside the pages, from the top of the page down.
    pub bookmarks: Vec<Bookmark>,
}

/// A group of neighbouring marks that means something as a whole.
///
/// Text of a table, row or list that is in none of its cells or items is decoration.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its marks, by their index in the scene, those of `parts` included.
    pub marks: Range<usize>,
    /// What it is made of, in reading order (the rows of a table, the cells of a row).
    pub parts: Vec<Part>,
}

/// What a [`Part`] is to someone who has the page read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartKind {
    /// A heading of one or more lines, 1 the highest.
    Heading(u8),
    /// A paragraph of one or more lines.
    Paragraph,
    /// A picture; the text says in words what it shows and is read in its place.
    Figure(String),
    /// A table; made of rows.
    Table,
    /// A row of a table; made of cells, as many in each row.
    Row,
    /// A cell that names its column.
    ColumnHead,
    /// A cell that names its row.
    RowHead,
    /// Any other cell; may be empty.
    Cell,
    /// A list; made of items.
    List,
    /// An item of a list.
    Item,
    /// A remark at the foot of the page; made of its [`PartKind::Label`] and its words.
    Footnote,
    /// The number of a remark.
    Label,
}

/// A named place that links can lead to.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchor {
    /// Its name.
    pub name: String,
    /// How far below the top of the page, in points.
    pub y: f32,
}

/// An area of the page that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The area.
    pub rect: Rect,
    /// Where it leads.
    pub target: LinkTarget,
    /// Where it leads in words, such as `Evidence E4, page 9`.
    pub title: String,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// To the [`Anchor`] of this name.
    Anchor(String),
    /// To an address outside the report.
    Url(String),
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Its depth, 1 the highest; an entry belongs to the nearest entry before it with a smaller level.
    pub level: u8,
    /// How far below the top of the page it leads, in points.
    pub y: f32,
}

/// What a report says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentInfo {
    /// Its title.
    pub title: String,
    /// Who it is from; empty if nobody is named.
    pub author: String,
    /// What it is about in a sentence; may be empty.
    pub subject: String,
    /// The language of its texts as a BCP 47 tag, such as `en` or `de-AT`.
    pub language: String,
    /// The moment that it states as its date.
    pub printed_at: DateTime<FixedOffset>,
}

impl Part {
    /// A part made of marks only.
    #[must_use]
    pub fn new(kind: PartKind, marks: Range<usize>) -> Self {
        Self { kind, marks, parts: Vec::new() }
    }

    /// A part made of other parts, which span its marks.
    #[must_use]
    pub fn of(kind: PartKind, parts: Vec<Part>) -> Self {
        let marks = || parts.iter().map(|part| &part.marks).filter(|marks| !marks.is_empty());
        let start = marks().map(|marks| marks.start).min().unwrap_or(0);
        let end = marks().map(|marks| marks.end).max().unwrap_or(start);
        Self { kind, marks: start..end, parts }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, PartKind};

    #[test]
    fn a_part_of_parts_spans_their_marks_and_skips_empty_cells() {
        let cell = |marks| Part::new(PartKind::Cell, marks);
        assert_eq!(Part::of(PartKind::Row, vec![cell(0..0), cell(4..6), cell(6..9), cell(9..9)]).marks, 4..9);
        assert!(Part::of(PartKind::Row, vec![cell(3..3)]).marks.is_empty());
    }
}
