//! What has become of recommendations since the last workshop.

use opmap_model::English;

use super::parse;
use crate::{action_words, follow_up};

#[test]
fn each_recommendation_says_what_has_become_of_it() {
    let document = parse(
        "workshop \"W\"\nrecommendation a \"A\" progress=done impact=5 effort=1\n\
         recommendation b \"B\" progress=dropped timing=wave1\nrecommendation c \"C\" progress=agreed timing=wave2 due=2026-07-03\n\
         recommendation d \"D\" timing=wave1\nrecommendation e \"E\"\nrecommendation f \"F\" progress=done measure=\"Visits: 30 to 20 %\"\n\
         earlier \"Older\" date=2024-06-18\nknown e progress=proposed\nearlier \"Last year\" date=2025-06-18\n\
         known a progress=agreed\nknown b timing=wave1\nknown c progress=agreed timing=wave1 due=2026-05-01\n\
         known d timing=wave1\nknown f progress=done measure=\"Visits\" adoption=\"Logins\"\n",
    );
    let found = follow_up(&document).unwrap();
    let told: Vec<String> = found
        .each
        .iter()
        .map(|it| {
            let then = it
                .then
                .as_ref()
                .map_or_else(|| "not there".to_owned(), |it| action_words(it, English::British));
            format!("{} {}; then {then}", document.get(it.id).unwrap().title, it.became.words())
        })
        .collect();
    assert_eq!(
        told,
        [
            "A done; then agreed",
            "C changed; then agreed, Wave 1, due 1 May 2026",
            "D as it was; then Wave 1",
            "E new; then not there",
            "F changed; then done, measured by “Visits”, used as seen by “Logins”",
            "B dropped; then Wave 1",
        ],
        "only the last workshop counts"
    );
    assert_eq!(found.source(English::British), "“Last year”, 18 June 2025");
    assert_eq!(found.in_words(), "1 done, 1 dropped, 2 changed, 1 new, 1 as it was");
    assert_eq!(action_words(&opmap_model::EarlierAction::default(), English::British), "nothing was set");
}

#[test]
fn nothing_is_followed_where_nothing_was_known() {
    assert_eq!(follow_up(&parse("workshop \"W\"\nrecommendation a \"A\"\n")), None);
    assert_eq!(follow_up(&parse("workshop \"W\"\nrecommendation a \"A\"\nearlier \"Last\" roles=2\n")), None);
}
