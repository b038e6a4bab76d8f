//! The one canvas that is seen.

use opmap_drawing::Tone;
use web_sys::{CanvasRenderingContext2d, HtmlElement};

use super::super::view::View;
use super::sheet::{Sheet, opaque};
use super::{Ink, Look};

/// What the canvas shows.
#[derive(Default)]
pub(super) struct Screen {
    context: Option<CanvasRenderingContext2d>,
    shown: Option<(View, (u32, u32))>,
}

impl Screen {
    /// Draws sheets over each other, if they have `changed` or another part of them is to be seen than before.
    pub(super) fn draw<'a>(
        &mut self,
        look: &Look,
        ink: Option<&Ink>,
        sheets: impl Iterator<Item = &'a Sheet>,
        changed: bool,
    ) {
        let pixels = |length: f64| (length * look.pixels).round();
        let size = (pixels(look.body.0), pixels(look.body.1));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A screen is small.
        let showing = (look.view, (size.0 as u32, size.1 as u32));
        if !changed && self.shown == Some(showing) {
            return;
        }
        let resized = self.shown.is_none_or(|(_, before)| before != showing.1);
        if resized {
            look.screen.set_width(showing.1.0);
            look.screen.set_height(showing.1.1);
            for (side, length) in [("width", size.0), ("height", size.1)] {
                // A length is always taken.
                let _ = HtmlElement::style(&look.screen)
                    .set_property(side, &format!("{}px", length / look.pixels));
            }
        }
        self.shown = Some(showing);
        if self.context.is_none() {
            self.context = opaque(&look.screen);
        }
        let (Some(context), Some(ink)) = (&self.context, ink) else { return };
        context.set_fill_style_str(ink.palette.color(Tone::Ground));
        context.fill_rect(0.0, 0.0, size.0, size.1);
        for sheet in sheets {
            sheet.draw(context, size, look.view, look.pixels);
        }
    }
}
