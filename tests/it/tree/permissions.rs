//! What the window may ask of the shell, held against a list that is changed on purpose only.

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};

use super::root;

/// Every command of the shell.
const COMMANDS: &[&str] = &[
    "begin_from",
    "cancel_report",
    "close",
    "commit",
    "current",
    "earlier_workshop",
    "carry_forward",
    "export_page",
    "export_report",
    "export_role_card",
    "export_shift_picture",
    "glance",
    "keep_rehearsal",
    "new_from_template",
    "open",
    "open_recent",
    "open_waiting",
    "opened",
    "pick_logo",
    "pick_table",
    "ready_to_quit",
    "recent",
    "redo",
    "rehearse",
    "report_page",
    "report_view",
    "save_copy",
    "undo",
];

#[test]
fn the_window_may_call_the_commands_on_the_list_and_nothing_else() {
    let mut files: Vec<String> = folder("src-tauri/capabilities");
    assert_eq!(files.len(), 1, "{files:?}");
    let capability: Value = serde_json::from_str(&files.remove(0)).unwrap();
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(capability["permissions"], json!(["window"]));
    for wider in ["remote", "webviews", "local"] {
        assert!(capability.get(wider).is_none(), "the capability sets `{wider}`");
    }

    let permissions = folder("src-tauri/permissions").concat();
    let allowed: BTreeSet<&str> = strings_after("commands.allow", &permissions).collect();
    assert_eq!(allowed, COMMANDS.iter().copied().collect());
    assert_eq!(permissions.matches("[[permission]]").count(), 1);
}

#[test]
fn the_shell_answers_what_the_window_may_ask() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let known: BTreeSet<&str> = COMMANDS.iter().copied().collect();
    let shell = read("src-tauri/lib.rs");
    let answered: BTreeSet<&str> = shell
        .split("commands::")
        .skip(1)
        .filter_map(|rest| rest.split(|it: char| !it.is_alphanumeric() && it != '_').next())
        .collect();
    assert_eq!(answered, known, "the handlers of the shell");
    let wire = read("crates/opmap-wire/src/lib.rs");
    let commands = wire.split("pub mod command {").nth(1).and_then(|it| it.split("\n}").next()).unwrap();
    let named: BTreeSet<&str> = commands.split('"').skip(1).step_by(2).collect();
    assert_eq!(named, known, "the names that both sides use");
}

#[test]
fn the_content_policy_lets_nothing_in_from_outside() {
    let text = fs::read_to_string(root().join("tauri.conf.json")).unwrap();
    let config: Value = serde_json::from_str(&text).unwrap();
    let security = &config["app"]["security"];
    assert_eq!(security["capabilities"], json!(["main"]));
    assert_eq!(config["app"]["withGlobalTauri"], json!(false));
    assert!(security.get("dangerousDisableAssetCspModification").is_none());
    assert!(security.get("assetProtocol").is_none());

    let policy = security["csp"].as_object().unwrap();
    let mut sources: BTreeSet<&str> =
        policy.values().flat_map(|value| value.as_str().unwrap().split(' ')).collect();
    let known = ["'none'", "'self'", "'wasm-unsafe-eval'", "blob:", "data:", "http://ipc.localhost", "ipc:"];
    for source in known {
        sources.remove(source);
    }
    assert_eq!(sources, BTreeSet::new());
    assert_eq!(policy["default-src"], "'self'");
    assert_eq!(policy["script-src"], "'self' 'wasm-unsafe-eval'");
    for nothing in ["object-src", "base-uri", "form-action", "frame-src", "frame-ancestors"] {
        assert_eq!(policy[nothing], "'none'", "{nothing}");
    }
}

/// The contents of the files in `path`.
fn folder(path: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(path)).unwrap();
    entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

/// The strings of the list that follows each `name = [` in a TOML text.
fn strings_after<'a>(name: &'a str, text: &'a str) -> impl Iterator<Item = &'a str> {
    let lists = text.split(name).skip(1).map(|rest| rest.split_once(']').map_or(rest, |(list, _)| list));
    lists.flat_map(|list| list.split('"').skip(1).step_by(2))
}
