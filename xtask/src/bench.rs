//! Figures of the product as it ships: one line of JSON each, and nothing else, on standard output.
//!
//! They are for a quiet machine and for people to compare. CI takes no part in them.

mod figure;
pub(crate) mod peers;
mod sizes;
mod window;

use anyhow::Result;

use crate::{
    program,
    setup::{self, Consent},
};

/// What can be measured for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The work behind the window: files, layout, analysis, report.
    Native,
    /// The window in a bare browser.
    Window,
    /// What a person downloads, and what a page loads.
    Sizes,
}

impl Part {
    pub(crate) const ALL: [Self; 3] = [Self::Native, Self::Window, Self::Sizes];

    /// The word after `cargo xtask bench` that asks for it alone.
    pub(crate) fn flag(self) -> &'static str {
        match self {
            Self::Native => "--native",
            Self::Window => "--window",
            Self::Sizes => "--sizes",
        }
    }
}

/// Measures `parts` in release builds. Maps have the numbers of steps given; without any, 200 to 20,000.
///
/// # Errors
///
/// When something does not build, there is no browser, or the window does not do what it is told.
pub(crate) fn bench(parts: &[Part], steps: &[u32], consent: Consent) -> Result<()> {
    let steps = if steps.is_empty() { &[200, 1_000, 5_000, 20_000] } else { steps };
    if parts.contains(&Part::Native) {
        let mut cargo = program::cargo();
        cargo.args(["bench", "--locked", "--quiet", "--package", "opmap-cli", "--bench", "figures", "--"]);
        program::run(cargo.args(steps.iter().map(u32::to_string)))?;
    }
    if parts.contains(&Part::Window) {
        window::measure(&setup::wasm(consent)?, steps)?;
    }
    if parts.contains(&Part::Sizes) {
        sizes::measure(&setup::to_build(consent)?)?;
    }
    Ok(())
}
