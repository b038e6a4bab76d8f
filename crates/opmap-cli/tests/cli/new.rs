use opmap_store::DocumentFile;

use super::Desk;

#[test]
fn every_template_makes_a_workshop() {
    let desk = Desk::new();
    let names = ["assisted-service", "digital-first", "field-service", "blank", "halden-broadband"];
    for name in names {
        let file = format!("{name}.opmap");
        assert_eq!(desk.run(&["new", "--template", name, &file]).succeeds(), "");
        let file = DocumentFile::open(&desk.path(&file)).unwrap();
        assert_eq!(file.document().journeys().len(), 1);
        assert_eq!((file.revision().0, file.undo_label()), (0, None));
    }
    let complaint = desk.run(&["new", "--template", "dark", "dark.opmap"]).fails(2);
    assert_eq!(complaint, format!("There is no template dark. There are: {}.\n", names.join(", ")));
    assert_eq!(desk.names().len(), names.len());
}

#[test]
fn two_workshops_of_one_template_share_no_identity() {
    let desk = Desk::new();
    let ids = |name: &str| {
        desk.run(&["new", "--template", "blank", name]).succeeds();
        let file = DocumentFile::open(&desk.path(name)).unwrap();
        file.document().stages().keys().copied().collect::<Vec<_>>()
    };
    let (one, other) = (ids("one.opmap"), ids("other.opmap"));
    assert!(one.iter().all(|id| !other.contains(id)));
}

#[test]
fn the_same_numbers_make_the_same_file() {
    let desk = Desk::new();
    let make = |name: &str, size: &str| {
        desk.run(&["new", "--generate", size, "--at", "2026-03-02T14:03:00+01:00", name]).succeeds();
        desk.bytes(name)
    };
    let one = make("1.opmap", "steps=300,lanes=10,stages=12,seed=5");
    assert!(make("2.opmap", "steps=300,lanes=10,stages=12,seed=5") == one);
    assert!(make("3.opmap", "steps=300,lanes=10,stages=12,seed=6") != one);
    let file = DocumentFile::open(&desk.path("1.opmap")).unwrap();
    let document = file.document();
    assert_eq!((document.steps().len(), document.lanes().len(), document.stages().len()), (300, 10, 12));
}

#[test]
fn sizes_beyond_reason_are_usage_errors() {
    let desk = Desk::new();
    for size in ["", "steps", "steps=0", "steps=x", "steps=50001", "lanes=501", "moons=3", "steps=5,,seed=1"]
    {
        desk.run(&["new", "--generate", size, "a.opmap"]).fails(2);
    }
    assert_eq!(desk.names().len(), 0);
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::new();
    std::fs::write(desk.path("a.opmap"), "a letter").unwrap();
    let complaint = desk.run(&["new", "--template", "blank", "a.opmap"]).fails(4);
    assert_eq!(complaint, "There is a file at a.opmap already. It was kept: choose another name.\n");
    assert_eq!(desk.bytes("a.opmap"), b"a letter");
    desk.run(&["new", "--template", "blank", "none/a.opmap"]).fails(4);
    assert_eq!(desk.names(), ["a.opmap"]);
}
