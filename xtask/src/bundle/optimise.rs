//! The last shrinking of the window's module, by a tool from npm.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::program::{self, root};

/// Debian's own is too old: the module it writes stops at run time.
const BINARYEN: &str = "binaryen@132.0.0";

/// The size up to which a function that is called in one place becomes part of its caller. Without a limit all do, and an
/// engine that compiles a function when it is first called has to compile much that is never reached: reading or writing
/// each kind of record in one function of a quarter of a megabyte, for one.
const INLINED: &str = "40";

/// Makes `module` smaller. Without npm or its registry it says so and leaves the module as it is, which works too.
///
/// # Errors
///
/// When the tool is there and fails, or the result cannot be put in place.
pub(crate) fn in_place(module: &Path) -> Result<()> {
    let Some(tool) = tool() else {
        eprintln!("window: {BINARYEN} could not be had from npm, so the module stays about twice as large");
        return Ok(());
    };
    let smaller = module.with_extension("smaller");
    let mut command = Command::new(tool);
    command.args(["-Oz", "--one-caller-inline-max-function-size", INLINED]).arg(module);
    program::run(command.arg("--output").arg(&smaller))?;
    fs::rename(smaller, module)?;
    Ok(())
}

/// The path of the tool, installed in the target folder when it is not there yet.
fn tool() -> Option<PathBuf> {
    let folder = root().join("target/tools").join(BINARYEN);
    let tool = folder.join("node_modules/.bin/wasm-opt");
    if !tool.exists() {
        program::find("npm")?;
        fs::create_dir_all(&folder).ok()?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(BINARYEN);
        program::run(&mut npm).ok()?;
    }
    tool.exists().then_some(tool)
}
