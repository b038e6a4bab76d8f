//! A small file server for the window in a bare browser. It answers this machine only.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
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
    let site = Site { folder: folder.to_owned(), policy: content_policy()?, figures: None };
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port} is taken"))?;
    println!("serving on http://{}/", listener.local_addr()?);
    answer_all(&listener, site);
    Ok(())
}

/// Serves `folder` until the program ends, without waiting for that. Answers where, and what pages post to `/bench`.
///
/// # Errors
///
/// As [`serve`].
pub(crate) fn serve_bench(folder: &Path) -> Result<(SocketAddr, Receiver<String>)> {
    let (figures, posted) = mpsc::channel();
    let site = Site { folder: folder.to_owned(), policy: content_policy()?, figures: Some(figures) };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    let address = listener.local_addr()?;
    thread::spawn(move || answer_all(&listener, site));
    Ok((address, posted))
}

fn answer_all(listener: &TcpListener, site: Site) {
    let site = Arc::new(site);
    for stream in listener.incoming() {
        let site = Arc::clone(&site);
        // A browser may go away in the middle of an answer; that ends the answer, not the server.
        thread::spawn(move || stream.map_or(Ok(()), |stream| site.answer(&stream)));
    }
}

struct Site {
    folder: PathBuf,
    policy: String,
    /// Where what is posted to `/bench` goes; without it nothing may be posted.
    figures: Option<Sender<String>>,
}

/// A request without what is of no interest here.
struct Request {
    /// Such as `GET /index.html HTTP/1.1`.
    line: String,
    body: Vec<u8>,
}

impl Request {
    /// The most that a page may post: the figures of a run are some ten thousand bytes.
    const LONGEST_BODY: u64 = 1 << 20;

    fn read(stream: &TcpStream) -> Result<Self> {
        let mut reader = BufReader::new(stream);
        let mut lines = reader.by_ref().lines();
        let line = lines.next().context("an empty request")??;
        // The headers and the body are read to their end, or the browser would see the connection break.
        let mut length = 0;
        while let Some(header) = lines.next().transpose()?.filter(|header| !header.is_empty()) {
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse()?;
            }
        }
        let mut body = Vec::new();
        reader.take(length.min(Self::LONGEST_BODY)).read_to_end(&mut body)?;
        Ok(Self { line, body })
    }
}

impl Site {
    fn answer(&self, stream: &TcpStream) -> Result<()> {
        let request = Request::read(stream)?;
        let (status, kind, body) = match self.content(&request)? {
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

    /// What is answered, and its media type.
    fn content(&self, request: &Request) -> Result<Option<(&'static str, Vec<u8>)>> {
        if let Some(figures) = &self.figures {
            if request.line.starts_with("POST /bench ") {
                figures.send(String::from_utf8(request.body.clone())?)?;
                return Ok(Some(("text/plain", Vec::new())));
            }
            if let Some(page) = settling(&request.line) {
                return Ok(Some((media_type(Path::new("index.html")), page.into_bytes())));
            }
        }
        let path = self.path(&request.line);
        Ok(path.and_then(|path| Some((media_type(&path), fs::read(path).ok()?))))
    }

    /// The file that a request line such as `GET /index.html HTTP/1.1` asks for. Nothing outside the folder.
    fn path(&self, request: &str) -> Option<PathBuf> {
        let target = request.strip_prefix("GET /")?.split([' ', '?']).next()?;
        let relative = Path::new(if target.is_empty() { "index.html" } else { target });
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        plain.then(|| self.folder.join(relative))
    }
}

/// For `GET /settle?…`: a page that goes on to `/?…` after two seconds, when the browser has done with starting.
fn settling(request: &str) -> Option<String> {
    let query = request.strip_prefix("GET /settle?")?.split(' ').next()?;
    Some(format!(
        "<!doctype html><title>Opmap</title><meta http-equiv=\"refresh\" content=\"2; url=/?{query}\">"
    ))
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
        let site = Site { folder: "/site".into(), policy: String::new(), figures: None };
        assert_eq!(site.path("GET / HTTP/1.1"), Some("/site/index.html".into()));
        assert_eq!(site.path("GET /fonts/Inter.ttf?v=1 HTTP/1.1"), Some("/site/fonts/Inter.ttf".into()));
        for refused in ["GET /../secret HTTP/1.1", "GET //etc/passwd HTTP/1.1", "POST / HTTP/1.1", "", "GET"]
        {
            assert_eq!(site.path(refused), None, "{refused}");
        }
    }

    #[test]
    fn what_a_page_posts_comes_out_at_the_other_end() {
        let (address, posted) = serve_bench(Path::new("/nowhere")).unwrap();
        let mut browser = TcpStream::connect(address).unwrap();
        browser.write_all(b"POST /bench HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}").unwrap();
        let mut answer = String::new();
        browser.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
        assert_eq!(posted.recv().unwrap(), "{}");
    }

    #[test]
    fn nothing_can_be_posted_to_an_ordinary_server() {
        let site = Site { folder: "/site".into(), policy: String::new(), figures: None };
        let request = Request { line: "POST /bench HTTP/1.1".to_owned(), body: b"{}".to_vec() };
        assert_eq!(site.content(&request).unwrap(), None);
    }

    #[test]
    fn the_bare_browser_has_the_policy_of_the_window() {
        let policy = content_policy().unwrap();
        assert!(policy.contains("default-src 'self'"), "{policy}");
        assert!(policy.contains("object-src 'none'"), "{policy}");
    }
}
