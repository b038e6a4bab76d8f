//! Names, what takes their place, and how both are found and put into a text.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::Title;
use crate::folded::{folded, is_combining, push_folded};

/// How a name is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Whatever the case and the accents, also in the plural.
    Any,
    /// As it is written.
    Exact,
}

/// Names with what takes their place, the longest first.
pub(super) struct Names {
    spelling: Spelling,
    pairs: Vec<(Vec<char>, String)>,
}

/// What takes the place of a name: the first noun that gives none away. One of several gets a letter behind it.
#[derive(Clone, Copy)]
pub(super) struct Neutral {
    pub(super) nouns: [&'static str; 3],
    pub(super) is_single: bool,
}

impl Names {
    /// Gives each name a neutral one; equal names, whatever their case and accents, have the same. A
    /// name of which nothing is left for comparing names no one.
    pub(super) fn of(people: &[(&Title, Neutral)]) -> Self {
        let spelling = Spelling::Any;
        let hidden = people.iter().map(|(it, _)| (letters(it), String::new())).collect();
        let hidden = Self::sorted(hidden, spelling);
        let mut given: BTreeMap<Vec<char>, String> = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for (title, neutral) in people {
            if let Entry::Vacant(vacant) = given.entry(letters(title)) {
                let mut free = neutral.names().filter(|it| !taken.contains(it) && hidden.is_free_of(it));
                let free = free.next().expect("a row of letters that is longer than any name is free of all");
                taken.insert(free.clone());
                vacant.insert(free);
            }
        }
        Self::sorted(given.into_iter().collect(), spelling)
    }

    /// Codes with those that take their place.
    pub(super) fn of_codes(codes: impl Iterator<Item = (String, String)>) -> Self {
        Self::sorted(codes.map(|(code, new)| (code.chars().collect(), new)).collect(), Spelling::Exact)
    }

    fn sorted(mut pairs: Vec<(Vec<char>, String)>, spelling: Spelling) -> Self {
        pairs.retain(|(name, _)| !name.is_empty());
        pairs.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { spelling, pairs }
    }

    /// The text with every name replaced; none where there is no name in it.
    pub(super) fn replaced(&self, text: &str) -> Option<String> {
        let text: Vec<char> = text.chars().collect();
        let (mut made, mut found, mut at) = (String::with_capacity(text.len()), false, 0);
        while at < text.len() {
            match self.found(&text, at) {
                Some((end, neutral)) => {
                    made.push_str(neutral);
                    (found, at) = (true, end);
                }
                None => {
                    made.push(text[at]);
                    at += 1;
                }
            }
        }
        found.then_some(made)
    }

    fn is_free_of(&self, text: &str) -> bool {
        self.replaced(text).is_none()
    }

    /// The longest name that begins there, with where it ends.
    fn found(&self, text: &[char], at: usize) -> Option<(usize, &str)> {
        if is_combining(text[at]) || is_behind_letter(text, at) && text[at].is_alphanumeric() {
            return None;
        }
        let mut ends = self
            .pairs
            .iter()
            .filter_map(|(name, neutral)| Some((self.end(name, text, at)?, neutral.as_str())));
        ends.next()
    }

    /// Where a name ends that begins there as whole words.
    fn end(&self, name: &[char], text: &[char], at: usize) -> Option<usize> {
        let (mut end, mut left) = (at, name);
        while let Some(next) = left.first() {
            if next.is_whitespace() {
                let space = text[end..].iter().take_while(|it| it.is_whitespace()).count();
                if space == 0 {
                    return None;
                }
                (end, left) = (end + space, &left[1..]);
            } else {
                left = self.behind(left, *text.get(end)?)?;
                end = behind_accents(text, end + 1);
            }
        }
        let is_whole =
            |end: usize| text.get(end).is_none_or(|it| !it.is_alphanumeric()) || !is_behind_letter(text, end);
        if is_whole(end) {
            return Some(end);
        }
        let is_plural =
            self.spelling == Spelling::Any && text.get(end).is_some_and(|it| matches!(it, 's' | 'S'));
        (is_plural && is_whole(end + 1)).then_some(end + 1)
    }

    /// What is left of a name behind a character of the text; none where it goes on otherwise.
    fn behind<'n>(&self, name: &'n [char], character: char) -> Option<&'n [char]> {
        match self.spelling {
            Spelling::Any if !character.is_ascii() => {
                let mut plain = String::new();
                push_folded(character, &mut plain);
                plain.chars().try_fold(name, |left, it| left.strip_prefix(&[it]))
            }
            Spelling::Any => name.strip_prefix(&[character.to_ascii_lowercase()]),
            Spelling::Exact => name.strip_prefix(&[character]),
        }
    }
}

/// Whether a letter or digit ends there, with or without an accent of its own.
fn is_behind_letter(text: &[char], at: usize) -> bool {
    text[..at].iter().rev().find(|it| !is_combining(**it)).is_some_and(|it| it.is_alphanumeric())
}

/// The place behind the accents that stand there as characters of their own.
fn behind_accents(text: &[char], at: usize) -> usize {
    at + text[at..].iter().take_while(|it| is_combining(**it)).count()
}

impl Neutral {
    /// `Role A`, `Role B`, …, with one noun after the other, and rows of letters when all of them give something away.
    fn names(self) -> impl Iterator<Item = String> {
        let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
        let letters =
            move |number: usize| std::iter::repeat_n(letter(number), number / 26 + 1).collect::<String>();
        let of_noun = move |noun: &'static str| {
            let alone = self.is_single.then(|| noun.to_owned());
            alone.into_iter().chain((0..26 * 26).map(move |number| format!("{noun} {}", letters(number))))
        };
        self.nouns.into_iter().flat_map(of_noun).chain((2..).map(|count| "X".repeat(count)))
    }
}

/// The letters of a name as it is compared.
fn letters(name: &Title) -> Vec<char> {
    folded(name.as_str()).chars().collect()
}
