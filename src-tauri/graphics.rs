//! How the page comes onto the screen of a Linux desktop: with its letters evenly spaced, by its graphics card or
//! without one.

use std::env;
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use gtk::Settings;
use gtk::prelude::GtkSettingsExt;

/// Where Linux has a file for each graphics card that a program may paint with.
const CARDS: &str = "/dev/dri";

/// How the webview is told to do without layers, or not to.
const TOLD: [&str; 2] = ["WEBKIT_DISABLE_COMPOSITING_MODE", "WEBKIT_FORCE_COMPOSITING_MODE"];

/// Lets letters stand where they belong. Where a desktop fits them to the pixels by full hints, or says nothing of it, the
/// webview rounds the place and width of each letter to whole pixels, and words fall apart on a map that is zoomed.
/// Slight hints fit letters in their height alone. A desktop that wants none has what it wants.
pub(crate) fn space_letters() {
    if let Some(settings) = Settings::default()
        && settings.gtk_xft_hinting() != 0
    {
        settings.set_gtk_xft_hinting(1);
        settings.set_gtk_xft_hintstyle(Some("hintslight"));
    }
}

/// Begins the program anew, told to paint its page without a graphics card, where there is none and nobody has told it how.
/// Left alone, the webview puts the page together from layers on a card that the processor imitates, which moves a map
/// at a third of the pace. It can be told only before it begins: told later, it no longer feels the wheel.
pub(crate) fn do_without_card() {
    if TOLD.iter().any(|it| env::var_os(it).is_some()) || has_card(Path::new(CARDS)) {
        return;
    }
    if let Ok(program) = env::current_exe() {
        // It comes back only where that is not possible; then the program goes on as it is.
        let _ = Command::new(program).args(env::args_os().skip(1)).env(TOLD[0], "1").exec();
    }
}

/// Whether there is a card among the devices in `folder` that this program may use.
fn has_card(folder: &Path) -> bool {
    let is_card = |name: &[u8]| name.starts_with(b"renderD");
    let is_open = |path: &Path| File::options().read(true).write(true).open(path).is_ok();
    let devices = fs::read_dir(folder).into_iter().flatten().flatten();
    devices.filter(|it| is_card(it.file_name().as_encoded_bytes())).any(|it| is_open(&it.path()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::has_card;

    #[test]
    fn a_card_is_one_that_can_be_painted_with() {
        let devices = TempDir::new().unwrap();
        assert!(!has_card(devices.path()));
        assert!(!has_card(&devices.path().join("dri")), "there may be no folder at all");
        fs::write(devices.path().join("card0"), "").unwrap();
        assert!(!has_card(devices.path()), "it shows pictures, and paints none");
        fs::write(devices.path().join("renderD128"), "").unwrap();
        assert!(has_card(devices.path()));
    }
}
