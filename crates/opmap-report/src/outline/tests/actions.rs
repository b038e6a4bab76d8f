//! What the report says of recommendations, of the roadmap and of what goes with it (Q1, Q4 to Q6).

use expect_test::{Expect, expect};
use opmap_analysis::analyze;

use super::{options, parsed, told};
use crate::outline::outline;

/// What is told from the recommendations on, up to the roles.
fn check(text: &str, want: &Expect) {
    let document = parsed(text);
    let whole = told(&outline(&document, &analyze(&document), &options()));
    let from = whole.find("# Recommendations:").unwrap_or(whole.len());
    let until = whole.find("# Roles:").unwrap_or(whole.len()).max(from);
    want.assert_eq(&whole[from..until]);
}

#[test]
fn recommendations_and_the_roadmap_are_told_in_full() {
    let text = r#"
workshop "Repair"
date 2026-06-18
ranking impact-effort
role lead "Team lead"
workstream own "Ownership"
recommendation owners "Name one owner" shift=roles category=governance owner=lead impact=4 effort=2 timing=wave1 workstream=own duration=10 measure="Handoffs with an owner: 8 → 14" rationale="Half have none." progress=agreed due=2026-07-03 cost=hours benefit=efficiency estimate="Nine hours" votes=4
recommendation slots "Reserve slots in the call" impact=5 effort=3 timing=wave2 depends-on=owners duration=20 training=yes hypothesis="Nobody calls twice." stop-rule="Slots move." reach=2000 period=quarter rice-impact=high confidence=medium person-weeks=4
recommendation late "Promise the same day" impact=5 effort=5 timing=wave1 depends-on=slots owner=lead
recommendation coach "Coach advisors"
recommendation replace "Replace the system" impact=3 effort=5 timing=parked
milestone "All have an owner" day=29
choice "Where they sit" options="With sales\nAlone" chosen="Alone" reason="Quiet" by=lead on=2026-06-18
choice "Who pays"
concern risk "The supplier is late" likelihood=3 impact=4 owner=lead response="A second one"
concern constraint "No change before January"
forum "Repeats" frequency="Each Tuesday" agenda="One by one" owner=lead attendees=lead decisions="What changes"
"#;
    check(
        text,
        &expect![[r#"
            # Recommendations: 5 recommendations; 2 of them are quick wins, 5 lack something
              board of 4 items, high from 4
              Recommendation | Answers | Owner | Measure of success | Wave
              - 1 | R2 Reserve slots in the call | Warning! no finding | Warning! no owner | Warning! no measure | Wave 2
              - 2 | R3 Promise the same day | Warning! no finding | Team lead | Warning! no measure | Wave 1
              - 3 | R1 Name one owner | Warning! no finding | Team lead | Handoffs with an owner: 8 → 14 | Wave 1
              - (–) | R4 Coach advisors | Warning! no finding | Warning! no owner | Warning! no measure | Warning! no wave
              - (–) | R5 Replace the system | Warning! no finding | Warning! no owner | Warning! no measure | parked
              (Ranked by the higher impact first, then the lower effort; what ranks the same keeps the order in which it was put. Impact and effort were scored 1 to 5 by the room; high starts at 4. Not placed yet: R4.)
            ## Recommendations one by one: 2 of 5 recommendations have an owner
              @recommendation
              R2 Reserve slots in the call:
              - Impact and effort | Impact 5 of 5, effort 3 of 5 (quick wins); RICE 800 | Trial | Expected: Nobody calls twice. Broken off when: Slots move.
              - How | People are trained for it | When | Wave 2: to day 90; 20 working days; After R1
              @recommendation
              R3 Promise the same day:
              - Owner | Team lead | Impact and effort | Impact 5 of 5, effort 5 of 5 (major projects)
              - When | Wave 1: next 30 days; After R2 | () | ()
              @recommendation
              R1 Name one owner:
              - Why | Half have none. | What it moves | Shift: Role and goal clarity; Changes: governance
              - Owner | Team lead | Impact and effort | Impact 4 of 5, effort 2 of 5 (quick wins); 4 votes
              - Cost and benefit | Hours only; Efficiency: Nine hours | Measure of success | Handoffs with an owner: 8 → 14
              - When | Wave 1: next 30 days; Workstream: Ownership; 10 working days | Progress | Agreed; Due 3 July 2026
              @recommendation
              R4 Coach advisors:
              (Nothing more was said of it.)
              @recommendation
              R5 Replace the system:
              - Impact and effort | Impact 3 of 5, effort 5 of 5 (thankless) | When | Parked
            # Roadmap: 3 recommendations stand on the roadmap until 14 August 2026; 1 dependency cannot be as planned
              roadmap of 3 bars
              (Bars carry the code of the recommendation and of its owner, T where people are trained and P where a partner takes part. An arrow means: cannot start before. A dotted edge means: nobody has said how long it takes. 2 of 3 bars have a duration. Parked: R5. Without a wave: R4. Later than its wave: R3.)
              Recommendation | Workstream | Owner | Wave | From | To | Days | Slack | After
              - R1 Name one owner | Ownership | Team lead | Wave 1 | 18 June 2026 | 1 July 2026 | 10 | 12 days | (–)
              - R2 Reserve slots in the call | (not set) | Warning! no owner | Wave 2 | 20 July 2026 | 14 August 2026 | 20 | none | R1
              - R3 Promise the same day | (not set) | Team lead | Wave 1 | 17 August 2026 | Warning! after its wave | (not set) | none | Error! R2
            ## Next 30 days: All 2 recommendations of the first wave have an owner
              Begins | What | Who | Done by | How one knows | Progress
              - 18 June 2026 | R1 Name one owner | Team lead | 3 July 2026 | Handoffs with an owner: 8 → 14 | Agreed
              - 17 August 2026 | R3 Promise the same day | Team lead | (not set) | (not set) | (not set)
            # Operating rhythm: The 1 forum has a lead
              Forum | How often | Agenda | Lead | Who takes part | Inputs | Decisions
              - Repeats | Each Tuesday | One by one | Team lead | Team lead | (not set) | What changes
            # Risks, assumptions, constraints: 1 of 2 things in the way has a response
              What | Likely, 1 to 5 | Impact, 1 to 5 | Who keeps an eye on it | What is done about it | State
              - Risk | The supplier is late | 3 | 4 | Team lead | A second one | open
              - Constraint | No change before January | (not set) | (not set) | (not set) | (not set) | open
            ## Options log: 1 of 2 choices is made
              What was open | Options | Chosen | Why | Who | When
              - Where they sit | With sales / Alone | Alone | Quiet | Team lead | 18 June 2026
              - Who pays | (not set) | (open) | (not set) | (not set) | (not set)
            # Role cards: The 1 role holds something in the service
              @role-card
              Team lead: 2 recommendations, 1 forum:
              - Position | not set | Sees to | R1 R3 | Meets in | Repeats
              - Has chosen | Where they sit | Keeps an eye on | The supplier is late | () | ()
              (Each role holds something and has a card.)
            # Charter: None of the 3 parts of the charter was discussed: purpose, goals and scope
              - Client | (not set)
              - Purpose | (not discussed)
              - Goals | (not discussed)
              - Scope | (not discussed)
              - Workshop held | 18 June 2026
              - Led by | (not set)
              - Confidentiality | (not set)
            ## Participants: Who took part was not discussed
              (Who took part was not discussed.)
            ## Method: None of the 7 shifts was scored; the checks went by their usual limits
              From where on the checks speak up:
              Limit | Rule | In this workshop | Usually
              - Roles responsible for one step | (R4) | 3 | (3)
              - Roles consulted on one step | (R5) | 3 | (3)
              - Roles informed of one step | (R5) | 6 | (6)
              - Share of all A’s that one role holds | (R8) | 40 % | (40 %)
              - Share of all steps that one role does | (R9) | 60 % | (60 %)
              - Roles that must agree to one decision | (D3) | 2 | (2)
              - Impact or effort that is still low | (Q1) | 3 | (3)
              (Checks read what was mapped and nothing else: what is not set is never counted as zero, and is no fault unless the rule says so. They found 6 things in all; what was accepted is listed with its reason.)
            # What the checks found: The checks found 1 error and 5 warnings
              Weight | What was found | Rule | Where
              - Error! Error | R3 “Promise the same day” starts in a wave before R2 “Reserve slots in the call”, which it depends on. | (Q6) | → recommendation
              - Warning! Warning | R1 “Name one owner” has no finding. | (Q5) | → recommendation
              - Warning! Warning | R2 “Reserve slots in the call” has no finding, no shift, no owner and no measure. | (Q5) | → recommendation
              - Warning! Warning | R3 “Promise the same day” has no finding, no shift and no measure. | (Q5) | → recommendation
              - Warning! Warning | R4 “Coach advisors” has no finding, no shift, no owner, no impact, no effort, no wave and no measure. | (Q5) | → recommendation
              - Warning! Warning | R5 “Replace the system” has no finding, no shift, no owner and no measure. | (Q5) | → recommendation
        "#]],
    );
}

#[test]
fn what_was_not_discussed_has_no_section() {
    check("workshop \"Repair\"\n", &expect![[""]]);
}

#[test]
fn the_trace_leads_from_evidence_to_the_roadmap_and_names_the_gaps() {
    let text = r#"
workshop "Repair"
evidence E1 "Seen twice"
evidence E2 "Not to be told" internal=yes
evidence E3 "Used by nothing"
finding F1 "Nobody acts" severity=error evidence=E1,E2 shifts=roles
finding F2 "Nobody calls back" severity=error
finding F3 "A page is slow" severity=note
recommendation owners "Name one owner" addresses=F1 measure="Owners: 8 to 14" timing=wave1
recommendation slots "Reserve slots" addresses=F1 timing=wave2
recommendation gone "Do nothing" addresses=F2 progress=dropped
recommendation coach "Coach advisors"
"#;
    check(
        text,
        &expect![[r#"
            # Recommendations: 4 recommendations; none of them is a quick win, 3 lack something
              Recommendation | Answers | Owner | Measure of success | Wave
              - (–) | R1 Name one owner | F1 | Warning! no owner | Owners: 8 to 14 | Wave 1
              - (–) | R2 Reserve slots | F1 | Warning! no owner | Warning! no measure | Wave 2
              - (–) | R4 Coach advisors | Warning! no finding | Warning! no owner | Warning! no measure | Warning! no wave
              - (–) | R3 Do nothing | F2 | (–) | (–) | dropped
              (Ranked by the higher impact first, then the lower effort; what ranks the same keeps the order in which it was put. Impact and effort were scored 1 to 5 by the room; high starts at 4. Not placed yet: R1, R2, R3, R4.)
            ## Recommendations one by one: None of the 4 recommendations has an owner
              @recommendation
              R1 Name one owner:
              - Answers | F1 | Rests on | E1
              - Measure of success | Owners: 8 to 14 | When | Wave 1: next 30 days
              @recommendation
              R2 Reserve slots:
              - Answers | F1 | Rests on | E1
              - When | Wave 2: to day 90 | () | ()
              @recommendation
              R4 Coach advisors:
              (Nothing more was said of it.)
              @recommendation
              R3 Do nothing:
              - Answers | F2 | Progress | Dropped
            # Roadmap: 2 recommendations stand on the roadmap; nothing waits for another
              roadmap of 2 bars
              (Bars carry the code of the recommendation and of its owner, T where people are trained and P where a partner takes part. An arrow means: cannot start before. A dotted edge means: nobody has said how long it takes. None of the 2 bars has a duration. Without a wave: R4.)
              Recommendation | Workstream | Owner | Wave | From | To | Days | Slack | After
              - R1 Name one owner | (not set) | Warning! no owner | Wave 1 | day 0 | (not set) | (not set) | 23 days | (–)
              - R2 Reserve slots | (not set) | Warning! no owner | Wave 2 | day 31 | (not set) | (not set) | none | (–)
            ## Next 30 days: 0 of 1 recommendations of the first wave has an owner
              Begins | What | Who | Done by | How one knows | Progress
              - day 0 | R1 Name one owner | Warning! no owner | (not set) | Owners: 8 to 14 | (not set)
            # From finding to roadmap: 1 of 3 findings is answered; 2 are open
              Evidence | Finding | Shift | Recommendation | Measure of success | When
              - E1 | F1 Nobody acts | Role and goal clarity | R1 Name one owner | Owners: 8 to 14 | Wave 1
              - () | (F1) | () | R2 Reserve slots | Warning! no measure | Wave 2
              - (–) | F2 Nobody calls back | (–) | Warning! not answered | (–) | (–)
              - (–) | F3 A page is slow | (–) | (not answered) | (–) | (–)
              (Evidence on which no finding rests: E3. Recommendations that answer no finding: R4.)
            # Charter: None of the 3 parts of the charter was discussed: purpose, goals and scope
              - Client | (not set)
              - Purpose | (not discussed)
              - Goals | (not discussed)
              - Scope | (not discussed)
              - Workshop held | (not set)
              - Led by | (not set)
              - Confidentiality | (not set)
            ## Participants: Who took part was not discussed
              (Who took part was not discussed.)
            ## Method: None of the 7 shifts was scored; the checks went by their usual limits
              How well claims are known:
              Known by | What that means | Pieces of evidence
              - Data | It was measured. | 0
              - Observed | Someone who looked has seen it. | 0
              - Reported | Someone has told it. | 0
              - Assumed | It is thought to be so. | 0
              From where on the checks speak up:
              Limit | Rule | In this workshop | Usually
              - Roles responsible for one step | (R4) | 3 | (3)
              - Roles consulted on one step | (R5) | 3 | (3)
              - Roles informed of one step | (R5) | 6 | (6)
              - Share of all A’s that one role holds | (R8) | 40 % | (40 %)
              - Share of all steps that one role does | (R9) | 60 % | (60 %)
              - Roles that must agree to one decision | (D3) | 2 | (2)
              - Impact or effort that is still low | (Q1) | 3 | (3)
              (Checks read what was mapped and nothing else: what is not set is never counted as zero, and is no fault unless the rule says so. They found 4 things in all; what was accepted is listed with its reason.)
            # What the checks found: The checks found 4 warnings
              Weight | What was found | Rule | Where
              - Warning! Warning | R1 “Name one owner” has no shift, no owner, no impact and no effort. | (Q5) | → recommendation
              - Warning! Warning | R2 “Reserve slots” has no shift, no owner, no impact, no effort and no measure. | (Q5) | → recommendation
              - Warning! Warning | R4 “Coach advisors” has no finding, no shift, no owner, no impact, no effort, no wave and no measure. | (Q5) | → recommendation
              - Warning! Warning | No recommendation answers F2 “Nobody calls back”, and it is not accepted. | (Q7) | → finding
        "#]],
    );
}
