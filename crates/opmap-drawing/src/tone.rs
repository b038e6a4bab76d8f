//! The colours of the visual language, by the name of their design token.

/// A colour by its role. On paper and in SVG it is that of the light theme, or what [`Colours`](crate::Colours) make of
/// it; the window uses the token of the theme in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// `--ground`
    Ground,
    /// `--surface`
    Surface,
    /// `--surface-2`
    Surface2,
    /// `--surface-3`
    Surface3,
    /// `--ink`
    Ink,
    /// `--ink-2`
    Ink2,
    /// `--ink-3`
    Ink3,
    /// `--line`
    Line,
    /// `--line-2`
    Line2,
    /// `--line-mark`
    LineMark,
    /// `--wire-ink`
    WireInk,
    /// `--accent`
    Accent,
    /// `--on-accent`
    OnAccent,
    /// `--accent-soft`
    AccentSoft,
    /// `--accent-line`
    AccentLine,
    /// `--cover`: the ground of the report's cover
    Cover,
    /// `--cover-line`: faint lines on it
    CoverLine,
    /// `--select`
    Select,
    /// `--select-halo`
    SelectHalo,
    /// `--lane-customer`
    LaneCustomer,
    /// `--lane-customer-edge`
    LaneCustomerEdge,
    /// `--lane-front`
    LaneFront,
    /// `--lane-front-edge`
    LaneFrontEdge,
    /// `--lane-back`
    LaneBack,
    /// `--lane-back-edge`
    LaneBackEdge,
    /// `--lane-support`
    LaneSupport,
    /// `--lane-support-edge`
    LaneSupportEdge,
    /// `--error`
    Error,
    /// `--error-soft`
    ErrorSoft,
    /// `--on-error`
    OnError,
    /// `--warning`
    Warning,
    /// `--warning-soft`
    WarningSoft,
    /// `--on-warning`
    OnWarning,
    /// `--info`
    Info,
    /// `--info-soft`
    InfoSoft,
    /// `--on-info`
    OnInfo,
    /// `--ok`
    Ok,
    /// `--ok-soft`
    OkSoft,
    /// `--on-ok`
    OnOk,
    /// `--letter-a`
    LetterA,
    /// `--letter-a-ink`
    LetterAInk,
    /// `--letter-r`
    LetterR,
    /// `--letter-r-ink`
    LetterRInk,
    /// `--letter-r-edge`
    LetterREdge,
    /// `--letter-c`
    LetterC,
    /// `--letter-c-ink`
    LetterCInk,
    /// `--letter-c-edge`
    LetterCEdge,
    /// `--letter-i`
    LetterI,
    /// `--letter-i-ink`
    LetterIInk,
    /// `--letter-i-edge`
    LetterIEdge,
    /// `--data-current`
    DataCurrent,
    /// `--data-target`
    DataTarget,
    /// `--data-grid`
    DataGrid,
    /// `--scale-1`
    Scale1,
    /// `--scale-2`
    Scale2,
    /// `--scale-3`
    Scale3,
    /// `--scale-4`
    Scale4,
    /// `--scale-5`
    Scale5,
    /// `--sent-neg`
    SentNeg,
    /// `--sent-pos`
    SentPos,
    /// `--diff-added`
    DiffAdded,
    /// `--diff-removed`
    DiffRemoved,
    /// `--diff-changed`
    DiffChanged,
}

impl Tone {
    /// Every tone, in the order of the design tokens.
    pub const ALL: &[Tone] = &[
        Tone::Ground,
        Tone::Surface,
        Tone::Surface2,
        Tone::Surface3,
        Tone::Ink,
        Tone::Ink2,
        Tone::Ink3,
        Tone::Line,
        Tone::Line2,
        Tone::LineMark,
        Tone::WireInk,
        Tone::Accent,
        Tone::OnAccent,
        Tone::AccentSoft,
        Tone::AccentLine,
        Tone::Cover,
        Tone::CoverLine,
        Tone::Select,
        Tone::SelectHalo,
        Tone::LaneCustomer,
        Tone::LaneCustomerEdge,
        Tone::LaneFront,
        Tone::LaneFrontEdge,
        Tone::LaneBack,
        Tone::LaneBackEdge,
        Tone::LaneSupport,
        Tone::LaneSupportEdge,
        Tone::Error,
        Tone::ErrorSoft,
        Tone::OnError,
        Tone::Warning,
        Tone::WarningSoft,
        Tone::OnWarning,
        Tone::Info,
        Tone::InfoSoft,
        Tone::OnInfo,
        Tone::Ok,
        Tone::OkSoft,
        Tone::OnOk,
        Tone::LetterA,
        Tone::LetterAInk,
        Tone::LetterR,
        Tone::LetterRInk,
        Tone::LetterREdge,
        Tone::LetterC,
        Tone::LetterCInk,
        Tone::LetterCEdge,
        Tone::LetterI,
        Tone::LetterIInk,
        Tone::LetterIEdge,
        Tone::DataCurrent,
        Tone::DataTarget,
        Tone::DataGrid,
        Tone::Scale1,
        Tone::Scale2,
        Tone::Scale3,
        Tone::Scale4,
        Tone::Scale5,
        Tone::SentNeg,
        Tone::SentPos,
        Tone::DiffAdded,
        Tone::DiffRemoved,
        Tone::DiffChanged,
    ];

