mod actions;
mod checks;
mod chosen;
mod connectors;
mod contents;
mod differences;
mod evidence;
mod findings;
mod options;
mod personas;
mod rights;
mod role_card;
mod shifts;
mod summary;
mod titles;
mod whole;

use std::fmt::Write;

use chrono::DateTime;
use expect_test::Expect;
use opmap_analysis::analyze;
use opmap_model::{Document, ReportSettings, Title, notation};
use uuid::Uuid;

use super::{Block, Cell, MapPicture, Outline, Summary, Table, outline};
use crate::ReportOptions;

/// The outline as text: sections by level, tables with their cells side by side.
fn told(outline: &Outline) -> String {
    let mut told = String::new();
    if let Some(cover) = &outline.cover {
        _ = writeln!(told, "{:?} {} / {}", cover.client, cover.title, cover.lines.join(" / "));
    }
    for section in &outline.sections {
        let mark = "#".repeat(usize::from(section.level));
        _ = writeln!(told, "{mark} {}: {}", section.name, section.title);
        for block in &section.blocks {
            match block {
                Block::Heading(words) => _ = writeln!(told, "  {words}:"),
                Block::NotedHeading { words, note } => _ = writeln!(told, "  {words} ({note}):"),
                Block::Note(words) => _ = writeln!(told, "  ({words})"),
                Block::Place(anchor) => {
                    _ = writeln!(told, "  @{}", anchor.split(' ').next().unwrap_or_default());
                }
                Block::Contents => told.push_str("  of all other sections\n"),
                Block::Summary(summary) => tell_summary(&mut told, summary),
                Block::Figures(figures) => {
                    for figure in figures {
                        _ = writeln!(told, "  [{}] {}", figure.value, figure.words);
                    }
                }
                Block::Table(table) => tell_table(&mut told, table),
                Block::Map(picture) => _ = writeln!(told, "  map {}", picture_words(*picture)),
                Block::MapKeys(pictures) => {
                    let pictures: Vec<_> = pictures.iter().copied().map(picture_words).collect();
                    _ = writeln!(told, "  keys of maps: {}", pictures.join(", "));
                }
                Block::Shifts { axes, table } => {
                    _ = writeln!(told, "  radar of {} axes", axes.len());
                    tell_table(&mut told, table);
                }
                Block::ShiftGaps => told.push_str("  gap bars\n"),
                Block::Roadmap(it) => _ = writeln!(told, "  roadmap of {} bars", it.bars().count()),
                Block::Board { items, low, table } => {
                    _ = writeln!(told, "  board of {} items, high from {}", items.len(), low + 1);
                    tell_table(&mut told, table);
                }
                Block::Sentiment(map) => _ = writeln!(told, "  sentiment {:?}", map.state),
            }
        }
    }
    told
}

fn tell_summary(told: &mut String, summary: &Summary) {
    _ = writeln!(told, "  {}", summary.situation);
    for (figure, anchor) in &summary.figures {
        let place = anchor.split(' ').next().unwrap_or_default();
        _ = writeln!(told, "  [{}] {} → {place}", figure.value, figure.words);
    }
    for list in summary.left.iter().chain(&summary.right) {
        _ = writeln!(told, "  {}:", list.heading);
        for it in &list.points {
            let owner = it.owner.as_ref().map(|it| format!(" / {it}")).unwrap_or_default();
            let codes: String = it.codes.iter().map(|it| format!(" {}", it.words)).collect();
            _ = writeln!(told, "  - {} | {}{owner}{codes}", it.label, it.words);
        }
        if let Some(rest) = list.rest() {
            _ = writeln!(told, "  ({rest})");
        }
    }
}

fn picture_words(picture: MapPicture) -> String {
    match picture {
        MapPicture::State(map) => format!("{:?}", map.state),
        MapPicture::Differences { before, after, .. } => format!("of differences {before:?} {after:?}"),
    }
}

fn tell_table(told: &mut String, table: &Table) {
    let heads: Vec<&str> =
        table.columns.iter().map(|column| column.head.as_ref()).filter(|it| !it.is_empty()).collect();
    if !heads.is_empty() {
        _ = writeln!(told, "  {}", heads.join(" | ").replace('\n', " / "));
    }
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(words).collect();
        _ = writeln!(told, "  - {}", cells.join(" | ").replace('\n', " / "));
    }
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Strong(it) | Cell::Text(it) | Cell::Small(it) => it.clone(),
        Cell::Quiet(it) => format!("({it})"),
        Cell::Bars { counts, agreed } => format!("bars {counts:?}, agreed {agreed:?}"),
        Cell::Letter { letter, of_lane: true } => format!("({})", letter.sign()),
        Cell::Letter { letter, of_lane: false } => letter.sign().to_owned(),
        Cell::Tick(it) => format!("[ ] {it}"),
        Cell::Signed(sign, it) => format!("{sign:?}! {it}"),
        Cell::Codes(codes) => codes.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(" "),
        Cell::Page(anchor) => format!("→ {}", anchor.split(' ').next().unwrap_or_default()),
    }
}

fn check(text: &str, want: Expect) {
    let document = parsed(text);
    want.assert_eq(&told(&outline(&document, &analyze(&document), &options())));
}

fn parsed(text: &str) -> Document {
    let mut next = 0;
    notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}

fn options() -> ReportOptions {
    ReportOptions {
        printed_at: DateTime::parse_from_rfc3339("2026-06-19T09:30:00+02:00").unwrap(),
        settings: ReportSettings { version: Title::new("0.3").ok(), ..ReportSettings::default() },
    }
}
