//! The desktop shell: the window, its dialogs and the clock. It translates between the window and an open file.
//!
//! It decides nothing about workshops, draws nothing, and gives the window no way to files, processes or the network.

mod clock;
mod commands;
mod dialogs;
mod failure;
#[cfg(target_os = "linux")]
mod graphics;
mod navigation;
mod recent;
mod rehearsal;
mod report_commands;
mod reports;
mod session;
mod window;

use std::path::PathBuf;

use tauri::{Builder, Runtime};

use reports::Reports;
use session::Session;

/// Adds what every start of the shell has in common: the dialogs, the open file and the commands of the window.
///
/// `first` is the file that the program was started with. It works on any runtime, so that the commands can be called
/// without a window.
pub fn install<R: Runtime>(builder: Builder<R>, first: Option<PathBuf>) -> Builder<R> {
    let builder = builder.plugin(tauri_plugin_dialog::init());
    builder.manage(Session::starting_with(first)).manage(Reports::default()).invoke_handler(
        tauri::generate_handler![
            commands::recent,
            commands::current,
            commands::opened,
            commands::open,
            commands::open_recent,
            commands::open_waiting,
            commands::glance,
            commands::rehearse,
            commands::keep_rehearsal,
            commands::new_from_template,
            commands::begin_from,
            commands::commit,
            commands::undo,
            commands::redo,
            commands::save_copy,
            report_commands::export_report,
            report_commands::cancel_report,
            report_commands::report_view,
            report_commands::report_page,
            report_commands::export_page,
            report_commands::pick_logo,
            report_commands::export_role_card,
            commands::pick_table,
            commands::export_shift_picture,
            commands::earlier_workshop,
            commands::carry_forward,
            commands::close,
            commands::ready_to_quit,
        ],
    )
}

/// Opens the window and runs until it is closed. A second start brings the first one to the front, and hands its file
/// over to it.
///
/// # Errors
///
/// When the system has no usable webview or the window cannot be opened.
pub fn run() -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    graphics::do_without_card();
    let single = tauri_plugin_single_instance::init(|app, arguments, folder| {
        window::bring_to_front(app);
        if let Some(path) = file_of(arguments.into_iter().map(PathBuf::from), PathBuf::from(folder)) {
            window::hand_over(app, path);
        }
    });
    let folder = std::env::current_dir().unwrap_or_default();
    let first = file_of(std::env::args_os().map(PathBuf::from), folder);
    install(Builder::default().plugin(single), first)
        .setup(|app| Ok(window::open(app.handle())?))
        .on_window_event(window::on_event)
        .run(tauri::generate_context!())
}

/// The file that the program was started with, as seen from the folder it was started in.
fn file_of(mut arguments: impl Iterator<Item = PathBuf>, folder: PathBuf) -> Option<PathBuf> {
    // The first argument is the program itself; what begins with a dash is for the webview.
    let named = arguments.by_ref().skip(1).find(|it| !it.to_string_lossy().starts_with('-'))?;
    Some(folder.join(named))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::file_of;

    #[test]
    fn the_first_argument_that_is_no_option_is_the_file() {
        let file =
            |arguments: &[&str]| file_of(arguments.iter().map(PathBuf::from), PathBuf::from("/home/pat"));
        assert_eq!(file(&["opmap", "a b#ü.opmap"]), Some(PathBuf::from("/home/pat/a b#ü.opmap")));
        assert_eq!(file(&["opmap", "--automation", "/tmp/x.opmap"]), Some(PathBuf::from("/tmp/x.opmap")));
        assert_eq!(file(&["opmap"]), None);
    }
}
