//! Tables: rows, and how they break over pages.

mod columns;
mod row;

use opmap_drawing::{Point, Rect, Scene, Stroke, TextRole, Tone, answer_bars};

use super::composer::{Composer, MentionForm, Place};
use super::grid::{
    BODY, BODY_STRONG, CELL_PADDING, CODE, DENSE, DENSE_PADDING, DENSE_STRONG, READING, READING_NAME, SMALL,
    SMALL_STRONG, Style, mm,
};
use super::{codes, letters, sign};
use crate::outline::{Cell, Row, Table, TableKind, record_at};
use crate::{Anchor, Part, PartKind};
use row::{CellSign, SetCell, SetRow};

/// Room for a sign in front of its words.
const SIGN_ROOM: f32 = 11.0;
/// Room above and below the letters of a matrix, whose shapes are taller than words.
const MATRIX_PADDING: f32 = mm(0.25);
/// Distance from the end of a table to what follows.
const BELOW: f32 = mm(5.0);
/// The same for a table that is set close.
const DENSE_BELOW: f32 = mm(3.5);
/// A row that is taller than a page begins where there is room for so many lines of it.
const LEAST_LINES: f32 = 4.0;

/// A table that takes at most this part of a page is not broken over two, if it is one of facts or has few rows.
const SHORT: f32 = 0.24;
const FEW: usize = 5;
/// So many of its rows stand together below its head where it begins, unless they are too tall for a page.
const FIRST_ROWS: usize = 3;
/// So many of its rows stand together where it ends, unless they are too tall for a page.
const LAST_ROWS: usize = 2;

/// Sets a table. A row is never split unless it is taller than a page.
pub(super) fn set(composer: &mut Composer<'_>, table: &Table) {
    let mut setter = Setter {
        columns: columns::columns(composer, table),
        table,
        rows: Vec::new(),
        below_head: composer.y,
    };
    let rows: Vec<SetRow<'_>> = table.rows.iter().map(|row| setter.measured(composer, row)).collect();
    let head = setter.head_height(composer);
    // One that is too short for a beginning and an end is not broken.
    let beginning = if rows.len() < FIRST_ROWS + LAST_ROWS { rows.len() } else { FIRST_ROWS };
    let first = rows[..beginning].iter().map(SetRow::height).sum::<f32>();
    let first = if first <= page_room(composer, head) {
        first
    } else {
        rows.first().map_or(0.0, |row| setter.least_height(composer, head, row))
    };
    let whole = rows.iter().map(SetRow::height).sum::<f32>();
    let is_short = (table.kind == TableKind::Facts || rows.len() <= FEW)
        && head + whole <= SHORT * (composer.grid.bottom - composer.grid.top);
    composer.ensure(head + if is_short { whole } else { first });
    setter.set_head(composer);
    let end = rows.len().saturating_sub(LAST_ROWS);
    let last = rows[end..].iter().map(SetRow::height).sum::<f32>();
    for (index, row) in rows.into_iter().enumerate() {
        if index == end && index >= FIRST_ROWS && composer.room() < last && last <= page_room(composer, head)
        {
            setter.break_page(composer);
        }
        setter.set_row(composer, head, row);
    }
    setter.end_table(composer);
    composer.y += if table.dense { DENSE_BELOW } else { BELOW };
}

/// How the text of a table is set.
#[derive(Clone, Copy)]
struct Styles {
    text: Style,
    strong: Style,
    small: Style,
    code: Style,
}

impl Styles {
    fn of(table: &Table) -> Self {
        let (text, strong) = match (table.kind, table.dense) {
            (TableKind::Facts, true) if table.columns.len() == 2 => (BODY, BODY_STRONG),
            (TableKind::Records, false) => (BODY, BODY_STRONG),
            (TableKind::Matrix { .. }, _) | (TableKind::Records | TableKind::Facts, true) => {
                (DENSE, DENSE_STRONG)
            }
            (TableKind::Facts, false) => (READING, READING_NAME),
        };
        // What is set close has one distance from line to line.
        let leading = if table.dense { text.leading } else { SMALL.leading };
        Self { text, strong, small: Style { leading, ..SMALL }, code: Style { leading, ..CODE } }
    }
}

struct Setter<'t> {
    table: &'t Table,
    columns: Vec<(f32, f32)>,
    /// The rows on the page so far.
    rows: Vec<Part>,
    /// Where the rows on the page begin.
    below_head: f32,
}

