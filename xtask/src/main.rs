//! One entry for people and CI: set up a machine, build the window, open the app, test everything.
//!
//! It only arranges and starts other programs. What the product does is in the libraries.

mod arguments;
mod bench;
mod bundle;
mod program;
mod reports;
mod run;
mod serve;
mod setup;
mod test;
mod wasm;

use std::{path::Path, process::ExitCode};

use anyhow::{Result, bail};
use arguments::Arguments;
use bench::Part;
use bundle::{Shell, Speed};
use setup::Consent;

const USAGE: &str = "\
cargo xtask <verb>

  setup                       install what is missing on this machine, saying what and why
  run                         set up, build, and open the app on a sample workshop
  test                        set up, then everything that CI runs
  check-reports               write sixteen varied reports and have other programs check them; before a release
  ui [--release] [--stand-in] build the window; with --stand-in the one that needs no shell
  serve [--port N] [--built]  build the window that needs no shell and serve it to browsers on this machine;
                              with --built the one that is there
  bench [--native] [--window] [--sizes] [--steps N,N]
                              measure release builds; a line of JSON for each figure
  bench --peers FOLDER        measure nothing; put the window into FOLDER for a harness that compares programs

With --yes, nothing is asked before an installation; without a terminal nothing is asked either.
";

fn main() -> ExitCode {
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> Result<()> {
    let mut arguments = Arguments::new(std::env::args().skip(1));
    let verb = arguments.verb();
    let consent = Consent::new(arguments.flag("--yes"));
    match verb.as_deref() {
        Some("setup") => {
            arguments.finish()?;
            setup::everything(consent).map(|_wasm| ())
        }
        Some("run") => {
            arguments.finish()?;
            run::run(consent)
        }
        Some("test") => {
            arguments.finish()?;
            test::test(consent)
        }
        Some("check-reports") => {
            arguments.finish()?;
            reports::check()
        }
        Some("ui") => {
            let speed = if arguments.flag("--release") { Speed::Release } else { Speed::Dev };
            let shell = if arguments.flag("--stand-in") { Shell::StandIn } else { Shell::Real };
            arguments.finish()?;
            bundle::build(&setup::wasm(consent)?, speed, shell).map(|_folder| ())
        }
        Some("serve") => {
            let port = arguments.value("--port")?.map_or(Ok(0), |port| port.parse())?;
            let built = arguments.flag("--built");
            arguments.finish()?;
            let folder = if built {
                Shell::StandIn.folder()
            } else {
                bundle::build(&setup::wasm(consent)?, Speed::Dev, Shell::StandIn)?
            };
            serve::serve(&folder, port)
        }
        Some("bench") => {
            let asked: Vec<Part> = Part::ALL.into_iter().filter(|part| arguments.flag(part.flag())).collect();
            let steps = arguments.value("--steps")?.unwrap_or_default();
            let peers = arguments.value("--peers")?;
            let steps = steps.split_terminator(',').map(str::parse).collect::<Result<Vec<u32>, _>>()?;
            arguments.finish()?;
            if let Some(folder) = peers {
                return bench::peers::prepare(&setup::wasm(consent)?, Path::new(&folder));
            }
            bench::bench(if asked.is_empty() { &Part::ALL } else { &asked }, &steps, consent)
        }
        None | Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            Ok(())
        }
        Some(other) => bail!("no verb `{other}`\n\n{USAGE}"),
    }
}
