//! The shape of the source tree: who may use whom, what stays out, and what every file keeps to.

mod colours;
mod dependencies;
mod permissions;
mod sources;

use std::path::Path;

/// The folder that holds the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
