//! What the whole report says of a workshop: of one with nothing in it, of a small one, and of steps.

use expect_test::expect;

use super::check;

#[test]
fn what_was_not_discussed_is_said_where_a_reader_expects_it() {
    check(
        "workshop \"W\"\njourney j \"Repair\"",
        expect![[r#"
            None W / Date of the workshop not set / Version 0.3, 19 June 2026
            # Executive summary: The workshop named 1 journey and kept 0 findings; nothing is recommended yet
              The workshop named the journey “Repair” and has not mapped it. Its purpose was not discussed.
              What we found:
              (Not discussed.)
              Decisions wanted:
              (Not discussed.)
              What we recommend, in this order:
              (Not discussed.)
              In the next 30 days:
              (Not discussed.)
            # Contents: Contents
              of all other sections
            # Repair: None of the 3 maps of this journey was discussed
              - Journey | Repair | Owner | (not set)
              Its maps:
              Map | Stages | Lanes | Steps | Handoffs | Without owner | All seven parts set | To another function | Where
              - As designed | (not discussed) | (–) | (–) | (–) | (–) | (–) | (–) | (–)
              - As lived | (not discussed) | (–) | (–) | (–) | (–) | (–) | (–) | (–)
              - To be | (not discussed) | (–) | (–) | (–) | (–) | (–) | (–) | (–)
              (A handoff leads to another lane of the company. Its seven parts: from, to, trigger, information, owner, time limit, acknowledgement (H1, H11).)
            # Findings: Findings were not discussed
              (Findings were not discussed.)
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
              From where on the checks speak up:
              Limit | Rule | In this workshop | Usually
              - Roles responsible for one step | (R4) | 3 | (3)
              - Roles consulted on one step | (R5) | 3 | (3)
              - Roles informed of one step | (R5) | 6 | (6)
              - Share of all A’s that one role holds | (R8) | 40 % | (40 %)
              - Share of all steps that one role does | (R9) | 60 % | (60 %)
              - Roles that must agree to one decision | (D3) | 2 | (2)
              - Impact or effort that is still low | (Q1) | 3 | (3)
              (Checks read what was mapped and nothing else: what is not set is never counted as zero, and is no fault unless the rule says so. They found 1 thing in all; what was accepted is listed with its reason.)
            # What the checks found: The checks found 1 error
              Weight | What was found | Rule | Where
              - Error! Error | No one owns the journey “Repair” from end to end. | (R16) | → journey
            # Roles: Roles were not discussed
              (Roles were not discussed.)
            ## Lanes: Lanes on the company’s side were not discussed
              (Lanes were not discussed.)
            # Evidence: Evidence was not discussed
              (Evidence was not discussed.)
            # Glossary: 5 words of the field, as this report uses them
              - As designed | The way that is written down: in a handbook, a contract, a system. | As lived | The way that it goes today, by data, by what was seen and by those who do it.
              - Handoff | Work that goes from one lane of the company’s side to another. It can get lost there. | Lane | A row of a map: everything that one party does.
              - To be | The way that is wanted. | () | ()
        "#]],
    );
}

#[test]
fn a_small_workshop_in_two_states() {
    check(
        r#"
        workshop "Nordwind: repair a boiler"
        client "Nordwind"
        goals "One visit\nOne owner"
        date 2026-06-18
        confidentiality confidential
        role agent "Agent" function="Service" level=1 reports-to=lead sourcing=in-house
        role lead "Lead" function="Service"
        role partner "Fitter" sourcing=partner
        channel phone "Phone" medium=phone
        journey repair "Repair a boiler" owner=lead
        map repair as-lived
        stage call "Call"
        stage visit "Visit"
        lane customer "Customer" kind=customer
        lane desk "Desk" kind=frontstage function="Service" role=agent sourcing=in-house
        lane fitters "Fitters" kind=partner function="Partner" sourcing=partner
        step calls "Calls" at=call/customer kind=touchpoint channel=phone
        step log "Logs the fault" at=call/desk note="Twice."
        step plan "Plans a visit" at=call/desk kind=decision
        step fix "Fixes it" at=visit/fitters
        flow calls -> log
        flow log -> plan
        flow plan -> fix trigger="Slot found" label="Yes"
        rework fix -> plan label="No parts" owner=lead limit=2h
        map repair to-be
        stage call "Call"
        stage visit "Visit"
        lane customer "Customer" kind=customer
        lane desk "Desk" kind=frontstage function="Service" role=agent sourcing=in-house
        lane fitters "Fitters" kind=partner function="Partner" role=partner sourcing=partner
        step calls "Calls" at=call/customer kind=touchpoint channel=phone
        step log "Logs the fault" at=visit/desk note="Once."
        step fix "Fixes it" at=visit/fitters
        flow calls -> log
        flow log -> fix trigger="Slot found" information="Part" owner=lead limit=2h acknowledgement="Text"
        "#,
        expect![[r#"
            Some("Nordwind") Repair a boiler / Workshop of 18 June 2026 / Version 0.3, 19 June 2026. Confidential
            # Executive summary: 1 of 2 handoffs needs an owner in “Repair a boiler”; nothing is recommended yet
              The workshop of 18 June 2026 mapped the journey “Repair a boiler” as lived and to be. Its purpose was not discussed.
              [1 of 2] handoffs have no owner, as lived → handoffs
              What we found:
              (Not discussed.)
              Decisions wanted:
              (Not discussed.)
              What we recommend, in this order:
              (Not discussed.)
              In the next 30 days:
              (Not discussed.)
            # Contents: Contents
              of all other sections
            # Repair a boiler: 2 handoffs as lived and 1 to be; without an owner 1 and 0
              - Journey | Repair a boiler | Owner | Lead
              Its maps:
              Map | Stages | Lanes | Steps | Handoffs | Without owner | All seven parts set | To another function | Where
              - As designed | (not discussed) | (–) | (–) | (–) | (–) | (–) | (–) | (–)
              - As lived | 2 | 3 | 4 | 2 | 1 | 0 | 2 of 2 | → map
              - To be | 2 | 3 | 3 | 1 | 0 | 1 | 1 of 1 | → map
              (A handoff leads to another lane of the company. Its seven parts: from, to, trigger, information, owner, time limit, acknowledgement (H1, H11).)
              Map | Bottlenecks
              - As lived | Longest wait: not set. Lowest first-time-right: not set. Most handoffs: Plans a visit 2, Fixes it 2.
              - To be | Longest wait: not set. Lowest first-time-right: not set. Most handoffs: Logs the fault 1, Fixes it 1.
              keys of maps: AsLived, ToBe, of differences AsLived ToBe
            ## Journey map, as lived: 1 of 2 handoffs has no owner in the as-lived map
              map AsLived
            ## Journey map, to be: The 1 handoff has an owner in the to-be map
              map ToBe
            ## Map of differences, as lived and to be: To be, 1 step is gone, 0 are new and 1 is changed
              map of differences AsLived ToBe
            ## Handoffs, as lived: None of the 2 handoffs has all 7 parts set in the as-lived map
              No. | From | To | Trigger | Information passed | Owner | Time limit | Acknowledgement | Agreement
              - 1 | Plans a visit / (Desk) | Fixes it / (Fitters) | Slot found | (not set) | Warning! not set | (not set) | (not set) | Warning! No owner / 3/7
              - 2 | Fixes it / (Fitters) | Plans a visit / (Desk) | (not set) | (not set) | Lead | 2 h | (not set) | Note! Partly agreed / 4/7
            ## Handoffs, to be: The 1 handoff has all 7 parts set in the to-be map
              No. | From | To | Trigger | Information passed | Owner | Time limit | Acknowledgement | Agreement
              - 1 | Logs the fault / (Desk) | Fixes it / (Fitters) | Slot found | Part | Lead | 2 h | Text | InOrder! Agreed / 7/7
            # Findings: Findings were not discussed
              (Findings were not discussed.)
            # Role cards: All 3 roles hold something in the service
              @role-card
              Agent: 2 lanes:
              - Position | Service, level 1, reports to Lead, in-house | Performs | Desk (as lived, to be) | () | ()
              @role-card
              Lead: 2 handoffs, 1 journey:
              - Position | Service | Owns | Repair a boiler | Owns handoffs | 1 as lived; 1 to be
              @role-card
              Fitter: 1 lane:
              - Position | partner | Performs | Fitters (to be) | () | ()
              (Each role holds something and has a card.)
            # Charter: The workshop pursues 2 goals
              - Client | Nordwind
              - Purpose | (not discussed)
              - Goals | 1. One visit / 2. One owner
              - Scope | (not discussed)
              - Workshop held | 18 June 2026
              - Led by | (not set)
              - Confidentiality | Confidential
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
              (Checks read what was mapped and nothing else: what is not set is never counted as zero, and is no fault unless the rule says so. They found 2 things in all; what was accepted is listed with its reason.)
            # What the checks found: The checks found 2 warnings
              Weight | What was found | Rule | Where
              - Warning! Warning | No one meets the customer at “Calls” in the to-be map: its stage has no frontstage step. | (B3) | → step
              - Warning! Warning | The handoff from “Plans a visit” to “Fixes it” in the as-lived map has no owner. | (H11) | → step
            # Maps as tables: 2 maps stand with their 7 steps here as tables that can be read aloud
              Journey | Map | Steps | Connectors | Map on | Table on
              - Repair a boiler | As lived | 4 | 4 | → map | → steps
              - Repair a boiler | To be | 3 | 2 | → map | → steps
            ## Steps, as lived: 4 steps in 2 stages make up the as-lived map
              No. | Stage | Lane | Step | Kind, channel | Note | Leads to No.
              - (1) | Call | Customer | Calls | Touchpoint, Phone | (not set) | 2
              - (2) | (Call) | Desk | Logs the fault | Activity | Twice. | 3
              - (3) | (Call) | Desk | Plans a visit | Decision | (not set) | 4 (“Yes”, handoff 1)
              - (4) | Visit | Fitters | Fixes it | Activity | (not set) | 3 (“No parts”, rework, handoff 2)
            ## Steps, to be: 3 steps in 2 stages make up the to-be map
              No. | Stage | Lane | Step | Kind, channel | Note | Leads to No.
              - (1) | Call | Customer | Calls | Touchpoint, Phone | (not set) | 2
              - (2) | Visit | Desk | Logs the fault | Activity | Once. | 3 (handoff 1)
              - (3) | (Visit) | Fitters | Fixes it | Activity | (not set) | (nothing)
            ## Differences, as lived and to be: 8 differences: 1 added, 4 gone, 1 moved, 2 changed
              What | Name | Change
              - − Gone 1 step | (only in the map as lived) | Plans a visit
              - + Added 1 connector | (only in the map to be) | Logs the fault → Fixes it
              - − Gone 3 connectors | (only in the map as lived) | 3 at steps that are gone
              - Δ Changed lane | Fitters | now set: role (Fitter)
              - → Moved step | Logs the fault | from Call to Visit; reworded: note
            # Roles: 3 roles in 1 function take part, 1 of them outside the company
              Role | Code | Function | Level | Reports to | Sourcing
              - Agent | AGE | Service | 1 | Lead | In-house
              - Lead | LEA | Service | (not set) | (not set) | (not set)
              - Fitter | FIT | (not set) | (not set) | (not set) | Partner
              (Codes stand for the roles on the maps. Level of authority: 1 is the front line, 9 the top.)
            ## Lanes: 3 of 4 company lanes name the role that does the work
              Lane | Kind | Function | Role | Sourcing | On the map
              - Customer | Customer | (not applicable) | (not applicable) | (not applicable) | As lived, to be
              - Desk | Frontstage | Service | Agent | In-house | As lived, to be
              - Fitters | Partner | Partner | (not set) | Partner | As lived
              - Fitters | Partner | Partner | Fitter | Partner | To be
            ## Channels: 1 channel leads to the customer
              Channel | Kind | What it is there for | Steps
              - Phone | Assisted | (not set) | 2
            # Evidence: Evidence was not discussed
              (Evidence was not discussed.)
            # Glossary: 8 words of the field, as this report uses them
              - As designed | The way that is written down: in a handbook, a contract, a system. | As lived | The way that it goes today, by data, by what was seen and by those who do it.
              - First-time-right (right the first time) | The share of cases that pass a step without being done again. | Front line | Those who meet customers in their daily work.
              - Frontstage | What customers see and hear; backstage is what they do not. | Handoff | Work that goes from one lane of the company’s side to another. It can get lost there.
              - Lane | A row of a map: everything that one party does. | To be | The way that is wanted.
        "#]],
    );
}

#[test]
fn what_is_said_of_steps_is_told_and_what_is_internal_never_is() {
    check(
        r#"
        workshop "Repair"
        channel phone "Phone" kind=assisted purpose="For what cannot wait"
        channel app "App" kind=digital
        it-system desk "Ticket desk"
        persona home "Family" segment="Homes" relation=existing needs="Speed\nOne contact"
        journey repair "Repair a fault" persona=home
        map repair as-lived
        stage call "Call"
        stage visit "Visit"
        lane customer "Customer" kind=customer
        lane partner "Crew" kind=partner contract="Paid per repair" others-share=100 partner-criteria="Nearest depot" dedication=dedicated rationale="Homes first"
        step calls "Calls" at=call/customer kind=touchpoint channel=phone other-channels=app sentiment=-2 wait=30min clock=calendar moment-of-truth=yes internal-note="SECRET note"
        step books "Books" at=call/customer kind=touchpoint channel=app personas=home
        step repairs "Repairs" at=visit/partner kind=automated systems=desk work=90min first-time-right=82.5% value=adding evidence=data fail-point=yes
        flow calls -> books context-carried=no
        flow books -> repairs
        quote calls "Nobody answers" evidence=reported
        pain-point calls "Half an hour on hold" pain=severe
        observation calls "SECRET observation" internal=yes
        "#,
        expect![[r#"
            None Repair / Date of the workshop not set / Version 0.3, 19 June 2026
            # Executive summary: “Repair a fault” takes 2 h: 25 % of that is waiting
              The workshop mapped the journey “Repair a fault” as lived. Its purpose was not discussed.
              [2 h] from first step to last as lived, 25 % of it waiting → lead-time
              [83 %] right the first time all the way, by 1 of 3 steps → lead-time
              What we found:
              (Not discussed.)
              Decisions wanted:
              (Not discussed.)
              What we recommend, in this order:
              (Not discussed.)
              In the next 30 days:
              (Not discussed.)
            # Contents: Contents
              of all other sections
            # Repair a fault: 1 map of this journey; 3 steps and no handoff in the as-lived one
              - Journey | Repair a fault | Owner | (not set)
              - Told about | Family | () | ()
              Its maps:
              Map | Stages | Lanes | Steps | Handoffs | Without owner | All seven parts set | To another function | Where
              - As designed | (not discussed) | (–) | (–) | (–) | (–) | (–) | (–) | (–)
              - As lived | 2 | 2 | 3 | 0 | 0 | 0 | (not available) | → map
              - To be | (not discussed) | (–) | (–) | (–) | (–) | (–) | (–) | (–)
              (A handoff leads to another lane of the company. Its seven parts: from, to, trigger, information, owner, time limit, acknowledgement (H1, H11).)
              Map | Bottlenecks
              - As lived | Longest wait: Calls 30 min (set on 1 of 3 steps). Lowest first-time-right: Repairs 82.5 % (set on 1 of 3 steps). Most handoffs: there are none.
              keys of maps: AsLived
            ## Journey map, as lived: The as-lived map has 3 steps in 2 stages and no handoff
              map AsLived
            ## Sentiment, as lived: The customer is lowest at “Calls”, −2, in the as-lived map
              sentiment AsLived
              Stage | Step | Sentiment | Known by | Quote | Where
              - Call | Calls | −2 | (not set) | “Nobody answers” | → step
              - Call | Books | (not set) | (not set) | (–) | → step
            ## Lead time, as lived: The as-lived map takes 2 h, 75 % of that is work; most of it goes into “Visit”
              [2 h] from the first step to the last (H8)
              [75 %] of that is work (H9)
              [83 %] right the first time all the way, by 1 of 3 steps (H6)
              [2 of 3] steps on that way have a time
              Where the time goes (The lead time is the longest way of waiting and work through the map, rework left out. 2 steps of the 3 on it have a time; what is not set is left out.):
              Stage | Waiting | Work | Share of all time
              - Call | Warning! 30 min, the longest | (not set) | 25 %
              - Visit | (not set) | 1 h 30 min | 75 %
              What the time is worth to the customer:
              Value | Waiting | Work | Share of all time
              - Value-adding | (not set) | 1 h 30 min | 75 %
              - (not set) | 30 min | (not set) | 25 %
            ## Voices, as lived: 1 pain point, 1 quote and 0 observations on the as-lived map
              Step | What it is | What it says | Severity | Known by | Where
              - Calls | Quote | “Nobody answers” | (–) | Reported | → step
              - Calls | Pain point | Half an hour on hold | Error! Severe | (not set) | → step
            ## Channel changes, as lived: The 1 channel change in the as-lived map asks the customer again
              From | Channel before | To | Channel after | What is known goes along
              - Calls | Phone | Books | App | Warning! no, it is asked again
            # Findings: Findings were not discussed
              (Findings were not discussed.)
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
              From where on the checks speak up:
              Limit | Rule | In this workshop | Usually
              - Roles responsible for one step | (R4) | 3 | (3)
              - Roles consulted on one step | (R5) | 3 | (3)
              - Roles informed of one step | (R5) | 6 | (6)
              - Share of all A’s that one role holds | (R8) | 40 % | (40 %)
              - Share of all steps that one role does | (R9) | 60 % | (60 %)
              - Roles that must agree to one decision | (D3) | 2 | (2)
              - Impact or effort that is still low | (Q1) | 3 | (3)
              (Checks read what was mapped and nothing else: what is not set is never counted as zero, and is no fault unless the rule says so. They found 5 things in all; what was accepted is listed with its reason.)
            # What the checks found: The checks found 1 error and 4 warnings
              Weight | What was found | Rule | Where
              - Error! Error | No one owns the journey “Repair a fault” from end to end. | (R16) | → journey
              - Warning! Warning | No one meets the customer at “Calls” in the as-lived map: its stage has no frontstage step. | (B3) | → step
              - Warning! Warning | No one meets the customer at “Books” in the as-lived map: its stage has no frontstage step. | (B3) | → step
              - Warning! Warning | “Repairs” in the as-lived map is a fail point, and nothing says what puts it right. | (B6) | → step
              - Warning! Warning | “Repairs” in the as-lived map is automated, and nothing says what happens when it fails. | (B7) | → step
            # Maps as tables: 1 map stands with its 3 steps here as tables that can be read aloud
              Journey | Map | Steps | Connectors | Map on | Table on
              - Repair a fault | As lived | 3 | 2 | → map | → steps
            ## Steps, as lived: 3 steps in 2 stages make up the as-lived map
              No. | Stage | Lane | Step | Kind, channel | Note | Leads to No.
              - (1) | Call | Customer | Calls | Touchpoint, Phone | (not set) | 2 (context not carried)
              - (2) | (Call) | Customer | Books | Touchpoint, App | (not set) | 3
              - (3) | Visit | Crew | Repairs | Automated | (not set) | (nothing)
            ## Step details, as lived: 3 steps with times, systems or feelings and 2 steps to watch in the as-lived map
              Who, with what, how long, how well:
              No. | Step | Done by | Also through | Systems | For | Waiting | Work | Right first | Value | Feeling | Known by
              - (1) | Calls | (–) | App | (–) | (–) | 30 min | (–) | (–) | (–) | −2 | (–)
              - (2) | Books | (–) | (–) | (–) | Family | (–) | (–) | (–) | (–) | (–) | (–)
              - (3) | Repairs | System | (–) | Ticket desk | (–) | (–) | 1 h 30 min | 82.5 % | Value-adding | (–) | Data
              Moments of truth, fail points, controls and automation:
              No. | Step | What it is | What puts it right | When automation fails
              - (1) | Calls | Moment of truth | (–) | (–)
              - (3) | Repairs | Fail point, automated | Warning! not set | Warning! not set
            # Roles: Roles were not discussed
              (Roles were not discussed.)
            ## Lanes: 0 of 1 company lanes names the role that does the work
              Lane | Kind | Function | Role | Sourcing | On the map
              - Customer | Customer | (not applicable) | (not applicable) | (not applicable) | As lived
              - Crew | Partner | (not set) | (not set) | (not set) | As lived
              Whom they serve, and what was agreed:
              Lane | Done by | Share of others | Dedicated or shared | Why | Contract or outcome | Partners are chosen by | On the map
              - Crew | (not set) | 100 % | Dedicated | Homes first | Paid per repair | Nearest depot | As lived
            ## Channels: 2 channels lead to the customer
              Channel | Kind | What it is there for | Steps
              - Phone | Assisted | For what cannot wait | 1
              - App | Digital | (not set) | 2
            ## Systems: The steps are done with 1 system
              System | Note | Steps
              - Ticket desk | (not set) | 1
            ## Personas: 1 persona stands for the customers
              Persona | Segment | Relation | Needs, most important first | Note | Steps
              - Family | Homes | Existing customer | 1. Speed / 2. One contact | (not set) | 1
            # Evidence: Evidence was not discussed
              (Evidence was not discussed.)
            # Glossary: 11 words of the field, as this report uses them
              - As designed | The way that is written down: in a handbook, a contract, a system. | As lived | The way that it goes today, by data, by what was seen and by those who do it.
              - Fail point | A step at which it often goes wrong, so that someone must be able to put it right. | First-time-right (right the first time) | The share of cases that pass a step without being done again.
              - Frontstage | What customers see and hear; backstage is what they do not. | Handoff | Work that goes from one lane of the company’s side to another. It can get lost there.
              - Lane | A row of a map: everything that one party does. | Lead time | The longest way through a map, waiting and work together, rework left out.
              - Moment of truth | A step at which customers decide what they think of the service. | Persona | An invented customer who stands for many.
              - To be | The way that is wanted. | () | ()
        "#]],
    );
}
