//! The program that drives a window, spoken to over HTTP as W3C WebDriver says.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use ureq::{Agent, Body, http::Response};

/// Starting a window takes a few seconds, and many on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running driver with one open window. Both end with this value.
pub(crate) struct WebDriver {
    agent: Agent,
    address: String,
    /// Empty until the window is open.
    session: String,
    process: Child,
}

impl WebDriver {
    /// Starts the driver `program` and has it open the window that `wanted` describes in the driver's own words.
    pub(crate) fn start(program: &mut Command, mut wanted: Value) -> Self {
        let port = free_port();
        let name = program.get_program().to_string_lossy().into_owned();
        let process =
            program.arg(format!("--port={port}")).stdout(Stdio::null()).spawn().unwrap_or_else(|error| {
                panic!("{name} could not be started ({error}): run `cargo xtask setup`")
            });
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .proxy(None)
            .build()
            .new_agent();
        let mut driver =
            Self { agent, address: format!("http://127.0.0.1:{port}"), session: String::new(), process };
        driver.await_ready(&name);
        wanted["timeouts"] = json!({ "implicit": 10_000 });
        let wanted = json!({ "capabilities": { "alwaysMatch": wanted } });
        let url = format!("{}/session", driver.address);
        let opened = value("/session", driver.agent.post(url).send_json(&wanted));
        driver.session =
            opened.unwrap_or_else(|error| panic!("the window did not open: {error}"))["sessionId"]
                .as_str()
                .expect("a session has an id")
                .to_owned();
        driver
    }

    /// Asks for `path` of the open window, as in `/title`. `Err` holds the driver's own words.
    pub(crate) fn get(&self, path: &str) -> Result<Value, String> {
        value(path, self.agent.get(self.url(path)).call())
    }

    /// Sends `body` to `path` of the open window, as in `/actions`. `Err` holds the driver's own words.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, String> {
        value(path, self.agent.post(self.url(path)).send_json(body))
    }

    fn url(&self, path: &str) -> String {
        format!("{}/session/{}{path}", self.address, self.session)
    }

    /// The driver does not say when it is ready, so it is asked until it answers.
    fn await_ready(&self, name: &str) {
        let start = Instant::now();
        let status = format!("{}/status", self.address);
        while self.agent.get(&status).call().is_err() {
            assert!(start.elapsed() < PATIENCE, "{name} does not answer");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let programs = started_by(self.process.id());
            // This closes the window, and the program with it.
            let _ = self.agent.delete(self.url("")).call();
            await_end(&programs);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The processes that `process` started and that still run.
fn started_by(process: u32) -> Vec<String> {
    let listed = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    listed.split_whitespace().map(str::to_owned).collect()
}

/// Waits until `processes` have ended, so that a test finds their files at rest. No one tells when they have, so they
/// are looked at again and again.
fn await_end(processes: &[String]) {
    let start = Instant::now();
    let runs = |process: &String| {
        // After the name in parentheses stands a letter; Z is a program that ended and was not yet taken note of.
        let state = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        state.rsplit(") ").next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with('Z'))
    };
    while processes.iter().any(runs) && start.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(10));
    }
}

/// What the driver answered to `path`.
fn value(path: &str, answer: Result<Response<Body>, ureq::Error>) -> Result<Value, String> {
    let said = |error: ureq::Error| format!("{path}: {error}");
    let mut answer = answer.map_err(said)?;
    let mut body: Value = answer.body_mut().read_json().map_err(said)?;
    let value = body["value"].take();
    if answer.status().is_success() { Ok(value) } else { Err(format!("{path}: {value}")) }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}
