//! H13: what delegating a decision to a lane would change.

use opmap_model::generate::{self, Dice, Options, random_edit};
use opmap_model::{DecisionId, Document, Edit, LaneId, MapKey, State};
use uuid::Uuid;

use super::parse;
use crate::{CannotDelegate, Delegation, analyze, delegate};

/// Two sides and three functions, with the steps of the to-be map.
fn to_be(rest: &str) -> Document {
    parse(&format!(
        "workshop \"W\"\nrole adv \"Advisor\" level=1 frontline=yes\nrole disp \"Dispatcher\" level=2\nrole tech \"Technician\"\n\
         role head \"Head\"\njourney j \"Repair\" owner=head\nmap j to-be\nstage s \"One\"\n\
         lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage function=\"Service\" role=adv letters=adv:A/R\n\
         lane di \"Dispatch\" kind=backstage function=\"Field\" role=disp letters=disp:A/R\n\
         lane fi \"Field\" kind=backstage function=\"Field\" role=tech letters=tech:A/R\n\
         lane no \"Nobody\" kind=backstage\n{rest}"
    ))
}

fn lane(document: &Document, title: &str, state: State) -> LaneId {
    let is_it = |it: &opmap_model::Lane| it.title.as_str() == title && it.state == state;
    *document.lanes().iter().find(|(_, it)| is_it(it)).unwrap().0
}

fn decision(document: &Document, title: &str) -> DecisionId {
    document.decisions_in_order().into_iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
}

/// Identities that nothing has.
fn fresh() -> impl FnMut() -> Uuid {
    let mut dice = Dice::new(99);
    move || dice.uuid()
}

fn to(document: &Document, title: &str, lane_title: &str) -> Result<Delegation, CannotDelegate> {
    let (id, state) = (decision(document, title), State::ToBe);
    delegate(document, id, lane(document, lane_title, state), fresh())
}

fn refusal(document: &Document, title: &str, lane_title: &str) -> String {
    to(document, title, lane_title).unwrap_err().to_string()
}

fn after(document: &Document, edit: &Edit) -> Document {
    let mut after = document.clone();
    after.apply(&edit.plan(document).unwrap()).unwrap();
    after
}

/// Work that goes over to dispatch for the slot of a visit and comes back, and then to and fro between dispatch and field.
fn visit(decision: &str) -> Document {
    let at = |step| match step {
        1 | 3 => "ce",
        step if step % 2 == 0 => "di",
        _ => "fi",
    };
    let steps: String = (1..=15).map(|it| format!("step s{it} \"Step {it}\" at=s/{}\n", at(it))).collect();
    let flows: String = (1..15).map(|it| format!("flow s{it} -> s{}\n", it + 1)).collect();
    to_be(&format!("{steps}{flows}{decision}"))
}

#[test]
fn h13_handoffs_fall_where_the_one_who_has_the_work_decides() {
    let d = visit("decision \"Set the slot\" step=s2 decider=disp");
    let found = to(&d, "Set the slot", "Centre").unwrap();
    let (before, after) = (&found.before.flow, &found.after.flow);
    assert_eq!((before.handoffs.len(), after.handoffs.len()), (14, 12), "H1");
    assert_eq!(
        (before.handoff_density_permille(), after.handoff_density_permille()),
        (Some(1_000), Some(857))
    );
    assert_eq!((before.cross_silo_permille(), after.cross_silo_permille()), (Some(214), Some(83)), "H3");
    assert_eq!((before.accountability_breaks.len(), after.accountability_breaks.len()), (14, 12), "H4");
    assert_eq!((before.rework.len(), after.rework.len()), (0, 0), "H5");
    assert_eq!((found.before.lead_time, found.after.lead_time), (None, None), "no step has a time");
    assert_eq!(found.edit.label(&d), "Set the rights in decision “Set the slot”");
}

#[test]
fn h13_lead_time_and_first_time_right_join_where_they_are_known() {
    let d = to_be(
        "step a \"A\" at=s/ce work=5h first-time-right=90%\nstep b \"B\" at=s/di work=3h first-time-right=80%\n\
         step c \"C\" at=s/ce wait=4h work=4h\nstep d \"D\" at=s/ce work=2h first-time-right=95%\nstep e \"E\" at=s/fi\n\
         flow a -> b\nflow a -> c\nflow b -> d\nflow c -> d\nrework d -> a\ndecision \"Which\" step=b decider=disp",
    );
    let found = to(&d, "Which", "Centre").unwrap();
    for measured in [&found.before, &found.after] {
        let lead_time = measured.lead_time.as_ref().unwrap();
        assert_eq!(lead_time.lead_secs, 15 * 3_600, "H8");
        let rolled = lead_time.rolled.unwrap();
        assert_eq!((rolled.permille, rolled.known, rolled.of), (855, 2, 3), "H6");
        assert_eq!(lead_time.activity_permille(), Some(733), "H9");
        assert_eq!(measured.flow.rework.len(), 1, "H5");
    }
    assert_eq!((found.before.flow.handoffs.len(), found.after.flow.handoffs.len()), (2, 0));
    assert_eq!(
        found.after.flow.cross_silo_permille(),
        None,
        "without a handoff there is nothing to take a share of"
    );
}

