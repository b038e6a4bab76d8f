//! A compiler for the window: Rust to WebAssembly, by whichever way this machine offers.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::program;

/// The target the window is built for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What Debian calls its current Rust and the parts needed to build the standard library for the window.
pub(crate) const DEBIAN_PACKAGES: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-clippy", "rust-web-src", "libstd-rust-web-dev", "lld-22"];

const DEBIAN_BIN: &str = "/usr/bin";

/// A compiler that can build the window.
pub(crate) enum Wasm {
    /// The toolchain that is in use anyway, which has the target.
    Current,
    /// Debian's own toolchain, which comes with the sources of the standard library instead of the target.
    Debian { linker: PathBuf },
}

impl Wasm {
    /// The toolchain in use, if it has the target.
    pub(crate) fn current() -> Option<Self> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let folder =
            program::output(Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]))
                .ok()?;
        Path::new(folder.trim()).is_dir().then_some(Self::Current)
    }

    /// Debian's toolchain, if it is installed with its sources and a linker.
    pub(crate) fn debian() -> Option<Self> {
        let bin = Path::new(DEBIAN_BIN);
        let linker =
            ["wasm-ld-22", "wasm-ld"].iter().map(|name| bin.join(name)).find(|path| path.is_file())?;
        if !bin.join("cargo").is_file() {
            return None;
        }
        let mut rustc = Command::new(bin.join("rustc"));
        let sysroot = program::output(without_rustup(&mut rustc).args(["--print", "sysroot"])).ok()?;
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
        sources.is_file().then_some(Self::Debian { linker })
    }

    /// `cargo <verb>` for the window's package. It has a target folder of its own, since two compilers that share one
    /// throw away each other's work.
    pub(crate) fn cargo(&self, verb: &str) -> Command {
        let mut cargo = match self {
            Self::Current => program::cargo(),
            Self::Debian { linker } => debian_cargo(linker),
        };
        cargo
            .args([verb, "--locked", "--package", "opmap-ui", "--target", TARGET, "--target-dir"])
            .arg(target_folder());
        cargo
    }

    /// Whether `cargo clippy` works with this compiler.
    pub(crate) fn has_clippy(&self) -> bool {
        match self {
            Self::Current => program::succeeds(program::cargo().args(["clippy", "--version"])),
            Self::Debian { .. } => Path::new(DEBIAN_BIN).join("cargo-clippy").is_file(),
        }
    }
}

/// Where the compiled window lies before it is bundled.
pub(crate) fn target_folder() -> PathBuf {
    program::root().join("target/wasm")
}

fn debian_cargo(linker: &Path) -> Command {
    let mut path = OsString::from(DEBIAN_BIN);
    path.push(":");
    path.push(env::var_os("PATH").unwrap_or_default());

    let mut cargo = Command::new(Path::new(DEBIAN_BIN).join("cargo"));
    without_rustup(&mut cargo)
        .current_dir(program::root())
        .env("PATH", path)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    cargo
}

/// Takes out what cargo and rustup leave in the environment of a program they start: with it, the other toolchain
/// would find this one's compiler and libraries.
fn without_rustup(command: &mut Command) -> &mut Command {
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        let of_this_build = name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_BIN_");
        if of_this_build || LEFT_BY_CARGO.contains(&&*name) {
            command.env_remove(&*name);
        }
    }
    command
}

const LEFT_BY_CARGO: &[&str] = &[
    "CARGO",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "LD_LIBRARY_PATH",
    "RUSTC",
    "RUSTDOC",
    "RUSTUP_TOOLCHAIN",
    "RUST_RECURSION_COUNT",
];
