//! A small file server for the window in a bare browser. It answers this machine only.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::program::root;

/// Serves `folder` on 127.0.0.1 until the program is ended. Port 0 takes any free one. A line
/// `serving on http://…/` tells the address, so that a test can start this and read where to go.
///
/// # Errors
///
/// When the port is taken or the policy cannot be read.
pub(crate) fn serve(folder: &Path, port: u16) -> Result<()> {
    let site = Arc::new(Site { folder: folder.to_owned(), policy: content_policy()? });
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port} is taken"))?;
    println!("serving on http://{}/", listener.local_addr()?);
    for stream in listener.incoming() {
        let site = Arc::clone(&site);
        // A browser may go away in the middle of an answer; that ends the answer, not the server.
        thread::spawn(move || stream.map_or(Ok(()), |stream| site.answer(&stream)));
    }
    Ok(())
}

struct Site {
    folder: PathBuf,
    policy: String,
}

impl Site {
    fn answer(&self, stream: &TcpStream) -> Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let request = lines.next().context("an empty request")??;
        // The headers are read to their end, or the browser would see the connection break.
        while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

        let content = self.path(&request).and_then(|path| Some((media_type(&path), fs::read(path).ok()?)));
        let (status, kind, body) = match content {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"There is nothing here.".to_vec()),
        };
        let mut stream = stream;
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {}\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len(),
            self.policy
        )?;
        Ok(stream.write_all(&body)?)
    }

    /// The file that a request line such as `GET /index.html HTTP/1.1` asks for. Nothing outside the folder.
    fn path(&self, request: &str) -> Option<PathBuf> {
        let target = request.strip_prefix("GET /")?.split([' ', '?']).next()?;
        let relative = Path::new(if target.is_empty() { "index.html" } else { target });
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        plain.then(|| self.folder.join(relative))
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("ttf") => "font/ttf",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// The content policy of the real window, so that a bare browser refuses what the window would refuse.
fn content_policy() -> Result<String> {
    let config: Value = serde_json::from_slice(&fs::read(root().join("tauri.conf.json"))?)?;
    let policy =
        config["app"]["security"]["csp"].as_object().context("tauri.conf.json holds no content policy")?;
    Ok(policy
        .iter()
        .map(|(name, value)| format!("{name} {}", value.as_str().unwrap_or_default()))
        .collect::<Vec<_>>()
        .join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Site { folder: "/site".into(), policy: String::new() };
        assert_eq!(site.path("GET / HTTP/1.1"), Some("/site/index.html".into()));
        assert_eq!(site.path("GET /fonts/Inter.ttf?v=1 HTTP/1.1"), Some("/site/fonts/Inter.ttf".into()));
        for refused in ["GET /../secret HTTP/1.1", "GET //etc/passwd HTTP/1.1", "POST / HTTP/1.1", "", "GET"]
        {
            assert_eq!(site.path(refused), None, "{refused}");
        }
    }

    #[test]
    fn the_bare_browser_has_the_policy_of_the_window() {
        let policy = content_policy().unwrap();
        assert!(policy.contains("default-src 'self'"), "{policy}");
        assert!(policy.contains("object-src 'none'"), "{policy}");
    }
}
