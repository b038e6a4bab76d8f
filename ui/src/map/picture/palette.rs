//! The colours of the theme in force.

use leptos::prelude::*;
use opmap_drawing::Tone;

/// A colour for each tone, as CSS writes it.
pub(super) struct Palette(Vec<String>);

impl Palette {
    /// Reads the colours from the page.
    pub(super) fn of_page() -> Self {
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

    /// The colour of a tone.
    pub(super) fn color(&self, tone: Tone) -> &str {
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
