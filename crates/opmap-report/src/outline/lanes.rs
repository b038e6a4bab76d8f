//! The register of lanes.

use opmap_model::{Document, JourneyId, Keyword, Lane, MapKey, State};

use super::wording::{agree, sentence, share, state_words};
use super::{Block, Cell, Row, Section, Table, anchor};

pub(super) fn section(document: &Document) -> Section {
    let mut lanes: Vec<(String, &Lane)> = Vec::new();
    for (id, journey) in document.journeys_in_order() {
        for state in State::ALL {
            let view = document.map_view(MapKey { journey: id, state: *state });
            lanes.extend(view.lanes.into_iter().map(|(_, lane)| (journey.title.to_string(), lane)));
        }
    }
    let columns = [
        ("Lane", 2.4),
        ("Kind", 1.2),
        ("Function", 1.5),
        ("Role", 2.4),
        ("Sourcing", 1.2),
        ("On the map", 2.4),
    ];
    let several = document.journeys_in_order().len() > 1;
    let rows = by_maps(&lanes, several, |lane| cells(document, lane));
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
            blocks.extend(agreed(&lanes, several));
            blocks
        },
    }
}

/// A row for each lane, with the maps on which the same is said of it behind; a journey is named where there are several.
fn by_maps(lanes: &[(String, &Lane)], several: bool, cells: impl Fn(&Lane) -> Vec<Cell>) -> Vec<Row> {
    let mut found: Vec<(JourneyId, Vec<Cell>, String)> = Vec::new();
    for (journey, lane) in lanes {
        let cells = cells(lane);
        match found.iter_mut().find(|(of, said, _)| *of == lane.journey && *said == cells) {
            Some((_, _, maps)) => {
                maps.push_str(", ");
                maps.push_str(&state_words(lane.state));
            }
            None => {
                let state = lane.state.label();
                let map = if several {
                    format!("{journey}: {}", state_words(lane.state))
                } else {
                    state.to_owned()
                };
                found.push((lane.journey, cells, map));
            }
        }
    }
    let row = |(_, mut cells, maps): (JourneyId, Vec<Cell>, String)| {
        cells.push(Cell::Text(maps));
        Row::new(cells)
    };
    found.into_iter().map(row).collect()
}

/// Whom lanes serve and what was agreed with those outside, where that was said.
fn agreed(lanes: &[(String, &Lane)], several: bool) -> Vec<Block> {
    let says_so = |lane: &Lane| {
        lane.performer.is_some()
            || lane.dedication.is_some()
            || lane.rationale.is_some()
            || lane.contract.is_some()
            || lane.others_share.is_some()
            || lane.partner_criteria.is_some()
    };
    let lanes: Vec<(String, &Lane)> = lanes.iter().filter(|(_, lane)| says_so(lane)).cloned().collect();
    let rows = by_maps(&lanes, several, |lane| {
        vec![
            Cell::Strong(lane.title.to_string()),
            Cell::optional(lane.performer.map(Keyword::label)),
            Cell::optional(lane.others_share),
            Cell::optional(lane.dedication.map(Keyword::label)),
            Cell::optional_small(lane.rationale.as_ref()),
            Cell::optional_small(lane.contract.as_ref()),
            Cell::optional_small(lane.partner_criteria.as_ref()),
        ]
    });
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("Lane", 1.7),
        ("Done by", 0.9),
        ("Share of others", 0.9),
        ("Dedicated or shared", 1.3),
        ("Why", 2.3),
        ("Contract or outcome", 2.3),
        ("Partners are chosen by", 2.3),
        ("On the map", 1.5),
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

/// What is said of a lane itself.
fn cells(document: &Document, lane: &Lane) -> Vec<Cell> {
    let role = lane.role.and_then(|role| document.get(role)).map(|role| role.title.to_string());
    // A customer has no function and no role in the company.
    let own = |value: Option<String>| match value {
        None if !lane.kind.is_company_side() => Cell::Quiet("not applicable".to_owned()),
        value => Cell::optional(value),
    };
    vec![
        Cell::Strong(lane.title.to_string()),
        Cell::Text(lane.kind.label().to_owned()),
        own(lane.function.as_ref().map(ToString::to_string)),
        own(role),
        own(lane.sourcing.map(|it| it.label().to_owned())),
    ]
}
