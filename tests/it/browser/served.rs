//! The window's files, served to this machine by the same server that developers use.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// A running server. It ends with this value.
pub(super) struct Server {
    process: Child,
    address: String,
}

impl Server {
    pub(super) fn start() -> Self {
        // Cargo puts the program beside ours; it has been built when these tests run as part of `cargo xtask test`.
        let program = Path::new(env!("CARGO_BIN_EXE_opmap")).with_file_name("xtask");
        let mut process = Command::new(program)
            .args(["serve", "--built"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server could not be started: run `cargo xtask ui --stand-in`");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("serving on ").map(str::to_owned);
        Self { process, address: address.expect("the server says where it is") }
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
