//! A screen for the window to be on.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// The screen that is there, or one of our own that ends with this value.
pub(crate) struct Display {
    name: String,
    server: Option<Child>,
}

impl Display {
    pub(crate) fn open() -> Self {
        if let Some(name) = env::var("DISPLAY").ok().filter(|name| !name.is_empty()) {
            return Self { name, server: None };
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("there is no display, and Xvfb, which makes one, could not be started: run `cargo xtask setup`");
        // The server picks a free number and writes it when it is ready to be used.
        let mut number = String::new();
        let output = server.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut number).unwrap();
        Self { name: format!(":{}", number.trim()), server: Some(server) }
    }

    /// What programs expect in `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