impl<'t> Setter<'t> {
    fn measured(&self, composer: &Composer<'_>, row: &'t Row) -> SetRow<'t> {
        let Styles { text, strong, small, code } = Styles::of(self.table);
        let quiet = Style { tone: Tone::Ink3, ..text };
        // Words stand in the middle of the shapes beside them.
        let shape_drop = match self.table.kind {
            TableKind::Matrix { .. } => (letters::SIDE - text.leading) / 2.0,
            TableKind::Records | TableKind::Facts => 0.0,
        };
        let cell = |(cell, (_, width)): (&'t Cell, &(f32, f32))| {
            let (style, words, sign, page_of) = match cell {
                Cell::Strong(words) => (strong, words.as_str(), None, None),
                Cell::Text(words) => (text, words.as_str(), None, None),
                Cell::Small(words) => (small, words.as_str(), None, None),
                Cell::Quiet(words) => (quiet, words.as_str(), None, None),
                Cell::Signed(sign, words) => (text, words.as_str(), Some(CellSign::Told(*sign)), None),
                Cell::Tick(words) => (small, words.as_str(), Some(CellSign::Tick), None),
                Cell::Bars { .. } | Cell::Letter { .. } => (text, "", None, None),
                Cell::Codes(_) => (code, "", None, None),
                // One line, set when the number is known.
                Cell::Page(anchor) => (code, "", None, Some(anchor.as_str())),
            };
            let width = width - if sign.is_some() { SIGN_ROOM } else { 0.0 };
            let drop = shape_drop + composer.baseline(text) - composer.baseline(style);
            let letter = match cell {
                Cell::Letter { letter, of_lane } => Some((*letter, *of_lane)),
                _ => None,
            };
            let drawing = bars(composer, cell, width);
            let codes = match cell {
                Cell::Codes(codes) => codes::lines(composer, codes, width),
                _ => Vec::new(),
            };
            let lines = match cell {
                Cell::Bars { .. } | Cell::Letter { .. } => Vec::new(),
                Cell::Codes(_) => codes.iter().map(|it| codes::joined(it)).collect(),
                _ => composer.wrap(style, words, width),
            };
            SetCell { style, sign, page_of, letter, codes, lines, drawing, drop, done: 0 }
        };
        SetRow {
            anchor: row.anchor.as_deref(),
            padding: self.padding(),
            cells: row.cells.iter().zip(&self.columns).map(cell).collect(),
        }
    }

    fn head_height(&self, composer: &Composer<'_>) -> f32 {
        match self.table.kind {
            TableKind::Facts => 0.0,
            TableKind::Records | TableKind::Matrix { .. } => {
                let heads = self.table.columns.iter().zip(&self.columns);
                let lines =
                    heads.map(|(column, (_, width))| composer.wrap(SMALL_STRONG, &column.head, *width));
                let height = |lines: Vec<String>| lines.iter().map(|_| SMALL_STRONG.leading).sum();
                lines.map(height).fold(0.0, f32::max) + CELL_PADDING
            }
        }
    }

    /// The head of the table: names at the lower edge, above a line of ink.
    fn set_head(&mut self, composer: &mut Composer<'_>) {
        let height = self.head_height(composer);
        if height == 0.0 {
            return;
        }
        let bottom = composer.y + height;
        let mut cells = Vec::with_capacity(self.columns.len());
        for (index, (column, (x, width))) in self.table.columns.iter().zip(&self.columns).enumerate() {
            let start = composer.next_mark();
            let lines = composer.wrap(SMALL_STRONG, &column.head, *width);
            let mut top = bottom - CELL_PADDING;
            for _ in &lines {
                top -= SMALL_STRONG.leading;
            }
            for line in &lines {
                let x = if self.table.is_of_letters(index) {
                    x + beside(composer, SMALL_STRONG, line, *width)
                } else {
                    *x
                };
                composer.set_text(x, top, SMALL_STRONG, TextRole::TableHead, line);
                top += SMALL_STRONG.leading;
            }
            cells.push(Part::new(PartKind::ColumnHead, start..composer.next_mark()));
        }
        self.rows.push(Part::of(PartKind::Row, cells));
        composer.rule(self.left(), self.right(), bottom, Tone::Ink, 1.0);
        composer.y = bottom;
        self.below_head = bottom;
    }

    /// How much room the row needs where it begins.
    fn least_height(&self, composer: &Composer<'_>, head: f32, row: &SetRow<'_>) -> f32 {
        let whole = row.height();
        if whole <= page_room(composer, head) {
            whole
        } else {
            let leading = row.cells.iter().map(|cell| cell.style.leading).fold(0.0, f32::max);
            LEAST_LINES * leading + 2.0 * row.padding
        }
    }

    fn set_row(&mut self, composer: &mut Composer<'_>, head: f32, mut row: SetRow<'_>) {
        if composer.room() < self.least_height(composer, head, &row) {
            self.break_page(composer);
        }
        loop {
            self.set_what_fits(composer, &mut row);
            if row.is_done() {
                break;
            }
            self.break_page(composer);
        }
    }

    fn break_page(&mut self, composer: &mut Composer<'_>) {
        self.end_table(composer);
        composer.continue_section();
        self.set_head(composer);
    }

    /// Sets as many lines of the row as there is room for, and the line below it.
    fn set_what_fits(&mut self, composer: &mut Composer<'_>, row: &mut SetRow<'_>) {
        let about = row.anchor.and_then(record_at);
        let begins_at = composer.y;
        if let Some(name) = row.anchor.take() {
            composer.page().anchors.push(Anchor { name: name.to_owned(), y: begins_at });
        }
        let top = composer.y + row.padding;
        let limit = composer.grid.bottom - row.padding;
        let mut bottom = top;
        let mut cells = Vec::with_capacity(row.cells.len());
        for (index, (cell, (x, width))) in row.cells.iter_mut().zip(&self.columns).enumerate() {
            let start = composer.next_mark();
            let mut x = *x;
            if let Some(sign) = cell.sign {
                if cell.done == 0 {
                    let middle = top + cell.drop + cell.style.leading / 2.0;
                    match sign {
                        CellSign::Told(sign) => sign::draw(composer, sign, x, middle),
                        CellSign::Tick => sign::draw_tick_box(composer, x, middle),
                    }
                }
                x += SIGN_ROOM;
            }
            let mut y = top + cell.drop;
            if let Some((letter, of_lane)) = cell.letter.take() {
                let middle = Point::new(x + width / 2.0, top + letters::SIDE / 2.0);
                letters::draw(composer, letter, of_lane, middle);
                y = top + letters::SIDE;
            }
            if let Some((scene, scale)) = cell.drawing.take() {
                composer.page().scene.place(&scene, Point::new(x, top), scale);
                y = top + scene.height * scale;
            }
            while let Some(line) = cell.lines.get(cell.done)
                && y + cell.style.leading <= limit + 0.01
            {
                match (cell.page_of, cell.codes.get(cell.done)) {
                    (Some(anchor), _) => set_page(composer, cell.style, (x, y), *width, anchor),
                    (None, Some(codes)) => {
                        let y = y + composer.baseline(cell.style) - composer.baseline(CODE);
                        codes::set(composer, (x, y), codes, TextRole::TableCell);
                    }
                    (None, None) => {
                        let x = if self.table.is_of_letters(index) {
                            x + beside(composer, cell.style, line, *width)
                        } else {
                            x
                        };
                        composer.set_text(x, y, cell.style, TextRole::TableCell, line);
                    }
                }
                y += cell.style.leading;
                cell.done += 1;
            }
            bottom = bottom.max(y);
            let kind = match self.table.kind {
                TableKind::Facts if index % 2 == 0 => PartKind::RowHead,
                TableKind::Matrix { names } if index + 1 == names => PartKind::RowHead,
                _ => PartKind::Cell,
            };
            cells.push(Part::new(kind, start..composer.next_mark()));
        }
        self.rows.push(Part::of(PartKind::Row, cells));
        composer.y = bottom + row.padding;
        if let Some(record) = about {
            let area = Rect::new(self.left(), begins_at, self.right() - self.left(), composer.y - begins_at);
            composer.page().records.push((area, record));
        }
        composer.rule(self.left(), self.right(), composer.y, Tone::Line2, 0.5);
    }

    /// Makes the rows on this page a table.
    fn end_table(&mut self, composer: &mut Composer<'_>) {
        let rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        composer.page().parts.push(Part::of(PartKind::Table, rows));
        let half_gap = columns::gap(self.table) / 2.0;
        for (_, (x, _)) in
            self.columns.iter().enumerate().filter(|(index, _)| self.table.is_of_letters(*index))
        {
            let at = |y: f32| Point::new(x - half_gap, y);
            composer.line(at(self.below_head), at(composer.y), Stroke::solid(Tone::Line2, 0.5));
        }
    }

    /// Room above and below the cells of a row.
    fn padding(&self) -> f32 {
        match self.table.kind {
            TableKind::Matrix { .. } => MATRIX_PADDING,
            TableKind::Records | TableKind::Facts if self.table.dense => DENSE_PADDING,
            TableKind::Records | TableKind::Facts => CELL_PADDING,
        }
    }

    fn left(&self) -> f32 {
        self.columns.first().map_or(0.0, |(x, _)| *x)
    }

    fn right(&self) -> f32 {
        self.columns.last().map_or(0.0, |(x, width)| x + width)
    }
}

