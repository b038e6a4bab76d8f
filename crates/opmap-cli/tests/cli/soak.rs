use std::fs;

use opmap_store::DocumentFile;

use super::Desk;

#[test]
fn every_revision_is_said_once_it_is_saved() {
    let desk = Desk::new();
    desk.run(&["new", "--generate", "steps=40,seed=1", "a.opmap"]).succeeds();
    let said = desk.run(&["soak", "--edits", "30", "--seed", "9", "a.opmap"]).succeeds();
    let revisions: Vec<u64> = said.lines().map(|line| line.parse().unwrap()).collect();
    assert_eq!(revisions, (1..=30).collect::<Vec<u64>>());
    assert_eq!(DocumentFile::open(&desk.path("a.opmap")).unwrap().revision().0, 30);

    let said = desk.run(&["soak", "--edits", "3", "--json", "a.opmap"]).succeeds();
    for (line, revision) in said.lines().zip(31..) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["revision"], revision);
        assert!(line["commit_ms"].as_f64().unwrap() > 0.0);
    }
}

#[test]
fn the_same_seed_makes_the_same_edits() {
    let desk = Desk::new();
    desk.run(&["new", "--generate", "steps=40,seed=1", "a.opmap"]).succeeds();
    fs::copy(desk.path("a.opmap"), desk.path("b.opmap")).unwrap();
    for name in ["a.opmap", "b.opmap"] {
        desk.run(&["soak", "--edits", "40", "--seed", "9", name]).succeeds();
    }
    let document = |name: &str| DocumentFile::open(&desk.path(name)).unwrap().document().clone();
    assert!(document("a.opmap") == document("b.opmap"));
}
