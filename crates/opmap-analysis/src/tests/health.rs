//! What the health check proposes, and how far its two sides are apart.

use opmap_model::{Rating, Shift, Side};

use super::parse;
use crate::{health, sides_apart};

fn rating(it: u8) -> Option<Rating> {
    Rating::new(it)
}

#[test]
fn the_lower_one_in_the_middle_is_proposed_for_each_side_and_for_both() {
    let document = parse(
        "workshop \"W\"\n\
         shift roles title=\"Clarity\" now=3\n\
         question roles \"A\" commercial=5 operational=2\n\
         question roles \"B\" commercial=4 operational=cant-say\n\
         question roles \"C\" operational=3\n\
         question roles \"D\"\n\
         question culture \"E\" commercial=cant-say\n",
    );
    let found = health(&document);
    let roles = &found[0];
    assert_eq!((roles.name.as_str(), roles.questions, roles.now), ("Clarity", 4, rating(3)));
    assert_eq!((roles.commercial.levels, roles.commercial.proposal), (2, rating(4)), "of 4 and 5");
    assert_eq!((roles.operational.levels, roles.operational.cant_say), (2, 1));
    assert_eq!(roles.side(Side::Operational).proposal, rating(2), "of 2 and 3");
    assert_eq!((roles.both.levels, roles.both.proposal), (4, rating(3)), "of 2, 3, 4 and 5");
    assert_eq!(roles.difference(), Some(2));
    let apart: Vec<_> =
        document.health_questions_of(Shift::Roles).iter().map(|(_, it)| sides_apart(it)).collect();
    assert_eq!(apart, [Some(3), None, None, None]);

    let culture = &found[6];
    assert!(culture.is_answered());
    assert_eq!((culture.both.proposal, culture.difference()), (None, None), "not set is no level");
    assert!(!found[1].is_answered());
    assert_eq!(found.len(), 7);
}
