//! What the report says of what the checks found.

use expect_test::expect;
use opmap_analysis::analyze;
use opmap_model::notation;
use uuid::Uuid;

use super::{options, outline, told};

#[test]
fn what_is_accepted_stands_apart_with_its_reason_and_limits_that_were_set_are_told() {
    let mut next = 0;
    let text = "workshop \"W\"\nthreshold responsible 4\njourney j \"Repair\"\naccept \"R16\" \"The board names one.\"\njourney k \"Buy\"";
    let document = notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    });
    let document = document.unwrap();
    let told = told(&outline(&document, &analyze(&document), &options()));
    let glance = told.split("# ").find(|it| it.starts_with("What the checks found")).unwrap();
    expect![[r#"
        What the checks found: The checks found 1 error
          Weight | What was found | Rule | Where
          - Error! Error | No one owns the journey “Buy” from end to end. | (R16) | → journey
          Known, and left as it is:
          What was found | Why it is left so | Rule | Where
          - No one owns the journey “Repair” from end to end. | The board names one. | (R16) | → journey
          (Limits of the checks that were set for this workshop. Roles responsible for one step: 4 (R4, usually 3).)
    "#]]
    .assert_eq(glance);
}
