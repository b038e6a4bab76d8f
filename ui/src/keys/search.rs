//! Finding a command by the words that people have for it.

use opmap_model::folded;

use super::{Entry, Section, entries};

/// Words of a query that say nothing about the command.
const FILLERS: &[&str] = &["a", "an", "the", "my", "this", "that", "please", "of", "i", "want", "how", "do"];

/// The commands that answer to `query`, the best first; all of them in the order of the table when it is empty.
pub(crate) fn ranked(query: &str) -> Vec<(&'static Section, &'static Entry)> {
    let query = folded(query);
    if query.is_empty() {
        return entries().collect();
    }
    let mut found: Vec<_> =
        entries().filter_map(|it| Some((score(&query, it.1)?, it))).filter(|(score, _)| *score > 0).collect();
    // The sort is stable: equals stay in the order of the table.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, it)| it).collect()
}

/// How well a command answers to a folded query; none when a word of the query leads nowhere.
fn score(query: &str, entry: &Entry) -> Option<u32> {
    let title = folded(entry.words);
    let also = folded(entry.also);
    let phrases = || std::iter::once((title.as_str(), 100)).chain(also.split(", ").map(|it| (it, 80)));
    let whole = phrases().map(|(phrase, weight)| alike(query, phrase) * weight).max().unwrap_or(0);
    let mut sum = 0;
    for word in query.split([' ', ',']).filter(|it| !it.is_empty() && !FILLERS.contains(it)) {
        let best = |text: &str| text.split([' ', ',']).map(|it| nearness(word, it)).max().unwrap_or(0);
        sum += (best(&title) * 10).max(best(&also) * 7);
        if best(&title) == 0 && best(&also) == 0 {
            return None;
        }
    }
    // Of two commands that answer alike the one with fewer further words is meant.
    let further = u32::try_from(title.split(' ').count()).unwrap_or(0);
    Some((whole + sum).saturating_sub(further))
}

/// How much a whole phrase is like the query: 3 the same, 1 begins with it, else 0.
fn alike(query: &str, phrase: &str) -> u32 {
    match phrase.strip_prefix(query) {
        Some("") => 3,
        Some(_) => 1,
        None => 0,
    }
}

/// How near a typed word is to a word: 10 the same, 7 its beginning, 4 with one slip, 3 somewhere within, else 0.
fn nearness(typed: &str, word: &str) -> u32 {
    if typed == word {
        10
    } else if word.starts_with(typed) {
        7
    } else if typed.chars().count() >= 4 && is_one_slip(typed, word) {
        4
    } else if typed.chars().count() >= 3 && word.contains(typed) {
        3
    } else {
        0
    }
}

