//! The window as files: compiled, given its JavaScript, and put together with styles and fonts.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    program::{self, root},
    wasm::{self, Wasm},
};

mod icons;
mod optimise;

/// How much work goes into making the window small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speed {
    /// Quick to build.
    Dev,
    /// Small and quick to start.
    Release,
}

/// What the window talks to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shell {
    /// The desktop shell.
    Real,
    /// A shell in the window's own memory, so that a bare browser can show it.
    StandIn,
}

impl Shell {
    /// What cargo is told for it.
    pub(crate) fn features(self) -> &'static [&'static str] {
        match self {
            Self::Real => &[],
            Self::StandIn => &["--features", "stand-in"],
        }
    }

    /// Where the window for it is put.
    pub(crate) fn folder(self) -> PathBuf {
        root().join(match self {
            Self::Real => "ui/dist",
            Self::StandIn => "target/stand-in",
        })
    }
}

/// Contents by path, relative to the folder that is served; paths use `/`.
type Files = BTreeMap<String, Vec<u8>>;

/// The first script of the page. It stands in a file, since the page may not run scripts of its own.
const BOOT: &str = "\
import init from './opmap_ui.js';
init().catch((error) => {
  document.body.textContent = `Opmap could not start its window. ${error}`;
  throw error;
});
";

/// Builds the window and returns the folder it is in.
///
/// Files that come out the same are left alone, so that the shell is compiled again only when the window changed.
///
/// # Errors
///
/// When the window does not compile, or a file cannot be read or written.
pub(crate) fn build(wasm: &Wasm, speed: Speed, shell: Shell) -> Result<PathBuf> {
    let mut files = glue(&compile(wasm, speed, shell)?, speed)?;
    files.insert("boot.js".into(), BOOT.into());
    let page = fs::read_to_string(root().join("ui/index.html")).context("the window has no page")?;
    files.insert("index.html".into(), icons::into_page(&page, &root().join("assets/icons"))?.into());
    files.insert("styles.css".into(), styles(&root().join("ui/styles"))?);
    collect(&root().join("assets/fonts"), "fonts/", &mut files)?;
    collect(&root().join("ui/public"), "", &mut files)?;

    let folder = shell.folder();
    store(&files, &folder)?;
    let kilobytes = files.values().map(Vec::len).sum::<usize>() / 1000;
    eprintln!("window: {} files, {kilobytes} kB, in {}", files.len(), folder.display());
    Ok(folder)
}

/// Makes the folder `to` hold what `from` holds.
///
/// # Errors
///
/// When a file cannot be read or written.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    let mut files = Files::new();
    collect(from, "", &mut files)?;
    store(&files, to)
}

/// Compiles the window's package to one WebAssembly module.
fn compile(wasm: &Wasm, speed: Speed, shell: Shell) -> Result<PathBuf> {
    let profile = match speed {
        Speed::Dev => "wasm-dev",
        Speed::Release => "wasm-release",
    };
    let mut cargo = wasm.cargo("build");
    cargo.args(["--lib", "--profile", profile]).args(shell.features());
    program::run(&mut cargo)?;
    Ok(wasm::target_folder().join(wasm::TARGET).join(profile).join("opmap_ui.wasm"))
}

/// The module as a browser loads it, and the JavaScript that joins the two.
fn glue(module: &Path, speed: Speed) -> Result<Files> {
    // Of this process alone: two windows may be built at the same time.
    let folder = wasm::target_folder().join(format!("glue-{}", std::process::id()));
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .omit_default_module_path(false)
        .typescript(false)
        .generate(&folder)?;
    if speed == Speed::Release {
        optimise::in_place(&folder.join("opmap_ui_bg.wasm"))?;
    }
    let mut files = Files::new();
    collect(&folder, "", &mut files)?;
    fs::remove_dir_all(&folder)?;
    Ok(files)
}

/// All style sheets as one: the tokens first, since the others use them, then by name.
fn styles(folder: &Path) -> Result<Vec<u8>> {
    let mut sheets = Files::new();
    collect(folder, "", &mut sheets)?;
    let tokens = sheets.remove("tokens.css");
    Ok(tokens.into_iter().chain(sheets.into_values()).collect::<Vec<_>>().join(&b'\n'))
}

/// Takes in every file under `folder`, if there is one, each path with `prefix` before it.
fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, read(&entry.path())?);
        }
    }
    Ok(())
}

/// Makes `folder` hold exactly `files`.
fn store(files: &Files, folder: &Path) -> Result<()> {
    let mut before = Files::new();
    collect(folder, "", &mut before)?;
    for path in before.keys().filter(|path| !files.contains_key(*path)) {
        fs::remove_file(folder.join(path))?;
    }
    for (path, content) in files.iter().filter(|(path, content)| before.get(*path) != Some(content)) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, content).with_context(|| format!("could not write {}", path.display()))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}
