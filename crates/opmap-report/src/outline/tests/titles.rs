//! Titles alone tell the story.

use expect_test::expect;

use super::summary::{sample, told};

#[test]
fn the_titles_of_the_sample_read_as_one_argument() {
    let outline = told(&sample());
    let titles = outline.sections.iter().map(|it| {
        let indent = if it.level == 1 { "" } else { "  " };
        format!("{indent}{}: {}\n", it.name, it.title)
    });
    expect![[r#"
        Executive summary: “Restore a broken home connection” takes 3 d 14 h: 90 % of that is waiting, and 10 of 22 handoffs need an owner
        Contents: Contents
        The seven shifts: The seven shifts average 2.3 of 5; the lowest is “Marketing, sales and service” at 1
          Gaps by weight: “Role and goal clarity” and “Marketing, sales and service” have the most to do where it matters: weight × gap is 10
          Perspectives: Perspectives lie more than one level apart on 2 of 7 shifts
          Health check: The commercial and the operational side differ on 4 of 7 shifts
        Restore a broken home connection: 22 handoffs as lived and 12 to be; without an owner 10 and 0
          Journey map, as designed: 5 of 15 handoffs have no owner in the as-designed map
          Journey map, as lived: 10 of 22 handoffs have no owner in the as-lived map
          Journey map, to be: All 12 handoffs have an owner in the to-be map
          Map of differences, as lived and to be: To be, 16 steps are gone, 5 are new and 46 are changed
          Sentiment, as lived: The customer is lowest, −2, at 4 steps of the as-lived map
          Lead time, as lived: The as-lived map takes 3 d 14 h, 10 % of that is work; most of it goes into “Visit”
          Lead time, to be: 3 of 36 steps on the way through the to-be map have a time, 8 h 2 min in all
          Voices, as lived: 5 pain points, 3 quotes and 2 observations on the as-lived map
          Handoffs, as lived: 4 of 22 handoffs have all 7 parts set in the as-lived map
          Handoffs, to be: All 12 handoffs have all 7 parts set in the to-be map
          Channel changes, as lived: 2 of 14 channel changes in the as-lived map ask the customer again; of 12 nobody has said
          Channel changes, to be: The to-be map has 12 channel changes; whether what is known goes along is not set
        RACI, as lived: 40 of 43 steps in the as-lived matrix have one who answers and someone who does it
          RACI, to be: All 37 steps in the to-be matrix have one who answers and someone who does it
          Outside the journeys: All 3 occasions outside the journeys have one who answers and someone who does it
        Decision rights: 8 of 9 decisions leave nothing to settle
          Service recovery: All 9 cases say who may put a disruption right
        Findings: All 8 findings rest on evidence; 2 weigh as an error
        Recommendations: 10 recommendations; 4 of them are quick wins, 1 lacks something
          Recommendations one by one: All 10 recommendations have an owner
        Roadmap: 9 recommendations stand on the roadmap until 23 December 2026; the longest chain is R1, R2, R5
          Next 30 days: All 4 recommendations of the first wave have an owner
        From finding to roadmap: All 8 findings are answered; none is left open
        Operating rhythm: All 3 forums have a lead
        Risks, assumptions, constraints: All 4 things in the way have a response
          Options log: 2 of 3 choices are made
        Role cards: All 18 roles hold something in the service
        Charter: The workshop pursues 4 goals
          Participants: 6 of 14 participants speak for the front line, 43 %
          Method: All 7 shifts were scored; the checks went by their usual limits
        What the checks found: The checks found 4 errors and 23 warnings
        Maps as tables: 3 maps stand with their 153 steps here as tables that can be read aloud
          Steps, as designed: 40 steps in 8 stages make up the as-designed map
          Step details, as designed: 2 steps with times, systems or feelings and 9 steps to watch in the as-designed map
          Lead time, as designed: 2 of 35 steps on the way through the as-designed map have a time, 4 h 2 min in all
          Handoffs, as designed: 6 of 15 handoffs have all 7 parts set in the as-designed map
          Channel changes, as designed: The as-designed map has 9 channel changes; whether what is known goes along is not set
          Steps, as lived: 62 steps in 8 stages make up the as-lived map
          Step details, as lived: 50 steps with times, systems or feelings and 18 steps to watch in the as-lived map
          Steps, to be: 51 steps in 8 stages make up the to-be map
          Step details, to be: 3 steps with times, systems or feelings and 16 steps to watch in the to-be map
          Differences, as designed and as lived: 131 differences: 66 added, 13 gone, 52 changed
          Differences, as lived and to be: 151 differences: 29 added, 54 gone, 4 moved, 64 changed
        Roles: 18 roles in 5 functions take part, 4 of them outside the company
          Lanes: All 18 company lanes name the role that does the work
          Channels: 10 channels lead to the customer
          Systems: The steps are done with 5 systems
          Personas: 3 personas stand for the customers
        Evidence: 9 of 12 pieces of evidence were measured or observed
          Sources: All 12 pieces of evidence come from 11 named sources
        Levels of the shifts: The 7 shifts were scored by what can be seen at 5 levels
        Questions of the health check: 4 of 28 questions are answered two levels apart or more
        Glossary: 22 words of the field, as this report uses them
    "#]].assert_eq(&titles.collect::<String>());
}
