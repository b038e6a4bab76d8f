//! Pages as a PDF file.
//!
//! printpdf writes the pages and the fonts. What draws a page is written here, as bytes, since that is most of
//! the work; and what printpdf lacks (subset fonts with exact text, tags, a nested outline, page labels,
//! metadata, bytes that depend on the pages alone) is added to its document before it is saved. None of the
//! libraries shows outside this module.

mod content;
mod deflate;
mod faces;
mod images;
mod metadata;
mod navigation;
mod objects;
mod operators;
mod shapes;
mod structure;
mod tags;
mod text;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use lopdf::dictionary;
use opmap_drawing::{Colours, Face, Fonts};
use printpdf::{PdfDocument, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, Pt};

use crate::{DocumentInfo, Page};
use content::PageContent;
use faces::UsedFaces;
use images::Images;
use metadata::Fingerprint;
use structure::Tree;

/// A written PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// What did not come out as it was meant, in page order.
    pub warnings: Vec<PdfWarning>,
}

/// Something that is not in the PDF as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfWarning {
    /// No shipped font has the character. A box stands in its place; its text can still be found and copied.
    #[error("page {page}: no font has the character “{character}”, a box stands for it")]
    MissingCharacter {
        /// The label of the page.
        page: String,
        /// The character.
        character: char,
    },
    /// A picture is broken and was left out.
    #[error("the logo cannot be read and was left out")]
    UnreadableImage,
    /// A link leads nowhere (no such anchor, or an address that is not of the web or of mail) and was left out.
    #[error("page {page}: the link to “{target}” leads nowhere and was left out")]
    LostLink {
        /// The label of the page.
        page: String,
        /// The name of the anchor, or the address.
        target: String,
    },
}

/// Why no PDF was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// There is nothing to write.
    #[error("a PDF needs at least one page")]
    NoPages,
    /// A font cannot be reduced to the characters in use.
    #[error("the font {} cannot be embedded: {reason}", face.file_name())]
    Font {
        /// The face.
        face: Face,
        /// What is wrong with it.
        reason: String,
    },
    /// The document could not be put together.
    #[error("the PDF cannot be put together: {0}")]
    Assembly(String),
}

/// Writes the pages in these colours as a PDF 1.7 file with embedded subset fonts, tags for reading aloud, an outline, page
/// labels and links (rules F8 and F10).
///
/// The same pages and information give the same bytes. The file says nothing about the machine it was
/// written on, and states no moment but [`DocumentInfo::printed_at`].
///
/// # Errors
/// If there are no pages, or a font file is broken.
pub fn pdf(pages: &[Page], info: &DocumentInfo, colours: &Colours, fonts: &Fonts) -> Result<Pdf, PdfError> {
    if pages.is_empty() {
        return Err(PdfError::NoPages);
    }
    let anchors = navigation::anchors(pages);
    let mut warnings = Vec::new();
    let mut tree = Tree::default();
    let mut faces = UsedFaces::new(fonts);
    let mut images = Images::default();
    let mut elements = Vec::with_capacity(pages.len());
    let mut links = Vec::with_capacity(pages.len());
    let contents = deflate::all(|compress| {
        for (number, page) in pages.iter().enumerate() {
            let live = navigation::live_links(page, &anchors, &mut warnings);
            let slots = tree.add_page(number, page, &live, fonts);
            let drawn = (colours, &mut faces, &mut images);
            let content = PageContent::write(number, page, &slots, &mut tree, drawn);
            tree.add_loose_links(number, live.len());
            let missing = content.missing.into_iter();
            warnings.extend(
                missing.map(|it| PdfWarning::MissingCharacter { page: page.label.clone(), character: it }),
            );
            compress(content.stream);
            elements.push(content.elements);
            links.push(live);
        }
    });

    let mut document = PdfDocument::new("");
    document.resources.fonts.map = faces.embedded()?;
    document.pages = pages.iter().map(sheet).collect();
    if let Some(first) = document.pages.first_mut() {
        first.ops = faces.specimen();
    }
    let mut messages = Vec::new();
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut messages);
    if let Some(error) = messages.into_iter().find(|m| m.severity == PdfParseErrorSeverity::Error) {
        return Err(PdfError::Assembly(error.msg));
    }

    let assembly = |error: lopdf::Error| PdfError::Assembly(error.to_string());
    let sheets: Vec<lopdf::ObjectId> = file.page_iter().collect();
    for (sheet, content) in sheets.iter().zip(contents) {
        let stream = file.get_dictionary(*sheet).and_then(|it| it.get(b"Contents")?.as_reference());
        file.objects.insert(stream.map_err(assembly)?, deflate::stream(dictionary! {}, content).into());
    }
    faces.complete(&mut file).map_err(assembly)?;
    if images.is_one_unreadable {
        warnings.push(PdfWarning::UnreadableImage);
    }
    images.add(&mut file, &sheets).map_err(assembly)?;
    let annotations = navigation::add_links(&mut file, pages, &sheets, &links, &anchors).map_err(assembly)?;
    navigation::add_outline(&mut file, pages, &sheets).map_err(assembly)?;
    navigation::add_page_labels(&mut file, pages).map_err(assembly)?;
    let elements = tags::add(&mut file, &tree, &sheets, &elements, &annotations).map_err(assembly)?;
    metadata::add(&mut file, info, tree.is_accessible()).map_err(assembly)?;

    file.compress();
    let bytes = objects::file(&file, |packs| elements.add(packs), Fingerprint::new(info));
    Ok(Pdf { bytes, warnings })
}

/// An empty page of the right size.
fn sheet(page: &Page) -> PdfPage {
    let paper = printpdf::Rect::from_wh(Pt(page.scene.width), Pt(page.scene.height));
    PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops: Vec::new() }
}

/// Where each anchor is: the page, counted from 0, and how far below its top.
type Anchors<'p> = BTreeMap<&'p str, (usize, f32)>;

/// A number for a PDF: to a thousandth, and 0 if it is not a number.
fn number(value: f32) -> f32 {
    let rounded = (f64::from(value) * 1000.0).round() / 1000.0;
    #[expect(clippy::cast_possible_truncation, reason = "rounded within the range of the value it came from")]
    let rounded = rounded as f32;
    if rounded.is_finite() { rounded } else { 0.0 }
}
