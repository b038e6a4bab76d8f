//! A logo from a file that someone chose: PNG, or SVG drawn as PNG.

use std::sync::Arc;

use opmap_model::{Png, PngFault};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

/// Pixels of the longer side of a logo that was drawn: 300 to the inch on the cover.
const DRAWN_SIDE: f32 = 720.0;

/// Why a file was not taken as a logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoFault {
    /// It is neither PNG nor SVG, or broken.
    #[error("The logo is neither a PNG nor an SVG file, or it is broken.")]
    Unreadable,
    /// It is a PNG that does not fit.
    #[error(transparent)]
    Png(#[from] PngFault),
}

/// The logo in a file. An SVG is drawn as PNG, so that nothing of it but what is seen goes on: no script, no style, no
/// link, nothing that lies outside the file, no picture in it and no text, for which its fonts would be needed.
///
/// # Errors
/// If it is neither PNG nor SVG, if it is broken, or too large.
pub fn logo(file: Vec<u8>) -> Result<Png, LogoFault> {
    let png = if file.starts_with(b"\x89PNG") { file } else { drawn(&file).ok_or(LogoFault::Unreadable)? };
    let png = Png::new(png)?;
    Pixmap::decode_png(png.bytes()).map_err(|_| LogoFault::Unreadable)?;
    Ok(png)
}

fn drawn(svg: &[u8]) -> Option<Vec<u8>> {
    let nothing = ImageHrefResolver {
        resolve_data: Box::new(|_: &str, _: Arc<Vec<u8>>, _: &Options<'_>| None),
        resolve_string: Box::new(|_: &str, _: &Options<'_>| None),
    };
    let options = Options { image_href_resolver: nothing, ..Options::default() };
    let tree = Tree::from_data(svg, &options).ok()?;
    let size = tree.size();
    let scale = DRAWN_SIDE / size.width().max(size.height());
    let pixels = size.to_int_size().scale_by(scale)?;
    let mut drawn = Pixmap::new(pixels.width(), pixels.height())?;
    #[expect(clippy::cast_precision_loss, reason = "a side has some hundred pixels")]
    let across = pixels.width() as f32 / size.width();
    resvg::render(&tree, Transform::from_scale(across, scale), &mut drawn.as_mut());
    let is_seen = drawn.pixels().iter().any(|it| it.alpha() > 0);
    drawn.encode_png().ok().filter(|_| is_seen)
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::{LogoFault, logo};

    fn svg(content: &str) -> Vec<u8> {
        let head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
                    width='40' height='20' viewBox='0 0 40 20'>";
        format!("{head}{content}</svg>").into_bytes()
    }

    const HALF: &str = "<rect x='20' width='20' height='20' fill='#7a1f5c'/>";

    #[test]
    fn an_svg_is_drawn_in_its_proportions_and_is_clear_where_it_is_empty() {
        let png = logo(svg(HALF)).unwrap();
        assert_eq!(png.size(), (720, 360));
        let pixels = Pixmap::decode_png(png.bytes()).unwrap();
        let at = |x, y| pixels.pixel(x, y).map(|it| (it.red(), it.green(), it.blue(), it.alpha()));
        assert_eq!(at(540, 180), Some((0x7a, 0x1f, 0x5c, 255)));
        assert_eq!(at(180, 180), Some((0, 0, 0, 0)));
        assert_eq!(logo(svg(HALF)), Ok(png), "the same each time");
    }

    #[test]
    fn only_shapes_of_the_file_itself_are_drawn() {
        let plain = logo(svg(HALF)).unwrap();
        let pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        for foreign in [
            "<script>document.documentElement.innerHTML = ''</script>",
            "<text x='2' y='15' font-family='Arial'>X</text>",
            "<image width='20' height='20' xlink:href='file:///etc/passwd'/>",
            "<image width='20' height='20' href='https://example.com/a.png'/>",
            &format!("<image width='20' height='20' href='{pixel}'/>"),
            "<foreignObject width='20' height='20'><b>x</b></foreignObject>",
            "<use href='other.svg#a'/>",
        ] {
            assert_eq!(logo(svg(&format!("{foreign}{HALF}"))).as_ref(), Ok(&plain), "{foreign}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let broken = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x02".to_vec();
        for wrong in [Vec::new(), b"GIF89a".to_vec(), b"<svg>".to_vec(), svg(""), broken] {
            assert_eq!(
                logo(wrong.clone()),
                Err(LogoFault::Unreadable),
                "{}",
                String::from_utf8_lossy(&wrong)
            );
        }
        let wide = "<svg xmlns='http://www.w3.org/2000/svg' width='100000' height='1'><rect width='9' height='1'/></svg>";
        assert!(logo(wide.into()).is_err(), "less than a pixel high");
    }
}
