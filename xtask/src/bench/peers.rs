//! The window as one of several programs that a harness opens, moves and measures side by side.
//!
//! The harness serves the folder under an address of its own and at `/driver.js` a script with `__bench.open(controls,
//! map)`; `ui/src/bench/remote.rs` says what the controls are. `?n=` in the address tells the size of the map.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    bundle::{self, Shell, Speed},
    wasm::Wasm,
};

/// What the page of the window has in addition. The map takes the whole page, as in the other programs; the rest of the
/// window is there, under it.
const HEAD: &str = "\
<style>.map-area { position: fixed !important; inset: 0; z-index: 9; }</style>
<script src=\"/driver.js\"></script>
<script>
  const n = new URLSearchParams(location.search).get('n');
  const map = () => fetch(`/data/map-${n}.json`).then((answer) => answer.text());
  window.takeOpmap = (controls) => __bench.open(controls, map);
</script>
</head>";

/// Builds the window as it ships, without a shell, into `folder` for the harness.
///
/// # Errors
///
/// When the window does not build, or a file cannot be read or written.
pub(crate) fn prepare(wasm: &Wasm, folder: &Path) -> Result<()> {
    bundle::copy(&bundle::build(wasm, Speed::Release, Shell::StandIn)?, folder)?;
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).context("the window has no page")?;
    ensure!(page.contains("</head>"), "the page of the window has no head");
    fs::write(&path, page.replacen("</head>", HEAD, 1))?;
    eprintln!("window: for a harness in {}", folder.display());
    Ok(())
}
