//! One journey map.

use opmap_analysis::Flow;
use opmap_model::{Document, Journey};

use super::wording::{adjective, agree, counted, sentence, share, state_words};
use super::{Block, MapPicture, Section, anchor};

pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Section {
    Section {
        level: 2,
        upright: false,
        anchor: anchor::map(flow.map),
        name: format!("Journey map, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: title(document, flow),
        blocks: vec![Block::Map(MapPicture::State(flow.map))],
    }
}

fn title(document: &Document, flow: &Flow) -> String {
    let state = adjective(flow.map.state);
    let (missing, handoffs) = (flow.without_owner.len(), flow.handoffs.len());
    if handoffs == 0 {
        let stages = counted(document.stages_of_map(flow.map).len(), "stage");
        return format!("The {state} map has {} in {stages} and no handoff", counted(flow.steps, "step"));
    }
    let told = if missing == 0 {
        format!("{} {} an owner", share(handoffs, handoffs, "handoff"), agree(handoffs, "has", "have"))
    } else {
        format!("{} {} no owner", share(missing, handoffs, "handoff"), agree(missing, "has", "have"))
    };
    sentence(&format!("{told} in the {state} map"))
}
