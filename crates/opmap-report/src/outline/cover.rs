//! The first page.

use opmap_analysis::Analysis;
use opmap_model::{Document, Keyword, MapKey, State, Workshop};

use super::wording::{dates, sentence};
use crate::ReportOptions;

/// The first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Whose service it is about.
    pub client: Option<String>,
    /// The title of the workshop, without the name of the client that stands above it.
    pub title: String,
    /// What the report holds.
    pub subtitle: String,
    /// When and by whom the workshop was held, the version, and who may read the report.
    pub lines: Vec<String>,
    /// The map that is drawn beside the title.
    pub art: Option<MapKey>,
}

pub(super) fn cover(document: &Document, analysis: &Analysis, options: &ReportOptions) -> Cover {
    let workshop = document.workshop();
    Cover {
        client: workshop.client.as_ref().map(ToString::to_string),
        title: title(workshop),
        subtitle: "Service operating model:\njourney maps, handoffs and roles".to_owned(),
        lines: vec![held(document), issued(document, options)],
        art: art(document, analysis),
    }
}

fn title(workshop: &Workshop) -> String {
    let client = workshop.client.as_ref().map_or("", |client| client.as_str());
    let rest = workshop.title.as_str().strip_prefix(client).and_then(|rest| rest.strip_prefix(": "));
    rest.map_or_else(|| workshop.title.to_string(), |rest| sentence(rest.trim_start()))
}

fn held(document: &Document) -> String {
    let workshop = document.workshop();
    let when = workshop.date.map_or_else(
        || "Date of the workshop not set".to_owned(),
        |date| format!("Workshop of {}", dates(document)(date)),
    );
    match &workshop.facilitator {
        Some(facilitator) => format!("{when}, led by {facilitator}"),
        None => when,
    }
}

fn issued(document: &Document, options: &ReportOptions) -> String {
    let printed = dates(document)(options.printed_at.date_naive());
    let version = options.settings.version.as_ref().map(|it| format!("Version {it}, ")).unwrap_or_default();
    let draft = if options.settings.draft { "Draft. " } else { "" };
    match document.workshop().confidentiality {
        Some(confidentiality) => format!("{draft}{version}{printed}. {}", confidentiality.label()),
        None => format!("{draft}{version}{printed}"),
    }
}

/// The first map as lived, which is what a workshop is about; else the first that has steps.
fn art(document: &Document, analysis: &Analysis) -> Option<MapKey> {
    let (first, _) = *document.journeys_in_order().first()?;
    let lived = MapKey { journey: first, state: State::AsLived };
    analysis.flow(lived).or(analysis.flows.first()).map(|flow| flow.map)
}
