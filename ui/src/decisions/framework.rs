//! The frameworks as the station shows them, and what becomes of rights when a decision changes from one to another.

use std::collections::BTreeSet;

use opmap_model::{DaciLetter, RapidLetter, Right, RightLetter, Rights, RightsOf, RoleId, Title};

/// In which words rights are said (D5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Framework {
    Rapid,
    Daci,
    Decider,
}

/// A right that a framework knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// Its full word.
    pub(super) word: &'static str,
    /// How many may have it, or what it comes to.
    pub(super) asks: &'static str,
    /// Whether the framework asks for exactly one.
    pub(super) is_one: bool,
    /// Whether it is the one that decides.
    pub(super) decides: bool,
}

const fn letter(word: &'static str, asks: &'static str, is_one: bool, decides: bool) -> Letter {
    Letter { word, asks, is_one, decides }
}

/// In the order of [`RapidLetter::ALL`].
const RAPID: &[Letter] = &[
    letter("Recommend", "exactly one", true, false),
    letter("Agree", "may block", false, false),
    letter("Perform", "at least one", false, false),
    letter("Input", "is heard", false, false),
    letter("Decide", "exactly one", true, true),
];

/// In the order of [`DaciLetter::ALL`].
const DACI: &[Letter] = &[
    letter("Driver", "exactly one", true, false),
    letter("Approver", "exactly one", true, true),
    letter("Contributor", "is heard", false, false),
    letter("Informed", "is told", false, false),
];

const DECIDER: &[Letter] = &[letter("Decides", "one role", true, true)];

/// A right that a role has, whatever the framework: the letter by its place among those of the framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Holder {
    pub(super) letter: usize,
    pub(super) role: RoleId,
    pub(super) words: Option<Title>,
}

impl Framework {
    pub(crate) const ALL: [Self; 3] = [Self::Rapid, Self::Daci, Self::Decider];

    pub(super) fn of(rights: &Rights) -> Self {
        match rights {
            Rights::Rapid(_) => Self::Rapid,
            Rights::Daci(_) => Self::Daci,
            Rights::Decider(_) => Self::Decider,
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Rapid => "rapid",
            Self::Daci => "daci",
            Self::Decider => "decider",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rapid => RapidLetter::FRAMEWORK,
            Self::Daci => DaciLetter::FRAMEWORK,
            Self::Decider => "Decider only",
        }
    }

    pub(super) fn letters(self) -> &'static [Letter] {
        match self {
            Self::Rapid => RAPID,
            Self::Daci => DACI,
            Self::Decider => DECIDER,
        }
    }

    /// Its name with all its words, which every page that shows its letters says (D5).
    pub(super) fn in_words(self) -> String {
        match self {
            Self::Decider => "Decider only: one role decides".to_owned(),
            _ => {
                let words: Vec<&str> = self.letters().iter().map(|it| it.word).collect();
                format!("{}: {}", self.name(), words.join(", "))
            }
        }
    }

    /// The place of the letter that decides.
    pub(super) fn decides(self) -> usize {
        self.letters().iter().position(|it| it.decides).unwrap_or(0)
    }
}

/// Everyone who has a right, in the order of the letters.
pub(super) fn holders(rights: &Rights) -> Vec<Holder> {
    match rights {
        Rights::Decider(role) => {
            role.iter().map(|role| Holder { letter: 0, role: *role, words: None }).collect()
        }
        Rights::Rapid(rights) => held(rights),
        Rights::Daci(rights) => held(rights),
    }
}

fn held<L: RightLetter>(rights: &RightsOf<L>) -> Vec<Holder> {
    let holder = |it: &Right<L>| {
        let letter = L::ALL.iter().position(|letter| *letter == it.letter)?;
        Some(Holder { letter, role: it.role, words: it.words.clone() })
    };
    rights.iter().filter_map(holder).collect()
}

/// The rights of a framework; of several who would decide alone the last is taken.
fn rights_of(framework: Framework, holders: Vec<Holder>) -> Rights {
    match framework {
        Framework::Decider => Rights::Decider(holders.last().map(|it| it.role)),
        Framework::Rapid => Rights::Rapid(lettered(holders)),
        Framework::Daci => Rights::Daci(lettered(holders)),
    }
}

