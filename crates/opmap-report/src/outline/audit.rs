//! The audit checklist: what was designed, what is known of it as lived, and boxes to tick on site.

use opmap_analysis::{Analysis, ChangedPart, Difference, DifferenceKind, differences};
use opmap_model::{Document, Journey, JourneyId, MapKey, RecordId, State};

use super::wording::{agree, counted};
use super::{Block, Cell, Row, Section, Table, anchor};

/// A checklist for each journey that was mapped as designed and as lived.
pub(super) fn sections(document: &Document, analysis: &Analysis) -> Vec<Section> {
    let journeys = document.journeys_in_order().into_iter();
    journeys.filter_map(|(id, it)| section(document, analysis, id, it)).collect()
}

/// A row for each step as designed, then one for each other element that differs. Connectors are left to the maps.
fn section(document: &Document, analysis: &Analysis, id: JourneyId, journey: &Journey) -> Option<Section> {
    let [designed, lived] = [State::AsDesigned, State::AsLived].map(|state| MapKey { journey: id, state });
    analysis.flow(designed).and(analysis.flow(lived))?;
    let found = differences(document, id, State::AsDesigned, State::AsLived);
    let steps = document.steps_of_map(designed);
    let mut rows: Vec<Row> = Vec::new();
    let mut differing = 0;
    for (step, it) in &steps {
        let about = |difference: &&Difference| difference.before == Some(RecordId::Step(*step));
        let known: Vec<String> = found.iter().filter(about).map(known).collect();
        differing += usize::from(!known.is_empty());
        let place = [document.get(it.stage).map(|it| &it.title), document.get(it.lane).map(|it| &it.title)];
        let place = place.into_iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        rows.push(row(&format!("{} ({place})", it.title), &known.join("; ")));
    }
    let is_designed_step = |it: &&Difference| matches!(it.before, Some(RecordId::Step(_)));
    for it in found.iter().filter(|it| !is_designed_step(it) && !is_of_connector(it)) {
        let element = it.record().map_or("", |it| it.table().label());
        rows.push(row(&format!("{} ({element})", it.name), &known(it)));
    }
    let columns = [
        ("Element", 4.6),
        ("As mapped today", 3.8),
        ("As designed", 1.1),
        ("Differs", 0.9),
        ("Not seen", 1.0),
        ("What was seen", 3.2),
    ];
    Some(Section {
        level: 1,
        upright: false,
        anchor: anchor::of_map("audit", designed),
        name: "Audit checklist, as designed".to_owned(),
        about: Some(journey.title.to_string()),
        title: title(differing, steps.len()),
        blocks: vec![
            Block::Note(
                "For use on site: tick one box in each row, and write down what was seen where it is not as designed."
                    .to_owned(),
            ),
            Block::Table(Table::of_records(&columns, rows).dense()),
        ],
    })
}

/// Whether it is a connector that differs.
fn is_of_connector(difference: &Difference) -> bool {
    matches!(difference.record(), Some(RecordId::Connector(_)))
}

fn title(differing: usize, steps: usize) -> String {
    let differ = agree(differing, "differs", "differ");
    match differing {
        0 => format!(
            "{} to check on site; as mapped today none differs from the design",
            counted(steps, "step")
        ),
        _ => format!(
            "{} to check on site; as mapped today {differing} {differ} from the design",
            counted(steps, "step")
        ),
    }
}

fn row(element: &str, known: &str) -> Row {
    let known =
        if known.is_empty() { Cell::Quiet("as designed".to_owned()) } else { Cell::Text(known.to_owned()) };
    let tick = || Cell::Tick(String::new());
    Row::new([Cell::Text(element.to_owned()), known, tick(), tick(), tick(), Cell::Text(String::new())])
}

/// What is known of an element as lived.
fn known(difference: &Difference) -> String {
    match &difference.kind {
        DifferenceKind::Added => "+ only as lived".to_owned(),
        DifferenceKind::Gone => "− not as lived".to_owned(),
        DifferenceKind::Moved { .. } => format!("→ moved {}", difference.words()),
        DifferenceKind::Changed { parts } => {
            // The row begins with the name as designed.
            let (name, others): (Vec<_>, Vec<_>) = parts.iter().cloned().partition(ChangedPart::is_name);
            let name = name.first().map(|_| format!("name (now “{}”)", difference.name));
            let others = Difference { kind: DifferenceKind::Changed { parts: others }, ..difference.clone() };
            let words = name.into_iter().chain(Some(others.brief_words()).filter(|it| !it.is_empty()));
            format!("Δ {}", words.collect::<Vec<_>>().join("; "))
        }
    }
}
