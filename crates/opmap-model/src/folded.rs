//! Names and words as they are compared: without case, accents and differences that nobody types.

/// `text` in small letters without accents: *Ärger* and *ärger* are `arger`, *Straße* is `strasse`. Gaps of any
/// length are one space; there is none at either end. Two names are the same where this is the same of both.
///
/// Letters outside the Latin, Greek and Cyrillic alphabets stay as they are.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if character.is_whitespace() {
            gap = !out.is_empty();
            continue;
        }
        if is_combining(character) {
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push(' ');
        }
        push_folded(character, &mut out);
    }
    out
}

/// Adds what a character is compared as: mostly one letter, two for some, nothing for an accent of its own.
pub(crate) fn push_folded(character: char, out: &mut String) {
    if character.is_ascii() {
        out.push(character.to_ascii_lowercase());
    } else {
        character.to_lowercase().filter(|it| !is_combining(*it)).for_each(|it| push_plain(it, out));
    }
}

/// Whether the character is an accent of its own, on the letter before it.
pub(crate) fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// The letter without its accent, or the letters that are typed for it.
fn push_plain(letter: char, out: &mut String) {
    let plain = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        '’' | '‘' => '\'',
        '“' | '”' | '„' => '"',
        '–' | '—' | '‐' => '-',
        'ß' => return out.push_str("ss"),
        'æ' => return out.push_str("ae"),
        'œ' => return out.push_str("oe"),
        'þ' => return out.push_str("th"),
        other => other,
    };
    out.push(plain);
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn text_is_compared_as_people_type_it() {
        assert_eq!(folded("  Ärger   mit\tÜBERGABE "), "arger mit ubergabe");
        assert_eq!(folded("Straße, Łódź, Ångström, Œuvre"), "strasse, lodz, angstrom, oeuvre");
        assert_eq!(folded("e\u{301}te\u{301}"), folded("été"), "an accent may be a character of its own");
        assert_eq!(folded("İstanbul"), "istanbul");
        assert_eq!(folded("Καλημέρα Σίσυφος"), "καλημερα σισυφοσ");
        assert_eq!(folded("Вызов ещё"), "вызов еще");
        assert_eq!(folded("the customer’s own – path"), "the customer's own - path");
        assert_eq!(folded("電話"), "電話");
        assert_eq!(folded(" \u{301}"), "");
    }
}
