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
