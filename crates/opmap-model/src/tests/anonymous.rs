//! A copy without names: nothing of them is found in it, and it is as good a workshop as the one it was made of.

use super::numbered;
use crate::{Document, generate, notation};

const SAMPLE: &str = include_str!("../../../../assets/templates/halden-broadband.txt");

fn parsed(text: &str) -> Document {
    notation::parse(text, &mut numbered()).unwrap()
}

/// Every text of a document, a line each, in small letters: what stands in quotes in the notation.
fn said(document: &Document) -> String {
    let printed = notation::print(document).replace("\\\"", "'").replace("\\n", " ");
    let texts: Vec<&str> = printed.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).collect();
    texts.join("\n").to_lowercase()
}

/// All names that must be gone, in small letters.
fn names(document: &Document) -> Vec<String> {
    let workshop = document.workshop();
    let roles = document.roles().values();
    let mut names: Vec<String> = roles
        .flat_map(|it| [Some(&it.title), it.person.as_ref()])
        .flatten()
        .map(ToString::to_string)
        .collect();
    names.extend(document.participants().values().map(|it| it.title.to_string()));
    names.extend([&workshop.client, &workshop.facilitator].into_iter().flatten().map(ToString::to_string));
    names.into_iter().map(|it| it.to_lowercase()).collect()
}

/// Whether words stand somewhere in a text, with no letter or digit before or behind them.
fn stands_in(words: &str, text: &str) -> bool {
    let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next())
    })
}

fn check_clean(document: &Document) {
    let copy = document.anonymised();
    assert_eq!(copy.violations(), []);
    let said = said(&copy);
    for name in names(document) {
        assert!(!stands_in(&name, &said), "{name} is still there");
    }
    assert!(copy.logos().is_empty());
    let again: Document = serde_json::from_str(&serde_json::to_string(&copy).unwrap()).unwrap();
    assert_eq!(again, copy, "every text keeps its limit");
}

#[test]
fn the_sample_names_no_one_any_more() {
    check_clean(&parsed(SAMPLE));
}

#[test]
fn no_text_of_any_kind_is_forgotten() {
    // Each text of the sample and of a made-up workshop with the client, a role and a person behind it.
    let made = generate::document(&generate::Options { steps: 60, lanes: 5, stages: 4, seed: 3 });
    for text in [SAMPLE.to_owned(), notation::print(&made)] {
        let planted: String = text
            .lines()
            .map(|line| {
                let is_text = |line: &str| !line.starts_with('#') && !line.starts_with("png");
                let parts: Vec<&str> = line.split('"').collect();
                let planted = parts.iter().enumerate().map(|(at, it)| match at % 2 {
                    1 if is_text(line)
                        && it.chars().count() < 150
                        && !it.ends_with('\\')
                        && !it.starts_with('R') =>
                    {
                        format!("{it} for QUENBY, by Zork and Yvette Xu")
                    }
                    _ => (*it).to_owned(),
                });
                planted.collect::<Vec<_>>().join("\"") + "\n"
            })
            .collect();
        let planted = format!("{planted}\nrole zork \"Zork\" person=\"Yvette Xu\"\n");
        let mut document = parsed(&planted);
        document.workshop.client = Some(crate::Title::new("Quenby").unwrap());
        let copy = said(&document.anonymised());
        for name in ["quenby", "zork", "yvette"] {
            assert!(said(&document).matches(name).count() > 100, "{name} was planted");
            let left: Vec<&str> =
                copy.match_indices(name).map(|(at, _)| &copy[at.saturating_sub(60)..at]).collect();
            assert_eq!(left, [""; 0], "{name} is left");
        }
    }
}

#[test]
fn names_are_whole_words_in_any_case_and_number_the_longest_first() {
    let copy = parsed(
        "workshop \"ACME’s repairs\"\nclient \"Acme\"\nfacilitator \"Ada Lovelace\"\n\
         purpose \"The LEAD of acmes and the team  lead, not leading. Ada\\nLovelace asks (Acme).\"\n\
         role l \"Lead\"\nrole t \"Team lead\" person=\"Bo\"\nrole b \"Board\"\nparticipant p \"Bo\"\n\
         activity x \"TL tells the boards; tl does not\"",
    )
    .anonymised();
    let workshop = copy.workshop();
    assert_eq!(workshop.title.as_str(), "Client’s repairs");
    assert_eq!(
        workshop.purpose.as_ref().unwrap().as_str(),
        "The Role A of Client and the Role B, not leading. Facilitator asks (Client)."
    );
    let role = copy.roles().values().find(|it| it.person.is_some()).unwrap();
    assert_eq!((role.title.as_str(), role.person.as_ref().unwrap().as_str()), ("Role B", "Person A"));
    assert_eq!(copy.participants().values().next().unwrap().title.as_str(), "Person A", "the same person");
    assert_eq!(copy.activities().values().next().unwrap().title.as_str(), "RB tells the Role C; tl does not");
}

#[test]
fn hostile_names_go_too() {
    let roles =
        ["A", "Role", "Position A", "Post", "Client", "B", "ß", "—", "İ", "Service advisor", "advisor"];
    let mut text = String::from("workshop \"A role for a client\"\nclient \"Company\"\n");
    for (number, role) in roles.iter().enumerate() {
        text += &format!("role r{number} \"{role}\"\n");
    }
    text += &format!("activity x \"{}\"\n", "A b ".repeat(50).trim());
    let document = parsed(&text);
    check_clean(&document);
    let titles: std::collections::BTreeSet<String> =
        document.anonymised().roles().values().map(|it| it.title.to_string()).collect();
    assert_eq!(titles.len(), roles.len(), "different roles stay different: {titles:?}");
    let long = document.anonymised();
    let long = long.activities().values().next().unwrap().title.as_str();
    assert!(long.chars().count() == 200 && long.ends_with('…'), "{long}");
}

#[test]
fn a_name_is_found_without_its_accents_too() {
    let copy = parsed(
        "workshop \"W\"\npurpose \"Jose asks the chef d'équipe; the JOSE\u{301}S wait, josef does not.\"\n\
         role c \"Chef d’équipe\" person=\"José\"\nrole w \"Weiß\"\nactivity x \"Weiss or weiße\"",
    )
    .anonymised();
    let purpose = copy.workshop().purpose.as_ref().unwrap().as_str().to_owned();
    assert_eq!(purpose, "Person A asks the Role A; the Person A wait, josef does not.");
    assert_eq!(copy.activities().values().next().unwrap().title.as_str(), "Role B or weiße");
}