fn lettered<L: RightLetter>(holders: Vec<Holder>) -> RightsOf<L> {
    let right = |it: Holder| Some(Right { letter: *L::ALL.get(it.letter)?, role: it.role, words: it.words });
    holders.into_iter().filter_map(right).collect()
}

/// The rights where these roles and no others have a letter. Whoever keeps it keeps their words for it.
pub(super) fn given(rights: &Rights, letter: usize, roles: &[RoleId]) -> Rights {
    let mut all = holders(rights);
    all.retain(|it| it.letter != letter || roles.contains(&it.role));
    for role in roles {
        if !all.iter().any(|it| it.letter == letter && it.role == *role) {
            all.push(Holder { letter, role: *role, words: None });
        }
    }
    rights_of(Framework::of(rights), all)
}

/// The rights where a right has other words of its own.
pub(super) fn reworded(rights: &Rights, right: &Holder, words: Option<Title>) -> Rights {
    let mut all = holders(rights);
    for it in &mut all {
        if it == right {
            it.words.clone_from(&words);
        }
    }
    rights_of(Framework::of(rights), all)
}

/// What becomes of the rights in another framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Translated {
    pub(super) rights: Rights,
    /// Every right there was, by its place in [`holders`], with its letter in the other framework; none where that has
    /// no place for it.
    pub(super) became: Vec<(Holder, Option<usize>)>,
}

/// Says the rights in another framework. Between RAPID and DACI nothing is lost: a letter without a counterpart goes
/// to the nearest one and keeps its own word, from which it is found again on the way back.
pub(super) fn translated(rights: &Rights, to: Framework) -> Translated {
    let from = Framework::of(rights);
    let mut taken = Vec::new();
    let mut became = Vec::new();
    for holder in holders(rights) {
        let next = translate(from, to, &holder);
        // Where no framework is used one role decides.
        let next = next.filter(|_| to != Framework::Decider || taken.is_empty());
        became.push((holder, next.as_ref().map(|it| it.letter)));
        taken.extend(next);
    }
    Translated { rights: rights_of(to, taken), became }
}

fn translate(from: Framework, to: Framework, holder: &Holder) -> Option<Holder> {
    if from == to {
        return Some(holder.clone());
    }
    if from.letters()[holder.letter].decides {
        return Some(Holder { letter: to.decides(), ..holder.clone() });
    }
    if to == Framework::Decider {
        return None;
    }
    if let Some((letter, words)) = recalled(from, to, holder) {
        return Some(Holder { letter, words, ..holder.clone() });
    }
    let (letter, is_same) = nearest(from, holder.letter);
    let words = if is_same {
        holder.words.clone()
    } else {
        Some(remembered(from.letters()[holder.letter].word, holder.words.as_ref())?)
    };
    Some(Holder { letter, words, ..holder.clone() })
}

/// The letter of the other framework that says the same, or the one that comes nearest.
fn nearest(from: Framework, letter: usize) -> (usize, bool) {
    match (from, letter) {
        // Who recommends leads to the decision.
        (Framework::Rapid, 0) => (0, true),
        // Who must agree, and who performs, has no letter of its own in DACI.
        (Framework::Rapid, 1) => (2, false),
        (Framework::Rapid, 2) => (3, false),
        (Framework::Rapid, _) => (2, true),
        (_, 0) => (0, true),
        (_, 2) => (3, true),
        // Who is told has no letter of its own in RAPID.
        (_, _) => (3, false),
    }
}

/// The word of a letter that has no counterpart, in front of the words of its own.
fn remembered(word: &str, words: Option<&Title>) -> Option<Title> {
    let both = words.map_or_else(|| word.to_owned(), |it| format!("{word}: {it}"));
    Title::new(&both).or_else(|_| Title::new(word)).ok()
}

/// The letter whose word a right remembers from when it was said in the framework that it goes back to.
fn recalled(from: Framework, to: Framework, holder: &Holder) -> Option<(usize, Option<Title>)> {
    let words = holder.words.as_ref()?.as_str();
    to.letters().iter().enumerate().find_map(|(index, letter)| {
        let rest = words.strip_prefix(letter.word)?;
        let own = match rest {
            "" => None,
            _ => Some(Title::new(rest.strip_prefix(": ")?).ok()?),
        };
        (!letter.decides && nearest(to, index) == (holder.letter, false) && from != to)
            .then_some((index, own))
    })
}

