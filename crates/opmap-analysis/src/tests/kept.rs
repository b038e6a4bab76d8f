//! Findings that are kept: they follow what finds them, and what is accepted is accepted once.

use opmap_model::{
    AcceptanceId, Document, Edit, KeptFinding, KeptFindingField, KeptFindingId, RecordId, StepId, Text, Title,
};
use uuid::Uuid;

use super::parse;
use crate::{Analysis, Finding, Kept, analyze, kept, not_kept};

const ID: KeptFindingId = KeptFindingId(Uuid::from_u128(900));

/// Two steps: nobody answers for the first; nothing is said of who does the second.
const WORKSHOP: &str = "workshop \"W\"\nrole a \"Advisor\"\nrole l \"Lead\"\njourney j \"Repair\" owner=l\nmap j as-lived\n\
     stage s \"One\"\nlane c \"Centre\" kind=frontstage\nstep x \"Answers\" at=s/c letters=a:R\n\
     step y \"Writes\" at=s/c letters=a:R,l:A\n";

fn workshop() -> Document {
    parse(WORKSHOP)
}

fn after(document: &Document, edit: &Edit) -> Document {
    let mut after = document.clone();
    after.apply(&edit.plan(document).unwrap()).unwrap();
    assert_eq!(after.violations(), []);
    after
}

fn found<'a>(analysis: &'a Analysis, rule: &str) -> &'a Finding {
    analysis.all_found().find(|it| it.rule == rule).unwrap()
}

/// The workshop with what R1 finds kept.
fn with_r1() -> Document {
    let document = workshop();
    let keep = found(&analyze(&document), "R1").keep(ID).unwrap();
    after(&document, &keep)
}

fn is_no_longer_found(document: &Document) -> bool {
    let analysis = analyze(document);
    kept(document, &analysis).iter().any(|it| it.id == ID && it.is_no_longer_found())
}

fn look<T>(document: &Document, look: impl FnOnce(&Kept<'_>) -> T) -> T {
    let analysis = analyze(document);
    let all = kept(document, &analysis);
    look(all.iter().find(|it| it.id == ID).unwrap())
}

fn step(document: &Document, title: &str) -> StepId {
    *document.steps().iter().find(|it| it.1.title.as_str() == title).unwrap().0
}

fn rules(document: &Document) -> Vec<&'static str> {
    let analysis = analyze(document);
    not_kept(document, &analysis).into_iter().map(|it| it.rule).collect()
}

#[test]
fn what_is_kept_is_no_longer_among_what_is_not() {
    assert!(rules(&workshop()).contains(&"R1"));
    assert!(!rules(&with_r1()).contains(&"R1"));
    let finding = with_r1().get(ID).unwrap().clone();
    assert_eq!(finding.code(), "F1");
    assert_eq!(finding.about.len(), 1);
    assert_eq!(finding.severity, crate::Severity::Error);
}

#[test]
fn its_sentence_follows_its_records_until_it_has_words_of_its_own() {
    let document = with_r1();
    let title = opmap_model::StepField::Title(Title::new("Replies").unwrap());
    let rename = Edit::SetSteps { ids: vec![step(&document, "Answers")], field: title };
    let renamed = after(&document, &rename);
    assert!(
        look(&renamed, |it| it.sentence.contains("“Replies”")),
        "{}",
        look(&renamed, |it| it.sentence.clone())
    );
    let own = KeptFindingField::Title(Text::new("Nobody answers for replies.").unwrap());
    let reworded = after(&renamed, &Edit::SetFinding { id: ID, field: own });
    assert_eq!(look(&reworded, |it| it.sentence.clone()), "Nobody answers for replies.");
    let as_found = after(&reworded, &Edit::SetFinding { id: ID, field: KeptFindingField::Reworded(false) });
    assert!(look(&as_found, |it| it.sentence.contains("“Replies”")));
}

#[test]
fn it_says_when_the_check_no_longer_finds_it_and_keeps_what_was_said() {
    let document = with_r1();
    assert!(!is_no_longer_found(&document));
    let said = look(&document, |it| it.sentence.clone());
    let gone = after(&document, &Edit::RemoveSteps { ids: vec![step(&document, "Answers")] });
    assert!(is_no_longer_found(&gone));
    assert_eq!(look(&gone, |it| it.sentence.clone()), said);
    assert_eq!(gone.get(ID).unwrap().sources.iter().count(), 1, "which rule it was is still known");
    let by_hand = KeptFinding::new(Text::new("By hand.").unwrap());
    let written = after(&workshop(), &Edit::AddFinding { id: ID, finding: Box::new(by_hand), before: None });
    assert!(!is_no_longer_found(&written), "nothing ever found it");
}