#[test]
fn h13_nothing_but_the_steps_the_decider_and_the_one_who_answers_changes() {
    let d = visit(
        "decision \"Set the slot\" step=s2 stage=s material=yes framework=rapid right=head:decide \
         right=\"disp:decide:Signs\" right=disp:recommend right=adv:input unit=\"€\" band=50:disp band=90:head beyond=head",
    );
    let found = to(&d, "Set the slot", "Centre").unwrap();
    let then = after(&d, &found.edit);
    let text = opmap_model::notation::print(&then);
    let line = text.lines().find(|it| it.starts_with("decision")).unwrap();
    assert_eq!(
        line,
        "decision \"Set the slot\" material=yes stage=st1 step=st2 framework=rapid right=r1:input \
         right=r2:recommend right=\"r1:decide:Signs\" unit=\"€\" band=50:r1 band=90:r4 beyond=r4"
    );
    let change = found.edit.plan(&d).unwrap();
    assert_eq!(change.touched().count(), 2, "the decision and its step");
    let moved = then.decisions().values().next().unwrap().steps.first().unwrap();
    assert_eq!(then.accountable_for_step(then.get(*moved).unwrap()), [found.role]);
}

#[test]
fn h13_a_step_stands_in_front_of_what_it_leads_on_to() {
    let d = visit("decision \"Set the slot\" step=s2 decider=disp");
    let found = to(&d, "Set the slot", "Centre").unwrap();
    let then = after(&d, &found.edit);
    let map = found.map;
    let view = then.map_view(map);
    let titles: Vec<&str> = view.steps.iter().take(3).map(|(_, it)| it.title.as_str()).collect();
    assert_eq!(titles, ["Step 1", "Step 2", "Step 3"]);
}

#[test]
fn h13_limits_without_a_band_below_and_other_frameworks_have_one_who_decides() {
    let daci = visit(
        "decision \"Set the slot\" step=s2 framework=daci right=disp:driver right=disp:approver right=head:approver unit=\"€\" beyond=head",
    );
    let found = to(&daci, "Set the slot", "Centre").unwrap();
    let then = after(&daci, &found.edit);
    let (_, decision) = then.decisions_in_order()[0];
    assert_eq!(decision.rights.deciders(), [found.role]);
    assert_eq!(decision.bands.as_ref().unwrap().beyond(), Some(found.role));
}

#[test]
fn h13_what_cannot_be_delegated_says_why() {
    let d = visit(
        "step k \"Accepts\" at=s/cu\ndecision \"Set the slot\" step=s2 decider=disp\ndecision \"Nowhere\" decider=disp",
    );
    assert_eq!(
        refusal(&d, "Set the slot", "Nobody"),
        "No role performs “Nobody”: say first who does, so that there is someone to decide."
    );
    assert_eq!(
        refusal(&d, "Set the slot", "Customer"),
        "“Customer” is not on the company’s side: only the company’s decisions are delegated."
    );
    assert_eq!(
        refusal(&d, "Nowhere", "Centre"),
        "The decision belongs to no stage and no step, so there is no map to change."
    );
    assert_eq!(
        refusal(&d, "Set the slot", "Dispatch"),
        "“Dispatcher” decides “Set the slot” there already, and answers for its steps."
    );
    let gone = delegate(&d, DecisionId(Uuid::nil()), lane(&d, "Centre", State::ToBe), fresh());
    assert_eq!(gone, Err(CannotDelegate::Gone));
    let bare = to_be("decision \"Which\" stage=s");
    assert_eq!(refusal(&bare, "Which", "Centre"), CannotDelegate::NoStep.to_string());
}

/// A journey as lived with one decision, and what the to-be map holds.
fn as_lived(to_be: &str) -> Document {
    parse(&format!(
        "workshop \"W\"\nrole adv \"Advisor\"\nrole disp \"Dispatcher\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\n\
         lane ce \"Centre\" kind=frontstage role=adv\nlane di \"Dispatch\" kind=backstage role=disp\n\
         step a \"A\" at=s/ce\nstep b \"B\" at=s/di\nstep c \"C\" at=s/ce\nflow a -> b\nflow b -> c\n\
         decision \"Which\" step=b decider=disp\ndecision \"When\" step=b decider=disp\n{to_be}"
    ))
}

