//! How long one map takes, and where the time goes.

use opmap_analysis::{Analysis, Flow, LeadTime, Rolled, Spent};
use opmap_model::{Document, Journey, Keyword, State, ValueTag};

use super::wording::{
    adjective, agree, counted, duration, percent, sentence, share as share_of, state_words,
};
use super::{Block, Cell, Figure, Row, Section, Sign, Table, anchor};

/// The section, if a step of the map has a time. Of a map other than the one as lived few times are only listed.
pub(super) fn section(
    document: &Document,
    analysis: &Analysis,
    journey: &Journey,
    flow: &Flow,
) -> Option<Section> {
    let lead_time = analysis.lead_time(flow.map)?;
    let by_stage = by_stage(document, flow, lead_time);
    let blocks = if flow.map.state == State::AsLived || lead_time.is_mostly_timed() {
        let note = note(document, flow, lead_time);
        let heading = Block::NotedHeading { words: "Where the time goes".to_owned(), note };
        let mut blocks = vec![Block::Figures(figures(lead_time)), heading, Block::Table(by_stage)];
        if lead_time.by_value.keys().any(Option::is_some) {
            blocks.push(Block::Heading("What the time is worth to the customer".to_owned()));
            blocks.push(Block::Table(by_value(lead_time)));
        }
        blocks
    } else {
        vec![Block::Table(by_stage)]
    };
    Some(Section {
        level: 2,
        upright: false,
        anchor: anchor::of_map("lead-time", flow.map),
        name: format!("Lead time, {}", state_words(flow.map.state)),
        about: Some(journey.title.to_string()),
        title: title(document, flow, lead_time),
        blocks,
    })
}

/// Few times are no time of the whole: then the title says of how many steps they are.
fn title(document: &Document, flow: &Flow, lead_time: &LeadTime) -> String {
    let whole = duration(lead_time.lead_secs);
    if !lead_time.is_mostly_timed() {
        return sentence(&format!(
            "{} on the way through the {} map {} a time, {whole} in all",
            share_of(lead_time.timed, lead_time.critical.len(), "step"),
            adjective(flow.map.state),
            agree(lead_time.timed, "has", "have")
        ));
    }
    let slowest = lead_time.slowest_stage().and_then(|id| document.get(id)).map(|it| &it.title);
    let longest = slowest.map(|it| format!("; most of it goes into “{it}”")).unwrap_or_default();
    match lead_time.activity_permille() {
        Some(share) => format!(
            "The {} map takes {whole}, {} of that is work{longest}",
            adjective(flow.map.state),
            percent(share)
        ),
        None => format!("The {} map takes {whole}{longest}", adjective(flow.map.state)),
    }
}

fn figures(lead_time: &LeadTime) -> Vec<Figure> {
    let figure = |value: String, words: String| Figure { value, words };
    let mut figures =
        vec![figure(duration(lead_time.lead_secs), "from the first step to the last (H8)".to_owned())];
    if let Some(share) = lead_time.activity_permille() {
        figures.push(figure(percent(share), "of that is work (H9)".to_owned()));
    }
    if let Some(rolled) = lead_time.rolled {
        figures.push(figure(rolled_value(rolled), format!("{} (H6)", rolled_words(rolled))));
    }
    let (timed, all) = (lead_time.timed, lead_time.critical.len());
    figures.push(figure(format!("{timed} of {all}"), "steps on that way have a time".to_owned()));
    figures
}

/// How often it is right all the way.
pub(super) fn rolled_value(rolled: Rolled) -> String {
    if rolled.permille < 10 { "under 1\u{2009}%".to_owned() } else { percent(rolled.permille) }
}

/// What that counts.
pub(super) fn rolled_words(rolled: Rolled) -> String {
    format!("right the first time all the way, by {} of {} steps", rolled.known, rolled.of)
}

fn by_stage(document: &Document, flow: &Flow, lead_time: &LeadTime) -> Table {
    let whole: u64 = lead_time.by_stage.values().map(Spent::whole).sum();
    let longest = lead_time.by_stage.values().filter_map(|it| it.wait_secs).max().filter(|it| *it > 0);
    let view = document.map_view(flow.map);
    let rows = view.stages.iter().filter_map(|(id, stage)| {
        let spent = lead_time.by_stage.get(id)?;
        let waiting = match spent.wait_secs {
            Some(longest_wait) if spent.wait_secs == longest => {
                Cell::Signed(Sign::Warning, format!("{}, the longest", duration(longest_wait)))
            }
            other => Cell::optional(other.map(duration)),
        };
        Some(Row::new([
            Cell::Strong(stage.title.to_string()),
            waiting,
            Cell::optional(spent.work_secs.map(duration)),
            Cell::Text(share(spent.whole(), whole)),
        ]))
    });
    let columns = [("Stage", 3.0), ("Waiting", 2.0), ("Work", 2.0), ("Share of all time", 1.6)];
    Table::of_records(&columns, rows.collect()).dense()
}

fn by_value(lead_time: &LeadTime) -> Table {
    let whole: u64 = lead_time.by_value.values().map(Spent::whole).sum();
    let tags = ValueTag::ALL.iter().copied().map(Some).chain([None]);
    let rows = tags.filter_map(|tag| {
        let spent = lead_time.by_value.get(&tag)?;
        let name =
            tag.map_or_else(|| Cell::Quiet("not set".to_owned()), |it| Cell::Strong(it.label().to_owned()));
        Some(Row::new([
            name,
            Cell::optional(spent.wait_secs.map(duration)),
            Cell::optional(spent.work_secs.map(duration)),
            Cell::Text(share(spent.whole(), whole)),
        ]))
    });
    let columns = [("Value", 3.0), ("Waiting", 2.0), ("Work", 2.0), ("Share of all time", 1.6)];
    Table::of_records(&columns, rows.collect()).dense()
}

fn note(document: &Document, flow: &Flow, lead_time: &LeadTime) -> String {
    let untimed = document.map_view(flow.map).stages.len() - lead_time.by_stage.len();
    let untimed = match untimed {
        0 => String::new(),
        count => {
            format!(" {} without any {} not listed.", counted(count, "stage"), agree(count, "is", "are"))
        }
    };
    let timed = counted(lead_time.timed, "step");
    let clocks = if lead_time.mixes_clocks { " It adds business hours to calendar hours (H10)." } else { "" };
    format!(
        "The lead time is the longest way of waiting and work through the map, rework left out. {timed} of the {} on it \
         {} a time; what is not set is left out.{untimed}{clocks}",
        lead_time.critical.len(),
        if lead_time.timed == 1 { "has" } else { "have" }
    )
}

fn share(part: u64, whole: u64) -> String {
    let permille = (part * 2_000 + whole).checked_div(whole * 2).and_then(|it| u32::try_from(it).ok());
    permille.map_or_else(|| "–".to_owned(), percent)
}
