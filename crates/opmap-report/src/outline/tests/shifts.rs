//! The seven shifts, as the report tells them.

use expect_test::expect;

use super::rights::sections;

const SCORED: &str = "workshop \"W\"
evidence E2 \"Seen.\" shifts=roles,channels
evidence E3 \"Ours.\" internal=yes shifts=roles
participant ann \"Ann\" perspective=frontline
participant ben \"Ben\"
shift roles now=2 target=4 note=\"Two owners.\" weight=5
shift channels now=4 target=3 stale=yes
round roles hands revealed=yes
hands 2/1/0/2/0 perspective=frontline
hands 0/0/0/3/0 cant-say=1 perspective=management
round roles hands revealed=yes
hands 0/5/0/0/0 perspective=frontline
hands 0/1/2/0/0 perspective=management
round channels blind revealed=yes
answer ann 4
answer ben 5
round culture blind
answer ann 1
";

#[test]
fn the_shifts_are_told_with_what_was_revealed_and_nothing_else() {
    expect![[r#"
        # The seven shifts: 2 of 7 shifts average 3.0 of 5; the lowest is “Role and goal clarity” at 2
          radar of 7 axes
          Shift | Today | Wanted | Answers, 1 to 5 | Agreement | Evidence
          - 1 Role and goal clarity | 2 | 4 | bars [0, 6, 2, 0, 0], agreed Some(2) | Agreed / round 2 | E2
          - 2 Omni-channel capability | 4 | 3 | (–) | Warning! too few to show / levels reworded | E2
          - 3 Resource allocation | (not set) | (not set) | (–) | (not asked) | (–)
          - 4 Metrics and service levels | (not set) | (not set) | (–) | (not asked) | (–)
          - 5 Marketing, sales and service | (not set) | (not set) | (–) | (not asked) | (–)
          - 6 Operating rhythm | (not set) | (not set) | (–) | (not asked) | (–)
          - 7 Culture and collaboration | (not set) | (not set) | (–) | (not asked) | (–)
          (Dark bar: the score the room agreed on. Answers are those of the last round; “can’t say” is left out. Agreed: all answers within one step of each other. Close: three in four within one step of the middle answer. Discuss: the lowest and the highest see it differently. The wording of all levels is at the end.)
          (The longest way to go, 2 levels: “Role and goal clarity”. Wanted are 3.5 of 5 on average, of 2 of 7 shifts.)
          (2 people in the room, 1 of them from the frontline (50 %).)
    "#]].assert_eq(&sections("The seven", SCORED));
    expect![[r#"
        ## Perspectives: Perspectives lie more than one level apart on none of the 2 shifts
          Shift | Everyone | Not said | Management | Frontline | Apart
          - 1 Role and goal clarity | Level(Some(4))! 2 (8) | (–) | Level(Some(6))! 3 (3) | Level(Some(4))! 2 (5) | 1 level, Frontline to Management
          - 2 Omni-channel capability | Level(None)! hidden (2) | Level(None)! hidden (1) | (–) | Level(None)! hidden (1) | (–)
          - 3 Resource allocation | (–) | (–) | (–) | (–) | (–)
          - 4 Metrics and service levels | (–) | (–) | (–) | (–) | (–)
          - 5 Marketing, sales and service | (–) | (–) | (–) | (–) | (–)
          - 6 Operating rhythm | (–) | (–) | (–) | (–) | (–)
          - 7 Culture and collaboration | (–) | (–) | (–) | (–) | (–)
          (The middle answer of the last round, darker the higher it is; in brackets how many answered. Where answers of fewer than three people would be told, they are hidden.)
          (Agreement on the order of the shifts (Kendall’s W): n/a, fewer than two shifts were answered person by person.)
          What was noted:
          Shift | Weight | Benchmark | Note
          - 1 Role and goal clarity | 5 | (not set) | Two owners.
    "#]].assert_eq(&sections("Perspectives", SCORED));
}

#[test]
fn m7_the_words_of_all_levels_are_printed_as_this_workshop_has_them() {
    let own = SCORED.replace(
        "round roles hands revealed=yes\nhands 2",
        "anchor roles/2 \"In our words.\"\nround roles hands revealed=yes\nhands 2",
    );
    let told = sections("Levels", &own);
    assert!(told.contains("1 of them in words of this workshop") && told.contains("In our words."), "{told}");
    assert_eq!(told.lines().count(), 9, "a title, a head, and a row for each shift: {told}");
}

#[test]
fn what_is_not_scored_and_not_revealed_has_no_section() {
    let open = "workshop \"W\"\nparticipant ann \"Ann\"\nround culture blind\nanswer ann 1";
    assert_eq!(sections("The seven", open) + &sections("Levels", open), "");
    let alone = sections("The seven", "workshop \"W\"\nshift culture now=3");
    assert!(
        alone.contains("1 of 7 shifts averages 3.0 of 5; the lowest is “Culture and collaboration” at 3"),
        "{alone}"
    );
}

#[test]
fn the_way_to_go_is_told_with_what_is_reached_and_in_the_order_of_weight_and_gap() {
    expect![[r#"
        ## Gaps by weight: “Role and goal clarity” has the most to do where it matters: 2 levels, at weight 5
          gap bars
          Shift | Today | What is reached | Wanted | Gap | Weight | Weight × gap
          - 1 Role and goal clarity | 2 | Repeatable: Main duties are written down; where they overlap is known but left. | 4 | +2 | 5 | +10
          - 2 Omni-channel capability | 4 | Measured: Changes of channel and cases settled at first contact are counted; skills are planned by channel. | 3 | −1 | (not set) | (not set)
          - 3 Resource allocation | (not set) | (not scored) | (not set) | (not set) | (not set) | (not set)
          - 4 Metrics and service levels | (not set) | (not scored) | (not set) | (not set) | (not set) | (not set)
          - 5 Marketing, sales and service | (not set) | (not scored) | (not set) | (not set) | (not set) | (not set)
          - 6 Operating rhythm | (not set) | (not scored) | (not set) | (not set) | (not set) | (not set)
          - 7 Culture and collaboration | (not set) | (not scored) | (not set) | (not set) | (not set) | (not set)
    "#]].assert_eq(&sections("Gaps", SCORED));
    let title =
        |more: &str| sections("Gaps", &format!("workshop \"W\"\n{more}")).lines().next().map(str::to_owned);
    assert_eq!(
        title("shift roles now=2 target=4 weight=3\nshift rhythm now=1 target=3 weight=3").as_deref(),
        Some(
            "## Gaps by weight: “Role and goal clarity” and “Operating rhythm” have the most to do where it matters: \
             weight × gap is 6"
        )
    );
    assert_eq!(
        title("shift roles now=4 target=3").as_deref(),
        Some("## Gaps by weight: The 1 shift with both scores is not below what is wanted")
    );
}

#[test]
fn what_has_changed_is_told_of_the_shifts_that_were_scored_both_times() {
    let later = format!(
        "{SCORED}shift culture now=4\nearlier \"W, a year ago\" date=2025-06-18 metrics=3 culture=2/3\n"
    );
    expect![[r#"
        ## Since last time: 1 of 7 shifts was scored both times: 2.0 then, 4.0 today (+2.0)
          Shift | Last time | Today | Change | Wanted last time | Wanted
          - 1 Role and goal clarity | (not scored) | 2 | (not compared) | (not set) | 4
          - 2 Omni-channel capability | (not scored) | 4 | (not compared) | (not set) | 3
          - 3 Resource allocation | (not scored) | (not scored) | (not compared) | (not set) | (not set)
          - 4 Metrics and service levels | 3 | (not scored) | (not compared) | (not set) | (not set)
          - 5 Marketing, sales and service | (not scored) | (not scored) | (not compared) | (not set) | (not set)
          - 6 Operating rhythm | (not scored) | (not scored) | (not compared) | (not set) | (not set)
          - 7 Culture and collaboration | 2 | 4 | +2 | 3 | (not set)
          (Compared with “W, a year ago”, 18 June 2025. A shift that was not scored both times has no change and is in neither mean. Higher today: 1; lower: 0; the same: 0.)
    "#]].assert_eq(&sections("Since", &later));
    assert_eq!(sections("Since", SCORED), "", "nothing earlier is known");
}

#[test]
fn the_health_check_has_both_sides_beside_each_other_and_every_question_at_the_end() {
    let checked = "workshop \"W\"\nshift roles now=3\n\
        question roles \"It is clear.\" commercial=5 operational=2 note=\"Sales sees another list.\"\n\
        question roles \"It is known.\" commercial=4 operational=cant-say\n\
        question culture \"It is open.\" operational=4\n";
    let told = sections("Health", checked);
    for line in [
        "## Health check: The commercial and the operational side differ on the 1 shift",
        "- 1 Role and goal clarity | 4 (2) | 2 (1) | commercial +2 | 4 (3) | 3",
        "- 2 Omni-channel capability | (not set) | (not set) | (–) | (not set) | (not set)",
        "- 7 Culture and collaboration | (not set) | 4 (1) | (–) | 4 (1) | (not set)",
        "“Can’t say” is left out; it was answered 1 time.",
    ] {
        assert!(told.contains(line), "{line} is missing in: {told}");
    }
    let told = sections("Questions", checked);
    for line in [
        "1 of 3 questions is answered two levels apart or more",
        "- (1 Role and goal clarity) | It is clear. | 5 | 2 | Sales sees another list.",
        "- (1 Role and goal clarity) | It is known. | 4 | (can’t say) |",
    ] {
        assert!(told.contains(line), "{line} is missing in: {told}");
    }
    let silent = "workshop \"W\"\nquestion roles \"It is clear.\"\n";
    assert_eq!(sections("Health", silent) + &sections("Questions", silent), "", "nobody has answered");
    let alone = sections("Health", "workshop \"W\"\nquestion roles \"It is clear.\" commercial=1\n");
    assert!(alone.starts_with("# Health check: 1 of 7 shifts has answers in the health check"), "{alone}");
}
