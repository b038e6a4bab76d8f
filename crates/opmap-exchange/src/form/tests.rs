//! What forms say, what becomes of it, and that no text makes more of it than that.

use expect_test::{Expect, expect};
use opmap_model::generate::{Dice, Options, document};
use opmap_model::{Answer, Answers, Document, Keyword, Rating, Round, Shift, notation};
use proptest::prelude::*;

use super::{Form, FormError, Names, Taken, answer, read, taken};
use crate::rows::RowsError;

fn workshop(lines: &str) -> Document {
    let mut dice = Dice::new(7);
    notation::parse(&format!("workshop \"W\"\n{lines}"), &mut || dice.uuid()).unwrap()
}

fn form(text: &str) -> Form {
    read(text, &workshop("shift rhythm title=\"Beat of the week\"\n")).unwrap()
}

fn take(text: &str, document: &Document, names: Names) -> Taken {
    let mut dice = Dice::new(9);
    taken(&read(text, document).unwrap(), document, names, || dice.uuid())
}

/// The workshop after a form is taken over, as far as it speaks of the room and of rounds.
fn after(text: &str, before: &str, names: Names, expected: &Expect) {
    let mut document = workshop(before);
    let taken = take(text, &document, names);
    let edit = taken.edit.clone().expect("there is something to take");
    let change = edit.plan(&document).expect("what is offered is possible");
    let (label, old) = (edit.label(&document), document.clone());
    document.apply(&change).unwrap();
    assert_eq!(document.violations(), []);
    let told = notation::print(&document);
    let told: String =
        told.lines().filter(|it| !it.starts_with("workshop")).map(|it| format!("{it}\n")).collect();
    let left: String = taken.left_out.iter().map(|it| format!("! {}: {}\n", it.row, it.sentence)).collect();
    let refused: String =
        taken.refused.iter().map(|(shift, why)| format!("! {}: {why}\n", shift.key())).collect();
    expected.assert_eq(&format!("{label}\n{told}{left}{refused}"));
    document.apply(&change.inverted()).unwrap();
    assert_eq!(document, old, "one undo takes it back");
}

#[test]
fn columns_are_known_in_any_order_and_by_any_of_their_names() {
    let heads = [
        ("1;Channels;3 - Resource allocation;metrics;Shift 5;BEAT OF THE WEEK;“Culture & collaboration”", 7),
        ("Group\tName\tMarketing, sales and service", 1),
        ("How far are we? [Role and goal clarity],\"How far are we? [7. Culture and collaboration]\"", 2),
        ("sep=;\r\nName;Róles;Rhythm", 2),
    ];
    for (head, count) in heads {
        assert_eq!(form(&format!("{head}\n")).shifts.len(), count, "{head}");
    }
}

#[test]
fn cells_are_parted_as_the_first_row_says() {
    let expected = form("Name\tRoles\tCulture\nZoë; the first\t3\t?\n").rows;
    assert_eq!(expected.len(), 1);
    for text in [
        "\u{feff}Name;Roles;Culture\r\n\"Zoë; the first\";3;?\r\n",
        "Name,Roles,Culture\nZoë; the first,3,?",
        "\"Name\",\"Roles\",\"Culture\"\r\"Zoë;\nthe first\",\"3.0\",\"n/a\"\r",
    ] {
        assert_eq!(form(text).rows, expected, "{text:?}");
    }
}

#[test]
fn a_level_or_not_being_able_to_say_is_an_answer_and_nothing_else() {
    let level = |it| Some(Answer::Level(Rating::new(it).unwrap()));
    for (cell, expected) in [
        ("1", level(1)),
        ("5.0", level(5)),
        ("4,0", level(4)),
        ("3 – Defined", level(3)),
        ("2) repeatable", level(2)),
        ("?", Some(Answer::CantSay)),
        ("N/A", Some(Answer::CantSay)),
        ("Can’t say", Some(Answer::CantSay)),
        ("cant-say", Some(Answer::CantSay)),
    ] {
        assert_eq!(answer(cell), expected, "{cell}");
    }
    for cell in ["0", "6", "2.5", "33", "3 or 4", "3 – Measured", "three", "-1", "١", "🚀"] {
        assert_eq!(answer(cell), None, "{cell}");
    }
}

