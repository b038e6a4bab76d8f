use opmap_exchange::json;
use opmap_store::DocumentFile;

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
fn svg_draws_the_map_that_was_asked_for() {
    let desk = Desk::with_sample();
    let lived = desk.run(&["export", "--svg", "a.opmap"]).succeeds();
    assert!(lived.starts_with("<svg ") && lived.trim_end().ends_with("</svg>"));
    assert!(lived.contains(">Customer<"), "lanes are named");
    let to_be = desk.run(&["export", "--svg", "--state", "to-be", "--journey", "1", "a.opmap"]).succeeds();
    assert!(to_be.starts_with("<svg ") && to_be != lived);
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
    assert_eq!(desk.names(), ["a.opmap"]);
}
