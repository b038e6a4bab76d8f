//! Where the cells of the board and the circles in them lie.

use opmap_analysis::Quadrant;
use opmap_model::Rating;

use crate::{Point, Rect};

/// The diameter of a circle.
pub const BOARD_CIRCLE: f32 = 40.0;
/// From the middle of one circle to that of the next in its cell.
const PITCH: f32 = 44.0;
/// The least that a cell measures; wide enough for the names of its quarter.
const CELL: (f32, f32) = (103.0, 100.0);
/// The least that a cell measures where room is scarce: a circle, and in width half of the name of a quarter.
const TIGHT: (f32, f32) = (70.0, 60.0);
/// From the edge of a cell to its circles.
const PAD: f32 = 8.0;
/// Room for the name at the foot of a quarter, where no circle stands.
pub(super) const NAME_STRIP: f32 = 26.0;

/// A board laid out. The left upper corner is the origin; effort grows to the right, impact upwards. A column or a row is
/// as large as the fullest of its cells asks for, so that no circle covers another.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardLayout {
    /// Width of the board.
    pub width: f32,
    /// Height of the board.
    pub height: f32,
    /// Between low and high effort.
    pub divide_x: f32,
    /// Between high and low impact.
    pub divide_y: f32,
    /// The middle of the circle of each item, in their order.
    pub circles: Vec<Point>,
    /// Left edges of the columns and the right edge of the last.
    columns: [f32; 6],
    /// Upper edges of the rows, from impact 5 down, and the lower edge of the last. A name strip belongs to the row above
    /// it.
    rows: [f32; 6],
    /// Rows below which the name of a quarter stands.
    low_row: usize,
}

impl BoardLayout {
    /// Lays out items by impact and effort; `low` is the highest number that is still low.
    #[must_use]
    pub fn new(items: &[(Rating, Rating)], low: u32) -> Self {
        Self::with_least(items, low, |_, _| CELL)
    }

    /// Lays out items such that the board fills a room of that size; it is larger where it cannot be as small.
    #[must_use]
    pub fn within(items: &[(Rating, Rating)], low: u32, width: f32, height: f32) -> Self {
        Self::with_least(items, low, |across, down| {
            let is_one_wide = low <= 1 || low >= 4;
            let least_width = if is_one_wide { CELL.0 } else { TIGHT.0 };
            let (x, y) = (level(across, width), level(down, height - 2.0 * NAME_STRIP));
            (x.max(least_width), y.max(TIGHT.1))
        })
    }

    /// Lays out items in cells that measure at least what `least` makes of the widths and heights that circles ask for.
    fn with_least(
        items: &[(Rating, Rating)],
        low: u32,
        least: impl FnOnce([f32; 5], [f32; 5]) -> (f32, f32),
    ) -> Self {
        let mut counts = [[0_usize; 5]; 5];
        for (impact, effort) in items {
            counts[row(*impact)][effort.index()] += 1;
        }
        let low = usize::try_from(low).unwrap_or(4).clamp(1, 4);
        let low_row = 5 - low;
        let across = |count: usize| count_of(columns(count)) * PITCH + 2.0 * PAD;
        let down = |count: usize| count_of(count.div_ceil(columns(count).max(1))) * PITCH + 2.0 * PAD;
        let widths = std::array::from_fn(|at| counts.iter().map(|row| across(row[at])).fold(0.0, f32::max));
        let heights = counts.map(|row| row.into_iter().map(down).fold(0.0, f32::max));
        let least = least(widths, heights);
        let mut column_edges = [0.0; 6];
        let mut row_edges = [0.0; 6];
        for at in 0..5 {
            column_edges[at + 1] = column_edges[at] + widths[at].max(least.0);
            let strip = if has_strip(at, low_row) { NAME_STRIP } else { 0.0 };
            row_edges[at + 1] = row_edges[at] + heights[at].max(least.1) + strip;
        }
        let mut layout = Self {
            width: column_edges[5],
            height: row_edges[5],
            divide_x: column_edges[low],
            divide_y: row_edges[low_row],
            circles: Vec::new(),
            columns: column_edges,
            rows: row_edges,
            low_row,
        };
        let mut placed = [[0_usize; 5]; 5];
        for (impact, effort) in items {
            let (of, nth) = (counts[row(*impact)][effort.index()], &mut placed[row(*impact)][effort.index()]);
            layout.circles.push(layout.place(*impact, *effort, *nth, of));
            *nth += 1;
        }
        layout
    }

