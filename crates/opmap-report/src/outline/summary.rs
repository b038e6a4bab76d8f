//! The executive summary: what the workshop comes to, on one page that can be read alone (F12).

mod figures;
mod next;
mod title;
mod wanted;

use opmap_analysis::{Analysis, Flow, LeadTime, Roadmap, Shifts, is_out, kept, ranked, roadmap, shifts};
use opmap_model::{Document, Keyword, MapKey, State};

use super::frame::Frame;
use super::wording::{counted, dates, state_words};
use super::{Block, Figure, Reference, Section, anchor, references};

/// The most words on the page, its head and foot included (F12).
pub(super) const MOST_WORDS: usize = 350;
/// The most that is told of one kind: three to five findings, and no list is longer.
const MOST_POINTS: usize = 5;
/// The most characters of a sentence that is told here. A longer one is told where it belongs, and counted here.
const MOST_CHARACTERS: usize = 240;

/// What stands on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Why the workshop was held, what was mapped, and when.
    pub situation: String,
    /// The numbers that matter, at most four, each with the place where it is told in full.
    pub figures: Vec<(Figure, String)>,
    /// What was found, then which decisions are wanted.
    pub left: [Points; 2],
    /// What is recommended, then what happens in the next 30 days.
    pub right: [Points; 2],
}

/// A list of the summary, the weightiest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// What the list is of.
    pub heading: &'static str,
    /// What is told.
    pub points: Vec<Point>,
    /// How many more there are.
    pub more: usize,
    /// Where all of them are told; none where that is no single place.
    pub all: Option<Reference>,
    /// What is said where there is nothing to tell.
    pub nothing: &'static str,
}

/// What is said of what nobody has spoken about.
const NOT_DISCUSSED: &str = "Not discussed.";

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What stands before it: a code, a letter or a date.
    pub label: String,
    /// The place to which the label leads; none for one that stands for nothing else.
    pub anchor: Option<String>,
    /// The sentence.
    pub words: String,
    /// Who sees to it.
    pub owner: Option<String>,
    /// What it rests on, or is about.
    pub codes: Vec<Reference>,
}

/// The section. What was not discussed is said to be so.
pub(super) fn section(document: &Document, analysis: &Analysis, frame: &Frame) -> Section {
    let told = Told::of(document, analysis);
    let title = title::title(&told);
    let summary = Summary {
        situation: situation(document),
        figures: figures::figures(&told),
        left: [found(&told), wanted::points(&told)],
        right: [recommended(&told), next::points(&told)],
    };
    let around = words(&title) + words_of_frame(frame);
    Section {
        level: 1,
        upright: false,
        anchor: anchor::SUMMARY.to_owned(),
        name: "Executive summary".to_owned(),
        about: None,
        title,
        blocks: vec![Block::Summary(Box::new(summary.within(MOST_WORDS.saturating_sub(around))))],
    }
}

/// What the parts of the summary are told from.
struct Told<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    /// The map that the large numbers are about: the first as lived, else the first.
    flow: Option<&'a Flow>,
    shifts: Shifts,
    roadmap: Roadmap,
}

impl<'a> Told<'a> {
    fn of(document: &'a Document, analysis: &'a Analysis) -> Self {
        let lived = analysis.flows.iter().find(|it| it.map.state == State::AsLived);
        let flow = lived.or(analysis.flows.first());
        Self { document, analysis, flow, shifts: shifts(document), roadmap: roadmap(document) }
    }

    /// How long the map takes that the large numbers are about.
    fn lead_time(&self) -> Option<&'a LeadTime> {
        self.analysis.lead_time(self.flow?.map)
    }

    /// How long the same journey takes in the map to be; none where too few steps of either have a time to compare them,
    /// or the numbers are about another map than the one as lived.
    fn lead_time_to_be(&self) -> Option<&'a LeadTime> {
        let lived = self.flow.filter(|it| it.map.state == State::AsLived)?;
        let wanted = self.analysis.lead_time(MapKey { state: State::ToBe, ..lived.map })?;
        (self.lead_time()?.is_mostly_timed() && wanted.is_mostly_timed()).then_some(wanted)
    }
}

impl Summary {
    /// How many words it has.
    pub(super) fn words(&self) -> usize {
        let page = words("page 60");
        let figures = self.figures.iter().map(|(it, _)| words(&it.value) + words(&it.words) + page);
        let lists = self.left.iter().chain(&self.right).map(Points::words);
        words(&self.situation) + figures.sum::<usize>() + lists.sum::<usize>()
    }

    /// The same in at most so many words, as far as leaving out points can do that.
    fn within(mut self, most: usize) -> Self {
        while self.words() > most {
            let [found, wanted] = &mut self.left;
            let [recommended, next] = &mut self.right;
            if !drop_least(&mut [found, wanted, recommended, next]) {
                break;
            }
        }
        self
    }
}

impl Points {
    /// What the list says below its points; none where it tells everything.
    pub(crate) fn rest(&self) -> Option<String> {
        match (self.points.len(), self.more) {
            (0, 0) => Some(self.nothing.to_owned()),
            (_, 0) => None,
            (0, more) => Some(format!("{more} in all.")),
            (_, more) => Some(format!("{more} more.")),
        }
    }

