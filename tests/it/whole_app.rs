//! The app as a person has it: the real program, its real window, driven by pointer and keys.

mod core_loop;
mod display;
mod leaving;
mod matrix;
mod opens;
mod shift_result;
mod shifts;
mod window;

use window::Window;
