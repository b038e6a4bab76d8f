//! What belongs together stays on one page, whatever the sections hold.

use opmap_drawing::Fonts;
use proptest::prelude::*;

use super::law::violations;
use super::{options, parse, texts};
use crate::outline::{Block, Cell, Figure, Outline, Row, Section, Table};
use crate::{Page, Paper, Part, PartKind, outline, pages};

fn words(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec("[a-zäß]{1,11}", 1..most).prop_map(|words| words.join(" "))
}

fn table() -> impl Strategy<Value = Table> {
    let row = (words(3), words(40), words(120));
    let row = row
        .prop_map(|(name, text, small)| Row::new([Cell::Strong(name), Cell::Text(text), Cell::Small(small)]));
    let columns = [("Name", 1.0), ("What it does and for whom", 2.0), ("Remark", 2.0)];
    proptest::collection::vec(row, 1..30).prop_map(move |rows| Table::of_records(&columns, rows))
}

fn block() -> impl Strategy<Value = Block> {
    let figure = words(9).prop_map(|words| Figure { value: "9 of 20".to_owned(), words });
    prop_oneof![
        words(12).prop_map(Block::Heading),
        (words(12), words(60)).prop_map(|(words, note)| Block::NotedHeading { words, note }),
        words(60).prop_map(Block::Note),
        proptest::collection::vec(figure, 1..6).prop_map(Block::Figures),
        table().prop_map(Block::Table),
    ]
}

/// Sections without cover and contents; each ends with a remark, so that no heading is the last of a section.
fn outlines() -> impl Strategy<Value = Outline> {
    let section = (any::<bool>(), words(20), proptest::collection::vec(block(), 0..9));
    let sections = proptest::collection::vec(section, 1..4);
    (sections, any::<bool>()).prop_map(|(sections, is_letter)| {
        let document = parse("workshop \"Any\"\nclient \"Client\"");
        let analysis = opmap_analysis::analyze(&document);
        let paper = if is_letter { Paper::Letter } else { Paper::A4 };
        let plain = outline(&document, &analysis, &options(paper));
        let section = |(number, (upright, title, mut blocks)): (usize, (bool, String, Vec<Block>))| {
            blocks.push(Block::Note("The end".to_owned()));
            let (anchor, name) = (format!("section {number}"), format!("Section {number}"));
            Section { level: 1, upright, anchor, name, about: None, title, blocks }
        };
        Outline { cover: None, sections: sections.into_iter().enumerate().map(section).collect(), ..plain }
    })
}

/// The tables of a page with the number of their body rows.
fn rows_of_tables(page: &Page) -> impl Iterator<Item = usize> + '_ {
    let is_body = |row: &&Part| row.parts.iter().any(|cell| cell.kind == PartKind::Cell);
    page.parts
        .iter()
        .filter(|part| part.kind == PartKind::Table)
        .map(move |table| table.parts.iter().filter(is_body).count())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn headings_stand_above_something_and_rows_are_whole(outline in outlines()) {
        let pages = pages(&outline, &parse("workshop \"Any\""), Fonts::shipped());
        prop_assert_eq!(violations(&pages), Vec::<String>::new());
        // No row of these is higher than a page, so there are as many on paper as in the outline.
        let tables = outline.sections.iter().flat_map(|it| &it.blocks).filter_map(|it| match it {
            Block::Table(table) => Some(table.rows.len()),
            _ => None,
        });
        let notes = outline.sections.iter().flat_map(|it| &it.blocks);
        let notes = notes.filter(|it| matches!(it, Block::NotedHeading { .. })).count();
        let footnotes = pages.iter().flat_map(|it| &it.parts).filter(|it| it.kind == PartKind::Footnote);
        prop_assert_eq!(footnotes.count(), notes, "every remark is on paper once");
        for page in &pages {
            let refers = |name: &str| name.starts_with("footnote ") && name.ends_with(" from");
            let references = page.anchors.iter().filter(|it| refers(&it.name)).count();
            let there = page.parts.iter().filter(|it| it.kind == PartKind::Footnote).count();
            prop_assert_eq!(references, there, "each stands on the page that refers to it");
        }
        let on_paper: usize = pages.iter().flat_map(rows_of_tables).sum();
        prop_assert_eq!(tables.sum::<usize>(), on_paper);
    }
}

/// An outline of one section, otherwise like another.
fn of_section(plain: &Outline, upright: bool, blocks: Vec<Block>) -> Outline {
    let (anchor, name, title) = ("a".to_owned(), "A".to_owned(), "1".to_owned());
    let section = Section { level: 1, upright, anchor, name, about: None, title, blocks };
    Outline { cover: None, sections: vec![section], ..plain.clone() }
}

#[test]
fn a_short_table_is_not_broken_wherever_it_would_begin() {
    let document = parse("workshop \"Any\"");
    let plain = outline(&document, &opmap_analysis::analyze(&document), &options(Paper::A4));
    for (upright, rows, above) in [true, false]
        .into_iter()
        .flat_map(|upright| (1..6).flat_map(move |rows| (0..60).map(move |above| (upright, rows, above))))
    {
        let row = |_| Row::new([Cell::Strong("Name".to_owned()), Cell::Text("Words".to_owned())]);
        let short = Table::of_records(&[("Name", 1.0), ("Words", 2.0)], (0..rows).map(row).collect());
        let lines = (0..above).map(|_| Block::Note("A line".to_owned()));
        let blocks = lines.chain([Block::Heading("A heading".to_owned()), Block::Table(short)]).collect();
        let pages = pages(&of_section(&plain, upright, blocks), &document, Fonts::shipped());
        assert_eq!(violations(&pages), Vec::<String>::new());
        let found: Vec<usize> = pages.iter().flat_map(rows_of_tables).collect();
        assert_eq!(found, [rows], "{rows} rows below {above} lines stand on one page, upright: {upright}");
        let with_table = pages.iter().find(|it| rows_of_tables(it).next().is_some());
        let is_below = with_table.is_some_and(|it| texts(it).any(|it| it.text == "A heading"));
        assert!(is_below, "{rows} rows below {above} lines stand below their heading, upright: {upright}");
    }
}

#[test]
fn a_broken_table_begins_with_three_rows_and_ends_with_two_wherever_it_begins() {
    let document = parse("workshop \"Any\"");
    let plain = outline(&document, &opmap_analysis::analyze(&document), &options(Paper::A4));
    let begins = [true, false].into_iter().flat_map(|upright| (0..60).map(move |above| (upright, above)));
    for ((upright, above), rows) in begins.flat_map(|it| [4, 5, 90].map(|rows| (it, rows))) {
        let tall = if rows < 90 { "Words, and more of them. ".repeat(30) } else { "Words".to_owned() };
        let row = |_| Row::new([Cell::Strong("Name".to_owned()), Cell::Text(tall.clone())]);
        let table = Table::of_records(&[("Name", 1.0), ("Words", 2.0)], (0..rows).map(row).collect());
        let lines = (0..above).map(|_| Block::Note("A line".to_owned()));
        let blocks = lines.chain([Block::Table(table)]).collect();
        let pages = pages(&of_section(&plain, upright, blocks), &document, Fonts::shipped());
        let parts: Vec<usize> = pages.iter().flat_map(rows_of_tables).collect();
        assert_eq!(parts.iter().sum::<usize>(), rows);
        assert!(parts[0] >= 3, "below {above} lines: {parts:?}, upright: {upright}");
        assert!(parts[parts.len() - 1] >= 2, "below {above} lines: {parts:?}, upright: {upright}");
    }
}
