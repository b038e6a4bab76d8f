//! Short codes of roles, for where there is no room for their names.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Document, RoleId};

/// The most letters of a code, before the number that tells two of them apart.
const LETTERS: usize = 3;

impl Document {
    /// A code of each role, unique in the workshop: the initials of its first three words without *of* and the like, or
    /// the first three letters where it is one word, in capitals. The second role with the same letters gets a 2 behind them, and so on in the
    /// order of the roles.
    #[must_use]
    pub fn role_codes(&self) -> BTreeMap<RoleId, String> {
        let mut taken = BTreeSet::new();
        let mut codes = BTreeMap::new();
        for (id, role) in self.roles_in_order() {
            let letters = letters(role.title.as_str());
            let numbered = (2..).map(|number: usize| format!("{letters}{number}"));
            let code = std::iter::once(letters.clone()).chain(numbered).find(|it| !taken.contains(it));
            let code = code.expect("numbers do not come to an end");
            taken.insert(code.clone());
            codes.insert(id, code);
        }
        codes
    }
}

fn letters(title: &str) -> String {
    let mut words: Vec<&str> =
        title.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    // *Of*, *and* and the like say nothing.
    words.dedup_by(|word, _| word.chars().count() <= LETTERS && word.chars().all(char::is_lowercase));
    let letters: String = match &*words {
        [] => "?".to_owned(),
        [word] => word.chars().take(LETTERS).collect(),
        words => words.iter().take(LETTERS).filter_map(|it| it.chars().next()).collect(),
    };
    letters.to_uppercase()
}

#[cfg(test)]
mod tests {
    use crate::notation;

    #[test]
    fn a_code_is_made_of_initials_and_told_apart_by_a_number() {
        let roles = ["Service advisor", "Dispatcher", "Sales analyst", "Owner of the journey", "—", "IT"];
        let lines: Vec<String> = roles.iter().map(|it| format!("role r{} \"{it}\"", it.len())).collect();
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        let text = format!("workshop \"W\"\n{}", lines.join("\n"));
        let document = notation::parse(&text, &mut fresh).unwrap();
        let codes = document.role_codes();
        let told: Vec<&str> = document.roles_in_order().iter().map(|(id, _)| &*codes[id]).collect();
        assert_eq!(told, ["SA", "DIS", "SA2", "OJ", "?", "IT"]);
    }
}