    /// The quarter of the board that has that name.
    #[must_use]
    pub fn quarter(&self, quadrant: Quadrant) -> Rect {
        let (x, y) = (self.divide_x, self.divide_y);
        match quadrant {
            Quadrant::QuickWin => Rect::new(0.0, 0.0, x, y),
            Quadrant::MajorProject => Rect::new(x, 0.0, self.width - x, y),
            Quadrant::FillIn => Rect::new(0.0, y, x, self.height - y),
            Quadrant::Thankless => Rect::new(x, y, self.width - x, self.height - y),
        }
    }

    /// Impact and effort at a place; none outside the board.
    #[must_use]
    pub fn ratings_at(&self, point: Point) -> Option<(Rating, Rating)> {
        let band = |edges: &[f32; 6], at: f32| edges.windows(2).position(|it| it[0] <= at && at < it[1]);
        let (row, column) = (band(&self.rows, point.y)?, band(&self.columns, point.x)?);
        Some((*Rating::ALL.get(4 - row)?, *Rating::ALL.get(column)?))
    }

    /// The cell of an impact and an effort, without the strip of a name.
    #[must_use]
    pub fn cell(&self, impact: Rating, effort: Rating) -> Rect {
        let (at, column) = (row(impact), effort.index());
        let strip = if has_strip(at, self.low_row) { NAME_STRIP } else { 0.0 };
        let (x, y) = (self.columns[column], self.rows[at]);
        Rect::new(x, y, self.columns[column + 1] - x, self.rows[at + 1] - strip - y)
    }

    /// The middle of the row of an impact.
    #[must_use]
    pub fn row_middle(&self, impact: Rating) -> f32 {
        self.cell(impact, Rating::ALL[0]).center().y
    }

    /// The middle of the column of an effort.
    #[must_use]
    pub fn column_middle(&self, effort: Rating) -> f32 {
        self.cell(Rating::ALL[0], effort).center().x
    }

    /// The place of the nth of several in a cell: side by side, then row below row, around its middle.
    fn place(&self, impact: Rating, effort: Rating, nth: usize, of: usize) -> Point {
        let middle = self.cell(impact, effort).center();
        let across = columns(of).max(1);
        let down = of.div_ceil(across);
        let in_row = if nth / across + 1 == down { of - (down - 1) * across } else { across };
        let from_middle = |nth: usize, of: usize| (count_of(nth) - (count_of(of) - 1.0) / 2.0) * PITCH;
        Point::new(middle.x + from_middle(nth % across, in_row), middle.y + from_middle(nth / across, down))
    }
}

/// What each of five measures that shares a room evenly with the others, as far as these do not ask for more.
fn level(asked: [f32; 5], room: f32) -> f32 {
    let mut asked = asked;
    asked.sort_by(f32::total_cmp);
    // From the largest: what asks for more than its share takes it from the room of the rest.
    let (mut left, mut share) = (room, room / 5.0);
    for (at, it) in asked.into_iter().enumerate().rev() {
        share = left / count_of(at + 1);
        if it <= share {
            break;
        }
        left -= it;
    }
    share
}

/// The row of an impact, from the top.
fn row(impact: Rating) -> usize {
    4 - impact.index()
}

/// Whether the name of a quarter stands at the foot of a row.
fn has_strip(row: usize, low_row: usize) -> bool {
    row + 1 == low_row || row == 4
}

/// How many circles stand side by side where there are so many: about as many as below each other.
fn columns(count: usize) -> usize {
    (1..).find(|it| it * it >= count).unwrap_or(1)
}

/// A number of circles; far fewer than a float can count.
#[allow(clippy::cast_precision_loss)]
fn count_of(count: usize) -> f32 {
    count as f32
}
