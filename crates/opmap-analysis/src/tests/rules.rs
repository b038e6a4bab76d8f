//! The table of the rules: each has a case that trips it, one that just does not, and one with nothing to judge, or is
//! held in another way. A rule that a check can raise and that is not in the table fails.

use std::collections::BTreeSet;
use std::path::Path;

use opmap_model::Document;

use super::parse;
use crate::analyze;

/// A map, after the lines of its roles: three lanes of the company in order, below the customer's.
const MAP: &str = "journey j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\nlane cu \"Customer\" kind=customer\n\
                   lane ce \"Centre\" kind=frontstage function=\"Service\"\nlane di \"Dispatch\" kind=backstage role=d\n";
const ROLES: &str = "role a \"A\" level=1\nrole b \"B\" level=2 function=\"IT\"\nrole c \"C\" level=3 function=\"Sales\"\n\
                     role d \"D\" level=4\nrole e \"E\"\nrole o \"O\" sourcing=partner\nrole k \"K\" committee=yes\n";

fn map(steps: &str) -> Document {
    parse(&format!("workshop \"W\"\nchannel ph \"Phone\"\n{ROLES}{MAP}{steps}"))
}

/// Five steps in the lane without a role, each with its letters.
fn five(letters: [&str; 5]) -> String {
    let step = |(number, it): (usize, &&str)| format!("step f{number} \"F{number}\" at=s/ce letters={it}\n");
    letters.iter().enumerate().map(step).collect()
}

fn step(letters: &str) -> String {
    format!("step x \"X\" at=s/ce letters={letters}\n")
}

fn decision(rest: &str) -> String {
    format!("step q \"Q?\" at=s/ce kind=decision\ndecision \"Q\" step=q {rest}\n")
}

fn rapid(rights: &str) -> String {
    decision(&format!("material=yes framework=rapid {rights}"))
}

