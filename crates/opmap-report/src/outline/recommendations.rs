//! What should be done: the board of impact and effort beside the ranked list, and each recommendation by itself.

mod cards;
mod since;

use opmap_analysis::{MissingPart, Quadrant, Ranked, missing_parts, quadrant, ranked};
use opmap_drawing::board_items;
use opmap_model::{Document, Keyword, Progress, Ranking, Recommendation, Threshold, Timing};

use super::wording::{agree, counted, sentence};
use super::{Block, Cell, Row, Section, Sign, Table, anchor, references};

/// The sections, if something is recommended.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    let list = ranked(document);
    if list.is_empty() {
        return Vec::new();
    }
    let items = board_items(document);
    let low = document.workshop().thresholds.of(Threshold::LowScore);
    let table = table(document, &list);
    let mut blocks =
        vec![if items.is_empty() { Block::Table(table) } else { Block::Board { items, low, table } }];
    blocks.extend(notes(document, low).into_iter().map(Block::Note));
    let first = Section {
        level: 1,
        upright: false,
        anchor: anchor::RECOMMENDATIONS.to_owned(),
        name: "Recommendations".to_owned(),
        about: None,
        title: title(document, &list),
        blocks,
    };
    let since = since::section(document);
    [first, cards::section(document, &list)].into_iter().chain(since).collect()
}

fn title(document: &Document, list: &[Ranked]) -> String {
    let wins = list.iter().filter_map(|it| document.get(it.id));
    let wins = wins.filter(|it| quadrant(document, it) == Some(Quadrant::QuickWin)).count();
    let all = counted(list.len(), "recommendation");
    let quick = match wins {
        0 => "none of them is a quick win".to_owned(),
        1 => "1 of them is a quick win".to_owned(),
        wins => format!("{wins} of them are quick wins"),
    };
    let lacking = list.iter().filter_map(|it| document.get(it.id)).filter(|it| lacks(it)).count();
    let lack = match lacking {
        0 => String::new(),
        lacking => format!(", {lacking} {} something", agree(lacking, "lacks", "lack")),
    };
    sentence(&format!("{all}; {quick}{lack}"))
}

fn lacks(recommendation: &Recommendation) -> bool {
    recommendation.progress != Some(Progress::Dropped) && !missing_parts(recommendation).is_empty()
}

fn table(document: &Document, list: &[Ranked]) -> Table {
    let columns = [
        ("", 0.45),
        ("Recommendation", 3.0),
        ("Answers", 0.9),
        ("Owner", 1.4),
        ("Measure of success", 1.8),
        ("Wave", 0.9),
    ];
    let row = |it: &Ranked| {
        let recommendation = document.get(it.id)?;
        Some(Row::new([
            it.place.map_or_else(Cell::dash, |it| Cell::Strong(it.to_string())),
            Cell::Strong(format!("{} {}", recommendation.code(), recommendation.title)),
            answers(document, recommendation),
            owner(document, recommendation),
            part(recommendation, MissingPart::Measure, recommendation.measure.as_ref()),
            part(recommendation, MissingPart::Wave, wave(recommendation)),
        ]))
    };
    Table::of_records(&columns, list.iter().filter_map(row).collect())
}

/// The findings that it answers; a warning where it answers none.
fn answers(document: &Document, recommendation: &Recommendation) -> Cell {
    match references::findings(document, &recommendation.addresses) {
        codes if codes.is_empty() => part(recommendation, MissingPart::Finding, None::<String>),
        codes => Cell::Codes(codes),
    }
}

fn owner(document: &Document, recommendation: &Recommendation) -> Cell {
    let role = recommendation.owner.and_then(|id| document.get(id)).map(|it| &it.title);
    part(recommendation, MissingPart::Owner, role)
}

/// A part of a recommendation; a missing one is a warning in its own place (Q5).
pub(super) fn part(recommendation: &Recommendation, part: MissingPart, value: Option<impl ToString>) -> Cell {
    match value {
        Some(value) => Cell::Text(value.to_string()),
        None if recommendation.progress == Some(Progress::Dropped) => Cell::dash(),
        None => Cell::Signed(Sign::Warning, format!("no {}", part.words())),
    }
}

pub(super) fn wave(recommendation: &Recommendation) -> Option<&'static str> {
    match (recommendation.progress, recommendation.timing) {
        (Some(Progress::Dropped), _) => Some("dropped"),
        (_, Some(Timing::Parked)) => Some("parked"),
        (_, timing) => timing.map(Keyword::label),
    }
}

fn notes(document: &Document, low: u32) -> Vec<String> {
    let ranked = match document.workshop().roadmap.ranking {
        Ranking::ImpactEffort => "the higher impact first, then the lower effort",
        Ranking::Rice => "RICE: reach in a quarter × impact × confidence ÷ person-weeks",
        Ranking::Wsjf => "WSJF: value, urgency and risk together ÷ size of the job",
        Ranking::Votes => "the dots that the room gave",
    };
    let all = document.recommendations_in_order();
    let codes = |keep: &dyn Fn(&Recommendation) -> bool| {
        all.iter().filter(|(_, it)| keep(it)).map(|(_, it)| it.code()).collect::<Vec<_>>().join(", ")
    };
    let open = codes(&|it| quadrant(document, it).is_none());
    let open = if open.is_empty() { open } else { format!(" Not placed yet: {open}.") };
    vec![format!(
        "Ranked by {ranked}; what ranks the same keeps the order in which it was put. Impact and effort were scored 1 to 5 \
         by the room; high starts at {}.{open}",
        low + 1
    )]
}
