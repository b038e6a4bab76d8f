//! The register of lanes.

use opmap_model::{Document, Keyword, Lane, MapKey, State};

use super::wording::{agree, sentence, share};
use super::{Block, Cell, Row, Section, Table, anchor};

pub(super) fn section(document: &Document) -> Section {
    let mut lanes: Vec<(String, &Lane)> = Vec::new();
    for (id, journey) in document.journeys_in_order() {
        for state in State::ALL {
            let view = document.map_view(MapKey { journey: id, state: *state });
            lanes.extend(view.lanes.into_iter().map(|(_, lane)| (journey.title.to_string(), lane)));
        }
    }
    let columns =
        [("Map", 2.4), ("Lane", 2.4), ("Kind", 1.2), ("Function", 1.5), ("Role", 2.4), ("Sourcing", 1.2)];
    let several = document.journeys_in_order().len() > 1;
    let map = |journey: &str, lane: &Lane| match lane.state.label() {
        state if several => format!("{state}: {journey}"),
        state => state.to_owned(),
    };
    let mut above = None;
    let rows = lanes.iter().map(|(journey, lane)| {
        let map = map(journey, lane);
        let is_first = above.replace(lane.map()) != Some(lane.map());
        row(document, if is_first { Cell::Text(map) } else { Cell::Quiet(map) }, lane)
    });
    let rows = rows.collect();
    Section {
        level: 1,
        upright: false,
        anchor: anchor::LANES.to_owned(),
        name: "Lanes".to_owned(),
        about: None,
        title: title(&lanes),
        blocks: if lanes.is_empty() {
            vec![Block::Note("Lanes were not discussed.".to_owned())]
        } else {
            let mut blocks = vec![Block::Table(Table::of_records(&columns, rows).dense())];
            blocks.extend(agreed(&lanes, map));
            blocks
        },
    }
}

/// Whom lanes serve and what was agreed with those outside, where that was said.
fn agreed(lanes: &[(String, &Lane)], map: impl Fn(&str, &Lane) -> String) -> Vec<Block> {
    let says_so = |lane: &Lane| {
        lane.performer.is_some()
            || lane.dedication.is_some()
            || lane.rationale.is_some()
            || lane.contract.is_some()
            || lane.others_share.is_some()
            || lane.partner_criteria.is_some()
    };
    let rows: Vec<Row> = lanes
        .iter()
        .filter(|(_, lane)| says_so(lane))
        .map(|(journey, lane)| {
            Row::new([
                Cell::Text(map(journey, lane)),
                Cell::Strong(lane.title.to_string()),
                Cell::optional(lane.performer.map(Keyword::label)),
                Cell::optional(lane.others_share),
                Cell::optional(lane.dedication.map(Keyword::label)),
                Cell::optional_small(lane.rationale.as_ref()),
                Cell::optional_small(lane.contract.as_ref()),
                Cell::optional_small(lane.partner_criteria.as_ref()),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("Map", 1.5),
        ("Lane", 1.7),
        ("Done by", 0.9),
        ("Share of others", 0.9),
        ("Dedicated or shared", 1.3),
        ("Why", 2.3),
        ("Contract or outcome", 2.3),
        ("Partners are chosen by", 2.3),
    ];
    vec![
        Block::Heading("Whom they serve, and what was agreed".to_owned()),
        Block::Table(Table::of_records(&columns, rows).dense()),
    ]
}

fn title(lanes: &[(String, &Lane)]) -> String {
    let company: Vec<&Lane> =
        lanes.iter().map(|(_, lane)| *lane).filter(|lane| lane.kind.is_company_side()).collect();
    let named = company.iter().filter(|lane| lane.role.is_some()).count();
    match company.len() {
        0 => "Lanes on the company’s side were not discussed".to_owned(),
        all => {
            let told = share(named, all, "company lane");
            sentence(&format!("{told} {} the role that does the work", agree(named, "names", "name")))
        }
    }
}

fn row(document: &Document, map: Cell, lane: &Lane) -> Row {
    let role = lane.role.and_then(|role| document.get(role)).map(|role| role.title.to_string());
    // A customer has no function and no role in the company.
    let own = |value: Option<String>| match value {
        None if !lane.kind.is_company_side() => Cell::Quiet("not applicable".to_owned()),
        value => Cell::optional(value),
    };
    Row::new([
        map,
        Cell::Strong(lane.title.to_string()),
        Cell::Text(lane.kind.label().to_owned()),
        own(lane.function.as_ref().map(ToString::to_string)),
        own(role),
        own(lane.sourcing.map(|it| it.label().to_owned())),
    ])
}
