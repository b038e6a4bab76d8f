//! The PDF as other programs see it. These tests call poppler and qpdf.

mod drawing;
mod file;
mod navigation;
mod pages;
mod tags;
mod text;

use std::path::Path;
use std::process::{Command, Stdio};

/// What a program prints about the PDF, which is handed to it as `FILE`.
fn ask(program: &str, arguments: &[&str], bytes: &[u8]) -> String {
    String::from_utf8_lossy(&run(program, arguments, bytes)).into_owned()
}

fn run(program: &str, arguments: &[&str], bytes: &[u8]) -> Vec<u8> {
    let file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let place = |argument: &&str| {
        if *argument == "FILE" { file.path().into() } else { Path::new(argument).to_owned() }
    };
    let output =
        Command::new(program).args(arguments.iter().map(place)).stdin(Stdio::null()).output().unwrap_or_else(
            |error| panic!("{program} cannot be run ({error}); install poppler-utils and qpdf"),
        );
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && wrong.is_empty(), "{program}: {wrong}");
    output.stdout
}

fn text(bytes: &[u8], page: &str) -> String {
    ask("pdftotext", &["-f", page, "-l", page, "-enc", "UTF-8", "FILE", "-"], bytes)
}

/// The objects of the file that hold `key`.
fn objects(bytes: &[u8], key: &str) -> Vec<String> {
    let said = ask("qpdf", &["--qdf", "--object-streams=disable", "FILE", "-"], bytes);
    let objects = said.split("endobj").filter(|object| object.contains(key));
    objects.map(|object| object.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
