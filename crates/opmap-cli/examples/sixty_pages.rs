//! The report of sixty pages that programs which write PDF are compared by, from the harness that compares them:
//! `sixty_pages REPORT.json OUT.pdf`, or with `.opmap` behind `OUT` the workshop that `opmap-cli report` takes.
//!
//! Cover, contents, twenty maps of fifty steps, each as a poster, ten matrices of forty rows and twelve roles, a radar, a
//! board, and sixteen pages of text. It is what a report does (outline, layout, drawing, tags), on given content.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use chrono::DateTime;
use opmap_drawing::{BoardItem, Colours, Fonts, RadarAxis, WaveSign};
use opmap_model::{Document, Letter, MapKey, Paper, Rating, RecommendationId, State, WideMaps, notation};
use opmap_report::{
    Block, Cell, Column, Cover, DocumentInfo, Frame, Look, MapPicture, Outline, Row, Section, Table,
    TableKind, pages, pdf,
};
use opmap_store::DocumentFile;
use serde::Deserialize;
use uuid::Uuid;

#[derive(Deserialize)]
struct Report {
    title: String,
    subtitle: String,
    journeys: Vec<Journey>,
    raci: Vec<Matrix>,
    texts: Vec<Prose>,
    radar: Radar,
    matrix: Vec<Opportunity>,
}

#[derive(Deserialize)]
struct Journey {
    title: String,
    lanes: Vec<Named>,
    stages: Vec<Named>,
    steps: Vec<Step>,
    handoffs: Vec<Handoff>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
struct Step {
    id: String,
    lane: usize,
    stage: usize,
    title: String,
    channel: String,
    role: String,
}

#[derive(Deserialize)]
struct Handoff {
    from: String,
    to: String,
}

#[derive(Deserialize)]
struct Matrix {
    title: String,
    roles: Vec<String>,
    rows: Vec<Task>,
}

#[derive(Deserialize)]
struct Task {
    task: String,
    cells: Vec<String>,
}

#[derive(Deserialize)]
struct Prose {
    title: String,
    paras: Vec<String>,
}

#[derive(Deserialize)]
struct Radar {
    axes: Vec<String>,
    now: Vec<u8>,
    target: Vec<u8>,
}

#[derive(Deserialize)]
struct Opportunity {
    label: String,
    x: f32,
    y: f32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [from, to] = &words[..] else { return Err("REPORT.json OUT".into()) };
    let report: Report = serde_json::from_slice(&fs::read(from)?)?;
    let document = workshop(&report)?;
    let moment = DateTime::parse_from_rfc3339("2026-03-02T14:03:00+01:00")?;
    if to.ends_with(".opmap") {
        DocumentFile::create(Path::new(to), &document, moment)?;
        return Ok(());
    }
    let fonts = Fonts::shipped();
    let pages = pages(&outline(&report, &document), &document, fonts);
    let info = DocumentInfo {
        title: report.title.clone(),
        author: String::new(),
        subject: report.subtitle.clone(),
        language: "en".to_owned(),
        printed_at: moment,
    };
    fs::write(to, pdf(&pages, &info, &Colours::default(), fonts)?.bytes)?;
    Ok(())
}

/// The journeys as a workshop. Who does a step and by which channel stands in its title, as the harness looks for it.
fn workshop(report: &Report) -> Result<Document, Box<dyn Error>> {
    let mut lines = format!("workshop \"{}\"\n", report.title);
    for (number, journey) in report.journeys.iter().enumerate() {
        writeln!(lines, "journey j{number} \"{}\"\nmap j{number} as-lived", journey.title)?;
        for (stage, it) in journey.stages.iter().enumerate() {
            writeln!(lines, "stage st{stage} \"{}\"", it.name)?;
        }
        for (lane, it) in journey.lanes.iter().enumerate() {
            let kind = if lane == 0 { "customer" } else { "backstage" };
            writeln!(lines, "lane l{lane} \"{}\" kind={kind}", it.name)?;
        }
        for it in &journey.steps {
            let Step { id, lane, stage, title, channel, role } = it;
            writeln!(lines, "step {id} \"{title} {role} - {channel}\" at=st{stage}/l{lane}")?;
        }
        for it in &journey.handoffs {
            writeln!(lines, "flow {} -> {}", it.from, it.to)?;
        }
    }
    let mut next = 0;
    Ok(notation::parse(&lines, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })?)
}

