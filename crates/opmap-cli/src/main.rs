//! `opmap-cli`: the verbs of the desktop program without a window.
//!
//! Each verb is a module: its arguments and what it does. A verb puts libraries together and prints; it decides
//! nothing about workshops. Results go to standard output, everything else to standard error.

mod check;
mod export;
mod failure;
mod file;
mod info;
mod new;
mod report;
mod soak;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Makes, checks and prints workshops without a window.
#[derive(Parser)]
#[command(name = "opmap-cli", version, after_help = EXIT_CODES, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

const EXIT_CODES: &str = "Exit codes:
  0  done
  1  done, and the check found an error that is not accepted
  2  the command line is not understood
  3  the input was refused; it was left as it is
  4  the output could not be written; what was there before was kept";

#[derive(Subcommand)]
enum Verb {
    New(new::New),
    Info(info::Info),
    Check(check::Check),
    Report(report::Report),
    Export(export::Export),
    Soak(soak::Soak),
}

/// What became of a verb that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    ErrorsFound,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().verb {
        Verb::New(new) => new.run(),
        Verb::Info(info) => info.run(),
        Verb::Check(check) => check.run(),
        Verb::Report(report) => report.run(),
        Verb::Export(export) => export.run(),
        Verb::Soak(soak) => soak.run(),
    };
    match done {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::ErrorsFound) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

impl Failure {
    fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Usage(_) => ExitCode::from(2),
            Failure::Refused(_) => ExitCode::from(3),
            Failure::NotWritten(_) => ExitCode::from(4),
        }
    }
}
