//! The program is killed in the middle of its work, again and again (A1, F2).

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use opmap_model::generate::Dice;
use opmap_store::DocumentFile;

use super::Desk;

const KILLS: u64 = 100;

#[test]
fn no_acknowledged_edit_is_lost_when_the_program_is_killed() {
    let desk = Desk::new();
    desk.run(&["new", "--generate", "steps=120,lanes=6,stages=8,seed=1", "whole.opmap"]).succeeds();
    let mut dice = Dice::new(KILLS);
    let (mut acknowledged, mut in_the_middle) = (0, 0);
    for seed in 0..KILLS {
        fs::copy(desk.path("whole.opmap"), desk.path("a.opmap")).unwrap();
        let said = kill_at_random(&desk, seed, &mut dice);
        acknowledged += said;
        in_the_middle += u64::from(desk.path("a.opmap-journal").exists());

        // Opening checks every page, every row and every rule.
        let file = DocumentFile::open(&desk.path("a.opmap")).unwrap_or_else(|error| panic!("{error:?}"));
        let found = file.revision().0;
        assert!(
            found == said || found == said + 1,
            "{said} were acknowledged, {found} are there: all of them, and at most the one under way"
        );
        check_nothing_is_half_done(&desk, seed, &file);
        assert_eq!(desk.names(), ["a.opmap", "whole.opmap"], "nothing is left beside it");
    }
    assert!(acknowledged > KILLS, "the program was given time to work: {acknowledged}");
    assert!(in_the_middle > 0, "some kills came in the middle of a commit");
}

/// Starts random edits, kills the program at a random moment after the first was acknowledged, and returns the last
/// revision that it acknowledged.
fn kill_at_random(desk: &Desk, seed: u64, dice: &mut Dice) -> u64 {
    let arguments = ["soak", "--edits", "1000000", "--seed", &seed.to_string(), "a.opmap"];
    let mut soak = desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
    let said = lines_of(&mut soak);
    let first = said.recv().expect("it acknowledges a first edit");
    let mut last = first;
    let end = Instant::now() + Duration::from_micros(dice.below(120_000) as u64);
    loop {
        match said.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(revision) => last = revision,
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => panic!("it ended by itself"),
        }
    }
    soak.kill().unwrap();
    soak.wait().unwrap();
    // What was said before the end counts, even if it is heard only now.
    said.iter().last().unwrap_or(last)
}

fn lines_of(child: &mut Child) -> Receiver<u64> {
    let (sender, receiver) = channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || {
        for line in out.lines() {
            // The listener leaves only when the test has failed.
            let _ = sender.send(line.unwrap().parse().unwrap());
        }
    });
    receiver
}

/// The same edits without a kill lead to the same document, so no gesture is in the file by half.
fn check_nothing_is_half_done(desk: &Desk, seed: u64, file: &DocumentFile) {
    fs::copy(desk.path("whole.opmap"), desk.path("b.opmap")).unwrap();
    let (revisions, seed) = (file.revision().0.to_string(), seed.to_string());
    desk.run(&["soak", "--edits", &revisions, "--seed", &seed, "b.opmap"]).succeeds();
    let unharmed = DocumentFile::open(&desk.path("b.opmap")).unwrap();
    assert!(unharmed.document() == file.document(), "seed {seed} at revision {revisions}");
    drop(unharmed);
    fs::remove_file(desk.path("b.opmap")).unwrap();
}
