//! When it is done: the roadmap in waves, the same as a table, and the first wave to begin with.

use opmap_analysis::{Planned, Roadmap, roadmap};
use opmap_drawing::gantt;
use opmap_model::{Document, Keyword, Recommendation, RecommendationId, Wave, WorkingDays};

use super::wording::{agree, counted, dates, sentence, share};
use super::{Block, Cell, Row, Section, Sign, Table, anchor};

/// The sections, if something stands in a wave.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    let found = roadmap(document);
    if found.planned.is_empty() {
        return Vec::new();
    }
    let whole = Section {
        level: 1,
        upright: false,
        anchor: anchor::ROADMAP.to_owned(),
        name: "Roadmap".to_owned(),
        about: None,
        title: title(document, &found),
        blocks: vec![
            Block::Roadmap(gantt(document)),
            Block::Note(notes(document, &found)),
            Block::Table(table(document, &found)),
        ],
    };
    std::iter::once(whole).chain(first_wave(document, &found)).collect()
}

fn title(document: &Document, found: &Roadmap) -> String {
    let last = found.planned.iter().filter_map(|it| found.calendar.date(it.last?)).max();
    let until = last.map(|it| format!(" until {}", dates(document)(it))).unwrap_or_default();
    let items = counted(found.planned.len(), "recommendation");
    let verb = agree(found.planned.len(), "stands", "stand");
    let order = match (found.circle.len(), impossible(found)) {
        (0, 0) => match found.longest.as_slice() {
            [] => "nothing waits for another".to_owned(),
            chain => format!("the longest chain is {}", codes(document, chain)),
        },
        (0, count) => format!("{} cannot be as planned", counted(count, "dependency").replace("ys", "ies")),
        (count, _) => format!("{count} wait for each other"),
    };
    sentence(&format!("{items} {verb} on the roadmap{until}; {order}"))
}

fn impossible(found: &Roadmap) -> usize {
    found.dependencies.iter().filter(|it| it.impossible.is_some()).count()
}

fn codes(document: &Document, ids: &[RecommendationId]) -> String {
    let codes = ids.iter().filter_map(|id| document.get(*id)).map(Recommendation::code);
    codes.collect::<Vec<_>>().join(", ")
}

/// How the picture is read, and what it does not show.
fn notes(document: &Document, found: &Roadmap) -> String {
    let mut told = "Bars carry the code of the recommendation and of its owner, T where people are trained and P where a \
                    partner takes part. An arrow means: cannot start before. A dotted edge means: nobody has said how long \
                    it takes."
        .to_owned();
    let unknown = found.planned.iter().filter(|it| it.last.is_none()).count();
    let timed = found.planned.len() - unknown;
    told += &format!(
        " {} {} a duration.",
        sentence(&share(timed, found.planned.len(), "bar")),
        agree(timed, "has", "have")
    );
    for (name, ids) in [("Parked", &found.parked), ("Without a wave", &found.unplanned)] {
        if !ids.is_empty() {
            told += &format!(" {name}: {}.", codes(document, ids));
        }
    }
    let over: Vec<RecommendationId> = found.planned.iter().filter(|it| it.overruns).map(|it| it.id).collect();
    if !over.is_empty() {
        told += &format!(
            " Later than {}: {}.",
            if over.len() == 1 { "its wave" } else { "their waves" },
            codes(document, &over)
        );
    }
    told
}

fn table(document: &Document, found: &Roadmap) -> Table {
    let columns = [
        ("Recommendation", 3.2),
        ("Workstream", 1.4),
        ("Owner", 1.6),
        ("Wave", 0.8),
        ("From", 1.3),
        ("To", 1.3),
        ("Days", 0.6),
        ("Slack", 0.8),
        ("After", 0.9),
    ];
    let row = |planned: &Planned| {
        let it = document.get(planned.id)?;
        let workstream = it.workstream.and_then(|id| document.get(id)).map(|it| &it.title);
        let to = planned.last.map(|it| words(document, found, it));
        Some(Row::new([
            Cell::Strong(format!("{} {}", it.code(), it.title)),
            Cell::optional(workstream),
            owner(document, it),
            Cell::Text(planned.wave.label().to_owned()),
            Cell::Text(words(document, found, planned.first)),
            if planned.overruns {
                Cell::Signed(Sign::Warning, to.unwrap_or_else(|| "after its wave".to_owned()))
            } else {
                Cell::optional(to)
            },
            Cell::optional(it.duration.map(WorkingDays::get)),
            match planned.slack {
                Some(0) => Cell::Strong("none".to_owned()),
                slack => Cell::optional(slack.map(|it| counted(usize::try_from(it).unwrap_or(0), "day"))),
            },
            after(document, found, planned.id),
        ]))
    };
    Table::of_records(&columns, found.planned.iter().filter_map(row).collect()).dense()
}

/// What comes first; what cannot be as planned has its sign (Q6).
fn after(document: &Document, found: &Roadmap, id: RecommendationId) -> Cell {
    let waits: Vec<_> = found.dependencies.iter().filter(|it| it.after == id).collect();
    let told = codes(document, &waits.iter().map(|it| it.before).collect::<Vec<_>>());
    match (told.is_empty(), waits.iter().any(|it| it.impossible.is_some())) {
        (true, _) => Cell::dash(),
        (false, true) => Cell::Signed(Sign::Error, told),
        (false, false) => Cell::Text(told),
    }
}

fn owner(document: &Document, recommendation: &Recommendation) -> Cell {
    match recommendation.owner.and_then(|id| document.get(id)) {
        Some(role) => Cell::Text(role.title.to_string()),
        None => Cell::Signed(Sign::Warning, "no owner".to_owned()),
    }
}

/// A day as a date, or by its number while the roadmap has no date.
fn words(document: &Document, found: &Roadmap, at: u64) -> String {
    found.calendar.date(at).map_or_else(|| format!("day {at}"), dates(document))
}

/// What begins in the first wave, in the order in which it begins: the next 30 days.
fn first_wave(document: &Document, found: &Roadmap) -> Option<Section> {
    let first = found.first_wave();
    let name = document.workshop().roadmap.waves.name(Wave::First);
    let columns = [
        ("Begins", 1.2),
        ("What", 3.4),
        ("Who", 1.8),
        ("Done by", 1.2),
        ("How one knows", 2.2),
        ("Progress", 1.0),
    ];
    let row = |planned: &&Planned| {
        let it = document.get(planned.id)?;
        let due = it.due.map(dates(document)).or_else(|| planned.last.map(|it| words(document, found, it)));
        Some(Row::new([
            Cell::Text(words(document, found, planned.first)),
            Cell::Strong(format!("{} {}", it.code(), it.title)),
            owner(document, it),
            Cell::optional(due),
            Cell::optional(it.measure.as_ref()),
            Cell::optional(it.progress.map(Keyword::label)),
        ]))
    };
    let rows: Vec<Row> = first.iter().filter_map(row).collect();
    let owned = first.iter().filter_map(|it| document.get(it.id)).filter(|it| it.owner.is_some()).count();
    let title = format!(
        "{} of the first wave {} an owner",
        share(owned, rows.len(), "recommendation"),
        agree(owned, "has", "have")
    );
    (!rows.is_empty()).then(|| Section {
        level: 2,
        upright: false,
        anchor: "first wave".to_owned(),
        name: sentence(&name),
        about: None,
        title: sentence(&title),
        blocks: vec![Block::Table(Table::of_records(&columns, rows).dense())],
    })
}
