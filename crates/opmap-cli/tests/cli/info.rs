use serde_json::json;

use super::Desk;

#[test]
fn it_counts_what_is_there() {
    let desk = Desk::new();
    let at = ["--at", "2026-03-02T14:03:00+01:00"];
    desk.run(&[&["new", "--generate", "steps=80,lanes=5,stages=4,seed=2"], &at[..], &["a.opmap"]].concat())
        .succeeds();
    let bytes = desk.bytes("a.opmap");
    let summary: serde_json::Value =
        serde_json::from_str(&desk.run(&["info", "--json", "a.opmap"]).succeeds()).unwrap();
    let connectors = summary["connectors"].as_u64().unwrap();
    assert!(connectors >= 79);
    let cards = summary["cards"].as_u64().unwrap();
    assert!((1..80).contains(&cards), "some of the steps have a card");
    let decisions = summary["decisions"].as_u64().unwrap();
    assert!((1..80).contains(&decisions), "some of the steps are decisions");
    let responses = summary["responses"].as_u64().unwrap();
    assert!((1..=9).contains(&responses), "most cells of the recovery matrix say something");
    let rounds = summary["rounds"].as_u64().unwrap();
    assert!((1..=21).contains(&rounds), "at most three for each shift");
    let expected = json!({
        "title": "Generated workshop", "client": null, "schema": 1, "revision": 0,
        "saved_at": "2026-03-02T14:03:00+01:00",
        "journeys": 1, "stages": 4, "lanes": 5, "steps": 80, "connectors": connectors, "cards": cards, "roles": 5, "activities": 3,
        "decisions": decisions, "responses": responses, "evidence": 3, "findings": 2, "acceptances": 2,
        "workstreams": 3, "recommendations": 12, "earlier_workshops": 1, "milestones": 2, "logos": 0, "choices": 2, "concerns": 2, "forums": 2, "participants": 8, "rounds": rounds, "health_questions": 16,
        "channels": 10, "systems": 4, "personas": 3,
    });
    assert_eq!(summary, expected);

    let text = desk.run(&["info", "a.opmap"]).succeeds();
    assert!(text.starts_with("Generated workshop\n"), "{text}");
    assert!(text.contains("\n  steps      80\n"), "{text}");
    assert_eq!(desk.bytes("a.opmap"), bytes, "looking changes nothing");
}
