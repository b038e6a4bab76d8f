//! How much a person downloads, and how much a page loads.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

use super::figure::Figure;
use crate::{
    bundle::{self, Shell, Speed},
    program::{self, root},
    wasm::Wasm,
};

/// Builds the app as it ships and prints how large it and the parts of its window are.
///
/// # Errors
///
/// When something does not build, or a file is not where it should be.
pub(crate) fn measure(wasm: &Wasm) -> Result<()> {
    let window = bundle::build(wasm, Speed::Release, Shell::Real)?;
    // It takes the window in.
    let target = root().join("target");
    let mut cargo = program::cargo();
    cargo
        .args(["build", "--locked", "--quiet", "--release", "--package", "opmap", "--target-dir"])
        .arg(&target);
    program::run(&mut cargo)?;
    let program = target.join("release").join(format!("opmap{}", std::env::consts::EXE_SUFFIX));
    print("binary", fs::metadata(&program).context("the app was not built")?.len());

    for (name, file) in [("wasm", "opmap_ui_bg.wasm"), ("js", "opmap_ui.js"), ("css", "styles.css")] {
        let content = fs::read(window.join(file)).with_context(|| format!("the window has no {file}"))?;
        print(name, content.len() as u64);
        print(&format!("{name}-gzip"), gzipped(&content)?);
    }
    print("fonts", length_of(&window.join("fonts"))?);
    Ok(())
}

fn print(name: &str, bytes: u64) {
    #[allow(clippy::cast_precision_loss)] // Nowhere near 2^52.
    Figure { name, steps: None, unit: "kB", values: vec![bytes as f64 / 1e3] }.print();
}

fn gzipped(content: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len() as u64)
}

/// The bytes of all font files in `folder`, licences left out.
fn length_of(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "ttf") {
            bytes += entry.metadata()?.len();
        }
    }
    Ok(bytes)
}
