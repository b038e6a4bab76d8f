//! How the report tells the personas of a map.

use expect_test::expect;

use super::rights::sections;

#[test]
fn personas_stand_side_by_side_where_a_map_names_two() {
    let workshop = |last: &str| {
        format!(
            "workshop \"W\"\npersona fam \"Family\"\npersona firm \"Firm\"\njourney j \"Repair\"\nmap j as-lived\n\
             stage s \"One\"\nlane cu \"Customer\" kind=customer\nstep a \"Calls\" at=s/cu sentiment=-1\n\
             step b \"Books\" at=s/cu personas=fam\n{last}"
        )
    };
    let both = workshop("step c \"Asks for one bill\" at=s/cu personas=firm\n");
    expect![[r#"
        ## Personas, as lived: 2 personas on the as-lived map: 2 of 3 steps are for some of them only
          Measure | Family | Firm
          - Steps on its way | 2 | 2
          - Touchpoints | 0 | 0
          - Steps for it alone | Books | Asks for one bill
          - Lowest sentiment | −1 at “Calls” | −1 at “Calls”
          (A step that names no persona is on the way of all. A dash: nothing of that is set.)
    "#]]
    .assert_eq(&sections("Personas, ", &both));
    assert_eq!(sections("Personas, ", &workshop("")), "", "only one is named");
    let together = "workshop \"W\"\npersona fam \"Family\"\npersona firm \"Firm\"\njourney j \"Repair\"\nmap j as-lived\n\
         stage s \"One\"\nlane cu \"Customer\" kind=customer\nstep a \"Calls\" at=s/cu\n\
         step b \"Books\" at=s/cu personas=fam,firm\n";
    assert_eq!(sections("Personas, ", together), "", "they part nowhere");
}
