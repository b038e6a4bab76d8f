//! Arrows between our crates point one way, and each foreign library has one home.

use std::collections::BTreeMap;

use cargo_metadata::{Dependency, DependencyKind, Metadata, MetadataCommand, Package};

use super::root;

/// Each of our crates and which of the others it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("opmap-model", &[]),
    ("opmap-analysis", &["opmap-model"]),
    ("opmap-drawing", &["opmap-model", "opmap-analysis"]),
    ("opmap-report", &["opmap-model", "opmap-analysis", "opmap-drawing"]),
    ("opmap-store", &["opmap-model"]),
    ("opmap-exchange", &["opmap-model", "opmap-analysis", "opmap-drawing"]),
    ("opmap-wire", &["opmap-model"]),
    ("opmap-cli", &LIBRARIES),
    ("opmap", &LIBRARIES),
    (
        "opmap-ui",
        &["opmap-model", "opmap-analysis", "opmap-drawing", "opmap-report", "opmap-exchange", "opmap-wire"],
    ),
    ("xtask", &[]),
];

const LIBRARIES: [&str; 7] = [
    "opmap-model",
    "opmap-analysis",
    "opmap-drawing",
    "opmap-report",
    "opmap-store",
    "opmap-exchange",
    "opmap-wire",
];

/// Foreign libraries, by how their names begin, and the only crates that may ship with them.
const AT_HOME: &[(&str, &[&str])] = &[
    ("tauri", &["opmap"]),
    ("wry", &[]),
    ("rusqlite", &["opmap-store"]),
    ("libsqlite3", &[]),
    ("petgraph", &["opmap-analysis"]),
    ("printpdf", &["opmap-report"]),
    ("lopdf", &["opmap-report"]),
    ("subsetter", &["opmap-report"]),
    ("png", &["opmap-report"]),
    ("resvg", &["opmap-report"]),
    ("tiny-skia", &["opmap-report"]),
    ("rustybuzz", &["opmap-drawing", "opmap-report"]),
    ("leptos", &["opmap-ui"]),
    ("reactive_stores", &["opmap-ui"]),
    ("wasm-bindgen", &["opmap-ui", "xtask"]),
    ("web-sys", &["opmap-ui"]),
    ("js-sys", &["opmap-ui"]),
    ("clap", &["opmap-cli"]),
    ("gtk", &["opmap"]),
    ("rand", &[]),
    ("getrandom", &["opmap-cli", "opmap", "opmap-ui"]),
];

/// The only crates that may read the clock or draw a random id.
const AT_THE_EDGE: &[&str] = &["opmap", "opmap-cli", "opmap-ui"];

const OF_A_CLOCK: &[&str] = &["clock", "now", "wasmbind", "default"];
const OF_RANDOMNESS: &[&str] =
    &["v1", "v4", "v6", "v7", "fast-rng", "rng", "rng-rand", "rng-getrandom", "js"];

fn metadata() -> Metadata {
    let manifest = root().join("Cargo.toml");
    MetadataCommand::new().manifest_path(manifest).no_deps().exec().expect("cargo can read the workspace")
}

/// Every dependency of every crate of ours, by the name of the crate.
fn dependencies(metadata: &Metadata) -> impl Iterator<Item = (&str, &Dependency)> {
    metadata
        .packages
        .iter()
        .flat_map(|package: &Package| package.dependencies.iter().map(|used| (package.name.as_str(), used)))
}

fn ships(dependency: &Dependency) -> bool {
    dependency.kind != DependencyKind::Development
}

#[test]
fn arrows_between_our_crates_point_one_way() {
    let metadata = metadata();
    let may_use: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut ours: Vec<&str> = metadata.packages.iter().map(|package| package.name.as_str()).collect();
    ours.sort_unstable();
    assert_eq!(
        ours,
        may_use.keys().copied().collect::<Vec<_>>(),
        "a crate is not in the table, or gone from the tree"
    );

    let wrong: Vec<String> = dependencies(&metadata)
        .filter(|(user, used)| {
            ours.contains(&used.name.as_str()) && !may_use[user].contains(&used.name.as_str())
        })
        .map(|(user, used)| format!("{user} uses {}", used.name))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn each_foreign_library_has_one_home() {
    let metadata = metadata();
    let is_away_from_home = |user: &str, library: &str| {
        AT_HOME.iter().any(|(prefix, homes)| library.starts_with(prefix) && !homes.contains(&user))
    };
    let wrong: Vec<String> = dependencies(&metadata)
        .filter(|(user, used)| ships(used) && is_away_from_home(user, &used.name))
        .map(|(user, used)| format!("{user} uses {}", used.name))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_edges_know_the_time_or_draw_lots() {
    let metadata = metadata();
    let mut wrong = Vec::new();
    for (user, used) in
        dependencies(&metadata).filter(|(user, used)| ships(used) && !AT_THE_EDGE.contains(user))
    {
        let forbidden = match used.name.as_str() {
            "chrono" => OF_A_CLOCK,
            "uuid" => OF_RANDOMNESS,
            _ => continue,
        };
        if used.name == "chrono" && used.uses_default_features {
            wrong.push(format!("{user} uses {} with its default features", used.name));
        }
        let features = used.features.iter().filter(|feature| forbidden.contains(&feature.as_str()));
        wrong.extend(features.map(|feature| format!("{user} uses {}/{feature}", used.name)));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_window_paints_pages_and_never_writes_them() {
    let metadata = metadata();
    let wrong: Vec<&str> = dependencies(&metadata)
        .filter(|(user, used)| *user == "opmap-ui" && used.name == "opmap-report")
        .filter(|(_, used)| {
            used.uses_default_features
                || used.features.iter().any(|feature| ["pdf", "png"].contains(&feature.as_str()))
        })
        .map(|(user, _)| user)
        .collect();
    assert_eq!(wrong, Vec::<&str>::new());
}