#[test]
fn what_is_not_understood_is_told_by_row() {
    let long = "x".repeat(300);
    let text = format!(
        "Time,Name,Group,Roles,Culture,,\n9:00,Anna,IT,7,2,,\n\n9:01,{long},customer,{long},,,\n9:02,Bo,,3,3,late,,more\n9:03,Cy,,,,,\n"
    );
    let found = form(&text);
    let told: String = found.left_out.iter().map(|it| format!("{}: {}\n", it.row, it.sentence)).collect();
    expect![[r#"
        1: The column “Time” is not taken.
        1: Column 6 has no name and is not taken.
        2: “IT” is no group; Management, Frontline, Customer and Consultant are.
        2: “7” on “Role and goal clarity” is no answer; 1 to 5 are, and ? for “can’t say”.
        4: No name: the text has 300 characters; 200 fit.
        4: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” on “Role and goal clarity” is no answer; 1 to 5 are, and ? for “can’t say”.
        4: There is no answer in it.
        5: What stands to the right of the named columns is not taken.
        6: There is no answer in it.
    "#]].assert_eq(&told);
    assert_eq!(found.rows.iter().map(|it| it.row).collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn what_is_no_form_is_refused_in_a_sentence() {
    let document = workshop("");
    let refused = |text: &str| read(text, &document).unwrap_err();
    assert_eq!(refused(" \n\t\n"), FormError::Rows(RowsError::Empty));
    assert_eq!(refused("Lane\tStep\nSales\tCalls"), FormError::NoShift);
    assert_eq!(refused("Name\nAnna"), FormError::NoShift);
    assert_eq!(
        refused("2;3;2\n1;1;1"),
        FormError::Twice("2".to_owned()),
        "numbers without a head are no head"
    );
    assert_eq!(refused("Roles,Culture\n".repeat(9_000).as_str()), FormError::Rows(RowsError::TooLarge));
}

const TWO: &str = "Name;Group;Roles;Culture\nanna;Management;3;4\nBo;customer;2;?\n;;5;\n";

#[test]
fn who_is_not_in_the_room_is_added_to_it() {
    after(
        TWO,
        "participant a \"Anna\" perspective=frontline\n",
        Names::Added,
        &expect![[r#"
        Take over answers
        participant pa1 "Anna" perspective=frontline
        participant pa2 "Bo" perspective=customer
        round roles imported
        answer pa1 3
        answer pa2 2
        unnamed 1 5
        round culture imported
        answer pa1 4
        answer pa2 cant-say
        ! 2: “Anna” stays in the group Frontline.
    "#]],
    );
}

#[test]
fn who_is_not_in_the_room_can_answer_without_a_name() {
    let before = "participant a \"Anna\"\nround rhythm blind revealed=yes\nunnamed 6 3\n";
    after(
        TWO,
        before,
        Names::KnownOnly,
        &expect![[r#"
        Take over answers
        participant pa1 "Anna" perspective=management
        round roles imported
        answer pa1 3
        unnamed 7 2 perspective=customer
        unnamed 8 5
        round rhythm blind revealed=yes
        unnamed 6 3
        round culture imported
        answer pa1 4
        unnamed 7 cant-say perspective=customer
    "#]],
    );
}

#[test]
fn without_names_nothing_leads_to_anyone() {
    after(
        TWO,
        "participant a \"Anna\"\n",
        Names::None,
        &expect![[r#"
        Take over answers
        participant pa1 "Anna"
        round roles imported
        unnamed 1 3 perspective=management
        unnamed 2 2 perspective=customer
        unnamed 3 5
        round culture imported
        unnamed 1 4 perspective=management
        unnamed 2 cant-say perspective=customer
    "#]],
    );
}

#[test]
fn who_answers_twice_is_taken_the_last_time_and_a_round_that_is_open_stays_alone() {
    let text = "Name\tRoles\tCulture\nAnna\t3\t4\n ANNA \t2\t\n";
    after(
        text,
        "round culture hands\nround roles blind revealed=yes\nunnamed 1 2\n",
        Names::Added,
        &expect![[r#"
            Take over answers
            participant pa1 "ANNA"
            round roles blind revealed=yes
            unnamed 1 2
            round roles imported
            answer pa1 2
            round culture hands
            ! 2: “Anna” answers again in row 3, which is what is taken.
        "#]],
    );
    let text = "Name\tCulture\nAnna\t4\n";
    let taken = take(text, &workshop("round culture hands\n"), Names::Added);
    assert_eq!((taken.edit, taken.refused.len()), (None, 1), "and nobody is added for nothing");
}

/// The answers of the rounds of a form, written in one of the ways of spreadsheets, with its columns turned.
fn written(people: &[[Option<Answer>; 7]], separator: char, turn: usize, named: bool) -> String {
    let quoted = |it: &str| format!("\"{}\"", it.replace('"', "\"\""));
    let mut heads: Vec<String> = Shift::ALL.iter().map(|it| quoted(it.label())).collect();
    heads.rotate_left(turn);
    let line = |name: String, mut cells: Vec<String>| {
        cells.insert(turn % 7, name);
        cells.join(&separator.to_string()) + "\r\n"
    };
    let row = |(index, answers): (usize, &[Option<Answer>; 7])| {
        let said = |it: &Option<Answer>| match it {
            None => String::new(),
            Some(Answer::CantSay) => "?".to_owned(),
            Some(Answer::Level(level)) => level.to_string(),
        };
        let mut cells: Vec<String> = answers.iter().map(said).collect();
        cells.rotate_left(turn);
        let name =
            if named { quoted(&format!("Guest \"{index}\", the {separator} one")) } else { String::new() };
        line(name, cells)
    };
    line("Name".to_owned(), heads) + &people.iter().enumerate().map(row).collect::<String>()
}

fn answers_of(document: &Document, shift: Shift) -> Vec<Answer> {
    let rounds = document.rounds_of(shift);
    let ballots = rounds.iter().filter_map(|(_, it): &(_, &Round)| it.sealed().ballots());
    let mut all: Vec<Answer> = ballots
        .flat_map(|it| it.named.values().copied().chain(it.unnamed.values().map(|it| it.answer)))
        .collect();
    all.sort_unstable();
    all
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    (0_u8..7).prop_map(|it| if it == 6 { Some(Answer::CantSay) } else { Rating::new(it).map(Answer::Level) })
}

proptest! {
    #[test]
    fn what_is_written_comes_back_as_it_was(
        people in prop::collection::vec(prop::array::uniform7(any_answer()), 1..12),
        separator in prop::sample::select(vec![',', ';', '\t']),
        turn in 0_usize..7,
        named in any::<bool>(),
        names in prop::sample::select(vec![Names::Added, Names::KnownOnly, Names::None]),
    ) {
        let mut document = workshop("");
        let taken = take(&written(&people, separator, turn, named), &document, names);
        if let Some(edit) = taken.edit {
            let change = edit.plan(&document).unwrap();
            document.apply(&change).unwrap();
        }
        for (index, shift) in Shift::ALL.iter().enumerate() {
            let mut given: Vec<Answer> = people.iter().filter_map(|it| it[index]).collect();
            given.sort_unstable();
            prop_assert_eq!(answers_of(&document, *shift), given);
            prop_assert!(document.rounds_of(*shift).iter().all(|(_, it)| !it.revealed), "they are sealed");
        }
        let silent = people.iter().filter(|it| it.iter().all(Option::is_none)).count();
        prop_assert_eq!(taken.left_out.len(), silent);
        prop_assert_eq!(taken.named + taken.unnamed + silent, people.len());
        prop_assert_eq!(document.participants().len(), if named && names == Names::Added { taken.named } else { 0 });
    }

    #[test]
    fn no_text_does_harm(
        head in "(Name|Roles|1|2|Culture|Group|x)([,;\t](Name|Roles|1|2|Culture|Group|x)){0,4}",
        body in "([0-9?\",;\t\r\n🚀x ]|Anna|n/a){0,60}",
        seed in 0_u64..4,
    ) {
        let document = document(&Options { steps: 2, lanes: 1, stages: 1, seed });
        for text in [format!("{head}\n{body}"), body] {
            if let Ok(form) = read(&text, &document) {
                for names in [Names::Added, Names::KnownOnly, Names::None] {
                    let mut dice = Dice::new(seed);
                    let taken = taken(&form, &document, names, || dice.uuid());
                    if let Some(edit) = taken.edit {
                        let change = edit.plan(&document).expect("what is offered is possible");
                        let mut after = document.clone();
                        after.apply(&change).unwrap();
                        prop_assert_eq!(after.violations(), vec![]);
                        let imported = |it: &&Round| matches!(it.sealed(), Answers::Imported(_)) && !it.revealed;
                        prop_assert!(after.rounds().values().any(|it| imported(&it)));
                    }
                }
            }
        }
    }

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = crate::rows::text_of(&bytes) {
            let _ = read(&text, &workshop(""));
        }
    }
}
