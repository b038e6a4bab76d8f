use std::process::Command;

use chrono::Local;
use opmap_exchange::json;
use opmap_model::notation;
use opmap_store::DocumentFile;
use uuid::Uuid;

use super::Desk;

#[test]
fn json_holds_the_whole_workshop() {
    let desk = Desk::with_sample();
    let printed = desk.run(&["export", "--json", "a.opmap"]).succeeds();
    let file = DocumentFile::open_read_only(&desk.path("a.opmap")).unwrap();
    assert!(json::read(printed.as_bytes()).unwrap() == *file.document());
    assert_eq!(desk.run(&["export", "--json", "a.opmap", "-o", "a.json"]).succeeds(), "");
    assert!(desk.bytes("a.json") == printed.as_bytes());
}

#[test]
fn json_leaves_out_what_is_not_revealed_and_says_so() {
    let desk = Desk::new();
    let text = "workshop \"W\"\nparticipant ann \"Ann\"\nround roles blind\nanswer ann 2\n";
    let mut next = 0;
    let document = notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    });
    DocumentFile::create(&desk.path("a.opmap"), &document.unwrap(), Local::now().fixed_offset()).unwrap();
    let ran = desk.run(&["export", "--json", "a.opmap"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, "1 round is not revealed yet and is left out.\n"));
    assert!(json::read(ran.out.as_bytes()).unwrap().rounds().is_empty(), "{}", ran.out);
}

#[test]
fn svg_draws_the_map_that_was_asked_for() {
    let desk = Desk::with_sample();
    let lived = desk.run(&["export", "--svg", "a.opmap"]).succeeds();
    assert!(lived.starts_with("<svg ") && lived.trim_end().ends_with("</svg>"));
    assert!(lived.contains(">Customer<"), "lanes are named");
    let to_be = desk.run(&["export", "--svg", "--state", "to-be", "--journey", "1", "a.opmap"]).succeeds();
    assert!(to_be.starts_with("<svg ") && to_be != lived);
}

#[test]
fn the_board_and_the_roadmap_are_pictures_of_their_own() {
    let desk = Desk::with_sample();
    let board = desk.run(&["export", "--board", "a.opmap"]).succeeds();
    assert!(board.starts_with("<svg ") && board.contains(">Quick wins<"), "{board}");
    let roadmap = desk.run(&["export", "--roadmap", "a.opmap"]).succeeds();
    assert!(roadmap.starts_with("<svg ") && roadmap.contains(">Milestones<"), "{roadmap}");
}

#[test]
fn the_radar_of_the_shifts_is_a_picture_of_its_own() {
    let desk = Desk::with_sample();
    let radar = desk.run(&["export", "--radar", "a.opmap"]).succeeds();
    assert!(
        radar.starts_with("<svg ") && radar.contains(">wanted<") && radar.contains(">Resource<"),
        "{radar}"
    );
}

#[test]
fn gaps_and_groups_of_the_shifts_are_pictures_too() {
    let desk = Desk::with_sample();
    let gaps = desk.run(&["export", "--gaps", "a.opmap"]).succeeds();
    assert!(gaps.starts_with("<svg ") && gaps.contains(">Weight × gap<"), "{gaps}");
    let groups = desk.run(&["export", "--groups", "a.opmap"]).succeeds();
    assert!(groups.starts_with("<svg ") && groups.contains(">Frontline<"), "{groups}");
    desk.run(&["export", "--gaps", "--groups", "a.opmap"]).fails(2);
}

#[test]
fn what_is_not_there_cannot_be_drawn() {
    let desk = Desk::new();
    desk.run(&["new", "--template", "blank", "a.opmap"]).succeeds();
    let ask =
        |more: &[&str]| desk.run(&[&["export", "--svg", "a.opmap", "-o", "a.svg"], more].concat()).fails(2);
    assert_eq!(ask(&["--journey", "3"]), "There is no journey 3; the workshop has 1.\n");
    assert_eq!(ask(&["--journey", "0"]), "There is no journey 0; the workshop has 1.\n");
    assert_eq!(ask(&["--state", "to-be"]), "There is nothing in that map, to-be.\n");
    ask(&["--state", "somewhere"]);
    ask(&["--json"]);
    let radar = desk.run(&["export", "--radar", "a.opmap", "-o", "a.svg"]).fails(2);
    assert_eq!(radar, "None of the seven shifts has a score.\n");
    let gaps = desk.run(&["export", "--gaps", "a.opmap", "-o", "a.svg"]).fails(2);
    assert_eq!(gaps, "None of the seven shifts has a score.\n");
    let groups = desk.run(&["export", "--groups", "a.opmap", "-o", "a.svg"]).fails(2);
    assert_eq!(groups, "No answers are told apart by perspective yet.\n");
    let board = desk.run(&["export", "--board", "a.opmap"]).fails(2);
    assert_eq!(board, "No recommendation has an impact and an effort.\n");
    let roadmap = desk.run(&["export", "--roadmap", "a.opmap"]).fails(2);
    assert_eq!(roadmap, "No recommendation stands in a wave.\n");
    assert_eq!(desk.names(), ["a.opmap"]);
}

#[test]
fn the_card_of_a_role_is_a_pdf_with_all_that_it_holds() {
    let desk = Desk::with_sample();
    let ask = ["export", "--role", "contact centre TEAM LEAD", "a.opmap", "-o", "card.pdf"];
    let moment = ["--printed-at", "2026-03-02T14:03:00+01:00"];
    assert_eq!(desk.run(&[&ask[..], &moment].concat()).succeeds(), "");
    let first = desk.bytes("card.pdf");
    desk.run(&[&ask[..], &moment].concat()).succeeds();
    assert!(desk.bytes("card.pdf") == first, "the same moment gives the same file");
    let read = Command::new("pdftotext").arg("-layout").arg(desk.path("card.pdf")).arg("-").output().unwrap();
    assert!(read.status.success());
    let text = String::from_utf8(read.stdout).unwrap();
    for words in [
        "Contact centre team lead",
        "Head of customer",
        "Night line advisor",
        "Accountable",
        "RAPID",
        "Lead through a major outage",
        "Halden Broadband",
        "Confidential",
        "2 March 2026",
        "Page 1 of ",
    ] {
        assert!(text.contains(words), "{words:?} is missing:\n{text}");
    }
    assert!(!text.contains("Contents"), "it has neither cover nor contents:\n{text}");
}

#[test]
fn a_role_that_is_not_there_has_no_card_and_those_that_are_there_are_named() {
    let desk = Desk::with_sample();
    let complaint = desk.run(&["export", "--role", "Wizard", "a.opmap", "-o", "card.pdf"]).fails(2);
    assert!(
        complaint.starts_with("There is no role “Wizard”. The roles are “Operations director”, "),
        "{complaint}"
    );
    desk.run(&["export", "--json", "--paper", "letter", "a.opmap"]).fails(2);
    assert_eq!(desk.names(), ["a.opmap"]);
}