    /// The place where all is told, where the list itself does not tell everything.
    pub(crate) fn place_of_rest(&self) -> Option<&Reference> {
        self.all.as_ref().filter(|_| self.more > 0)
    }

    /// The first points of a list, as many as are told here.
    fn first(heading: &'static str, all: Option<Reference>, points: Vec<Point>) -> Self {
        let whole = points.len();
        let short = points.into_iter().filter(|it| it.words.chars().count() <= MOST_CHARACTERS);
        let points: Vec<Point> = short.take(MOST_POINTS).collect();
        Self { heading, more: whole - points.len(), points, all, nothing: NOT_DISCUSSED }
    }

    fn words(&self) -> usize {
        let point = |it: &Point| {
            let codes: usize = it.codes.iter().map(|it| words(&it.words)).sum();
            words(&it.label) + words(&it.words) + it.owner.as_deref().map_or(0, words) + codes
        };
        let rest = self.rest().as_deref().map_or(0, words);
        let rest = rest + self.place_of_rest().map_or(0, |it| words(&it.words));
        words(self.heading) + self.points.iter().map(point).sum::<usize>() + rest
    }
}

/// Leaves out the least of what is told: the last point of the longest list, of equally long ones that of the last.
/// Says whether there was one.
pub(crate) fn drop_least(lists: &mut [&mut Points]) -> bool {
    let longest = lists.iter_mut().max_by_key(|it| it.points.len());
    longest.is_some_and(|it| {
        let dropped = it.points.pop().is_some();
        it.more += usize::from(dropped);
        dropped
    })
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The running head, the foot and the number of the page, as printed around the page.
pub(super) fn words_of_frame(frame: &Frame) -> usize {
    let parts = [
        frame.client.as_deref(),
        Some(&frame.workshop),
        frame.confidentiality.as_deref(),
        Some(&frame.issue),
    ];
    let around: usize = parts.into_iter().flatten().map(words).sum();
    around + words("Executive summary Page 3 of 60")
}

/// When the workshop was held, on which journeys, and the first sentence of its purpose.
fn situation(document: &Document) -> String {
    let workshop = document.workshop();
    let when = workshop.date.map_or_else(String::new, |date| format!(" of {}", dates(document)(date)));
    let purpose = workshop.purpose.as_ref().map_or_else(
        || "Its purpose was not discussed.".to_owned(),
        |it| first_sentence(it.as_str()).unwrap_or_default(),
    );
    format!("The workshop{when} {}. {purpose}", mapped(document)).trim_end().to_owned()
}

/// Which journeys were mapped, and in which states where it is one.
fn mapped(document: &Document) -> String {
    let journeys = document.journeys_in_order();
    let states = |id| {
        let keys =
            State::ALL.iter().filter(|state| !document.map_is_empty(MapKey { journey: id, state: **state }));
        keys.map(|it| state_words(*it)).collect::<Vec<_>>()
    };
    match journeys.as_slice() {
        [] => "mapped no journey".to_owned(),
        [(id, journey)] => match states(*id).as_slice() {
            [] => format!("named the journey “{}” and has not mapped it", journey.title),
            [only] => format!("mapped the journey “{}” {only}", journey.title),
            [rest @ .., last] => {
                format!("mapped the journey “{}” {} and {last}", journey.title, rest.join(", "))
            }
        },
        several => format!("mapped {}", counted(several.len(), "journey")),
    }
}

/// The first sentence of a text; none where it is too long for the page.
fn first_sentence(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut ends = line.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let end = ends.find(|end| line[*end..].starts_with(' ')).unwrap_or(line.len());
    (line[..end].chars().count() <= MOST_CHARACTERS).then(|| line[..end].to_owned())
}

fn found(told: &Told<'_>) -> Points {
    let all = Reference { words: "Findings".to_owned(), anchor: anchor::FINDINGS.to_owned() };
    let point = |it: opmap_analysis::Kept<'_>| Point {
        label: it.finding.code(),
        anchor: Some(anchor::finding(it.id)),
        words: it.sentence,
        owner: None,
        codes: references::evidence(told.document, &it.finding.evidence),
    };
    Points::first(
        "What we found",
        Some(all),
        kept(told.document, told.analysis).into_iter().map(point).collect(),
    )
}

/// The best first; what is parked or dropped is no recommendation of the day.
fn recommended(told: &Told<'_>) -> Points {
    let document = told.document;
    let all = Reference { words: "Recommendations".to_owned(), anchor: anchor::RECOMMENDATIONS.to_owned() };
    let list = ranked(document).into_iter().filter_map(|it| Some((it.id, document.get(it.id)?)));
    let point = |(id, it): (_, &opmap_model::Recommendation)| Point {
        label: it.code(),
        anchor: Some(anchor::recommendation(id)),
        words: it.title.to_string(),
        owner: Some(
            it.owner
                .and_then(|id| document.get(id))
                .map_or("no owner yet".to_owned(), |it| it.title.to_string()),
        ),
        codes: Vec::new(),
    };
    Points::first(
        "What we recommend, in this order",
        Some(all),
        list.filter(|(_, it)| !is_out(it)).map(point).collect(),
    )
}