    /// The name of its design token, without the leading dashes.
    #[must_use]
    pub fn token(self) -> &'static str {
        self.entry().0
    }

    /// Red, green and blue of the light theme, 0–255 each.
    #[must_use]
    pub fn rgb(self) -> [u8; 3] {
        let [_, r, g, b] = self.entry().1.to_be_bytes();
        [r, g, b]
    }

    fn entry(self) -> (&'static str, u32) {
        match self {
            Tone::Ground => ("ground", 0x00f3_f1ec),
            Tone::Surface => ("surface", 0x00ff_ffff),
            Tone::Surface2 => ("surface-2", 0x00fa_f8f4),
            Tone::Surface3 => ("surface-3", 0x00ec_e9e2),
            Tone::Ink => ("ink", 0x001a_2327),
            Tone::Ink2 => ("ink-2", 0x0048_535a),
            Tone::Ink3 => ("ink-3", 0x0061_6b71),
            Tone::Line => ("line", 0x00de_dad1),
            Tone::Line2 => ("line-2", 0x00c6_c1b6),
            Tone::LineMark => ("line-mark", 0x007c_7a72),
            Tone::WireInk => ("wire-ink", 0x005b_676d),
            Tone::Accent => ("accent", 0x000b_5563),
            Tone::OnAccent => ("on-accent", 0x00ff_ffff),
            Tone::AccentSoft => ("accent-soft", 0x00dc_ecee),
            Tone::AccentLine => ("accent-line", 0x003e_8490),
            Tone::Cover => ("cover", 0x000b_5563),
            Tone::CoverLine => ("cover-line", 0x007a_afb7),
            Tone::Select => ("select", 0x000b_5563),
            Tone::SelectHalo => ("select-halo", 0x00bf_e0e4),
            Tone::LaneCustomer => ("lane-customer", 0x00fb_f4e6),
            Tone::LaneCustomerEdge => ("lane-customer-edge", 0x00a0_7420),
            Tone::LaneFront => ("lane-front", 0x00ee_f5f6),
            Tone::LaneFrontEdge => ("lane-front-edge", 0x002f_7e8b),
            Tone::LaneBack => ("lane-back", 0x00f3_f2ef),
            Tone::LaneBackEdge => ("lane-back-edge", 0x0076_726a),
            Tone::LaneSupport => ("lane-support", 0x00f1_eff5),
            Tone::LaneSupportEdge => ("lane-support-edge", 0x0074_669a),
            Tone::Error => ("error", 0x00a8_261c),
            Tone::ErrorSoft => ("error-soft", 0x00fa_e7e4),
            Tone::OnError => ("on-error", 0x00ff_ffff),
            Tone::Warning => ("warning", 0x0085_5400),
            Tone::WarningSoft => ("warning-soft", 0x00fa_eed3),
            Tone::OnWarning => ("on-warning", 0x00ff_ffff),
            Tone::Info => ("info", 0x0025_5b9b),
            Tone::InfoSoft => ("info-soft", 0x00e6_eef8),
            Tone::OnInfo => ("on-info", 0x00ff_ffff),
            Tone::Ok => ("ok", 0x0027_673b),
            Tone::OkSoft => ("ok-soft", 0x00e2_f0e5),
            Tone::OnOk => ("on-ok", 0x00ff_ffff),
            Tone::LetterA => ("letter-a", 0x001a_2327),
            Tone::LetterAInk => ("letter-a-ink", 0x00ff_ffff),
            Tone::LetterR => ("letter-r", 0x00cf_e3e6),
            Tone::LetterRInk => ("letter-r-ink", 0x000a_3c46),
            Tone::LetterREdge => ("letter-r-edge", 0x000b_5563),
            Tone::LetterC => ("letter-c", 0x00ff_ffff),
            Tone::LetterCInk => ("letter-c-ink", 0x001a_2327),
            Tone::LetterCEdge => ("letter-c-edge", 0x006b_747a),
            Tone::LetterI => ("letter-i", 0x00ff_ffff),
            Tone::LetterIInk => ("letter-i-ink", 0x0048_535a),
            Tone::LetterIEdge => ("letter-i-edge", 0x007f_878c),
            Tone::DataCurrent => ("data-current", 0x001a_2327),
            Tone::DataTarget => ("data-target", 0x000b_7285),
            Tone::DataGrid => ("data-grid", 0x00cf_cabf),
            Tone::Scale1 => ("scale-1", 0x00e4_edee),
            Tone::Scale2 => ("scale-2", 0x00b7_d3d7),
            Tone::Scale3 => ("scale-3", 0x007a_afb7),
            Tone::Scale4 => ("scale-4", 0x003b_818c),
            Tone::Scale5 => ("scale-5", 0x000b_5563),
            Tone::SentNeg => ("sent-neg", 0x009c_3d22),
            Tone::SentPos => ("sent-pos", 0x0027_673b),
            Tone::DiffAdded => ("diff-added", 0x0027_673b),
            Tone::DiffRemoved => ("diff-removed", 0x00a8_261c),
            Tone::DiffChanged => ("diff-changed", 0x0085_5400),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tone;

    #[test]
    fn tones_equal_the_light_theme_of_the_tokens() {
        let css = include_str!("../../../ui/styles/tokens.css");
        let light =
            &css[css.find("[data-theme=\"light\"]").unwrap()..css.find("[data-theme=\"dark\"]").unwrap()];
        for tone in Tone::ALL {
            let [r, g, b] = tone.rgb();
            let want = format!("--{}: #{r:02X}{g:02X}{b:02X};", tone.token());
            assert!(light.contains(&want), "{want} is not in tokens.css");
        }
    }
}