/// How far from the left edge a line begins that stands in the middle.
fn beside(composer: &Composer<'_>, style: Style, line: &str, width: f32) -> f32 {
    (width - composer.width(style, line)) / 2.0
}

/// The drawing of a cell that holds one, in the room that its column has.
fn bars(composer: &Composer<'_>, cell: &Cell, width: f32) -> Option<(Scene, f32)> {
    let Cell::Bars { counts, agreed } = cell else { return None };
    let scene = answer_bars(*counts, *agreed, composer.fonts);
    let scale = (width / scene.width).min(0.85);
    Some((scene, scale))
}

/// The room of a page that goes on with a table, below its head.
fn page_room(composer: &Composer<'_>, head: f32) -> f32 {
    let title = 2.0 * super::grid::TITLE_AGAIN.leading + super::grid::BELOW_LOWER_TITLE;
    composer.grid.bottom - composer.grid.top - title - head
}

/// A page as a link.
fn set_page(composer: &mut Composer<'_>, style: Style, (x, y): (f32, f32), width: f32, anchor: &str) {
    let form = MentionForm { before: "Page ", place: Place::From(x) };
    composer.set_mention(form, y, style, TextRole::TableCell, anchor);
    composer.link(Rect::new(x, y, width, style.leading), anchor, "Shows where this is on its page");
}
