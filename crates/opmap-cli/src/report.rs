//! `report`: writes the report as PDF, or a page of it as a picture.

mod chosen;

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::Args;
use opmap_drawing::{Colours, Fonts};
use opmap_report::{DocumentInfo, Page, ReportOptions, page_png, page_svg, pdf, report};
use opmap_store::write_whole_file;

use crate::failure::Failure;
use crate::{Outcome, file};
use chosen::Chosen;
pub(crate) use chosen::keyword;

/// Write the report as PDF, or a page of it as a picture
#[derive(Args)]
pub(crate) struct Report {
    /// The workshop; it is not changed
    #[arg(value_name = "FILE.opmap")]
    file: PathBuf,
    /// Where to write the report; what is there is replaced
    #[arg(short, long, value_name = "OUT")]
    out: PathBuf,
    /// The moment that the report states, as in 2026-03-02T14:03:00+01:00; the same moment gives the same file
    /// [default: now]
    #[arg(long, value_name = "MOMENT")]
    printed_at: Option<DateTime<FixedOffset>>,
    #[command(flatten)]
    picture: Picture,
    #[command(flatten)]
    chosen: Chosen,
}

/// A page as a picture
#[derive(Args)]
#[command(next_help_heading = "A page as a picture")]
struct Picture {
    /// The number of a page, which is written as a picture
    #[arg(long, value_name = "NUMBER", requires = "form")]
    page: Option<usize>,
    /// As SVG
    #[arg(long, requires = "page", group = "form")]
    svg: bool,
    /// As PNG
    #[arg(long, requires = "page", group = "form")]
    png: bool,
    /// So many pixels to the inch
    #[arg(long, value_name = "PIXELS", default_value_t = 150.0, requires = "png")]
    dpi: f32,
}

impl Report {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let file = file::view(&self.file)?;
        let document = self.chosen.in_place_of(file.document())?;
        let options = ReportOptions::of(&document, file::moment(self.printed_at));
        let colours = options.colours();
        let pages = report(&document, &options, Fonts::shipped());
        let (content, said) = match self.picture.page {
            Some(number) => (self.picture.of(&pages, number, &colours)?, format!("page {number}")),
            None => (written(&pages, &options.info(&document), &colours)?, format!("{} pages", pages.len())),
        };
        write_whole_file(&self.out, &content).map_err(Failure::to_write(&self.out))?;
        file::print(&format!("{}: {said}\n", self.out.display()))?;
        Ok(Outcome::Done)
    }
}

impl Picture {
    /// The page of that number, counted from 1.
    fn of(&self, pages: &[Page], number: usize, colours: &Colours) -> Result<Vec<u8>, Failure> {
        let page = number.checked_sub(1).and_then(|index| pages.get(index)).ok_or_else(|| {
            Failure::Usage(format!("There is no page {number}; the report has {}.", pages.len()))
        })?;
        if self.svg {
            return Ok(page_svg(page, colours).into_bytes());
        }
        page_png(page, self.dpi / 72.0, colours, Fonts::shipped())
            .map_err(|error| Failure::Usage(format!("No picture: {error}.")))
    }
}

/// The pages as a PDF file; what did not come out as it was meant is told on standard error.
pub(crate) fn written(pages: &[Page], info: &DocumentInfo, colours: &Colours) -> Result<Vec<u8>, Failure> {
    let pdf = pdf(pages, info, colours, Fonts::shipped())
        .map_err(|error| Failure::NotWritten(format!("The PDF could not be made: {error}.")))?;
    for warning in &pdf.warnings {
        eprintln!("{warning}");
    }
    Ok(pdf.bytes)
}
