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
          Shift | Everyone | Not said | Management | Frontline
          - 1 Role and goal clarity | 2 (8) | (–) | 3 (3) | 2 (5)
          - 2 Omni-channel capability | (hidden (2)) | (hidden (1)) | (–) | (hidden (1))
          - 3 Resource allocation | (–) | (–) | (–) | (–)
          - 4 Metrics and service levels | (–) | (–) | (–) | (–)
          - 5 Marketing, sales and service | (–) | (–) | (–) | (–)
          - 6 Operating rhythm | (–) | (–) | (–) | (–)
          - 7 Culture and collaboration | (–) | (–) | (–) | (–)
          (The middle answer of the last round; in brackets how many answered. Where answers of fewer than three people would be told, they are hidden.)
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
