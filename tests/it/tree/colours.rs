//! Text and marks stand out from every ground they may lie on, in every theme.

use std::{collections::BTreeMap, fs};

use super::root;

/// Colours by the name of their token.
type Tokens = BTreeMap<String, [f64; 3]>;

/// What a colour is used for decides how much it must stand out.
#[derive(Clone, Copy, Debug)]
enum Use {
    Text,
    Mark,
}

use Use::{Mark, Text};

/// Each token and the grounds on which it stands out least, in one theme or another.
const PAIRS: &[(&str, Use, &[&str])] = &[
    (
        "ink",
        Text,
        &["select-halo", "accent-soft", "surface-3", "ground", "surface", "raised", "lane-support"],
    ),
    ("ink-2", Text, &["accent-soft", "surface-3", "ground", "surface-2", "raised"]),
    ("ink-3", Text, &["lane-support", "raised", "ground", "surface-2"]),
    ("accent", Text, &["accent-soft", "ground", "surface"]),
    ("on-accent", Text, &["accent", "accent-hover"]),
    ("error", Text, &["error-soft", "raised", "ground"]),
    ("on-error", Text, &["error"]),
    ("warning", Text, &["warning-soft", "raised", "ground"]),
    ("on-warning", Text, &["warning"]),
    ("info", Text, &["info-soft", "raised", "ground"]),
    ("on-info", Text, &["info"]),
    ("ok", Text, &["ok-soft", "raised", "ground"]),
    ("on-ok", Text, &["ok"]),
    ("rail-ink", Text, &["rail-active", "rail"]),
    ("rail-ink-strong", Text, &["rail-active", "rail"]),
    ("rail-mark", Mark, &["rail-active", "rail"]),
    ("letter-a-ink", Text, &["letter-a"]),
    ("letter-r-ink", Text, &["letter-r"]),
    ("letter-c-ink", Text, &["letter-c"]),
    ("letter-i-ink", Text, &["letter-i"]),
    ("sent-neg", Text, &["lane-customer", "surface"]),
    ("sent-pos", Text, &["lane-customer", "surface"]),
    ("diff-added", Text, &["lane-support", "surface"]),
    ("diff-removed", Text, &["lane-support", "surface"]),
    ("diff-changed", Text, &["lane-support", "surface"]),
    ("line-mark", Mark, &["lane-support", "raised", "ground"]),
    ("wire-ink", Mark, &["lane-support", "surface", "lane-customer"]),
    ("select", Mark, &["lane-support", "surface", "lane-customer"]),
    ("focus", Mark, &["lane-support", "raised", "ground"]),
    ("lane-customer-edge", Mark, &["lane-customer", "surface"]),
    ("lane-front-edge", Mark, &["lane-front", "surface"]),
    ("lane-back-edge", Mark, &["lane-back", "surface"]),
    ("lane-support-edge", Mark, &["lane-support", "surface"]),
    ("letter-a", Mark, &["surface-2", "surface"]),
    ("letter-r-edge", Mark, &["letter-r", "surface"]),
    ("letter-c-edge", Mark, &["surface-2", "surface"]),
    ("letter-i-edge", Mark, &["surface-2", "surface"]),
    ("data-current", Mark, &["surface-2", "surface"]),
    ("data-target", Mark, &["surface-2", "surface"]),
    ("accent-line", Mark, &["surface-2", "surface"]),
];

#[test]
fn colours_stand_out_from_their_grounds() {
    let sheet = fs::read_to_string(root().join("ui/styles/tokens.css")).unwrap();
    let light = tokens(&sheet, "\n:root, [data-theme=\"light\"] {");
    for (theme, head, text, mark) in [
        ("light", "\n:root, [data-theme=\"light\"] {", 4.5, 3.0),
        ("dark", "\n[data-theme=\"dark\"] {", 4.5, 3.0),
        ("contrast", "\n[data-theme=\"contrast\"] {", 7.0, 4.5),
    ] {
        let mut colours = light.clone();
        colours.extend(tokens(&sheet, head));
        for &(token, used_for, grounds) in PAIRS {
            let limit = match used_for {
                Text => text,
                Mark => mark,
            };
            for ground in grounds {
                let found = contrast(colours[token], colours[*ground]);
                assert!(found >= limit, "{theme}: {token} on {ground} is {found:.2}:1 and needs {limit}:1");
            }
        }
    }
}

#[test]
fn contrast_is_measured_as_the_standard_says() {
    assert!((contrast([1.0; 3], [0.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0.5; 3], [0.5; 3]) - 1.0).abs() < 1e-9);
    let grey = colour("#767676").unwrap();
    assert!((contrast(grey, [1.0; 3]) - 4.54).abs() < 0.01, "the lightest grey for text on white");
}

/// The plain colours of the rule that begins with `head`.
fn tokens(sheet: &str, head: &str) -> Tokens {
    let (_, rule) = sheet.split_once(head).unwrap_or_else(|| panic!("no rule begins with {head}"));
    let (rule, _) = rule.split_once("\n}").expect("the rule ends");
    let declarations = rule.split([';', '/']).filter_map(|it| it.trim().strip_prefix("--")?.split_once(':'));
    let found: Tokens =
        declarations.filter_map(|(name, value)| Some((name.to_owned(), colour(value.trim())?))).collect();
    assert!(found.len() > 50, "{head} has {} colours: they are not read rightly", found.len());
    found
}

/// A colour such as `#0B5563`, each part from 0 to 1.
fn colour(text: &str) -> Option<[f64; 3]> {
    let digits = text.strip_prefix('#').filter(|it| it.len() == 6)?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some([16, 8, 0].map(|shift| f64::from(number >> shift & 0xFF) / 255.0))
}

/// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definitions of *contrast ratio* and *relative luminance*).
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let [red, green, blue] =
            colour.map(|it| if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
