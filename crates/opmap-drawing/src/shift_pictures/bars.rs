//! How many answered each level, as five small bars.

use crate::map_scene::{fill, line, text};
use crate::{Face, Fonts, Point, Rect, Scene, Stroke, Tone};

/// Width of the bars.
pub const BARS_WIDTH: f32 = 106.0;
/// Height of the bars with their numbers.
pub const BARS_HEIGHT: f32 = 36.0;
/// From the foot of one bar to that of the next.
const PITCH: f32 = 22.0;
const WIDTH: f32 = 18.0;
/// The height of the highest bar.
const HIGHEST: f32 = 24.0;
const NUMBER: (f32, f32) = (9.5, 11.0);

/// A bar for each level from 1 to 5, its number below; that of the level agreed on is dark, and its number strong.
#[must_use]
pub fn answer_bars(counts: [u32; 5], agreed: Option<u8>, fonts: &Fonts) -> Scene {
    let mut scene = Scene::new(BARS_WIDTH, BARS_HEIGHT);
    let most = counts.into_iter().max().unwrap_or(0).max(1);
    let mut x = 0.0;
    for (level, count) in (1..).zip(counts) {
        let is_agreed = agreed == Some(level);
        let (tone, face) =
            if is_agreed { (Tone::Ink, Face::SemiBold) } else { (Tone::Scale2, Face::Regular) };
        let height = HIGHEST * share(count, most);
        if count > 0 {
            scene.marks.push(fill(Rect::new(x, HIGHEST - height, WIDTH, height), tone));
        }
        let foot = (Point::new(x, HIGHEST), Point::new(x + WIDTH, HIGHEST));
        scene.marks.push(line(foot.0, foot.1, Stroke::solid(Tone::LineMark, 0.8)));
        let number = count.to_string();
        let left = x + (WIDTH - fonts.width(face, NUMBER.0, &number)) / 2.0;
        scene.marks.push(text(left, HIGHEST + 1.0, NUMBER, face, Tone::Ink, &number));
        x += PITCH;
    }
    scene
}

/// A part of a whole that is not 0.
#[allow(clippy::cast_precision_loss)]
fn share(part: u32, whole: u32) -> f32 {
    part as f32 / whole as f32
}
