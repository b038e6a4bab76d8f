//! Laws of the map's layout and its picture, over maps from seeds, seen from outside the crate.

mod anatomy;
mod board;
mod differences;
mod gantt;
mod laws;
mod notes;
mod picture;
mod radar;
mod sample;
mod sentiment;
mod shared;
mod shift_pictures;
mod signs;
mod stability;
mod updates;
mod walk;
