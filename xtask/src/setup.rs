//! What a machine needs to build and test Opmap, and how it gets it.

use std::{
    io::{IsTerminal, Write, stdin, stdout},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    program,
    wasm::{self, Wasm},
};

/// Whether missing programs may be installed without asking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    Given,
    Ask,
}

impl Consent {
    /// Without a terminal there is no one to ask, and whoever started this meant it.
    pub(crate) fn new(given: bool) -> Self {
        if given || !stdin().is_terminal() { Self::Given } else { Self::Ask }
    }

    fn allows(self, question: &str) -> Result<bool> {
        if self == Self::Given {
            return Ok(true);
        }
        print!("{question} [Y/n] ");
        stdout().flush()?;
        let mut answer = String::new();
        stdin().read_line(&mut answer)?;
        Ok(matches!(answer.trim(), "" | "y" | "Y" | "yes"))
    }
}

/// Something this machine needs from its package manager.
struct Part {
    package: &'static str,
    why: &'static str,
    there: Check,
}

enum Check {
    Program(&'static str),
    Library(&'static str),
}

impl Part {
    fn is_there(&self) -> bool {
        match self.there {
            Check::Program(name) => program::find(name).is_some(),
            Check::Library(name) => program::succeeds(Command::new("pkg-config").args(["--exists", name])),
        }
    }
}

const fn program_part(package: &'static str, name: &'static str, why: &'static str) -> Part {
    Part { package, why, there: Check::Program(name) }
}

const TO_BUILD: &[Part] = &[
    program_part("pkg-config", "pkg-config", "finds the libraries of the system"),
    Part {
        package: "libwebkit2gtk-4.1-dev",
        why: "shows the window",
        there: Check::Library("webkit2gtk-4.1"),
    },
];

const TO_TEST: &[Part] = &[
    program_part("xvfb", "Xvfb", "a display for the whole-app tests"),
    program_part("webkit2gtk-driver", "WebKitWebDriver", "drives the real window in tests"),
    program_part("chromium", "chromium", "shows the window in a bare browser in tests"),
    program_part("chromium-driver", "chromedriver", "drives the bare browser in tests"),
    program_part("poppler-utils", "pdftotext", "reads the report's PDF back in tests"),
    program_part("qpdf", "qpdf", "checks the structure of the report's PDF in tests"),
    program_part("sqlite3", "sqlite3", "checks the .opmap file with a second reader in tests"),
];

/// Installs what is missing for everything: build, run and test.
///
/// # Errors
///
/// When something is missing and cannot be installed from here; the message says what to do.
pub(crate) fn everything(consent: Consent) -> Result<Wasm> {
    lint_tools()?;
    if cfg!(target_os = "linux") {
        install(TO_BUILD.iter().chain(TO_TEST), consent)?;
    }
    let wasm = wasm(consent)?;
    println!("set-up: everything needed is there");
    Ok(wasm)
}

/// Installs what is missing to build and run.
///
/// # Errors
///
/// As [`everything`].
pub(crate) fn to_build(consent: Consent) -> Result<Wasm> {
    if cfg!(target_os = "linux") {
        install(TO_BUILD.iter(), consent)?;
    }
    wasm(consent)
}

/// A compiler for the window: one that is there, else the target for the toolchain in use, else Debian's.
///
/// # Errors
///
/// When no way is open on this machine.
pub(crate) fn wasm(consent: Consent) -> Result<Wasm> {
    if let Some(wasm) = Wasm::current().or_else(Wasm::debian) {
        return Ok(wasm);
    }
    if program::find("rustup").is_some() {
        println!(
            "set-up: the window is WebAssembly, so the target {} is added to the toolchain",
            wasm::TARGET
        );
        if program::run(Command::new("rustup").args(["target", "add", wasm::TARGET])).is_ok()
            && let Some(wasm) = Wasm::current()
        {
            return Ok(wasm);
        }
    }
    if program::find("apt-get").is_some() {
        println!("set-up: the target cannot be added, so Debian's own Rust will compile the window");
        apt_get(wasm::DEBIAN_PACKAGES, consent)?;
    }
    Wasm::debian().with_context(|| {
        format!(
            "nothing here compiles the window: install Rust with `rustup target add {}`, then start again",
            wasm::TARGET
        )
    })
}

/// The formatter and the linter of the toolchain in use.
fn lint_tools() -> Result<()> {
    for (verb, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !program::succeeds(program::cargo().args([verb, "--version"])) {
            println!("set-up: {component} is missing, and the tests use it");
            program::run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn install<'a>(parts: impl Iterator<Item = &'a Part>, consent: Consent) -> Result<()> {
    let missing: Vec<&Part> = parts.filter(|part| !part.is_there()).collect();
    for part in &missing {
        println!("set-up: {} is missing; it {}", part.package, part.why);
    }
    let packages: Vec<&str> = missing.iter().map(|part| part.package).collect();
    if !packages.is_empty() {
        apt_get(&packages, consent)?;
    }
    match missing.iter().find(|part| !part.is_there()) {
        None => Ok(()),
        Some(part) => {
            bail!("{} is installed, and yet what it is for was not found: it {}", part.package, part.why)
        }
    }
}

/// Installs `packages` on Debian and its kin.
fn apt_get(packages: &[&str], consent: Consent) -> Result<()> {
    let packages = packages.join(" ");
    ensure!(
        program::find("apt-get").is_some(),
        "install these with the package manager of this system (the names are Debian's): {packages}"
    );
    let by_hand = format!("sudo apt-get install {packages}");
    let is_root = program::output(Command::new("id").arg("-u"))?.trim() == "0";
    let sudo: &[&str] = match (is_root, program::find("sudo")) {
        (true, _) => &[],
        (false, Some(_)) => &["sudo"],
        (false, None) => bail!("this needs the rights of an administrator: {by_hand}"),
    };
    ensure!(consent.allows(&format!("Install {packages}?"))?, "nothing was installed; by hand: {by_hand}");

    for step in [
        "apt-get update --quiet",
        &format!("apt-get install --yes --no-install-recommends --quiet -o Dpkg::Use-Pty=0 {packages}"),
    ] {
        let words: Vec<&str> = sudo
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive"])
            .chain(step.split(' '))
            .collect();
        program::run(Command::new(words[0]).args(&words[1..]))?;
    }
    Ok(())
}
