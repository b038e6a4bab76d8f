//! The roadmap in time: working days, what waits for what, slack and the longest chain (Q6).

mod calendar;
mod network;
mod roadmap;
mod ticks;
mod upcoming;

pub use calendar::WorkCalendar;
pub use network::{Task, Timed, Timetable, schedule};
pub(crate) use roadmap::dependencies;
pub use roadmap::{Dependency, Impossible, Planned, Roadmap, roadmap};
pub use ticks::CalendarTick;
pub use upcoming::{Event, Upcoming, upcoming};
