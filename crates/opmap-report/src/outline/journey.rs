//! A journey: its owner and its maps.

use opmap_analysis::{Analysis, Flow, Overlay};
use opmap_drawing::overlay_words;
use opmap_model::{Document, Journey, JourneyId, Keyword, MapKey, State};

use super::differences::WANTED;
use super::wording::{adjective, agree, counted, sentence, share};
use super::{
    Block, Cell, MapPicture, Row, Section, Table, anchor, cards, handoffs, lead_time, map, options, personas,
    responsibility, sentiment, switches,
};

/// What is said of the whole of one journey, its maps, and what was measured and heard along them.
pub(super) fn sections(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
) -> Vec<Section> {
    let flows: Vec<&Flow> = analysis.flows.iter().filter(|flow| flow.map.journey == id).collect();
    let differences = WANTED.map(document, analysis, id, journey);
    let mut overview = overview(document, analysis, id, journey, &flows);
    let pictures = flows.iter().map(|flow| MapPicture::State(flow.map));
    let compared = differences.as_ref().map(|_| WANTED.picture(id));
    let pictures: Vec<MapPicture> = pictures.chain(compared).collect();
    overview.blocks.extend((!pictures.is_empty()).then_some(Block::MapKeys(pictures)));
    let mut sections = vec![overview];
    sections.extend(flows.iter().map(|flow| map::section(document, journey, flow)));
    sections.extend(differences);
    sections.extend(options::section(document, analysis, id, journey));
    // Behind the maps, since what follows begins below the curve, and below no map.
    sections.extend(flows.iter().filter_map(|flow| sentiment::section(document, journey, flow)));
    // What was designed is looked up with its tables.
    let argued = || flows.iter().filter(|it| it.map.state != State::AsDesigned);
    sections.extend(argued().filter_map(|flow| lead_time::section(document, analysis, journey, flow)));
    sections.extend(argued().filter_map(|flow| cards::section(document, journey, flow)));
    sections.extend(argued().filter_map(|flow| personas::section(document, journey, flow)));
    sections.extend(argued().filter_map(|flow| handoffs::section(document, journey, flow)));
    sections.extend(argued().filter_map(|flow| switches::section(document, journey, flow)));
    sections
}

fn overview(
    document: &Document,
    analysis: &Analysis,
    id: JourneyId,
    journey: &Journey,
    flows: &[&Flow],
) -> Section {
    let owner = journey.owner.and_then(|owner| document.get(owner)).map(|role| &role.title);
    let persona = journey.persona.and_then(|persona| document.get(persona)).map(|it| &it.title);
    let mut facts =
        vec![("Journey", Cell::Text(journey.title.to_string())), ("Owner", Cell::optional(owner))];
    facts.extend(persona.map(|it| ("Told about", Cell::Text(it.to_string()))));
    let columns = [
        ("Map", 2.1),
        ("Stages", 1.3),
        ("Lanes", 0.9),
        ("Steps", 0.9),
        ("Handoffs", 1.2),
        ("Without owner", 1.4),
        ("All seven parts set", 1.6),
        ("To another function", 1.6),
        ("Where", 1.0),
    ];
    let maps = State::ALL.iter().filter_map(|state| {
        let key = MapKey { journey: id, state: *state };
        let flow = analysis.flow(key);
        (flow.is_some() || !state.is_option()).then(|| map_row(document, flow, key, columns.len()))
    });
    let mut blocks = vec![
        Block::Table(Table::in_twos(facts)),
        Block::Heading("Its maps".to_owned()),
        Block::Table(Table::of_records(&columns, maps.collect()).dense()),
        Block::Note(
            "A handoff leads to another lane of the company. Its seven parts: from, to, trigger, information, owner, time \
             limit, acknowledgement (H1, H11)."
                .to_owned(),
        ),
    ];
    blocks.extend(bottlenecks(document, flows));
    blocks.extend(responsibility::blocks(analysis, id));
    Section {
        level: 1,
        upright: false,
        anchor: anchor::journey(id),
        name: journey.title.to_string(),
        about: None,
        title: title(flows),
        blocks,
    }
}

/// The worst steps of each map by each measure with their figures; nothing where neither a wait nor a share is set and
/// the work changes hands nowhere.
fn bottlenecks(document: &Document, flows: &[&Flow]) -> Option<Block> {
    let row = |flow: &&Flow| {
        let known = opmap_analysis::bottlenecks(document, flow.map);
        let is_set =
            known.waits.known > 0 || known.right_first_time.known > 0 || !known.handoffs.steps.is_empty();
        let words = overlay_words(document, flow.map, Overlay::Bottlenecks);
        let name = Cell::Strong(flow.map.state.label().to_owned());
        is_set.then(|| Row::new([name, Cell::Text(words.found.join(" "))]))
    };
    let rows: Vec<Row> = flows.iter().filter_map(row).collect();
    (!rows.is_empty())
        .then(|| Block::Table(Table::of_records(&[("Map", 1.5), ("Bottlenecks", 10.5)], rows).dense()))
}

fn title(flows: &[&Flow]) -> String {
    let lived = flows.iter().find(|flow| flow.map.state == State::AsLived).or(flows.first());
    let maps = counted(flows.len(), "map");
    if let Some(change) = change(flows) {
        return change;
    }
    match lived {
        None => "None of the 3 maps of this journey was discussed".to_owned(),
        Some(flow) if flow.handoffs.is_empty() => {
            let steps = counted(flow.steps, "step");
            format!("{maps} of this journey; {steps} and no handoff in the {} one", adjective(flow.map.state))
        }
        Some(flow) => {
            let complete = share(flow.complete, flow.handoffs.len(), "handoff");
            let (is, state) = (agree(flow.complete, "is", "are"), adjective(flow.map.state));
            sentence(&format!("{complete} {is} fully agreed in the {state} map"))
        }
    }
}

/// How many handoffs there are as lived and to be, and how many of them have no owner.
fn change(flows: &[&Flow]) -> Option<String> {
    let of =
        |state: State| flows.iter().find(|it| it.map.state == state).filter(|it| !it.handoffs.is_empty());
    let (lived, wanted) = (of(State::AsLived)?, of(State::ToBe)?);
    Some(format!(
        "{} as lived and {} to be; without an owner {} and {}",
        counted(lived.handoffs.len(), "handoff"),
        wanted.handoffs.len(),
        lived.without_owner.len(),
        wanted.without_owner.len()
    ))
}

fn map_row(document: &Document, flow: Option<&Flow>, key: MapKey, columns: usize) -> Row {
    let name = Cell::Strong(key.state.label().to_owned());
    let Some(flow) = flow else {
        let mut cells = vec![name, Cell::Quiet("not discussed".to_owned())];
        cells.resize(columns, Cell::dash());
        return Row::new(cells);
    };
    let view = document.map_view(key);
    let across = match flow.functions_known {
        0 => Cell::Quiet("not available".to_owned()),
        known => Cell::Text(format!("{} of {known}", flow.across_functions)),
    };
    Row::new([
        name,
        Cell::number(view.stages.len()),
        Cell::number(view.lanes.len()),
        Cell::number(flow.steps),
        Cell::number(flow.handoffs.len()),
        Cell::number(flow.without_owner.len()),
        Cell::number(flow.complete),
        across,
        Cell::Page(anchor::map(key)),
    ])
}
