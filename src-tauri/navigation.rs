//! Where the window may go: nowhere but the app itself.

use tauri::Url;

/// Whether `url` belongs to the app. Everything else, a web page or a local file, is refused.
///
/// Linux and macOS serve the app as `tauri://localhost`, Windows as `http(s)://tauri.localhost`.
pub(crate) fn is_the_app(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    ) && url.port().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(url: &str) -> bool {
        is_the_app(&Url::parse(url).unwrap())
    }

    #[test]
    fn only_the_app_may_be_shown() {
        assert!(allowed("tauri://localhost"));
        assert!(allowed("tauri://localhost/index.html"));
        assert!(allowed("http://tauri.localhost/"));
        for refused in [
            "about:blank",
            "data:text/html,hello",
            "file:///etc/passwd",
            "http://ipc.localhost/",
            "http://localhost/",
            "http://tauri.localhost:8080/",
            "https://example.com/",
            "https://tauri.localhost.example.com/",
            "tauri://other/",
        ] {
            assert!(!allowed(refused), "{refused}");
        }
    }
}
