//! Paints the marks of a scene as SVG elements, in the colours of the theme.

use leptos::prelude::*;
use opmap_drawing::{ImageMark, Mark, PathMark, RectMark, Segment, Stroke, TextMark, Tone};

/// The elements for some marks.
pub(crate) fn paint(marks: Vec<Mark>) -> impl IntoView {
    marks
        .into_iter()
        .map(|mark| match mark {
            Mark::Rect(mark) => rect(&mark).into_any(),
            Mark::Path(mark) => path(&mark).into_any(),
            Mark::Text(mark) => text(mark).into_any(),
            Mark::Image(mark) => image(&mark).into_any(),
        })
        .collect_view()
}

fn rect(mark: &RectMark) -> impl IntoView + use<> {
    let RectMark { rect, radius, fill, stroke } = *mark;
    view! {
        <rect
            class=tones(fill, stroke)
            x=rect.x
            y=rect.y
            width=rect.width
            height=rect.height
            rx=radius
            stroke-width=stroke.map(|it| it.width)
            stroke-dasharray=dashes(stroke)
        />
    }
}

fn path(mark: &PathMark) -> impl IntoView + use<> {
    view! {
        <path
            class=tones(mark.fill, mark.stroke)
            d=path_data(&mark.segments)
            stroke-width=mark.stroke.map(|it| it.width)
            stroke-dasharray=dashes(mark.stroke)
        />
    }
}

fn text(mark: TextMark) -> impl IntoView {
    let (family, weight) = mark.face.family();
    view! {
        <text
            class=tones(Some(mark.tone), None)
            x=mark.at.x
            y=mark.at.y
            transform=mark.upwards.then(|| format!("rotate(-90 {} {})", mark.at.x, mark.at.y))
            font-size=mark.size
            font-family=family
            font-weight=weight
        >
            {mark.text}
        </text>
    }
}

fn image(mark: &ImageMark) -> impl IntoView + use<> {
    let rect = mark.rect;
    let href = format!("data:image/png;base64,{}", mark.png.base64());
    view! { <image x=rect.x y=rect.y width=rect.width height=rect.height preserveAspectRatio="none" href=href /> }
}

/// The classes that fill and stroke in the theme's colours (`styles/tones.css`).
fn tones(fill: Option<Tone>, stroke: Option<Stroke>) -> String {
    let fill = fill.map_or("none", Tone::token);
    match stroke {
        Some(stroke) => format!("f-{fill} s-{}", stroke.tone.token()),
        None => format!("f-{fill}"),
    }
}

fn dashes(stroke: Option<Stroke>) -> Option<String> {
    stroke?.dash.map(|(on, off)| format!("{on} {off}"))
}

/// The path in SVG's notation.
pub(crate) fn path_data(segments: &[Segment]) -> String {
    let mut data = String::new();
    for segment in segments {
        use std::fmt::Write;
        // Writing to a String cannot fail.
        let _ = match *segment {
            Segment::Move(to) => write!(data, "M{} {}", to.x, to.y),
            Segment::Line(to) => write!(data, "L{} {}", to.x, to.y),
            Segment::Curve(a, b, to) => {
                write!(data, "C{} {} {} {} {} {}", a.x, a.y, b.x, b.y, to.x, to.y)
            }
            Segment::Close => write!(data, "Z"),
        };
    }
    data
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Tone;

    #[test]
    fn every_tone_can_fill_and_stroke() {
        let css = include_str!("../../styles/tones.css");
        for tone in Tone::ALL {
            let token = tone.token();
            for rule in [
                format!(".f-{token} {{ fill: var(--{token}); }}"),
                format!(".s-{token} {{ stroke: var(--{token}); }}"),
            ] {
                assert!(css.contains(&rule), "{rule} is missing in tones.css");
            }
        }
    }
}
