//! From a workshop to the pages of its report, and from pages to PDF.
//!
//! [`outline`] decides what the report says, [`pages`] where it stands on paper, and `pdf` writes it;
//! [`report`] does the first two at once, and [`role_card`] does so for a single role. A [`Page`] is plain data: a scene in points and what its marks
//! mean. The preview paints it as it stands, and `pdf` writes it, with the same breaks at the same words,
//! since both are made of the same marks.
//!
//! This crate opens no file and reads no clock: the moment of printing is handed in, and the same pages
//! give the same bytes. Only the module `pdf` knows how a PDF is written, and only `png` how pixels are; without the
//! features of these names the crate makes pages only.

#[cfg(feature = "png")]
mod logo;
mod options;
mod outline;
mod page;
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "png")]
mod png;
mod preview;

use opmap_drawing::{Colours, Fonts, svg_in};
use opmap_model::{Document, RoleId};

#[cfg(feature = "png")]
pub use logo::{LogoFault, logo};
pub use opmap_model::Paper;
pub use options::ReportOptions;
pub use outline::{
    Block, Cell, Column, Cover, Figure, Frame, Look, MapPicture, Outline, Point, Points, Reference, Row,
    Section, Sign, Summary, Table, TableKind, outline, role_card as role_card_outline,
};
pub use page::{Anchor, Bookmark, DocumentInfo, Link, LinkTarget, Page, Part, PartKind};
pub use pages::pages;
#[cfg(feature = "pdf")]
pub use pdf::{Pdf, PdfError, PdfWarning, pdf};
#[cfg(feature = "png")]
pub use png::{PngError, page_png};
pub use preview::{Area, PagePicture, PageView, Preview, ReportView, SectionView};

/// A report: what it says, and where on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What it says.
    pub outline: Outline,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// The report of `document`: its analysis, outline and pages in one.
#[must_use]
pub fn made(document: &Document, options: &ReportOptions, fonts: &Fonts) -> Report {
    let document = &*options.edition(document);
    let analysis = opmap_analysis::analyze(document);
    let outline = outline(document, &analysis, options);
    let pages = pages(&outline, document, fonts);
    Report { outline, pages }
}

/// The pages of the report of `document`, the cover first.
#[must_use]
pub fn report(document: &Document, options: &ReportOptions, fonts: &Fonts) -> Vec<Page> {
    made(document, options, fonts).pages
}

/// The page as a self-contained SVG image: text stays text and names its font, with one that is like it where the font is
/// not at hand.
#[must_use]
pub fn page_svg(page: &Page, colours: &Colours) -> String {
    svg_in(&page.scene, colours)
}

/// The pages of the card of a role: all that it holds, for a job description; none when the role is gone.
#[must_use]
pub fn role_card(
    document: &Document,
    role: RoleId,
    options: &ReportOptions,
    fonts: &Fonts,
) -> Option<Vec<Page>> {
    let document = &*options.edition(document);
    Some(pages(&role_card_outline(document, role, options)?, document, fonts))
}
