//! The release gate of the report: sixteen varied reports, looked at by programs that did not write them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::program;

/// How many reports `opmap-report/tests/reports/varied.rs` has.
const REPORTS: usize = 16;

/// Writes sixteen varied reports, and has them checked: the same bytes from two processes, `qpdf` for the file, and for
/// PDF/UA-1 the checker that `xtask/pdf-ua` builds and, where it is there, `outloud`.
///
/// # Errors
///
/// When a report cannot be written, a checker is missing, or one of them finds a fault.
pub(crate) fn check() -> Result<()> {
    let qpdf = program::find("qpdf").context("qpdf is missing; `cargo xtask setup` installs it")?;
    let folder = program::root().join("target/reports");
    let files = written(&folder.join("first"))?;
    for (file, again) in files.iter().zip(written(&folder.join("second"))?) {
        ensure!(
            fs::read(file)? == fs::read(&again)?,
            "{} differs from one process to the next",
            file.display()
        );
    }
    for file in &files {
        program::output(Command::new(&qpdf).arg("--check").arg(file))?;
    }
    println!("{} reports are sound files, and the same from two processes", files.len());

    let mut checker = program::cargo();
    checker.args(["run", "--quiet", "--locked", "--manifest-path", "xtask/pdf-ua/Cargo.toml"]);
    program::run(checker.args(["--target-dir", "target/pdf-ua", "--"]).args(&files))?;
    match program::find("outloud") {
        Some(outloud) => program::run(Command::new(outloud).args(["--layer", "conformance"]).args(&files)),
        None => {
            println!("a second checker was not asked; `pip install outloud==0.2.1` installs it");
            Ok(())
        }
    }
}

/// Writes the reports into an empty folder and returns their files, in the order of their names.
fn written(folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut example = program::cargo();
    example.args(["run", "--release", "--quiet", "--locked", "--package", "opmap-report"]);
    program::run(example.args(["--example", "varied_reports", "--"]).arg(folder))?;
    let mut files = fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    ensure!(files.len() == REPORTS, "{} reports were written, not {REPORTS}", files.len());
    Ok(files)
}
