//! The page grid of the report: measures in points.

use opmap_drawing::{Face, Tone};

use crate::Paper;

/// The areas of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    pub(super) width: f32,
    pub(super) height: f32,
    /// Left edge of the content.
    pub(super) left: f32,
    /// Right edge of the content.
    pub(super) right: f32,
    /// Top edge of the content.
    pub(super) top: f32,
    /// Bottom edge of the content.
    pub(super) bottom: f32,
    /// Top of the running head.
    pub(super) head: f32,
    /// The line above the footer.
    pub(super) foot_line: f32,
    /// Top of the footer.
    pub(super) foot: f32,
}

/// A size of text with its place in a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    /// From one line to the next.
    pub(super) leading: f32,
    pub(super) tone: Tone,
}

const fn style(face: Face, size: f32, leading: f32, tone: Tone) -> Style {
    Style { face, size, leading, tone }
}

pub(super) const TITLE: Style = style(Face::Serif, 21.0, 25.0, Tone::Ink);
/// The title of a section that begins below another one.
pub(super) const TITLE_WITHIN: Style = style(Face::Serif, 15.0, 19.0, Tone::Ink);
/// The title on the further pages of a section.
pub(super) const TITLE_AGAIN: Style = style(Face::Serif, 13.0, 17.0, Tone::Ink);
pub(super) const HEADING: Style = style(Face::SemiBold, 11.0, 15.0, Tone::Ink);
pub(super) const READING: Style = style(Face::Regular, 10.0, 14.5, Tone::Ink);
pub(super) const READING_NAME: Style = style(Face::SemiBold, 10.0, 14.5, Tone::Ink);
pub(super) const BODY: Style = style(Face::Regular, 9.0, 13.0, Tone::Ink);
pub(super) const BODY_STRONG: Style = style(Face::SemiBold, 9.0, 13.0, Tone::Ink);
pub(super) const SMALL: Style = style(Face::Regular, 7.5, 10.5, Tone::Ink2);
pub(super) const SMALL_STRONG: Style = style(Face::SemiBold, 7.5, 10.5, Tone::Ink2);
pub(super) const DENSE: Style = style(Face::Regular, 7.5, 9.0, Tone::Ink);
pub(super) const DENSE_STRONG: Style = style(Face::SemiBold, 7.5, 9.0, Tone::Ink);
/// A code, a page or a number that leads somewhere: it has the colour of links.
pub(super) const CODE: Style = style(Face::SemiBold, 7.5, 10.5, Tone::Accent);
pub(super) const FIGURE: Style = style(Face::Serif, 27.0, 31.0, Tone::Ink);

/// Distance from a section to the title of the next on the same page.
pub(super) const ABOVE_TITLE: f32 = mm(4.0);
/// Distance from the title to the content.
pub(super) const BELOW_TITLE: f32 = mm(5.0);
/// The same below a lower title: of a section below another, and on the further pages of a section.
pub(super) const BELOW_LOWER_TITLE: f32 = mm(3.0);
/// Distance from a heading to what follows.
pub(super) const BELOW_HEADING: f32 = mm(2.0);
/// Room around the content of a cell, on each side.
pub(super) const CELL_PADDING: f32 = mm(1.5);

/// Room above and below the content of a cell that is set close.
pub(super) const DENSE_PADDING: f32 = mm(0.45);

/// Millimetres in points.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

impl Grid {
    /// The grid of a paper, which lies or stands `upright`.
    pub(super) fn of(paper: Paper, upright: bool) -> Self {
        let (width, height) = paper.size();
        if upright { Self::sized(height, width) } else { Self::sized(width, height) }
    }

    /// Margins are the same on every page, and what stands at the foot keeps its distance from the lower edge.
    pub(super) fn sized(width: f32, height: f32) -> Self {
        let from_foot = |on_a4: f32| height - mm(210.0 - on_a4);
        Self {
            width,
            height,
            left: mm(16.0),
            right: width - mm(16.0),
            top: mm(14.0),
            bottom: from_foot(195.0),
            head: mm(7.0),
            foot_line: from_foot(198.5),
            foot: from_foot(200.0),
        }
    }

    pub(super) fn content_width(&self) -> f32 {
        self.right - self.left
    }

    /// The width of text to be read: nine columns, or all of an upright page.
    pub(super) fn reading_width(&self) -> f32 {
        if self.width > self.height { self.columns(9) } else { self.content_width() }
    }

    /// The width of so many of the twelve columns, with 4 mm between them.
    pub(super) fn columns(&self, count: u8) -> f32 {
        let gap = mm(4.0);
        (self.content_width() + gap) / 12.0 * f32::from(count) - gap
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, mm};
    use crate::Paper;

    #[test]
    fn twelve_columns_fill_the_width_and_one_is_18_4_mm() {
        let grid = Grid::of(Paper::A4, false);
        assert!((grid.columns(12) - grid.content_width()).abs() < 0.01);
        assert!((grid.columns(1) - mm(18.4)).abs() < mm(0.05));
    }

    #[test]
    fn upright_the_margins_stay_and_text_has_the_whole_width() {
        for paper in [Paper::A4, Paper::Letter] {
            let (lying, upright) = (Grid::of(paper, false), Grid::of(paper, true));
            assert_eq!((upright.width, upright.height), (lying.height, lying.width));
            assert_eq!((upright.left, upright.top), (lying.left, lying.top));
            assert!((upright.height - upright.bottom - (lying.height - lying.bottom)).abs() < 0.01);
            assert_eq!(upright.reading_width(), upright.content_width());
            assert!(lying.reading_width() < lying.content_width());
        }
    }
}
