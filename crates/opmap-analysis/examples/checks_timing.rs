//! How long all checks take where every role has a letter on every third step: `cargo run --release -p opmap-analysis
//! --example checks_timing`.

// Measuring is what this is for; the library itself reads no clock.
#![allow(clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use opmap_analysis::analyze;
use opmap_model::generate::{Dice, Options, document};
use opmap_model::{Document, Edit, Keyword, Letter, LetterCell, Mark, RoleId, StepId, Subject};

fn main() {
    println!(" steps  roles  letters  decisions  findings  best of 9");
    for (steps, roles) in [(1_000, 30), (10_000, 100)] {
        let document = with_letters(document(&Options { steps, lanes: roles, stages: 12, seed: 1 }));
        let letters: usize = document.steps().values().map(|it| it.letters.iter().count()).sum();
        let findings = analyze(&document).findings.len();
        let decisions = document.decisions().len();
        let time = (0..9).map(|_| timed(&document)).min().unwrap_or_default();
        println!("{steps:6} {roles:6} {letters:8} {decisions:10} {findings:9}  {time:.1?}");
    }
}

fn timed(document: &Document) -> Duration {
    let start = Instant::now();
    let analysis = analyze(document);
    let time = start.elapsed();
    assert!(!analysis.findings.is_empty(), "what was made up is not in order");
    time
}

/// A matrix of which a third is filled, as it is after a workshop that went into detail.
fn with_letters(mut document: Document) -> Document {
    let mut dice = Dice::new(7);
    let roles: Vec<RoleId> = document.roles().keys().copied().collect();
    let steps: Vec<StepId> = document.steps().keys().copied().collect();
    let mut cells = Vec::new();
    for (step, role) in steps.iter().flat_map(|step| roles.iter().map(move |role| (*step, *role))) {
        if let (0, Some(letter)) = (dice.below(3), dice.pick(Letter::ALL)) {
            cells.push(LetterCell { subject: Subject::Step(step), role, mark: Mark::Letter(*letter) });
        }
    }
    let change = Edit::SetLetters { cells }.plan(&document).expect("all that is named is there");
    document.apply(&change).expect("the change fits");
    document
}
