//! What the signs on a map mean: classes of connectors, badges, blueprint lines.

use expect_test::expect;
use opmap_drawing::{BlueprintLineKind, Fonts, MapLayout, map_layout};
use opmap_model::LaneKind::{self, Backstage, Customer, Evidence, Frontstage, Partner, Support};
use opmap_model::StepId;

use crate::sample::{Sketch, broadband};

#[test]
fn h1_h11_connectors_are_told_apart_and_handoffs_say_how_complete_they_are() {
    let sketch = broadband();
    let document = sketch.finish();
    let layout = map_layout(&document, sketch.map, Fonts::shipped());
    let line = |route: &opmap_drawing::Route| {
        let title = |id: StepId| document.get(id).unwrap().title.as_str();
        let badge = route.badge.map(|it| {
            let signs = [(it.owner_missing, " no owner"), (it.rework, " back")];
            let signs: String = signs.iter().filter(|it| it.0).map(|it| it.1).collect();
            format!(" {}{signs}", it.text())
        });
        format!(
            "{:?}{}: {} > {}\n",
            route.class,
            badge.unwrap_or_default(),
            title(route.from),
            title(route.to)
        )
    };
    let mut lines: Vec<String> = layout.routes.iter().map(line).collect();
    lines.sort();
    expect![[r#"
        Contact: Calls support > Verify and log fault
        Contact: Close the ticket > Checks the connection
        Contact: Restarts the router > Guided line check
        Contact: Run line test > Answers test questions
        Contact: Send 48 h survey > Rates the repair
        Contact: Send visit reminder > Accepts a visit window
        Contact: Show outage notice > Connection drops
        Contact: Trace and repair fault > Waits at home
        CustomerPath: Accepts a visit window > Waits at home
        CustomerPath: Answers test questions > Accepts a visit window
        CustomerPath: Calls support > Answers test questions
        CustomerPath: Checks the connection > Rates the repair
        CustomerPath: Connection drops > Restarts the router
        CustomerPath: Restarts the router > Calls support
        CustomerPath: Waits at home > Checks the connection
        Flow: Show outage notice > Guided line check
        Flow: Trace and repair fault > Prove speed on site
        Flow: Verify and log fault > Run line test
        Handoff 3/7 no owner: Repair street cable > Prove speed on site
        Handoff 3/7 no owner: Trace and repair fault > Repair street cable
        Handoff 4/7 no owner: Agree visit window > Assign a technician
        Handoff 4/7 no owner: Confirm line profile > Close the ticket
        Handoff 4/7 no owner: Guided line check > Verify and log fault
        Handoff 4/7 no owner: Send 48 h survey > Call back detractors
        Handoff 5/7: Check area alarms > Agree visit window
        Handoff 5/7: Prove speed on site > Confirm line profile
        Handoff 6/7: Assign a technician > Trace and repair fault
        Handoff 6/7: Detect alarm pattern > Show outage notice
        Handoff 7/7: Agree visit window > Send visit reminder
        Handoff 7/7: Close the ticket > Send 48 h survey
        Handoff 7/7: Run line test > Check area alarms
        Rework 5/7 back: Trace and repair fault > Re-plan late jobs
        Rework: Re-plan late jobs > Assign a technician
        System: Detect alarm pattern > Check area alarms
    "#]]
    .assert_eq(&lines.concat());
}

fn lines_of(kinds: &[LaneKind]) -> Vec<(BlueprintLineKind, usize)> {
    let mut sketch = Sketch::new();
    sketch.stage("Only stage");
    for kind in kinds {
        sketch.lane("Lane", *kind, None);
    }
    let layout: MapLayout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
    let above = |y: f32| layout.lanes.iter().filter(|lane| lane.y < y).count();
    let on_border = |y: f32| layout.lanes.iter().any(|lane| lane.y == y);
    assert!(layout.lines.iter().all(|line| on_border(line.y)));
    layout.lines.iter().map(|line| (line.kind, above(line.y))).collect()
}

#[test]
fn b1_lines_show_when_both_sides_exist() {
    use BlueprintLineKind::{Interaction, Internal, Visibility};
    assert_eq!(
        lines_of(&[Evidence, Customer, Frontstage, Frontstage, Backstage, Support, Partner]),
        [(Interaction, 2), (Visibility, 4), (Internal, 5)],
    );
    assert_eq!(lines_of(&[Customer, Backstage, Partner]), [(Internal, 2)]);
    assert_eq!(lines_of(&[Evidence, Frontstage]), [], "evidence alone is no customer");
    assert_eq!(lines_of(&[]), []);
}

#[test]
fn b2_lanes_out_of_order_have_no_line_between_them() {
    assert_eq!(
        lines_of(&[Customer, Frontstage, Backstage, Frontstage]),
        [(BlueprintLineKind::Interaction, 1)],
    );
}