fn outline(report: &Report, document: &Document) -> Outline {
    let journeys = document.journeys_in_order();
    let mut sections = Vec::new();
    for (number, it) in report.journeys.iter().enumerate() {
        let map = MapKey { journey: journeys[number].0, state: State::AsLived };
        sections.push(section(
            format!("journey-{number}"),
            &it.title,
            vec![Block::Map(MapPicture::State(map))],
        ));
    }
    for it in &report.raci {
        sections.push(section(it.title.clone(), &it.title, vec![Block::Table(matrix(it))]));
    }
    sections.push(section("maturity".to_owned(), "Maturity", vec![radar(&report.radar)]));
    sections.push(section("priorities".to_owned(), "Priorities", vec![board(&report.matrix)]));
    for it in &report.texts {
        sections.push(section(it.title.clone(), &it.title, vec![Block::Table(prose(it))]));
    }
    Outline {
        paper: Paper::A4,
        cover: Some(Cover {
            client: None,
            title: report.title.clone(),
            subtitle: report.subtitle.clone(),
            lines: Vec::new(),
            art: None,
        }),
        frame: Frame {
            client: None,
            workshop: report.title.clone(),
            confidentiality: None,
            issue: "2 March 2026".to_owned(),
            footer: None,
            look: Look { wide_maps: WideMaps::Poster, ..Look::default() },
        },
        sections,
        chapters: Default::default(),
        generated_titles: Default::default(),
    }
}

fn section(anchor: String, title: &str, blocks: Vec<Block>) -> Section {
    let title = title.to_owned();
    Section { level: 1, upright: false, anchor, name: title.clone(), about: None, title, blocks }
}

fn matrix(matrix: &Matrix) -> Table {
    let cell = |letter: &String| match Letter::from_sign(letter) {
        Some(letter) => Cell::Letter { letter, of_lane: false },
        None => Cell::Text(letter.clone()),
    };
    let row = |it: &Task| Row {
        anchor: None,
        cells: [Cell::Text(it.task.clone())].into_iter().chain(it.cells.iter().map(cell)).collect(),
    };
    let table = table(
        [("Task", 4.6)].into_iter().chain(matrix.roles.iter().map(|it| (it.as_str(), 1.6))),
        matrix.rows.iter().map(row),
    );
    Table { kind: TableKind::Matrix { names: 1 }, ..table }
}

/// Text in the size in which a report sets what is to be read.
fn prose(prose: &Prose) -> Table {
    let row = |(number, text): (usize, &String)| Row {
        anchor: None,
        cells: vec![Cell::Strong(number.to_string()), Cell::Text(text.clone())],
    };
    let rows = (1..).zip(&prose.paras).map(row);
    let table = table([("", 1.0), ("", 8.0)].into_iter(), rows);
    Table { kind: TableKind::Facts, dense: false, ..table }
}

fn radar(radar: &Radar) -> Block {
    let axes: Vec<RadarAxis> = (0..radar.axes.len())
        .map(|at| RadarAxis {
            name: radar.axes[at].clone(),
            now: Some(radar.now[at]),
            target: Some(radar.target[at]),
            earlier: None,
        })
        .collect();
    let level = |level: Option<u8>| Cell::Text(level.unwrap_or_default().to_string());
    let rows = axes.iter().map(|it| Row {
        anchor: None,
        cells: vec![Cell::Text(it.name.clone()), level(it.now), level(it.target)],
    });
    let table = table([("Shift", 3.0), ("Today", 1.0), ("Wanted", 1.0)].into_iter(), rows);
    Block::Shifts { axes, table }
}

fn board(matrix: &[Opportunity]) -> Block {
    let rating = |share: f32| Rating::new((1.0 + share * 4.0).round() as u8).expect("1 to 5");
    let item = |(number, it): (u128, &Opportunity)| BoardItem {
        id: RecommendationId::from(Uuid::from_u128(number)),
        code: format!("R{number}"),
        impact: rating(it.y),
        effort: rating(it.x),
        wave: WaveSign::Open,
    };
    let rows = matrix.iter().map(|it| Row { anchor: None, cells: vec![Cell::Text(it.label.clone())] });
    Block::Board {
        items: (1..).zip(matrix).map(item).collect(),
        low: 3,
        table: table([("Opportunity", 1.0)].into_iter(), rows),
    }
}

fn table<'t>(columns: impl Iterator<Item = (&'t str, f32)>, rows: impl Iterator<Item = Row>) -> Table {
    let column = |(head, share): (&str, f32)| Column { head: Cow::Owned(head.to_owned()), share };
    Table {
        kind: TableKind::Records,
        dense: true,
        columns: columns.map(column).collect(),
        rows: rows.collect(),
    }
}
