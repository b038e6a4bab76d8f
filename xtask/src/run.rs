//! Opens the app on a sample workshop; without a display, does the main job without a window.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};

use crate::{
    bundle::{self, Shell, Speed},
    program::{self, root},
    setup::{self, Consent},
};

const TEMPLATE: &str = "halden-broadband";

/// Sets up, builds, and opens the app on the sample workshop. A sample from an earlier run is opened as it was left.
///
/// # Errors
///
/// When something does not build, or the app ends with a failure.
pub(crate) fn run(consent: Consent) -> Result<()> {
    let wasm = setup::to_build(consent)?;
    let sample = sample_path()?;
    if !has_display() {
        println!(
            "There is no display here, so the sample workshop is made, checked and reported without a window."
        );
        return without_window(&sample);
    }
    bundle::build(&wasm, Speed::Dev, Shell::Real)?;
    let programs = build(&["opmap", "opmap-cli"])?;
    create(&programs, &sample)?;
    println!("Opening {}", sample.display());
    program::run(Command::new(programs.join("opmap")).arg(&sample))
}

fn without_window(sample: &Path) -> Result<()> {
    let programs = build(&["opmap-cli"])?;
    create(&programs, sample)?;
    let report = sample.with_extension("pdf");
    let now = program::output(Command::new("date").args(["-u", "+%Y-%m-%dT%H:%M:%SZ"]))?;
    let checked = Command::new(programs.join("opmap-cli")).arg("check").arg(sample).status()?;
    // The sample has faults to find, and 1 says that some were.
    ensure!(matches!(checked.code(), Some(0 | 1)), "the sample could not be checked ({checked})");
    program::run(
        Command::new(programs.join("opmap-cli"))
            .arg("report")
            .arg(sample)
            .arg("-o")
            .arg(&report)
            .args(["--printed-at", now.trim()]),
    )?;
    println!("The workshop is {}\nIts report is {}", sample.display(), report.display());
    Ok(())
}

/// Builds the programs of `packages` together and returns the folder they are in.
fn build(packages: &[&str]) -> Result<PathBuf> {
    let target = root().join("target");
    let mut cargo = program::cargo();
    cargo.args(["build", "--locked", "--target-dir"]).arg(&target);
    for package in packages {
        cargo.args(["--package", package]);
    }
    program::run(&mut cargo)?;
    Ok(target.join("debug"))
}

fn sample_path() -> Result<PathBuf> {
    let folder = root().join("target/sample");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(TEMPLATE).with_extension("opmap"))
}

fn create(programs: &Path, sample: &Path) -> Result<()> {
    if sample.exists() {
        return Ok(());
    }
    program::run(Command::new(programs.join("opmap-cli")).args(["new", "--template", TEMPLATE]).arg(sample))
}

fn has_display() -> bool {
    let given = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || given("DISPLAY") || given("WAYLAND_DISPLAY")
}
