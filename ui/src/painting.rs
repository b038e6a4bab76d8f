//! What follows a change once the change is on the screen.

use std::time::Duration;

use leptos::prelude::*;

/// Acts once the next frame is painted, after a rest.
pub(crate) fn after_frame(rest: Duration, act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, rest));
}

/// Acts once what `track` follows is painted, after a rest, and again after each change. Of changes that follow each other
/// quickly only the last is acted on, and none any more when whoever asked is gone.
pub(crate) fn once_painted(rest: Duration, track: impl Fn() + 'static, act: impl Fn() + Copy + 'static) {
    let waiting = StoredValue::new(false);
    let act = move || {
        if waiting.try_update_value(|it| *it = false).is_some() {
            act();
        }
    };
    Effect::new(move |_| {
        track();
        if !waiting.get_value() {
            waiting.set_value(true);
            after_frame(rest, act);
        }
    });
}
