//! The colours of the tones: those of the theme in force, or those of paper.

use leptos::prelude::*;
use opmap_drawing::{Colours, Tone};
use opmap_model::Colour;

/// A colour for each tone, as CSS writes it.
pub(crate) struct Palette(Vec<String>);

impl Palette {
    /// Reads the colours from the page.
    pub(crate) fn of_page() -> Self {
        let style =
            document().document_element().and_then(|it| window().get_computed_style(&it).ok()).flatten();
        let color = |tone: Tone| {
            let name = format!("--{}", tone.token());
            style
                .as_ref()
                .and_then(|it| it.get_property_value(&name).ok())
                .unwrap_or_default()
                .trim()
                .to_owned()
        };
        Self(Tone::ALL.iter().copied().map(color).collect())
    }

    /// The colours of paper.
    pub(crate) fn of_paper() -> Self {
        let colours = Colours::default();
        Self(Tone::ALL.iter().map(|tone| Colour::new(colours.rgb(*tone)).to_string()).collect())
    }

    /// The colour of a tone.
    pub(crate) fn color(&self, tone: Tone) -> &str {
        self.0.get(tone as usize).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Tone;

    #[test]
    fn tones_are_numbered_in_the_order_of_their_list() {
        for (index, tone) in Tone::ALL.iter().enumerate() {
            assert_eq!(*tone as usize, index, "{tone:?}");
        }
    }
}
