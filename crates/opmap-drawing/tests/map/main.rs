//! Laws of the map's layout and its picture, over maps from seeds, seen from outside the crate.

mod laws;
mod sample;
mod stability;
mod walk;
