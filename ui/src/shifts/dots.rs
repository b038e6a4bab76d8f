//! One dot for each answer, as large as the most answers of a level let them be.

/// From one dot to the next, in pixels.
const GAP: i32 = 6;
/// The largest dot that is worth a thought; the style says how large dots get.
const LARGEST: i32 = 128;
/// The smallest dot that is still one.
const SMALLEST: i32 = 6;

/// The room for the dots of one level, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DotRoom {
    pub(super) width: i32,
    pub(super) height: i32,
}

/// How wide dots are, in pixels, of which the fullest level has so many; none where they would be too small to be told
/// apart.
pub(super) fn dot_size(most: u32, room: DotRoom) -> Option<i32> {
    let fits = |size: &i32| {
        let along = |room: i32| u32::try_from((room + GAP) / (size + GAP)).unwrap_or(0);
        along(room.width).saturating_mul(along(room.height)) >= most
    };
    (SMALLEST..=LARGEST).rev().find(fits)
}

#[cfg(test)]
mod tests {
    use super::{DotRoom, LARGEST, dot_size};

    #[test]
    fn dots_are_as_large_as_fit_and_give_way_to_a_number() {
        let room = DotRoom { width: 150, height: 146 };
        assert_eq!(dot_size(0, room), Some(LARGEST));
        let sizes: Vec<i32> = (1..=150).map_while(|most| dot_size(most, room)).collect();
        assert!(sizes.is_sorted_by(|a, b| a >= b) && sizes.len() > 140, "{sizes:?}");
        assert!(sizes[5] >= 46, "six answers get dots of full size: {sizes:?}");
        assert_eq!(dot_size(60_000, room), None);
        assert_eq!(dot_size(1, DotRoom::default()), None, "without room there is no dot");
    }
}