/// The roles that have a letter, each once.
pub(super) fn roles_with(rights: &Rights, letter: usize) -> Vec<RoleId> {
    let all = holders(rights);
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|it| it.letter == letter && seen.insert(it.role)).map(|it| it.role).collect()
}

#[cfg(test)]
mod tests {
    use opmap_model::{DaciLetter, Keyword, RapidLetter, Right, Rights, RoleId, Title};
    use uuid::Uuid;

    use super::{DACI, Framework, RAPID, given, holders, reworded, roles_with, translated};

    fn role(number: u128) -> RoleId {
        RoleId(Uuid::from_u128(number))
    }

    fn words(text: &str) -> Option<Title> {
        Title::new(text).ok()
    }

    /// Every letter held by two roles, one of them with a word of its own.
    fn full() -> [Rights; 2] {
        let right = |letter, number: usize| Right { letter, role: role(number as u128), words: None };
        let rapid = RapidLetter::ALL.iter().enumerate().flat_map(|(index, letter)| {
            [right(*letter, index), Right { words: words("Own word"), ..right(*letter, index + 10) }]
        });
        let right = |letter, number: usize| Right { letter, role: role(number as u128), words: None };
        let daci = DaciLetter::ALL.iter().enumerate().flat_map(|(index, letter)| {
            [right(*letter, index), Right { words: words("Own word"), ..right(*letter, index + 10) }]
        });
        [Rights::Rapid(rapid.collect()), Rights::Daci(daci.collect())]
    }

    #[test]
    fn columns_are_the_letters_of_the_model() {
        let rapid: Vec<&str> = RAPID.iter().map(|it| it.word).collect();
        assert_eq!(rapid, RapidLetter::ALL.iter().map(|it| it.label()).collect::<Vec<_>>());
        let daci: Vec<&str> = DACI.iter().map(|it| it.word).collect();
        assert_eq!(daci, DaciLetter::ALL.iter().map(|it| it.label()).collect::<Vec<_>>());
    }

    #[test]
    fn there_and_back_again_every_right_is_what_it_was() {
        for (rights, other) in full().into_iter().zip([Framework::Daci, Framework::Rapid]) {
            let there = translated(&rights, other);
            assert!(there.became.iter().all(|it| it.1.is_some()), "nothing is lost");
            assert_eq!(holders(&there.rights).len(), holders(&rights).len());
            assert_eq!(translated(&there.rights, Framework::of(&rights)).rights, rights);
        }
    }

    #[test]
    fn who_decides_decides_in_every_framework_and_what_has_no_place_is_told() {
        let [rapid, _] = full();
        let daci = translated(&rapid, Framework::Daci).rights;
        assert_eq!(daci.deciders(), rapid.deciders());
        let alone = translated(&rapid, Framework::Decider);
        assert_eq!(alone.rights, Rights::Decider(Some(rapid.deciders()[0])));
        assert_eq!(alone.became.iter().filter(|it| it.1.is_none()).count(), 9);
        let back = translated(&alone.rights, Framework::Daci).rights;
        assert_eq!(back.deciders(), alone.rights.deciders());
    }

    #[test]
    fn a_letter_is_given_to_roles_and_words_stay_with_those_who_keep_it() {
        let [rapid, _] = full();
        let agrees = 1;
        let changed = given(&rapid, agrees, &[role(11), role(77)]);
        assert_eq!(roles_with(&changed, agrees), [role(11), role(77)]);
        let kept =
            holders(&changed).into_iter().find(|it| it.role == role(11) && it.letter == agrees).unwrap();
        assert_eq!(kept.words, words("Own word"));
        let renamed = reworded(&changed, &kept, words("Signs"));
        assert!(holders(&renamed).iter().any(|it| it.words == words("Signs")));
        let alone = given(&Rights::Decider(Some(role(1))), 0, &[]);
        assert_eq!(alone, Rights::Decider(None));
    }
}