/// Rule, a case that trips it, and one that just does not, as lines of a map. Without these lines there is nothing to
/// judge.
fn table() -> Vec<(&'static str, String, String)> {
    let good = "right=a:recommend right=b:decide right=c:perform";
    vec![
        ("R1", step("a:A,b:A"), step("a:A,b:R")),
        ("R2", step("a:A"), step("a:A/R")),
        ("R4", step("a:A/R,b:R,c:R,d:R"), step("a:A/R,b:R,c:R")),
        ("R5", step("a:A/R,b:C,c:C,d:C,e:C"), step("a:A/R,b:C,c:C,d:C")),
        ("R6", step("b:A,c:R"), step("b:A,c:R,a:I")),
        (
            "R7",
            step("a:A/R") + "step y \"Y\" at=s/ce\n",
            step("a:A/R") + "step y \"Y\" at=s/ce kind=wait wait=1h\n",
        ),
        (
            "R8",
            five(["a:A,b:R", "a:A,b:R", "a:A,b:R", "c:A/R", "d:A/R"]),
            five(["a:A,b:R", "a:A,b:R", "c:A/R", "c:A/R", "d:A/R"]),
        ),
        (
            "R9",
            five(["a:A,b:R", "a:A,b:R", "c:A,b:R", "c:A,b:R", "d:A/R"]),
            five(["a:A,b:R", "a:A,b:R", "c:A,b:R", "c:A/R", "d:A/R"]),
        ),
        (
            "R10",
            five(["a:A/R,b:I", "a:A/R,b:I", "c:A/R,b:I", "c:A/R,b:I", "d:A/R,b:C"]),
            five(["a:A/R,b:I", "a:A/R,b:I", "c:A/R,b:I", "c:A/R,b:I", "d:A/R"]),
        ),
        ("R11", step("a:A/R,b:R,c:R,d:R,o:R,k:R,e:C"), step("a:A/R,b:R,c:R,d:R,o:R,k:R,e:R")),
        ("R13", step("k:A,a:R"), step("a:A/R,k:C")),
        ("R14", step("o:A,a:R"), step("a:A,o:R")),
        (
            "R15",
            "step x \"X\" at=s/di letters=a:A,b:R,d:C\n".to_owned(),
            "step x \"X\" at=s/di letters=a:A,d:R\n".to_owned(),
        ),
        ("R16", "journey n \"New\"\n".to_owned(), "journey n \"New\" owner=b\n".to_owned()),
        (
            "R17",
            "step x \"X\" at=s/ce control=yes letters=a:A/R\n".to_owned(),
            "step x \"X\" at=s/ce control=yes letters=a:A,b:R\n".to_owned(),
        ),
        ("R21", "role z \"Á\"\n".to_owned(), "role z \"A 2\"\n".to_owned()),
        ("D1", "decision \"Q\" decider=a\n".to_owned(), "decision \"Q\" stage=s decider=a\n".to_owned()),
        ("D2", rapid("right=a:recommend right=b:decide"), rapid(good)),
        (
            "D3",
            rapid(&format!("{good} right=a:agree right=c:agree right=d:agree")),
            rapid(&format!("{good} right=a:agree right=c:agree")),
        ),
        (
            "D4",
            decision("material=yes framework=daci right=a:driver right=b:approver right=c:approver"),
            decision("material=yes framework=daci right=a:driver right=b:approver"),
        ),
        ("D6", decision("unit=\"€\" band=100:a"), decision("unit=\"€\" band=100:a beyond=b")),
        ("D7", decision("unit=\"€\" band=100:b beyond=a"), decision("unit=\"€\" band=100:a beyond=b")),
        ("D8", decision("decider=a escalate-to=b"), decision("decider=a escalate-to=b escalate-after=1d")),
        (
            "D10",
            decision("decider=a") + "step p \"P?\" at=s/ce kind=decision\n",
            decision("decider=a") + "step p \"P?\" at=s/cu kind=decision\n",
        ),
        ("D12", decision(""), decision("decider=a")),
        (
            "B2",
            "lane fr \"Shop\" kind=frontstage\n".to_owned(),
            "lane su \"Cleaning\" kind=support\n".to_owned(),
        ),
        (
            "B3",
            "step x \"X\" at=s/cu kind=touchpoint channel=ph\n".to_owned(),
            "step x \"X\" at=s/cu kind=touchpoint channel=ph\nstep y \"Y\" at=s/ce\n".to_owned(),
        ),
        (
            "B4",
            "step x \"X\" at=s/cu kind=touchpoint other-channels=ph\n".to_owned(),
            "step x \"X\" at=s/cu kind=touchpoint channel=ph\n".to_owned(),
        ),
        (
            "B5",
            "step x \"X\" at=s/ce moment-of-truth=yes letters=a:R\n".to_owned(),
            "step x \"X\" at=s/ce moment-of-truth=yes letters=a:A/R\n".to_owned(),
        ),
        (
            "B6",
            "step x \"X\" at=s/ce fail-point=yes\n".to_owned(),
            "step x \"X\" at=s/ce fail-point=yes recovery=\"Call\"\n".to_owned(),
        ),
        (
            "B7",
            "step x \"X\" at=s/ce kind=automated\n".to_owned(),
            "step x \"X\" at=s/ce kind=automated fallback=\"By hand\"\n".to_owned(),
        ),
        (
            "H5",
            "step x \"X\" at=s/ce\nstep y \"Y\" at=s/ce\nflow x -> y\nflow y -> x\n".to_owned(),
            "step x \"X\" at=s/ce\nstep y \"Y\" at=s/ce\nflow x -> y\nrework y -> x\n".to_owned(),
        ),
        (
            "M4",
            "shift roles now=4\nevidence E1 \"Told\" grade=reported shifts=roles\n".to_owned(),
            "shift roles now=4\nevidence E1 \"Seen\" grade=observed shifts=roles\n".to_owned(),
        ),
        (
            "Q5",
            "recommendation n \"N\" shift=roles owner=a impact=4 effort=2 timing=wave1 measure=\"M\"\n"
                .to_owned(),
            "finding F1 \"F\"\nrecommendation n \"N\" addresses=F1 shift=roles owner=a impact=4 effort=2 \
             timing=parked measure=\"M\"\n"
                .to_owned(),
        ),
        (
            "Q7",
            "finding F1 \"F\" severity=error\nrecommendation n \"N\" addresses=F1 progress=dropped\n"
                .to_owned(),
            "finding F1 \"F\" severity=error\nrecommendation n \"N\" addresses=F1\n".to_owned(),
        ),
        (
            "Q6",
            "recommendation n \"N\" timing=wave2\nrecommendation m \"M\" timing=wave1 depends-on=n\n"
                .to_owned(),
            "recommendation n \"N\" timing=wave2\nrecommendation m \"M\" timing=wave2 depends-on=n\n"
                .to_owned(),
        ),
    ]
}

