//! What is chosen for the report, as lines.

use std::collections::BTreeSet;

use super::super::words::quote;
use super::handles::Handles;
use super::{Lines, keyword_pair, title_pair, yes_pair};
use crate::{Document, Keyword, RecordKey, RoleId, Title};

/// What is as usual is left out. It stands at the end, behind the journeys that it names.
pub(super) fn print_report(document: &Document, handles: &Handles, lines: &mut Lines<'_>) {
    let report = &document.workshop().report;
    lines.pairs(
        "report",
        [
            unusual("scope", report.scope),
            unusual("paper", report.paper),
            unusual("wide-maps", report.wide_maps),
            unusual("english", report.english),
            title_pair("version", report.version.as_ref()),
            yes_pair("draft", report.draft),
            yes_pair("anonymised", report.anonymised),
            yes_pair("without-notes", report.without_notes),
        ],
    );
    let brand = &report.brand;
    lines.pairs(
        "brand",
        [
            brand.accent.map(|it| format!("accent={it}")),
            brand.second.map(|it| format!("second={it}")),
            unusual("titles", brand.titles),
            title_pair("footer", brand.footer.as_ref()),
            yes_pair("white-cover", brand.white_cover),
        ],
    );
    lines.line_if(document.logo().map(|it| format!("logo {}", quote(&it.png.base64()))));
    if !report.order.is_empty() {
        let order: Vec<&str> = report.order.iter().map(|it| it.key()).collect();
        lines.line(format!("report-order {}", order.join(",")));
    }
    for chapter in &report.left_out {
        lines.line(format!("report-without {}", chapter.key()));
    }
    // In the order of what is written: that of the identities is another one once the text is read.
    let handles = SectionHandles::new(document, handles);
    let maps = report.maps_left_out.iter().filter_map(|map| {
        let journey = handles.of(&map.journey.uuid().to_string())?;
        Some(format!("report-without-map {journey} {}", map.state.key()))
    });
    let titles = report.titles.iter().map(|(section, title)| {
        format!("report-title {} {}", quote(&handles.in_name(section)), quote(title.as_str()))
    });
    for lines_of in [maps.collect::<BTreeSet<_>>(), titles.collect()] {
        lines_of.into_iter().for_each(|it| lines.line(it));
    }
}

fn unusual<K: Keyword + Default>(key: &str, value: K) -> Option<String> {
    keyword_pair(key, (value != K::default()).then_some(value))
}

/// The handles of what sections are about: journeys and roles.
struct SectionHandles(Vec<(String, String)>);

impl SectionHandles {
    fn new(document: &Document, handles: &Handles) -> Self {
        let journeys = document.journeys_in_order().into_iter().zip(1..);
        let journeys = journeys.map(|((id, _), number)| (id.uuid().to_string(), format!("j{number}")));
        let roles = document.roles().keys().map(|id: &RoleId| (id.uuid().to_string(), handles.role(*id)));
        Self(journeys.chain(roles).collect())
    }

    fn of(&self, uuid: &str) -> Option<&str> {
        self.0.iter().find(|(id, _)| id == uuid).map(|(_, handle)| handle.as_str())
    }

    /// The name of a section with `@` and a handle for each identity: `map as-lived @j1`.
    fn in_name(&self, section: &Title) -> String {
        let words = section.as_str().split(' ');
        let told = words.map(|it| self.of(it).map_or_else(|| it.to_owned(), |handle| format!("@{handle}")));
        told.collect::<Vec<_>>().join(" ")
    }
}
