//! Pages as data: what is on them, and the laws that every page keeps.

mod content;
#[cfg(feature = "png")]
mod greyscale;
mod hostile;
mod kept_together;
mod law;
mod look;
#[cfg(feature = "pdf")]
mod printed;
mod private;

use chrono::DateTime;
use opmap_drawing::{Fonts, Mark, TextMark};
use opmap_model::{Document, ReportSettings, Title, notation};
use uuid::Uuid;

use crate::{Page, Paper, ReportOptions, report};

fn options(paper: Paper) -> ReportOptions {
    ReportOptions {
        printed_at: DateTime::parse_from_rfc3339("2026-06-19T09:30:00+02:00").unwrap(),
        settings: ReportSettings { paper, version: Title::new("1.0").ok(), ..ReportSettings::default() },
    }
}

fn parse(text: &str) -> Document {
    let mut next = 0;
    notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}

fn sample() -> Document {
    parse(include_str!("../../../../assets/templates/halden-broadband.txt"))
}

fn printed(document: &Document, paper: Paper) -> Vec<Page> {
    report(document, &options(paper), Fonts::shipped())
}

fn texts(page: &Page) -> impl Iterator<Item = &TextMark> {
    page.scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) => Some(text),
        _ => None,
    })
}

/// The words of the marks in their order, without any white space, since a long word may be broken.
fn squeezed<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}
