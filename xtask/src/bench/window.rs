//! The window in a bare browser, over a shell in its own memory.

use std::{
    collections::BTreeMap,
    fs,
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::mpsc::Receiver,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::figure::Figure;
use crate::{
    bundle::{self, Shell, Speed},
    program::{self, root},
    serve,
    wasm::Wasm,
};

/// How often each map is opened: each time by a browser that has seen nothing before.
const RUNS: u32 = 5;

/// How long one run may take. It moves the map for six seconds; the largest maps take as long again to edit.
const PATIENCE: Duration = Duration::from_secs(120);

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Nothing but the page: no graphics card, no first-run pages, no traffic of the browser's own.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
];

/// Every figure of a run must be there, so that a figure that is gone is noticed.
const EXPECTED: &[&str] =
    &["first-paint", "layout", "pan-frame", "zoom-frame", "edit-to-paint", "drop-to-paint", "undo-to-paint"];

/// Lengths in milliseconds, by the name of the figure.
type Lengths = BTreeMap<String, Vec<f64>>;

/// Builds the window as it ships and prints its figures for maps of so many steps.
///
/// # Errors
///
/// When the window does not build, there is no browser, or a page posts nothing or that it failed.
pub(crate) fn measure(wasm: &Wasm, steps: &[u32]) -> Result<()> {
    let folder = root().join("target/tmp/bench-window");
    // A copy, since another build may put another window in that place while this one is measured.
    bundle::copy(&bundle::build(wasm, Speed::Release, Shell::StandIn)?, &folder)?;
    let (address, posted) = serve::serve_bench(&folder)?;
    for &steps in steps {
        let mut all = Lengths::new();
        for _ in 0..RUNS {
            for (name, lengths) in run(address, &posted, steps)? {
                all.entry(name).or_default().extend(lengths);
            }
        }
        for name in EXPECTED {
            let values = all.remove(*name).with_context(|| format!("the window left no `opmap:{name}`"))?;
            Figure { name, steps: Some(steps), unit: "ms", values }.print();
        }
    }
    Ok(())
}

/// Opens a map in a fresh browser and takes what its page posts.
fn run(address: SocketAddr, posted: &Receiver<String>, steps: u32) -> Result<Lengths> {
    let browser = Browser::open(&format!("http://{address}/settle?generate={steps},8,12,1&bench"))?;
    let answer = posted.recv_timeout(PATIENCE).with_context(|| {
        format!("the window posted no figures for {steps} steps in {} s", PATIENCE.as_secs())
    })?;
    drop(browser);
    let answer: Value = serde_json::from_str(&answer)?;
    if let Some(sentence) = answer["failed"].as_str() {
        bail!("the window could not be measured at {steps} steps: {sentence}");
    }
    serde_json::from_value(answer).context("the window posted something other than figures")
}

/// A browser with a profile of its own. Both go with this value.
struct Browser {
    process: Child,
}

impl Browser {
    fn open(url: &str) -> Result<Self> {
        let program = BROWSERS.iter().find_map(|name| program::find(name));
        let program = program.context("there is no Chromium here: run `cargo xtask setup`")?;
        forget_profile();
        let process = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile().display()))
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { process })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
        forget_profile();
    }
}

fn profile() -> PathBuf {
    root().join("target/tmp/bench-browser")
}

/// What cannot be removed yet, since a part of the browser still ends, is removed before the next start.
fn forget_profile() {
    let _ = fs::remove_dir_all(profile());
}
