//! The real program, run as people and scripts run it.
#![allow(clippy::unwrap_used)] // All of this is a test.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

mod check;
mod export;
mod info;
mod killed;
mod new;
mod report;
mod soak;

/// A folder that goes away, and the program run in it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// A desk with the sample workshop on it, as `a.opmap`.
    fn with_sample() -> Self {
        let desk = Self::new();
        desk.run(&["new", "--template", "halden-broadband", "a.opmap"]).succeeds();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_opmap-cli"));
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::from(self.command(arguments).output().unwrap())
    }
}

/// A run that has ended.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// The output of a run without complaint.
    #[track_caller]
    fn succeeds(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""));
        self.out
    }

    /// The complaint of a run that ended with `code` and printed nothing.
    #[track_caller]
    fn fails(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

#[test]
fn help_names_every_verb_and_exit_code() {
    let help = Desk::new().run(&["--help"]).succeeds();
    for word in [
        "new", "info", "check", "report", "export", "soak", "\n  0  ", "\n  1  ", "\n  2  ", "\n  3  ",
        "\n  4  ",
    ] {
        assert!(help.contains(word), "{word:?} is missing:\n{help}");
    }
}

#[test]
fn what_is_not_understood_is_a_usage_error() {
    let desk = Desk::new();
    for arguments in [&[][..], &["fly"], &["info"], &["report", "a.opmap"], &["new", "a.opmap"]] {
        desk.run(arguments).fails(2);
    }
}

#[test]
fn every_verb_refuses_what_is_no_workshop_and_leaves_it() {
    let desk = Desk::new();
    fs::write(desk.path("letter.opmap"), "Dear Ada,").unwrap();
    let verbs: [&[&str]; 6] = [
        &["info"],
        &["check"],
        &["report", "-o", "out"],
        &["export", "--json", "-o", "out"],
        &["export", "--svg", "-o", "out"],
        &["soak", "--edits", "1"],
    ];
    for verb in verbs {
        let complaint = desk.run(&[verb, &["letter.opmap"]].concat()).fails(3);
        assert_eq!(complaint, "letter.opmap: This file is not an Opmap workshop. It was left as it is.\n");
        let complaint = desk.run(&[verb, &["none.opmap"]].concat()).fails(3);
        assert!(complaint.contains("There is no file at "), "{complaint}");
    }
    assert_eq!(desk.names(), ["letter.opmap"]);
    assert_eq!(desk.bytes("letter.opmap"), b"Dear Ada,");
}
