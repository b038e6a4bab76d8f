//! `report`: writes the report as PDF.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::{Args, ValueEnum};
use opmap_drawing::{Colours, Fonts};
use opmap_model::Title;
use opmap_report::{DocumentInfo, Page, ReportOptions, pdf, report};
use opmap_store::write_whole_file;

use crate::failure::Failure;
use crate::{Outcome, file};

/// Write the report as PDF
#[derive(Args)]
pub(crate) struct Report {
    /// The workshop; it is not changed
    #[arg(value_name = "FILE.opmap")]
    file: PathBuf,
    /// Where to write the report; what is there is replaced
    #[arg(short, long, value_name = "OUT.pdf")]
    out: PathBuf,
    /// The moment that the report states, as in 2026-03-02T14:03:00+01:00; the same moment gives the same file
    /// [default: now]
    #[arg(long, value_name = "MOMENT")]
    printed_at: Option<DateTime<FixedOffset>>,
    /// The paper, in landscape [default: as the workshop has it]
    #[arg(long, value_enum)]
    paper: Option<Paper>,
    /// Which version of the report it is, such as 1.0 [default: as the workshop has it]
    #[arg(long, value_name = "TEXT", value_parser = file::title)]
    edition: Option<Title>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Paper {
    A4,
    Letter,
}

impl From<Paper> for opmap_model::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::Letter => Self::Letter,
        }
    }
}

impl Report {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let file = file::view(&self.file)?;
        let mut options = ReportOptions::of(file.document(), file::moment(self.printed_at));
        let settings = &mut options.settings;
        settings.paper = self.paper.map_or(settings.paper, Into::into);
        settings.version = self.edition.clone().or(settings.version.take());
        let pages = report(file.document(), &options, Fonts::shipped());
        let content = written(&pages, &options.info(file.document()))?;
        write_whole_file(&self.out, &content).map_err(Failure::to_write(&self.out))?;
        file::print(&format!("{}: {} pages\n", self.out.display(), pages.len()))?;
        Ok(Outcome::Done)
    }
}

/// The pages as a PDF file; what did not come out as it was meant is told on standard error.
pub(crate) fn written(pages: &[Page], info: &DocumentInfo) -> Result<Vec<u8>, Failure> {
    let pdf = pdf(pages, info, &Colours::default(), Fonts::shipped())
        .map_err(|error| Failure::NotWritten(format!("The PDF could not be made: {error}.")))?;
    for warning in &pdf.warnings {
        eprintln!("{warning}");
    }
    Ok(pdf.bytes)
}
