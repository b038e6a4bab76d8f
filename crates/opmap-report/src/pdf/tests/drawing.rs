//! What is seen.

use opmap_drawing::Tone;

use super::pages::sample;
use super::run;

#[test]
fn marks_are_painted_where_they_lie_in_their_colours() {
    let bytes = sample().bytes;
    let rgb = |tone: Tone| tone.rgb().to_vec();
    let map = Picture::of(&bytes, "2");
    assert_eq!(map.at(400, 140), rgb(Tone::LaneFront), "the lane");
    assert_eq!(map.at(100, 188), rgb(Tone::Surface), "a step on the lane");
    assert_eq!(map.at(60, 150), rgb(Tone::LaneFront), "outside its round corner");
    assert_eq!(map.at(255, 171), rgb(Tone::WireInk), "the arrow head");
    assert_eq!(map.at(400, 300), [255, 255, 255], "nothing");
    let dashes = (275..335).filter(|x| map.at(*x, 149).min(map.at(*x, 150))[1] < 160).count();
    assert!((25..50).contains(&dashes), "{dashes} of 60 points of a dashed edge are drawn");
    let cover = Picture::of(&bytes, "1");
    let dark = (80..90).filter(|x| cover.at(*x, 396)[0] < 200).count();
    assert!((1..6).contains(&dark), "the sides of the box that stands for the emoji");
}

/// A page drawn with one pixel to the point.
struct Picture {
    width: usize,
    pixels: Vec<u8>,
}

impl Picture {
    fn of(bytes: &[u8], page: &str) -> Self {
        let arguments = ["-r", "72", "-f", page, "-l", page, "FILE"];
        let drawn = run("pdftoppm", &arguments, bytes);
        let (header, pixels) = drawn.split_at(b"P6\n842 596\n255\n".len());
        let header = std::str::from_utf8(header).unwrap();
        let width = header.split_whitespace().nth(1).unwrap().parse().unwrap();
        Self { width, pixels: pixels.to_vec() }
    }

    fn at(&self, x: usize, y: usize) -> Vec<u8> {
        let start = (y * self.width + x) * 3;
        self.pixels[start..start + 3].to_vec()
    }
}
