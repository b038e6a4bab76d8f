//! Who does what on a small map.

use opmap_model::{Document, RoleId};

use super::parse;
use crate::map_roles;

/// What is said of the steps and stages of the map, a line each.
fn told(rest: &str) -> String {
    let document = parse(&format!(
        "workshop \"W\"\nrole a \"A\"\nrole b \"B\"\njourney j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\n\
         lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\n{rest}"
    ));
    let map = document.stages().values().next().unwrap().map();
    let found = map_roles(&document, map);
    let names = |document: &Document, roles: &[RoleId]| -> String {
        roles.iter().map(|it| document.get(*it).unwrap().title.to_string()).collect()
    };
    let steps = found.steps.iter().map(|(id, it)| {
        let who = [&it.accountable, &it.responsible, &it.deciders].map(|it| names(&document, it)).join("/");
        format!("{} {who} {}", document.get(*id).unwrap().title, if it.expected { "!" } else { "" })
    });
    let stages = found
        .stages
        .iter()
        .map(|(id, it)| format!("{} {}", document.get(*id).unwrap().title, names(&document, it)));
    steps.chain(stages).map(|it| it.trim().to_owned() + "\n").collect()
}

#[test]
fn a_map_says_who_answers_who_does_and_where_nobody_is_named() {
    let steps = "step x \"X\" at=s/ce letters=a:A,b:R\nstep y \"Y\" at=s/ce\nstep z \"Z\" at=s/ce letters=b:A/R\n\
                 step w \"W\" at=s/ce kind=wait\nstep c \"C\" at=s/cu";
    assert_eq!(told(steps), "X A/B/ !\nY // !\nZ B/B/ !\n");
}

#[test]
fn where_nobody_has_a_letter_nobody_is_missed() {
    assert_eq!(told("step x \"X\" at=s/ce\nstep y \"Y\" at=s/cu letters=a:A"), "Y A//\n");
}

#[test]
fn who_decides_stands_at_the_steps_and_stages_of_the_decision() {
    let steps = "step x \"X\" at=s/ce\nstep y \"Y\" at=s/ce\n\
                 decision \"Refund\" step=x stage=s framework=rapid right=a:decide unit=\"€\" band=100:b beyond=a\n\
                 decision \"Replace\" step=x decider=b";
    assert_eq!(told(steps), "X //AB\nOne AB\n");
}
