//! The report is as the workshop's settings have it: for whom, what it holds in which order, its titles and its dates.

use opmap_analysis::analyze;
use opmap_model::{Chapter, Document, English, MapKey, ReportScope, ReportSettings, State, Title};

use super::summary::sample;
use super::{options, outline, parsed, told};
use crate::outline::{Block, Cell, Row};
use crate::{Outline, ReportOptions};

fn chosen(document: &Document, settings: ReportSettings) -> Outline {
    outline(document, &analyze(document), &ReportOptions { settings, ..options() })
}

fn chapters(outline: &Outline) -> Vec<Chapter> {
    outline.chapters.iter().map(|(chapter, _)| *chapter).collect()
}

#[test]
fn those_who_decide_get_four_sections() {
    let settings = ReportSettings { scope: ReportScope::Executive, ..ReportSettings::default() };
    let outline = chosen(&sample(), settings);
    let names: Vec<&str> = outline.sections.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Executive summary", "The seven shifts", "Recommendations", "Roadmap"]);
    assert_eq!(outline.cover, None);
}

#[test]
fn those_who_hold_roles_get_a_card_each() {
    let settings = ReportSettings { scope: ReportScope::RoleCards, ..ReportSettings::default() };
    let document = sample();
    let outline = chosen(&document, settings);
    assert_eq!(outline.sections.len(), document.roles().len());
    assert!(outline.sections.iter().all(|it| it.name == "Role card" && it.upright));
}

#[test]
fn those_who_check_on_site_get_a_row_for_each_step_as_designed_with_boxes_to_tick() {
    let settings = ReportSettings { scope: ReportScope::AuditChecklists, ..ReportSettings::default() };
    let document = sample();
    let outline = chosen(&document, settings);
    let [list] = &outline.sections[..] else { panic!("one journey has one list: {outline:?}") };
    let tables = list.blocks.iter().filter_map(|it| match it {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows: Vec<&Row> = tables.flat_map(|it| &it.rows).collect();
    let (journey, _) = document.journeys_in_order()[0];
    let steps = document.steps_of_map(MapKey { journey, state: State::AsDesigned });
    let named = |row: &&Row, title: &str| matches!(&row.cells[0], Cell::Text(it) if it.starts_with(title));
    assert!(steps.iter().all(|(_, step)| rows.iter().any(|it| named(it, step.title.as_str()))));
    let ticks = |row: &&Row| row.cells.iter().filter(|it| matches!(it, Cell::Tick(_))).count();
    assert!(rows.iter().all(|it| ticks(it) == 3));
}

#[test]
fn where_there_is_nothing_to_show_a_page_says_why() {
    let document = parsed("workshop \"Nothing yet\"\n");
    for (scope, word) in
        [(ReportScope::RoleCards, "Roles were not discussed"), (ReportScope::AuditChecklists, "as designed")]
    {
        let outline = chosen(&document, ReportSettings { scope, ..ReportSettings::default() });
        assert!(told(&outline).contains(word), "{scope:?}: {}", told(&outline));
    }
}

#[test]
fn chapters_are_left_out_and_moved() {
    let settings = ReportSettings {
        order: vec![Chapter::Roadmap, Chapter::Summary],
        left_out: [Chapter::Glossary, Chapter::Logs].into(),
        ..ReportSettings::default()
    };
    let usual = chapters(&chosen(&sample(), ReportSettings::default()));
    let found = chapters(&chosen(&sample(), settings));
    assert_eq!(found.first(), Some(&Chapter::Roadmap));
    assert!(!found.contains(&Chapter::Glossary) && !found.contains(&Chapter::Logs));
    assert_eq!(found.len() + 2, usual.len());
}

#[test]
fn a_map_is_left_out_with_all_that_is_about_it() {
    let document = sample();
    let (journey, _) = document.journeys_in_order()[0];
    let designed = MapKey { journey, state: State::AsDesigned };
    let settings = ReportSettings { maps_left_out: [designed].into(), ..ReportSettings::default() };
    let about = |it: &Outline| {
        let names = it.sections.iter().filter(|it| it.name.ends_with("as designed"));
        names.map(|it| it.name.clone()).collect::<Vec<_>>()
    };
    assert!(about(&chosen(&document, ReportSettings::default())).len() > 2);
    assert_eq!(about(&chosen(&document, settings)), [""; 0]);
}

#[test]
fn a_title_is_reworded_and_the_generated_one_kept() {
    let title = |text: &str| Title::new(text).unwrap();
    let titles = [(title("shifts"), title("We are at 2.3 of 5")), (title("no section"), title("Nowhere"))];
    let usual = chosen(&sample(), ReportSettings::default());
    let settings = ReportSettings { titles: titles.into(), ..ReportSettings::default() };
    let found = chosen(&sample(), settings);
    let at = |it: &Outline| it.sections.iter().position(|it| it.anchor == "shifts").unwrap();
    assert_eq!(found.sections[at(&found)].title, "We are at 2.3 of 5");
    assert_eq!(found.generated_titles.get("shifts"), Some(&usual.sections[at(&usual)].title));
    assert_eq!(found.generated_titles.len(), 1);
}

/// The months that stand behind a day as in British dates: `18 June`.
fn british(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &str| word.len() <= 2 && word.parse::<u8>().is_ok();
    let is_month = |word: &str| ["June", "July", "August", "November", "December"].contains(&word);
    words.windows(2).filter(|it| is_day(it[0]) && is_month(it[1])).map(|it| it.join(" ")).collect()
}

#[test]
fn dates_are_in_the_english_that_is_chosen() {
    let text = include_str!("../../../../../assets/templates/halden-broadband.txt");
    let american = super::summary::parsed(&format!("{text}\nreport english=american\n"));
    let settings = american.workshop().report.clone();
    assert_eq!(settings.english, English::American);
    let found = told(&chosen(&american, settings));
    assert_eq!(british(&found), [""; 0]);
    assert!(found.contains("June 18, 2026"));
    assert!(british(&told(&chosen(&sample(), ReportSettings::default()))).len() > 20);
}
