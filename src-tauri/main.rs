//! The program `opmap`: starts the desktop shell.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    match opmap_shell::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Opmap could not open its window: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
