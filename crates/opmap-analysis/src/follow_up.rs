//! What has become of the recommendations since the last workshop.

use chrono::NaiveDate;
use opmap_model::{Document, EarlierAction, English, Keyword, Progress, RecommendationId, Title};

use crate::ranked;
use crate::shifts::source;

/// What has become of the recommendations since the last of the earlier workshops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// What that workshop was called.
    pub workshop: Title,
    /// The day it was held, if that was said.
    pub on: Option<NaiveDate>,
    /// Each recommendation of today, the best first.
    pub each: Vec<Followed>,
}

/// A recommendation, today and then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The recommendation.
    pub id: RecommendationId,
    /// What was said of it then; none where it was not there.
    pub then: Option<EarlierAction>,
    /// What has become of it.
    pub became: Became,
}

/// What has become of a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// It is done, and was not then.
    Done,
    /// It was dropped since.
    Dropped,
    /// Its progress, its wave, its due date or what is measured of it is another.
    Changed,
    /// It was not there then.
    New,
    /// All of that is as it was.
    Same,
}

impl Became {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Done, Self::Dropped, Self::Changed, Self::New, Self::Same];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Same => "as it was",
        }
    }
}

/// What has become of the recommendations since the last of the earlier workshops; none where none is known, or it knew no
/// recommendation that is still there.
#[must_use]
pub fn follow_up(document: &Document) -> Option<FollowUp> {
    let last = document.last_workshop().filter(|it| !it.actions.is_empty())?;
    let each = ranked(document).into_iter().filter_map(|it| followed(document, it.id)).collect();
    Some(FollowUp { workshop: last.title.clone(), on: last.date, each })
}

/// What has become of one recommendation since the last of the earlier workshops; none where that knew none, or it is not
/// there.
#[must_use]
pub fn followed(document: &Document, id: RecommendationId) -> Option<Followed> {
    let last = document.last_workshop().filter(|it| !it.actions.is_empty())?;
    let (it, then) = (document.get(id)?, last.actions.get(&id));
    let now = EarlierAction::of(it);
    let became = match then {
        None => Became::New,
        Some(then) if *then == now => Became::Same,
        Some(then) if then.progress == now.progress => Became::Changed,
        Some(_) => match now.progress {
            Some(Progress::Done) => Became::Done,
            Some(Progress::Dropped) => Became::Dropped,
            _ => Became::Changed,
        },
    };
    Some(Followed { id, then: then.cloned(), became })
}

impl FollowUp {
    /// Which workshop that was: `“Halden Broadband”, 18 June 2025`.
    #[must_use]
    pub fn source(&self, english: English) -> String {
        source(&self.workshop, self.on, english)
    }

    /// How many of them have become that.
    #[must_use]
    pub fn count(&self, became: Became) -> usize {
        self.each.iter().filter(|it| it.became == became).count()
    }

    /// How many each: `2 done, 1 changed, 4 as it was`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let told = Became::ALL.into_iter().map(|it| (self.count(it), it.words())).filter(|it| it.0 > 0);
        told.map(|(count, words)| format!("{count} {words}")).collect::<Vec<_>>().join(", ")
    }
}

/// What was said of a recommendation, in a few words: `agreed, Wave 1, due 3 July 2026, measured by “Repeat visits”`.
#[must_use]
pub fn action_words(action: &EarlierAction, english: English) -> String {
    let progress = action.progress.map(|it| it.label().to_lowercase());
    let timing = action.timing.map(|it| it.label().to_owned());
    let due = action.due.map(|it| format!("due {}", english.day(it)));
    let measures = [("measured by", &action.measure), ("used as seen by", &action.adoption)];
    let measures = measures.into_iter().filter_map(|(how, it)| Some(format!("{how} “{}”", it.as_ref()?)));
    let said: Vec<String> = [progress, timing, due].into_iter().flatten().chain(measures).collect();
    if said.is_empty() { "nothing was set".to_owned() } else { said.join(", ") }
}
