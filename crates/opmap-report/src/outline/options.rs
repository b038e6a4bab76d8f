//! The options of what is wanted in a journey, side by side.

use std::borrow::Cow;

use opmap_analysis::{Analysis, MeasureRow, options};
use opmap_model::{Document, Journey, JourneyId, Keyword, MapKey, State};

use super::wording::counted;
use super::{Block, Cell, Column, Row, Section, Table, anchor};

/// The section, if there is something to choose from.
pub(super) fn section(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
) -> Option<Section> {
    let found = options(document, analysis, id)?;
    let head = |state: &State| match state {
        State::ToBe => "To be (chosen)".to_owned(),
        other => other.label().to_owned(),
    };
    let title = title(analysis, id, &found.columns);
    let table = side_by_side(found.columns.iter().map(head).collect(), found.rows);
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("options", MapKey { journey: id, state: State::ToBe }),
        name: "Options of what is wanted".to_owned(),
        about: Some(journey.title.to_string()),
        title,
        blocks: vec![Block::Table(table), Block::Note(NOTE.to_owned())],
    })
}

const NOTE: &str = "The option that is chosen is the one to be. A dash: nothing of that is set. Accountability changes where \
    different roles answer at the two ends of a connector (H4); the lead time is the longest way from a first step to a \
    last (H8), and right the first time is the product along it (H6).";

/// How long each option is, and how often the work changes hands in it.
fn title(analysis: &Analysis, journey: JourneyId, states: &[State]) -> String {
    let options = states.iter().filter(|it| **it != State::AsLived);
    let told = options.clone().filter_map(|state| {
        let flow = analysis.flow(MapKey { journey, state: *state })?;
        let name = if *state == State::ToBe { "the one chosen" } else { state.label() };
        Some(format!(
            "{name} has {} and {}",
            counted(flow.steps, "step"),
            counted(flow.handoffs.len(), "handoff")
        ))
    });
    format!(
        "{} to choose from: {}",
        counted(options.clone().count(), "option"),
        told.collect::<Vec<_>>().join("; ")
    )
}

/// A table of several of a kind, a column for each.
pub(super) fn side_by_side(heads: Vec<String>, rows: Vec<MeasureRow>) -> Table {
    let measure = Column { head: Cow::Borrowed("Measure"), share: 3.0 };
    let columns = heads.into_iter().map(|it| Column { head: Cow::Owned(it), share: 2.4 });
    let rows = rows.into_iter().map(|row| {
        let values = row.values.into_iter().map(|it| it.map_or_else(Cell::dash, Cell::Text));
        Row::new(std::iter::once(Cell::Strong(row.measure.to_owned())).chain(values).collect::<Vec<_>>())
    });
    Table::with_columns(std::iter::once(measure).chain(columns).collect(), rows.collect()).dense()
}