const BANDS: &str = "map j to-be\nstage s \"One\"\nlane ce \"Centre\" kind=frontstage role=adv\n\
                     lane di \"Dispatch\" kind=backstage role=disp\nstep b \"B\" at=s/di\n";

fn in_lived(document: &Document, title: &str) -> Result<Delegation, CannotDelegate> {
    delegate(document, decision(document, title), lane(document, "Centre", State::AsLived), fresh())
}

#[test]
fn h13_what_is_lived_is_copied_before_it_is_changed() {
    let d = as_lived("");
    let found = in_lived(&d, "Which").unwrap();
    assert_eq!(found.map.state, State::ToBe);
    assert_eq!((found.before.flow.handoffs.len(), found.after.flow.handoffs.len()), (2, 0));
    let then = after(&d, &found.edit);
    let lived = MapKey { state: State::AsLived, ..found.map };
    let decided = |map| {
        let all = then.decisions_in_order().into_iter();
        let of_map = all.filter(|(_, it)| then.map_of_decision(it) == Some(map));
        of_map.map(|(_, it)| (it.title.as_str(), it.rights.deciders())).collect::<Vec<_>>()
    };
    let [advisor, dispatcher] = ["Advisor", "Dispatcher"]
        .map(|title| *then.roles().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0);
    assert_eq!(decided(lived), [("Which", vec![dispatcher]), ("When", vec![dispatcher])]);
    assert_eq!(decided(found.map), [("Which", vec![advisor]), ("When", vec![dispatcher])]);
    assert_eq!(analyze(&then).flow(lived).unwrap().handoffs.len(), 2, "what is lived stays");
}

#[test]
fn h13_what_is_lived_is_delegated_in_the_to_be_map_where_it_has_a_counterpart() {
    let same = as_lived(&format!("{BANDS}decision \"Which\" step=b decider=disp\ndecision \"Where\" step=b"));
    let delegated = |document: &Document, title| {
        let then = after(document, &in_lived(document, title).unwrap().edit);
        let is_delegated = |it: &opmap_model::Decision| document.decisions().values().all(|old| old != it);
        then.decisions().values().find(|it| is_delegated(it)).unwrap().title.to_string()
    };
    assert_eq!(delegated(&same, "Which"), "Which", "of the same title at the same step");
    assert_eq!(delegated(&same, "When"), "Where", "the one that is left at the same step");
    let two = as_lived(&format!("{BANDS}decision \"Where\" step=b\ndecision \"How\" step=b"));
    let none = as_lived(BANDS);
    for document in [two, none] {
        assert_eq!(
            in_lived(&document, "Which").unwrap_err().to_string(),
            "The to-be map has no counterpart of “Which”: no decision of its own at the same stage or step."
        );
    }
    let laneless = BANDS.replace("lane ce \"Centre\" kind=frontstage role=adv\n", "");
    let laneless = as_lived(&format!("{laneless}decision \"Which\" step=b"));
    assert_eq!(
        in_lived(&laneless, "Which").unwrap_err().to_string(),
        "The to-be map has no counterpart of the lane “Centre”."
    );
    let there = lane(&same, "Centre", State::ToBe);
    assert!(
        delegate(&same, decision(&same, "Which"), there, fresh()).is_ok(),
        "a lane of the map that changes"
    );
    let other = as_lived("map j option-b\nstage s \"One\"\nlane ox \"Other\" kind=frontstage role=adv");
    let there = lane(&other, "Other", State::OptionB);
    assert_eq!(delegate(&other, decision(&other, "Which"), there, fresh()), Err(CannotDelegate::OtherMap));
}

#[test]
fn h13_a_delegation_is_one_edit_that_gives_what_it_said_and_is_taken_back() {
    let mut delegated = 0;
    for seed in 0..8 {
        let mut dice = Dice::new(seed);
        let mut now = generate::document(&Options { steps: 40, lanes: 5, stages: 3, seed });
        for _ in 0..12 {
            if let Ok(change) = random_edit(&now, &mut dice).plan(&now) {
                now.apply(&change).unwrap();
            }
        }
        let bytes = serde_json::to_vec(&now).unwrap();
        for decision in now.decisions().keys() {
            for lane in now.lanes().keys() {
                let Ok(found) = delegate(&now, *decision, *lane, || dice.uuid()) else { continue };
                delegated += 1;
                let change = found.edit.plan(&now).unwrap();
                let mut then = now.clone();
                then.apply(&change).unwrap();
                assert_eq!(then.violations(), []);
                let analysis = analyze(&then);
                assert_eq!(analysis.flow(found.map), Some(&found.after.flow));
                assert_eq!(analysis.lead_time(found.map), found.after.lead_time.as_ref());
                then.apply(&change.inverted()).unwrap();
                assert_eq!(serde_json::to_vec(&then).unwrap(), bytes);
            }
        }
    }
    assert!(delegated > 60, "{delegated} were possible");
}