/// Whether one letter is missing, too many, wrong, or has changed places with its neighbour.
fn is_one_slip(typed: &str, word: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([_, rest_a @ ..], [_, rest_b @ ..]) if rest_a == rest_b || rest_a == b || a == rest_b => true,
        ([x, y, rest_a @ ..], [v, w, rest_b @ ..]) => x == w && y == v && rest_a == rest_b,
        ([], [_]) | ([_], []) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use opmap_analysis::Overlay;
    use opmap_model::{ConnectorKind, State};

    use super::{is_one_slip, ranked};
    use crate::actions::Segment;
    use crate::frame::Station;
    use crate::keys::{Command, OnActions, OnResult, OnShifts, Way, entries};
    use crate::map::End;
    use crate::shifts::{LookedAt, Method, Way as Asking};
    use crate::theme::Theme;

    #[test]
    fn the_first_answer_to_a_plain_word_is_the_right_one() {
        let queries = [
            ("zoom out", Command::ZoomOut),
            ("bigger", Command::ZoomIn),
            ("fit", Command::ZoomFit),
            ("whole map", Command::ZoomFit),
            ("actual size", Command::ZoomActual),
            ("next difference", Command::NextFinding),
            ("previous change", Command::PreviousFinding),
            ("undo", Command::Undo),
            ("take back", Command::Undo),
            ("new step", Command::AddStep),
            ("make a lane", Command::AddLane),
            ("add stage", Command::AddStage),
            ("connect", Command::Connect),
            ("draw an arrow", Command::Connect),
            ("delete", Command::Delete),
            ("remove this step", Command::Delete),
            ("rename", Command::Rename),
            ("change the name", Command::Rename),
            ("select all", Command::SelectAll),
            ("as is", Command::Show(State::AsLived)),
            ("future state", Command::Show(State::ToBe)),
            ("what changed", Command::Compare),
            ("save", Command::SaveTime),
            ("backup", Command::SaveCopy),
            ("csv", Command::StepsFromFile),
            ("rehearsal", Command::Rehearse),
            ("template", Command::BeginFrom),
            ("keep the rehearsal", Command::KeepRehearsal),
            ("pdf", Command::ExportReport),
            ("dark mode", Command::Look(Theme::Dark)),
            ("charter", Command::GoTo(Station::Charter)),
            ("seven shifts", Command::GoTo(Station::Shifts)),
            ("maturity", Command::GoTo(Station::Shifts)),
            ("radar", Command::Shifts(OnShifts::Look(LookedAt::Result))),
            ("import answers", Command::Shifts(OnShifts::FromForm)),
            ("evidence register", Command::Actions(OnActions::Show(Segment::Evidence))),
            ("combine findings", Command::Actions(OnActions::Merge)),
            ("keep the finding", Command::Keep),
            ("which option is better", Command::Options),
            ("compare the personas", Command::Personas),
            ("counterpart", Command::Join),
            ("unlink", Command::Part),
            ("next shift", Command::Shifts(OnShifts::Next)),
            ("reveal", Command::Shifts(OnShifts::Reveal)),
            ("vote again", Command::Shifts(OnShifts::NextRound)),
            ("secret vote", Command::Shifts(OnShifts::EnterAnswer)),
            ("timer", Command::Shifts(OnShifts::Timer)),
            ("show of hands", Command::Shifts(OnShifts::Ask(Asking::Asked(Method::Hands)))),
            ("present", Command::TurnPresent),
            ("slideshow", Command::TurnPresent),
            ("since last time", Command::Result(OnResult::Compare)),
            ("heat table", Command::Result(OnResult::ByGroup)),
            ("reword a level", Command::Shifts(OnShifts::Words)),
            ("back to start", Command::Close),
            ("people in the room", Command::AddParticipants),
            ("lane above", Command::Move(Way::Up)),
            ("move to another lane", Command::MoveToLane),
            ("new journey", Command::AddJourney),
            ("another variant", Command::AddOption),
            ("empty the map", Command::ClearState),
            ("remove the journey", Command::DeleteJourney),
            ("put it between two steps", Command::PutOn),
            ("work goes back", Command::Kind(ConnectorKind::Rework)),
            ("redirect the connector", Command::Aim(End::To)),
            ("reorder steps", Command::Earlier),
            ("later in the cell", Command::Later),
            ("errors", Command::Integrity),
            ("next error", Command::NextFinding),
            ("help", Command::Shortcuts),
            ("role lens", Command::Filter),
            ("heatmap", Command::Overlay(Overlay::Friction)),
            ("longest wait", Command::Overlay(Overlay::Bottlenecks)),
            ("channel switches", Command::Overlay(Overlay::ChannelSwitches)),
            ("emotion curve", Command::Sentiments),
            ("raci on steps", Command::Roles),
            ("help desk", Command::Library),
            ("find", Command::Find),
            ("search", Command::Find),
            ("minimap", Command::Minimap),
            ("protect the map", Command::Lock),
            ("outline", Command::Outline),
            ("right click", Command::Menu),
            ("next panel", Command::NextRegion),
            ("conect", Command::Connect),
            ("delte", Command::Delete),
        ];
        let wrong: Vec<String> = queries
            .into_iter()
            .filter_map(|(query, command)| {
                let first = ranked(query).first().map(|(_, it)| (it.command, it.words));
                (first.map(|it| it.0) != Some(command)).then(|| format!("{query} → {first:?}"))
            })
            .collect();
        assert_eq!(wrong, Vec::<String>::new());
        assert!(queries.len() >= 20);
    }

    #[test]
    fn every_command_is_found_first_by_its_own_words() {
        for (_, entry) in entries() {
            assert_eq!(ranked(entry.words)[0].1.command, entry.command, "{}", entry.words);
        }
    }

    #[test]
    fn nonsense_finds_nothing_and_nothing_finds_everything() {
        assert!(ranked("qqq").is_empty());
        assert!(ranked("zoom qqq").is_empty(), "each word must lead somewhere");
        assert_eq!(ranked("  ").len(), entries().count());
    }

    #[test]
    fn one_slip_is_forgiven() {
        for typed in ["delte", "deelete", "dalete", "deleet", "delet", "deletee"] {
            assert!(is_one_slip(typed, "delete"), "{typed}");
        }
        for typed in ["detele", "dlte", "deleting"] {
            assert!(!is_one_slip(typed, "delete"), "{typed}");
        }
    }
}
