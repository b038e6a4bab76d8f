//! Content that nobody hopes for.

use std::fmt::Write;

use opmap_drawing::TextRole;
use opmap_model::{Document, generate};

use super::law::violations;
use super::{parse, printed, squeezed, texts};
use crate::{Page, Paper};

/// A title of 200 characters without a single place to break.
fn unbreakable(first: &str) -> String {
    format!("{first}{}", "Wx".repeat(100)).chars().take(200).collect()
}

fn long(first: &str) -> String {
    let words = "in words that go on and on for as long as a title may be ".repeat(4);
    format!("{first} {words}").chars().take(199).collect::<String>().trim().to_owned()
}

fn hostile() -> Document {
    let note = "A note of many short words. ".repeat(360).chars().take(9_990).collect::<String>();
    let lines = "A line of its own\\n".repeat(400);
    let mut text = format!(
        "workshop \"{}\"\nclient \"{}\"\npurpose \"{}\"\ngoals \"{lines}\"\nfacilitator \"{}\"\n",
        long("Workshop"),
        unbreakable("Client"),
        "Purpose".repeat(1_400),
        long("Facilitator"),
    );
    _ = writeln!(text, "role r \"{}\" function=\"{}\"", unbreakable("Role"), long("Function"));
    _ = writeln!(text, "journey j \"{}\" owner=r\nmap j as-lived", unbreakable("Journey"));
    for stage in 0..3 {
        _ = writeln!(text, "stage s{stage} \"{}\"", unbreakable(&format!("Stage{stage}")));
    }
    for (lane, kind) in [(0, "customer"), (1, "frontstage"), (2, "backstage"), (3, "partner")] {
        let title = long(&format!("Lane {lane}"));
        _ = writeln!(text, "lane l{lane} \"{title}\" kind={kind} function=\"{}\"", unbreakable("F"));
    }
    for step in 0..24 {
        let title =
            if step % 2 == 0 { unbreakable(&format!("Step{step}")) } else { long(&format!("Step {step}")) };
        let note = if step == 5 { format!(" note=\"{note}\"") } else { String::new() };
        _ = writeln!(text, "step p{step} \"{title}\" at=s{}/l{}{note}", step / 8, step % 4);
    }
    for step in 1..24 {
        _ = writeln!(
            text,
            "flow p{} -> p{step} label=\"{}\" information=\"{}\"",
            step - 1,
            unbreakable("Label"),
            long("Information")
        );
    }
    parse(&text)
}

#[test]
fn endless_words_and_notes_stay_on_the_page_and_whole() {
    let document = hostile();
    for paper in [Paper::A4, Paper::Letter] {
        let pages = printed(&document, paper);
        assert_eq!(violations(&pages), [""; 0], "{paper:?}");
        let written = squeezed(pages.iter().skip(1).flat_map(texts).map(|text| text.text.as_str()));
        for step in document.steps().values() {
            assert!(written.contains(&squeezed([step.title.as_str()])), "{} is on no page", step.title);
        }
    }
}

#[test]
fn a_note_that_is_longer_than_a_page_goes_on_without_losing_a_word() {
    let document = hostile();
    let pages = printed(&document, Paper::A4);
    let note = document.steps().values().find_map(|step| step.note.as_ref()).unwrap().to_string();
    let marks = || pages.iter().flat_map(texts).filter(|text| text.role == TextRole::TableCell);
    let left = marks().find(|text| text.text.starts_with("A note")).unwrap().at.x;
    let column = marks().filter(|text| (text.at.x - left).abs() < 0.01).map(|text| text.text.as_str());
    assert!(squeezed(column).contains(&squeezed([note.as_str()])));
}

#[test]
fn a_thousand_steps_are_cut_into_parts_with_legible_titles() {
    let document = generate::document(&generate::Options { steps: 1_000, lanes: 8, stages: 12, seed: 7 });
    let pages = printed(&document, Paper::A4);
    assert_eq!(violations(&pages), [""; 0]);
    let parts = |page: &&Page| page.bookmarks.iter().any(|it| it.title.starts_with("Part "));
    let parts: Vec<&Page> = pages.iter().filter(parts).collect();
    assert!(parts.len() > 20, "{} parts", parts.len());
    for step in document.steps().values() {
        let (first, _) = step.title.as_str().split_once(' ').unwrap();
        let on_maps = parts.iter().flat_map(|page| texts(page));
        let mut labels = on_maps.filter(|text| text.role == TextRole::Label && text.text.starts_with(first));
        assert!(labels.all(|text| text.size >= 6.0), "{} is too small", step.title);
    }
}

#[test]
fn the_summary_stays_on_its_page_whatever_it_has_to_say() {
    let mut text = format!(
        "workshop \"W\"\nclient \"{}\"\npurpose \"{}. More.\"\nroadmap-start 2026-07-01\n",
        unbreakable("Client"),
        "Wx".repeat(110)
    );
    _ = writeln!(
        text,
        "role o \"{}\"\njourney j \"{}\" owner=o\nmap j as-lived",
        unbreakable("Role"),
        unbreakable("J")
    );
    text.push_str("stage s \"One\"\nlane a \"A\" kind=frontstage\nlane b \"B\" kind=backstage\n");
    text.push_str(
        "step x \"X\" at=s/a work=1h wait=2h first-time-right=50%\nstep y \"Y\" at=s/b\nflow x -> y\n",
    );
    for number in 1..=9 {
        let title = |first: &str| if number % 2 == 0 { unbreakable(first) } else { long(first) };
        let recommended = title(&format!("R{number}"));
        _ = writeln!(
            text,
            "recommendation r{number} \"{recommended}\" impact=5 effort=1 timing=wave1 owner=o"
        );
        _ = writeln!(text, "finding F{number} \"{}\" severity=error", title(&format!("F{number}")));
        _ = writeln!(text, "choice \"{}\"", title(&format!("Choice{number}")));
        _ = writeln!(text, "milestone \"{}\" day={number}", title(&format!("Milestone{number}")));
    }
    let document = parse(&text);
    for paper in [Paper::A4, Paper::Letter] {
        let pages = printed(&document, paper);
        assert_eq!(violations(&pages), [""; 0], "{paper:?}");
        let starts = |name: &str| {
            pages
                .iter()
                .position(|page| page.bookmarks.iter().any(|it| it.title == name && it.level == 1))
                .unwrap()
        };
        let summary = starts("Executive summary");
        let says = |page: &Page, words: &str| texts(page).any(|it| it.text == words);
        assert!(["What we found", "In the next 30 days"].iter().all(|it| says(&pages[summary], it)));
        assert!(!pages[summary + 1].bookmarks.is_empty(), "the next section begins on the next page");
    }
}