/// Rules that are held in another way than by one finding, and where.
const HELD_ELSEWHERE: [(&str, &str); 16] = [
    ("R3", "a cell holds one letter or A/R: the type of letters"),
    ("R12", "letters go to roles: the type of letters"),
    ("R18", "raci: integrity is n/a without a matrix"),
    ("R19", "opmap-store: a role used in five hundred places comes back to the byte"),
    ("R20", "raci: inherited letters are judged like own ones"),
    ("D5", "letters of two frameworks are of two types"),
    ("D9", "recovery: its own tests, it has a matrix of its own"),
    ("D11", "decisions: the front line decides a share"),
    ("B1", "opmap-drawing: the lines of the blueprint are derived"),
    ("B8", "what is not set breaks the curve: the type of sentiments"),
    ("B9", "a step names its stage and lane; what goes leaves its steps to another"),
    ("B10", "said of steps: something happens before and after the sale"),
    ("H10", "lead times: its own tests"),
    ("H11", "fixes and flow: the handoff without an owner"),
    ("M3", "shifts: its own tests"),
    ("M7", "shifts: its own tests"),
];

fn trips(rule: &str, document: &Document) -> bool {
    analyze(document).findings.iter().any(|it| it.rule == rule)
}

#[test]
fn each_rule_trips_just_does_not_and_has_nothing_to_judge() {
    for (rule, trip, hold) in table() {
        assert!(trips(rule, &map(&trip)), "{rule} does not trip:\n{trip}");
        assert!(!trips(rule, &map(&hold)), "{rule} trips:\n{hold}");
        assert!(!trips(rule, &map("")), "{rule} judges where there is nothing");
    }
}

#[test]
fn the_table_has_every_rule_of_the_three_families_and_every_one_that_a_check_raises() {
    let mut known: BTreeSet<String> = table().iter().map(|it| it.0.to_owned()).collect();
    known.extend(HELD_ELSEWHERE.iter().map(|it| it.0.to_owned()));
    let families = [('R', 21), ('D', 12), ('B', 9)];
    for rule in
        families.into_iter().flat_map(|(family, last)| (1..=last).map(move |it| format!("{family}{it}")))
    {
        assert!(known.contains(&rule), "{rule} is not in the table");
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut raised = raised(&source.join("checks"));
    raised.extend(named(&std::fs::read_to_string(source.join("checks.rs")).unwrap()));
    assert!(raised.len() > 25, "{raised:?}");
    for rule in raised {
        assert!(known.contains(&rule), "{rule} is raised by a check and not in the table");
    }
}

/// The rules named as such in the source of the checks.
fn raised(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(raised(&path));
        } else {
            found.extend(named(&std::fs::read_to_string(path).unwrap()));
        }
    }
    found
}

fn named(source: &str) -> impl Iterator<Item = String> + '_ {
    source.split('"').filter(|it| is_rule(it)).map(str::to_owned)
}

fn is_rule(text: &str) -> bool {
    let digits = text.strip_prefix(|it: char| it.is_ascii_uppercase());
    digits.is_some_and(|it| !it.is_empty() && it.len() < 3 && it.bytes().all(|it| it.is_ascii_digit()))
}
