//! What every page repeats.

use std::sync::Arc;

use opmap_model::{Document, Keyword, Png, TitleFace, WideMaps};

use super::wording::dates;
use crate::ReportOptions;

/// What every page but the cover repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Whose service it is about.
    pub client: Option<String>,
    /// The title of the workshop.
    pub workshop: String,
    /// Who may read the report.
    pub confidentiality: Option<String>,
    /// The day of printing and the version, and whether it is a draft.
    pub issue: String,
    /// What the brand adds in front of the page number.
    pub footer: Option<String>,
    /// How the pages look.
    pub look: Look,
}

/// How the pages look, but for their colours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look {
    /// The logo on the cover and in the running head.
    pub logo: Option<Arc<Png>>,
    /// The face of titles and large figures.
    pub titles: TitleFace,
    /// Whether the cover is white.
    pub white_cover: bool,
    /// Whether every page is marked as a draft.
    pub draft: bool,
    /// How a map that is wider than a page is printed.
    pub wide_maps: WideMaps,
}

pub(super) fn frame(document: &Document, options: &ReportOptions) -> Frame {
    let workshop = document.workshop();
    Frame {
        client: workshop.client.as_ref().map(ToString::to_string),
        workshop: workshop.title.to_string(),
        confidentiality: workshop.confidentiality.map(|it| it.label().to_owned()),
        issue: issue(document, options),
        footer: options.settings.brand.footer.as_ref().map(ToString::to_string),
        look: look(document, options),
    }
}

fn look(document: &Document, options: &ReportOptions) -> Look {
    let settings = &options.settings;
    Look {
        logo: document.logo().map(|it| Arc::new(it.png.clone())),
        titles: settings.brand.titles,
        white_cover: settings.brand.white_cover,
        draft: settings.draft,
        wide_maps: settings.wide_maps,
    }
}

/// `18 June 2026, version 1.0, draft`.
fn issue(document: &Document, options: &ReportOptions) -> String {
    let date = dates(document)(options.printed_at.date_naive());
    let version = options.settings.version.as_ref().map(|it| format!(", version {it}")).unwrap_or_default();
    let draft = if options.settings.draft { ", draft" } else { "" };
    format!("{date}{version}{draft}")
}
