//! Where the customer changes the channel on one map, and whether what is known goes along.

use opmap_analysis::{Flow, channel_switches};
use opmap_model::{Document, Journey};

use super::wording::{adjective, agree, counted, sentence, share, state_words};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

/// The section, if the channel changes somewhere.
pub(super) fn section(document: &Document, journey: &Journey, flow: &Flow) -> Option<Section> {
    let switches = channel_switches(document, flow.map);
    let rows = switches.iter().filter_map(|switch| {
        let connector = document.get(switch.connector)?;
        let (from, to) = (document.get(connector.from)?, document.get(connector.to)?);
        let channel = |id| document.get(id).map(|it: &opmap_model::Channel| it.title.to_string());
        Some(Row::new([
            Cell::Strong(from.title.to_string()),
            Cell::optional(channel(switch.from)),
            Cell::Strong(to.title.to_string()),
            Cell::optional(channel(switch.to)),
            match connector.context_carried {
                Some(true) => Cell::Signed(Sign::InOrder, "yes".to_owned()),
                Some(false) => Cell::Signed(Sign::Warning, "no, it is asked again".to_owned()),
                None => Cell::Quiet("not set".to_owned()),
            },
        ]))
    });
    let rows: Vec<Row> = rows.collect();
    let count = |carried: Option<bool>| {
        let said = switches.iter().filter_map(|it| document.get(it.connector));
        said.filter(|it| it.context_carried == carried).count()
    };
    let (carried, asked, open) = (count(Some(true)), count(Some(false)), count(None));
    let columns = [
        ("From", 2.6),
        ("Channel before", 1.4),
        ("To", 2.6),
        ("Channel after", 1.4),
        ("What is known goes along", 2.2),
    ];
    (carried + asked + open > 0).then(|| Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("switches", flow.map),
        name: format!("Channel changes, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: title([carried, asked, open], adjective(flow.map.state)),
        blocks: vec![Block::Table(Table::of_records(&columns, rows).dense())],
    })
}

/// At how many changes the customer has to tell it again, and at how many nobody has said.
fn title([carried, asked, open]: [usize; 3], state: &str) -> String {
    let (all, place) = (carried + asked + open, format!("in the {state} map"));
    if open == all {
        let changes = counted(all, "channel change");
        return format!("The {state} map has {changes}; whether what is known goes along is not set");
    }
    let lost = format!("{} {place} {}", share(asked, all, "channel change"), agree(asked, "asks", "ask"));
    let unknown = match open {
        0 => String::new(),
        open => format!("; of {open} nobody has said"),
    };
    sentence(&format!("{lost} the customer again{unknown}"))
}
