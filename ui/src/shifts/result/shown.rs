//! What of the result is looked at.

use leptos::prelude::*;
use opmap_drawing::RadarLines;

/// What of the result is looked at; copies are handles to the same.
#[derive(Clone, Copy)]
pub(in crate::shifts) struct Shown {
    /// The lines of the radar.
    pub(super) lines: RwSignal<RadarLines>,
    /// Whether it is what each perspective answered.
    pub(super) by_group: RwSignal<bool>,
    /// Whether the shell is asked for an earlier workshop.
    pub(super) asking: RwSignal<bool>,
}

impl Shown {
    pub(in crate::shifts) fn new() -> Self {
        Self {
            lines: RwSignal::new(RadarLines::default()),
            by_group: RwSignal::new(false),
            asking: RwSignal::new(false),
        }
    }
}