fn accepted(document: &Document) -> Document {
    let reason = Text::new("Until autumn.").unwrap();
    after(document, &look(document, |it| it.accept(&reason, || AcceptanceId(Uuid::from_u128(901)))))
}

#[test]
fn what_a_check_finds_is_accepted_in_one_place() {
    let document = accepted(&with_r1());
    assert_eq!(document.acceptances().len(), 1);
    assert_eq!(analyze(&document).accepted().count(), 1, "the check says so, too");
    assert_eq!(look(&document, |it| it.accepted.clone().unwrap().reason.to_string()), "Until autumn.");
    let open = after(&document, &look(&document, |it| it.reopen().unwrap()));
    assert!(look(&open, |it| it.accepted.is_none()) && analyze(&open).accepted().count() == 0);
}

#[test]
fn what_no_check_finds_is_accepted_itself_and_the_acceptance_goes_with_it() {
    let by_hand = KeptFinding::new(Text::new("By hand.").unwrap());
    let add = Edit::AddFinding { id: ID, finding: Box::new(by_hand), before: None };
    let document = accepted(&after(&workshop(), &add));
    let about: Vec<RecordId> = document.acceptances().values().map(|it| it.about).collect();
    assert_eq!(about, [RecordId::KeptFinding(ID)]);
    assert!(look(&document, |it| it.accepted.is_some()));
    assert!(after(&document, &Edit::RemoveFinding { id: ID }).acceptances().is_empty());
}

#[test]
fn measures_and_scores_can_be_kept_and_count_among_no_faults() {
    let document = parse(
        "workshop \"W\"\nrole a \"A\"\nshift roles now=2 target=4\nshift culture now=3 target=3\n\
         journey j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\nlane c \"Centre\" kind=frontstage function=\"Service\"\n\
         lane d \"Dispatch\" kind=backstage function=\"Field\"\nstep x \"Answers\" at=s/c work=1h wait=9h\n\
         step y \"Sends\" at=s/d\nflow x -> y owner=a\n",
    );
    let analysis = analyze(&document);
    let told: Vec<String> =
        analysis.suggested.iter().map(|it| format!("{} {} {}", it.rule, it.point, it.sentence)).collect();
    expect_test::expect![[r#"
        H9 1 Of the lead time of the as-lived map 10 % is work; the rest is waiting.
        H3 1 100 % of the handoffs of the as-lived map lead from one function to another.
        M2 0 “Role and goal clarity” is at 2 today and wanted at 4, 2 levels up.
    "#]]
    .assert_eq(&(told.join("\n") + "\n"));
    assert!(analysis.findings.iter().all(|it| !it.is_suggested()));
    let gap = found(&analysis, "M2");
    let document = after(&document, &gap.keep(ID).unwrap());
    assert_eq!(document.get(ID).unwrap().shifts.len(), 1, "linked to the shift itself");
    assert!(!is_no_longer_found(&document));
}

#[test]
fn one_made_of_several_is_found_by_all_that_found_them() {
    let document = parse(&format!("{WORKSHOP}step z \"Fails\" at=s/c fail-point=yes letters=a:R,l:A\n"));
    let analysis = analyze(&document);
    let first = after(&document, &found(&analysis, "R1").keep(ID).unwrap());
    let other = KeptFindingId(Uuid::from_u128(902));
    let second = found(&analysis, "B6");
    let both = after(&first, &second.keep(other).unwrap());
    let one = after(&both, &Edit::MergeFindings { from: vec![other], into: ID });
    assert_eq!(one.findings().len(), 1);
    assert_eq!(look(&one, |it| it.found.len()), 2);
    assert!(!rules(&one).contains(&"R1") && !rules(&one).contains(&second.rule));
}

#[test]
fn what_a_check_says_of_a_recommendation_is_no_finding_about_the_service() {
    let document = parse("workshop \"W\"\nrecommendation n \"N\"\n");
    let analysis = analyze(&document);
    assert_eq!(found(&analysis, "Q5").keep(ID), None);
    assert!(!not_kept(&document, &analysis).iter().any(|it| it.rule == "Q5"));
}
