//! Everything that CI runs, in an order that shares the work of compiling.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};

use crate::{
    bundle::{self, Shell, Speed},
    program,
    setup::{self, Consent},
    wasm::Wasm,
};

/// Tests of this module need the window for a bare browser.
const BROWSER: &str = "browser::";

/// Tests of this module need the window, and run last.
const WHOLE_APP: &str = "whole_app::";

/// Runs every part and shows a line for each, then how many tests passed and failed. A part that fails does not keep
/// the later ones from running, unless they need what it makes.
///
/// # Errors
///
/// When any part failed.
pub(crate) fn test(consent: Consent) -> Result<()> {
    let mut parts = Parts::default();
    let outcome = run_all(&mut parts, consent);
    parts.show();
    outcome.and_then(|()| parts.verdict())
}

fn run_all(parts: &mut Parts, consent: Consent) -> Result<()> {
    let wasm = parts.needed("set-up", |_| setup::everything(consent))?;

    parts.part("format", |_| program::run(&mut cargo("fmt --all --check")));
    parts.part("lint of the window", |_| lint_window(&wasm));
    // The shell takes the window in when it is compiled, and so does its lint.
    parts.needed("the window", |_| bundle::build(&wasm, Speed::Dev, Shell::Real))?;
    parts.part("lint", |_| {
        program::run(&mut cargo("clippy --workspace --all-targets --locked -- --deny warnings"))
    });
    parts.part("compile the tests", |_| {
        program::run(&mut cargo("test --workspace --locked --no-run --quiet"))
    });
    parts.part("tests", |totals| {
        let mut tests = cargo("test --workspace --locked --no-fail-fast --");
        totals.add_tests_of(tests.args(["--skip", BROWSER, "--skip", WHOLE_APP]))
    });
    parts.part("the window in a browser", |totals| {
        bundle::build(&wasm, Speed::Dev, Shell::StandIn)?;
        // More browsers at once than there are cores only keep each other waiting.
        let mut tests = cargo("test --workspace --locked --test it -- --test-threads=2");
        totals.add_tests_of(tests.arg(BROWSER))
    });
    parts.part("the whole app", |totals| {
        totals.add_tests_of(cargo("test --workspace --locked --test it --").arg(WHOLE_APP))
    });
    Ok(())
}

/// Lints the window for the shell and for its stand-in, by the compiler that builds it; where that one has no linter,
/// its own warnings must do.
fn lint_window(wasm: &Wasm) -> Result<()> {
    for shell in [Shell::Real, Shell::StandIn] {
        let mut cargo = wasm.cargo(if wasm.has_clippy() { "clippy" } else { "check" });
        cargo.args(["--lib", "--profile", "wasm-dev"]).args(shell.features());
        if wasm.has_clippy() {
            cargo.args(["--", "--deny", "warnings"]);
        }
        program::run(&mut cargo)?;
    }
    Ok(())
}

/// Cargo with a line of words.
fn cargo(line: &str) -> Command {
    let mut cargo = program::cargo();
    cargo.args(line.split(' '));
    cargo
}

/// The parts that have run.
#[derive(Default)]
struct Parts {
    lines: Vec<(&'static str, Duration, bool)>,
    totals: Totals,
}

impl Parts {
    /// Runs a part that nothing after it needs.
    fn part(&mut self, name: &'static str, work: impl FnOnce(&mut Totals) -> Result<()>) {
        if let Err(error) = self.timed(name, work) {
            eprintln!("xtask: {name}: {error:#}");
        }
    }

    /// Runs a part that the rest cannot do without.
    fn needed<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Totals) -> Result<T>) -> Result<T> {
        self.timed(name, work).with_context(|| format!("{name}, without which the rest cannot run"))
    }

    fn timed<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Totals) -> Result<T>) -> Result<T> {
        println!("\n== {name}");
        let start = Instant::now();
        let result = work(&mut self.totals);
        self.lines.push((name, start.elapsed(), result.is_ok()));
        result
    }

    fn show(&self) {
        println!();
        for (name, time, passed) in &self.lines {
            println!("{:6} {:7.1} s  {name}", if *passed { "ok" } else { "FAILED" }, time.as_secs_f64());
        }
        let whole: Duration = self.lines.iter().map(|(_, time, _)| *time).sum();
        println!("       {:7.1} s  in all", whole.as_secs_f64());
        println!("{} passed, {} failed", self.totals.passed, self.totals.failed);
    }

    fn verdict(&self) -> Result<()> {
        let failed: Vec<&str> = self.lines.iter().filter(|line| !line.2).map(|line| line.0).collect();
        ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
        Ok(())
    }
}

/// Tests counted from what cargo's test programs say of themselves.
#[derive(Default, Debug, PartialEq, Eq)]
struct Totals {
    passed: u64,
    failed: u64,
}

impl Totals {
    /// Runs `command`, shows what it writes, and counts its tests.
    ///
    /// # Errors
    ///
    /// When it fails, or runs no test at all.
    fn add_tests_of(&mut self, command: &mut Command) -> Result<()> {
        let before = self.passed + self.failed;
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().context("no output to read")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            self.add_line(&line);
        }
        let status = child.wait()?;
        ensure!(status.success(), "some tests failed ({status})");
        ensure!(self.passed + self.failed > before, "no test ran");
        Ok(())
    }

    /// Counts a line such as `test result: ok. 5 passed; 0 failed; 0 ignored; …`.
    fn add_line(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        let words: Vec<&str> = counts.split([' ', ';', '.']).collect();
        for pair in words.windows(2) {
            match (pair[0].parse::<u64>(), pair[1]) {
                (Ok(count), "passed") => self.passed += count,
                (Ok(count), "failed") => self.failed += count,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_add_up_what_each_test_program_says() {
        let mut totals = Totals::default();
        for line in [
            "running 7 tests",
            "test tests::passed ... ok",
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.05s",
            "test result: FAILED. 40 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            totals.add_line(line);
        }
        assert_eq!(totals, Totals { passed: 45, failed: 3 });
    }
}
