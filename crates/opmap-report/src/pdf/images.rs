//! Pictures of pixels in the PDF: each is there once, however often it is drawn.

use std::io::Cursor;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use opmap_model::Png;
use png::{ColorType, Decoder, Transformations};

/// The pictures that are drawn so far.
#[derive(Default)]
pub(super) struct Images {
    known: Vec<Image>,
    /// Whether one of them cannot be read.
    pub(super) is_one_unreadable: bool,
}

struct Image {
    png: Arc<Png>,
    pixels: Pixels,
    /// The pages, counted from 0, on which it is drawn.
    pages: Vec<usize>,
}

/// The pixels of a picture, row by row: their colours, and how far they cover what is below.
struct Pixels {
    width: u32,
    height: u32,
    colours: Vec<u8>,
    cover: Vec<u8>,
}

impl Images {
    /// The name of a picture among the resources of a page on which it is drawn; none if it cannot be read.
    pub(super) fn name(&mut self, page: usize, png: &Arc<Png>) -> Option<String> {
        let known = self.known.iter().position(|it| Arc::ptr_eq(&it.png, png) || it.png == *png);
        let index = match known {
            Some(index) => index,
            None => {
                let Some(pixels) = decoded(png) else {
                    self.is_one_unreadable = true;
                    return None;
                };
                self.known.push(Image { png: Arc::clone(png), pixels, pages: Vec::new() });
                self.known.len() - 1
            }
        };
        let pages = &mut self.known[index].pages;
        if pages.last() != Some(&page) {
            pages.push(page);
        }
        Some(name(index))
    }

    /// Adds the pictures to the file and names them on the pages that draw them.
    pub(super) fn add(self, file: &mut Document, sheets: &[ObjectId]) -> lopdf::Result<()> {
        for (index, Image { pixels, pages, .. }) in self.known.into_iter().enumerate() {
            let mut entry = entry(&pixels, "DeviceRGB");
            if pixels.cover.iter().any(|it| *it < u8::MAX) {
                let mask = entry_of_mask(&pixels);
                entry.set("SMask", file.add_object(Stream::new(mask, pixels.cover)));
            }
            let image = file.add_object(Stream::new(entry, pixels.colours));
            for page in pages {
                file.add_xobject(sheets[page], name(index), image)?;
            }
        }
        Ok(())
    }
}

fn name(index: usize) -> String {
    format!("Im{}", index + 1)
}

fn entry(pixels: &Pixels, colours: &str) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => Object::Integer(pixels.width.into()),
        "Height" => Object::Integer(pixels.height.into()),
        "ColorSpace" => colours,
        "BitsPerComponent" => 8,
    }
}

fn entry_of_mask(pixels: &Pixels) -> Dictionary {
    entry(pixels, "DeviceGray")
}

/// The pixels of a picture; none if it is broken.
fn decoded(png: &Png) -> Option<Pixels> {
    let mut decoder = Decoder::new(Cursor::new(png.bytes()));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut bytes).ok()?;
    let channels = frame.color_type.samples();
    let (mut colours, mut cover) = (Vec::new(), Vec::new());
    for pixel in bytes[..frame.buffer_size()].chunks_exact(channels) {
        match (frame.color_type, pixel) {
            (ColorType::GrayscaleAlpha, [grey, alpha]) => {
                colours.extend([grey; 3]);
                cover.push(*alpha);
            }
            (ColorType::Rgba, [red, green, blue, alpha]) => {
                colours.extend([red, green, blue]);
                cover.push(*alpha);
            }
            // The transformations leave no other.
            _ => return None,
        }
    }
    Some(Pixels { width: frame.width, height: frame.height, colours, cover })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;
    use lopdf::{Document, Object, Stream};
    use opmap_drawing::{Colours, Fonts, ImageMark, Mark, Rect, Scene};
    use opmap_model::Png;

    use crate::{DocumentInfo, Page, Pdf, PdfWarning, pdf};

    /// A PNG of 4 × 2 pixels, its left half clear.
    const PICTURE: &[u8] = include_bytes!("../pages/tests/picture.png");

    /// Three pages, each with the picture twice.
    fn written(picture: &[u8]) -> Pdf {
        let page = |number: u8| {
            let mark = |x| {
                let png = Arc::new(Png::new(picture.to_vec()).unwrap());
                Mark::Image(ImageMark { rect: Rect::new(x, 10.0, 40.0, 20.0), png })
            };
            let scene = Scene { marks: vec![mark(10.0), mark(60.0)], ..Scene::new(200.0, 100.0) };
            Page { scene, label: number.to_string(), ..Page::default() }
        };
        let info = DocumentInfo {
            title: "Pictures".to_owned(),
            author: String::new(),
            subject: String::new(),
            language: "en".to_owned(),
            printed_at: DateTime::parse_from_rfc3339("2026-06-19T09:30:00+02:00").unwrap(),
        };
        pdf(&[1, 2, 3].map(page), &info, &Colours::default(), Fonts::shipped()).unwrap()
    }

    #[test]
    fn a_picture_is_in_the_file_once_with_what_it_covers() {
        let pdf = written(PICTURE);
        assert_eq!(pdf.warnings, []);
        let file = Document::load_mem(&pdf.bytes).unwrap();
        let is_image =
            |it: &&Stream| it.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == b"Image");
        let images = file.objects.values().filter_map(|it| it.as_stream().ok()).filter(is_image);
        let (masked, masks): (Vec<&Stream>, Vec<&Stream>) = images.partition(|it| it.dict.has(b"SMask"));
        let ([picture], [mask]) = (&masked[..], &masks[..]) else { panic!("{masked:?} {masks:?}") };
        assert_eq!(picture.decompressed_content().unwrap()[6..12], [0x7a, 0x1f, 0x5c, 0x7a, 0x1f, 0x5c]);
        assert_eq!(mask.decompressed_content().unwrap(), [0, 0, 255, 255, 0, 0, 255, 255]);
        assert_eq!(written(PICTURE).bytes, pdf.bytes, "the same each time");
    }

    #[test]
    fn a_broken_picture_is_left_out_with_one_warning() {
        assert_eq!(written(&PICTURE[..40]).warnings, [PdfWarning::UnreadableImage]);
    }
}
