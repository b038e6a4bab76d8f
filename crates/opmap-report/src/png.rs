//! A page as an image of pixels, with the same letters in the same places as in the PDF.

#[cfg(test)]
mod tests;

use opmap_drawing::{
    Colours, Fonts, ImageMark, Mark, PathMark, Point, Rect, RectMark, Segment, Stroke, TextMark, Tone,
};
use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Stroke as Pen,
    StrokeDash, Transform,
};

use crate::Page;

/// The most pixels of a side.
const LONGEST_SIDE: f32 = 16_000.0;
/// How far the handles of a quarter circle reach, as a part of its radius.
const ARC: f32 = 0.552_284_8;

/// Why no PNG was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// The page would have no pixels, or too many.
    #[error("an image has 1 to 16,000 pixels a side; choose another scale")]
    Size,
    /// The image could not be put together.
    #[error("the image could not be put together")]
    Assembly,
}

/// The page as a PNG file on white, so many pixels to the point. Equal pages give equal bytes.
///
/// A character that no font has is a box, as in the PDF.
///
/// # Errors
/// If a side would have less than one pixel or more than 16,000.
pub fn page_png(page: &Page, scale: f32, colours: &Colours, fonts: &Fonts) -> Result<Vec<u8>, PngError> {
    drawn(page, scale, colours, fonts)?.encode_png().map_err(|_| PngError::Assembly)
}

fn drawn(page: &Page, scale: f32, colours: &Colours, fonts: &Fonts) -> Result<Pixmap, PngError> {
    let side = |points: f32| {
        let pixels = (points * scale).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "in the range that is asked for"
        )]
        (1.0..=LONGEST_SIDE).contains(&pixels).then_some(pixels as u32).ok_or(PngError::Size)
    };
    let mut pixels =
        Pixmap::new(side(page.scene.width)?, side(page.scene.height)?).ok_or(PngError::Assembly)?;
    pixels.fill(Color::WHITE);
    let mut painter = Painter { pixels, scale, colours, fonts, turned: Transform::identity() };
    for mark in &page.scene.marks {
        match mark {
            Mark::Rect(mark) => painter.rect(mark),
            Mark::Path(mark) => painter.path(mark),
            Mark::Text(mark) => painter.text(mark),
            Mark::Image(mark) => painter.image(mark),
        }
    }
    Ok(painter.pixels)
}

struct Painter<'p> {
    pixels: Pixmap,
    scale: f32,
    colours: &'p Colours,
    fonts: &'p Fonts,
    /// How what is painted is turned before it is scaled.
    turned: Transform,
}

impl Painter<'_> {
    fn rect(&mut self, mark: &RectMark) {
        self.shape(round(mark.rect, mark.radius), mark.fill, mark.stroke);
    }

    fn path(&mut self, mark: &PathMark) {
        self.shape(path(&mark.segments, Point::default()), mark.fill, mark.stroke);
    }

    fn text(&mut self, mark: &TextMark) {
        if mark.upwards {
            // Turned by a quarter to the left around where it begins.
            let Point { x, y } = mark.at;
            self.turned = Transform::from_row(0.0, -1.0, 1.0, 0.0, x - y, x + y);
        }
        self.glyphs(mark);
        self.turned = Transform::identity();
    }

    fn glyphs(&mut self, mark: &TextMark) {
        let mut pen = mark.at.x;
        for glyph in self.fonts.shape(mark.face, mark.size, &mark.text) {
            let at = Point::new(pen + glyph.x_offset, mark.at.y - glyph.y_offset);
            if glyph.id == 0 {
                let (margin, cap) = (mark.size * 0.08, self.fonts.cap_height(mark.face, mark.size));
                let width = (glyph.advance - 2.0 * margin).max(margin);
                let missing = Rect::new(at.x + margin, at.y - cap, width, cap);
                self.shape(round(missing, 0.0), None, Some(Stroke::solid(mark.tone, mark.size * 0.06)));
            } else {
                let outline = self.fonts.outline(mark.face, mark.size, glyph.id);
                self.shape(path(&outline, at), Some(mark.tone), None);
            }
            pen += glyph.advance;
        }
    }

    /// Paints a picture; one that cannot be read is left out.
    fn image(&mut self, mark: &ImageMark) {
        let Ok(image) = Pixmap::decode_png(mark.png.bytes()) else { return };
        #[expect(clippy::cast_precision_loss, reason = "a side has some thousand pixels")]
        let (width, height) = (image.width() as f32, image.height() as f32);
        let (x, y) = (mark.rect.width / width * self.scale, mark.rect.height / height * self.scale);
        let place = Transform::from_row(x, 0.0, 0.0, y, mark.rect.x * self.scale, mark.rect.y * self.scale);
        let paint = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
        self.pixels.draw_pixmap(0, 0, image.as_ref(), &paint, place, None);
    }

    /// Paints a path; none has no extent, and so there is nothing to see.
    fn shape(&mut self, path: Option<Path>, fill: Option<Tone>, stroke: Option<Stroke>) {
        let Some(path) = path else { return };
        let transform = self.turned.post_scale(self.scale, self.scale);
        if let Some(tone) = fill {
            self.pixels.fill_path(&path, &self.paint(tone), FillRule::Winding, transform, None);
        }
        if let Some(stroke) = stroke.filter(|it| it.width > 0.0) {
            let dash = stroke.dash.and_then(|(on, off)| StrokeDash::new(vec![on, off], 0.0));
            let pen = Pen { width: stroke.width, dash, line_cap: LineCap::Butt, ..Pen::default() };
            self.pixels.stroke_path(&path, &self.paint(stroke.tone), &pen, transform, None);
        }
    }

    fn paint(&self, tone: Tone) -> Paint<'static> {
        let [r, g, b] = self.colours.rgb(tone);
        let mut paint = Paint::default();
        paint.set_color_rgba8(r, g, b, 255);
        paint
    }
}

fn path(segments: &[Segment], at: Point) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in segments {
        match *segment {
            Segment::Move(to) => path.move_to(to.x + at.x, to.y + at.y),
            Segment::Line(to) => path.line_to(to.x + at.x, to.y + at.y),
            Segment::Curve(a, b, to) => {
                path.cubic_to(a.x + at.x, a.y + at.y, b.x + at.x, b.y + at.y, to.x + at.x, to.y + at.y);
            }
            Segment::Close => path.close(),
        }
    }
    path.finish()
}

/// The outline of a rectangle, clockwise from the left end of its top edge.
fn round(rect: Rect, radius: f32) -> Option<Path> {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let radius = radius.min(rect.width / 2.0).min(rect.height / 2.0).max(0.0);
    let handle = radius * (1.0 - ARC);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - handle, top, right, top + handle, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + handle, left + handle, top, left + radius, top);
    path.close();
    path.finish()
}
