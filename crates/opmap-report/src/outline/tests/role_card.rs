//! What the card of a role says.

use expect_test::expect;
use opmap_model::Document;
use uuid::Uuid;

use super::{options, parsed, told};
use crate::outline::role_card;

const WORKSHOP: &str = r#"
workshop "W"
role a "Advisor" level=1 frontline=yes reports-to=l
role l "Lead" function="Service" level=2 reports-to=h sourcing=in-house person="Ada"
role h "Head"
role b "Board" committee=yes
activity o "Lead through an outage" group="Incident" letters=l:A/R
activity p "Review" letters=h:A
journey j "Repair" owner=l
map j as-lived
stage s "One"
lane cu "Customer" kind=customer
lane ce "Centre" kind=frontstage letters=l:A,a:R
lane ba "Back" kind=backstage role=l letters=l:C
step c "Calls" at=s/cu
step x "Answers" at=s/ce
step y "Credit?" at=s/ce kind=decision letters=l:R
step z "Closes" at=s/ce letters=l:-
step v "Checks" at=s/ce
step w "Waits" at=s/ce kind=wait
step t "Tests" at=s/ba letters=l:-,h:A
flow y -> t owner=l trigger="No dial tone" limit=2h
decision "Give a credit" material=yes step=y framework=rapid right=a:recommend right="l:decide:Signs" right=l:perform unit="€" band=100:a band=500:l beyond=h escalate-to=h escalate-after=1d
decision "Send someone" stage=s framework=daci right=a:approver escalate-to=l escalate-after=2h
decision "Hire" decider=l
decision "Close" decider=a
map j to-be
stage s "One"
lane ce "Centre" kind=frontstage
step x "Answers" at=s/ce letters=l:I
disruption d "Drops out"
disruption f "Fully down"
customer-group g "Homes"
response g/d authority=a limit="20 €" within=8h escalate-to=l
response g/f authority=l within=4h escalate-to=h
"#;

fn workshop() -> Document {
    parsed(WORKSHOP)
}

fn card(title: &str) -> String {
    let document = workshop();
    let roles = document.roles_in_order();
    let (id, _) = roles.iter().find(|(_, it)| it.title.as_str() == title).unwrap();
    told(&role_card(&document, *id, &options()).unwrap())
}

#[test]
fn a_card_tells_all_that_a_role_holds_in_full_words() {
    expect![[r#"
        # Role card: Lead
          - Function | Service
          - Level, 1 front line to 9 top | 2
          - Reports to | Head
          - Who reports to it | Advisor
          - Sourcing | In-house
          - Front line | does not meet customers
          - Committee | no, one position
          - Held today by | Ada
          What it owns and performs:
          - Owns the journey | Repair
          - Performs the lane | Back (As lived)
          Letters in the journeys:
          Map | RACI | Steps | Lane | The letter is
          - As lived | Accountable | Answers; Checks | Centre | inherited from the lane
          - (As lived) | Responsible | Credit? | Centre | the step’s own
          - (As lived) | Consulted | (no step of the lane has it) | Back | inherited from the lane
          - To be | Informed | Answers | Centre | the step’s own
          Letters outside the journeys:
          Occasion | Activity | RACI
          - Incident | Lead through an outage | Accountable and responsible
          Decisions:
          Map | Decision | Where | Framework | Its right | Its limits | Escalated to it
          - As lived | Give a credit | Credit? | RAPID / material | Perform / Decide (Signs) | from 100 to below 500 € | (–)
          - (As lived) | Send someone | One | DACI | (–) | (–) | after 2 h
          - At no stage and no step | Hire | (–) | Decider only | Decides | (–) | (–)
          Service recovery:
          Customers | Disruption | Its part | Limit | Within
          - Homes | Drops out | Comes next, after Advisor | up to 20 € | 8 h
          - (Homes) | Fully down | May act; then it goes to Head | (not set) | 4 h
          Handoffs that it owns:
          Map | From | To | Trigger | Time limit
          - As lived | Credit? | Tests | No dial tone | 2 h
    "#]].assert_eq(&card("Lead"));
}

#[test]
fn a_role_that_holds_nothing_is_said_to() {
    expect![[r#"
        # Role card: Board
          - Function | (not set)
          - Level, 1 front line to 9 top | (not set)
          - Reports to | (not set)
          - Who reports to it | (no one)
          - Sourcing | (not set)
          - Front line | does not meet customers
          - Committee | yes, a group of people
          - Held today by | (not set)
          (This role holds nothing yet: no letter, no decision, no service recovery, no journey, no lane, no handoff and no recommendation names it.)
    "#]].assert_eq(&card("Board"));
}

#[test]
fn a_role_that_is_gone_has_no_card() {
    assert_eq!(role_card(&workshop(), opmap_model::RoleId(Uuid::from_u128(900)), &options()), None);
}
