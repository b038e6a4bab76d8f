//! What stays out of the report: what is internal, and on request names and notes.

use opmap_drawing::Fonts;
use opmap_model::{Document, ReportSettings};

use super::{options, parse, sample, texts};
use crate::{Page, Paper, Part, PartKind, ReportOptions, outline, report};

const SAMPLE: &str = include_str!("../../../../../assets/templates/halden-broadband.txt");

/// All that pages say, shown or read aloud, a page a line, in small letters.
fn said(pages: &[Page]) -> String {
    fn read(parts: &[Part], words: &mut Vec<String>) {
        for part in parts {
            if let PartKind::Figure(told) = &part.kind {
                words.push(told.clone());
            }
            read(&part.parts, words);
        }
    }
    let of_page = |page: &Page| {
        let mut words: Vec<String> = texts(page).map(|it| it.text.clone()).collect();
        words.extend(page.links.iter().map(|it| it.title.clone()));
        words.extend(page.bookmarks.iter().map(|it| it.title.clone()));
        read(&page.parts, &mut words);
        words.join(" ").to_lowercase()
    };
    pages.iter().map(of_page).collect::<Vec<_>>().join("\n")
}

fn chosen(settings: ReportSettings) -> ReportOptions {
    ReportOptions { settings, ..options(Paper::A4) }
}

fn stands_in(words: &str, text: &str) -> bool {
    let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next())
    })
}

fn names(document: &Document) -> Vec<String> {
    let mut names: Vec<String> = document.roles().values().map(|it| it.title.to_string()).collect();
    names.extend(document.participants().values().map(|it| it.title.to_string()));
    names.extend(["Halden Broadband".to_owned(), "Tern and Alder".to_owned()]);
    // What a perspective is called is no name of anyone.
    names.retain(|it| it != "Consultant");
    names
}

#[test]
fn an_anonymised_report_names_no_one() {
    let document = sample();
    let plain = said(&report(&document, &options(Paper::A4), Fonts::shipped()));
    let options = chosen(ReportSettings { anonymised: true, ..ReportSettings::default() });
    let copy = said(&report(&document, &options, Fonts::shipped()));
    for name in names(&document) {
        let name = name.to_lowercase();
        assert!(stands_in(&name, &plain), "{name} is in the other report");
        assert!(!stands_in(&name, &copy), "{name} is still there");
    }
    assert!(stands_in("role a", &copy) && stands_in("client", &copy));
    let info = options.info(&document);
    assert_eq!(
        (info.title.as_str(), info.author.as_str()),
        ("Client: restore a broken home connection", "Facilitator")
    );
}

#[test]
fn what_is_internal_is_on_no_page() {
    let mut planted = 0;
    let lines = SAMPLE.lines().map(|line| {
        let is_step = line.starts_with("step ");
        planted += usize::from(is_step);
        let note = if is_step { " internal-note=\"ZORKLE of a step\"" } else { "" };
        let is_card = line.starts_with("quote looks-for-news");
        let card = if is_card { "\nquote looks-for-news \"ZORKLE of a card\" internal=yes" } else { "" };
        format!("{line}{note}{card}\n")
    });
    let mut text: String = lines.collect();
    text += "evidence E77 \"ZORKLE of evidence\" internal=yes source=\"ZORKLE source\" shifts=roles\n";
    text = text.replace("evidence=E3,E7", "evidence=E3,E7,E77");
    let document = parse(&text);
    assert!(planted > 100 && document.cards().values().any(|it| it.internal), "it was planted");
    let analysis = opmap_analysis::analyze(&document);
    let told = format!("{:?}", outline(&document, &analysis, &options(Paper::A4)));
    let pages = said(&report(&document, &options(Paper::A4), Fonts::shipped()));
    for marker in ["zorkle", "e77"] {
        assert!(!told.to_lowercase().contains(marker), "{marker} is in the outline");
        assert!(!pages.contains(marker), "{marker} is on a page");
    }
}

#[test]
fn without_notes_no_note_is_told() {
    let marked = |line: &str| match line.split_once(" note=\"") {
        Some((before, after)) => format!("{before} note=\"ZORKLE {after}\n"),
        None => format!("{line}\n"),
    };
    let document = parse(&SAMPLE.lines().map(marked).collect::<String>());
    let plain = said(&report(&document, &options(Paper::A4), Fonts::shipped()));
    assert!(plain.matches("zorkle").count() > 50);
    let options = chosen(ReportSettings { without_notes: true, ..ReportSettings::default() });
    assert!(!said(&report(&document, &options, Fonts::shipped())).contains("zorkle"));
}
