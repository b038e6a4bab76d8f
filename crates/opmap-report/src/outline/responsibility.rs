//! Who answers and who decides, from one state of a journey to the next (H4, D11).

use opmap_analysis::{Analysis, Flow, FrontlineDecisions};
use opmap_model::{JourneyId, Keyword, MapKey, State};

use super::wording::percent;
use super::{Block, Cell, Row, Table};

/// A measure of one map: how many of how many, and the share where there is one.
type Measured = (State, usize, usize, u32);

/// A table of both measures by state, where more than one state has values.
pub(super) fn blocks(analysis: &Analysis, journey: JourneyId) -> Vec<Block> {
    let breaks = measured(journey, |map| broken(analysis.flow(map)?));
    let frontline = measured(journey, |map| decided(analysis.frontline(map)?));
    let told = [
        ("Connectors at which accountability changes (H4)", &breaks),
        ("Decisions that the front line takes where it meets customers (D11)", &frontline),
    ];
    let told: Vec<_> = told.into_iter().filter(|it| it.1.len() > 1).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let states: Vec<State> = State::ALL
        .iter()
        .copied()
        .filter(|state| told.iter().any(|it| it.1.iter().any(|of| of.0 == *state)))
        .collect();
    let columns: Vec<(&'static str, f32)> =
        [("What is measured", 3.4)].into_iter().chain(states.iter().map(|it| (it.label(), 2.0))).collect();
    let row = |(name, values): &(&str, &Vec<Measured>)| {
        let cells = states.iter().map(|state| cell(values.iter().find(|it| it.0 == *state)));
        Row::new(std::iter::once(Cell::Strong((*name).to_owned())).chain(cells).collect::<Vec<_>>())
    };
    let rows = told.iter().map(row).collect();
    vec![
        Block::Heading("Who answers and who decides".to_owned()),
        Block::Table(Table::of_records(&columns, rows).dense()),
    ]
}

/// The states of a journey that have a value, in their order.
fn measured(journey: JourneyId, of: impl Fn(MapKey) -> Option<(usize, usize, u32)>) -> Vec<Measured> {
    let value = |state: &State| {
        let (part, whole, permille) = of(MapKey { journey, state: *state })?;
        Some((*state, part, whole, permille))
    };
    State::ALL.iter().filter_map(value).collect()
}

fn broken(flow: &Flow) -> Option<(usize, usize, u32)> {
    let permille = flow.accountability_break_permille()?;
    Some((flow.accountability_breaks.len(), flow.accountability_known, permille))
}

fn decided(it: &FrontlineDecisions) -> Option<(usize, usize, u32)> {
    Some((it.by_frontline, it.at_frontstage, it.permille()?))
}

fn cell(value: Option<&Measured>) -> Cell {
    match value {
        Some((_, part, whole, permille)) => Cell::Text(format!("{part} of {whole}, {}", percent(*permille))),
        None => Cell::Quiet("not available".to_owned()),
    }
}
