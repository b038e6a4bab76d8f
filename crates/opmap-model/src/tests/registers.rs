//! What edits of channels, systems, personas and cards do, and what is said of steps with them.

use expect_test::expect;
use uuid::Uuid;

use super::{check, numbered};
use crate::{
    Card, CardField, CardId, CardKind, Channel, ChannelField, ChannelId, ChannelKind, Document, Edit,
    ItSystemId, Journey, Keyword, MapKey, Pain, Performer, PersonaId, Sentiment, State, Step, StepField,
    StepId, Text, Title, notation,
};

/// One step that names a channel, two systems and a persona, and has two cards.
fn dressed() -> Document {
    let text = r#"
workshop "Repair"
channel phone "Phone" kind=assisted medium=phone
channel app "App" kind=digital medium=app
it-system crm "Customer records"
it-system desk "Ticket desk"
persona home "Family at home" segment="Homes"
journey repair "Repair a fault" persona=home
map repair as-lived
stage contact "Contact" phase=post-sale
lane customer "Customer" kind=customer
lane centre "Contact centre" kind=frontstage performer=person
step call "Calls support" at=contact/customer channel=phone other-channels=app systems=crm,desk personas=home
step answer "Answers" at=contact/centre kind=automated
pain-point call "Waits too long" pain=severe
quote call "Nobody answers." evidence=reported
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

fn id_of<I: crate::RecordKey>(document: &Document, is_it: impl Fn(&I::Record) -> bool) -> I {
    use crate::Record;
    *I::Record::table(document).iter().find(|(_, it)| is_it(it)).unwrap().0
}

fn call(document: &Document) -> StepId {
    id_of(document, |it: &Step| it.title.as_str() == "Calls support")
}

fn set(document: &Document, field: StepField) -> Document {
    let mut after = document.clone();
    after.apply(&Edit::SetSteps { ids: vec![call(document)], field }.plan(document).unwrap()).unwrap();
    after
}

#[test]
fn a_channel_is_added_set_and_removed_and_steps_forget_it() {
    let d = dressed();
    let id = ChannelId(Uuid::from_u128(900));
    let channel = Channel::new(Title::new("Shop").unwrap(), ChannelKind::Physical);
    check(
        &d,
        &Edit::AddChannel { id, channel, before: None },
        expect![[r#"
        + channel "Shop"
    "#]],
    );
    let phone: ChannelId = id_of(&d, |it: &Channel| it.title.as_str() == "Phone");
    let field = ChannelField::Title(Title::new("Hotline").unwrap());
    check(
        &d,
        &Edit::SetChannel { id: phone, field },
        expect![[r#"
        ~ channel "Phone" => "Hotline"
    "#]],
    );
    check(
        &d,
        &Edit::RemoveChannel { id: phone },
        expect![[r#"
        - channel "Phone"
        ~ step "Calls support" in Contact of Customer
    "#]],
    );
    let app: ChannelId = id_of(&d, |it: &Channel| it.title.as_str() == "App");
    let mut after = d.clone();
    after.apply(&Edit::RemoveChannel { id: app }.plan(&d).unwrap()).unwrap();
    let step = after.get(call(&d)).unwrap();
    assert_eq!(step.channel, Some(phone), "the other channel stays");
    assert!(step.other_channels.is_empty());
    check(
        &after,
        &Edit::RemoveChannel { id: app },
        expect![[r#"
        refused: That channel is no longer there.
    "#]],
    );
}

#[test]
fn a_system_and_a_persona_leave_what_names_them() {
    let d = dressed();
    let crm: ItSystemId = id_of(&d, |it: &crate::ItSystem| it.title.as_str() == "Customer records");
    let mut after = d.clone();
    after.apply(&Edit::RemoveItSystem { id: crm }.plan(&d).unwrap()).unwrap();
    assert_eq!(after.get(call(&d)).unwrap().systems.len(), 1);
    let home: PersonaId = *d.personas().keys().next().unwrap();
    check(
        &d,
        &Edit::RemovePersona { id: home },
        expect![[r#"
        - persona "Family at home"
        ~ journey "Repair a fault"
        ~ step "Calls support" in Contact of Customer
    "#]],
    );
}

#[test]
fn the_primary_channel_is_never_a_further_one_too() {
    let d = dressed();
    let app: ChannelId = id_of(&d, |it: &Channel| it.title.as_str() == "App");
    let phone: ChannelId = id_of(&d, |it: &Channel| it.title.as_str() == "Phone");
    let after = set(&d, StepField::Channel(Some(app)));
    let step = after.get(call(&d)).unwrap();
    assert_eq!((step.channel, step.other_channels.len()), (Some(app), 0));
    let after = set(&after, StepField::OtherChannel(app, true));
    assert!(after.get(call(&d)).unwrap().other_channels.is_empty(), "it is the primary one already");
    let after = set(&after, StepField::OtherChannel(phone, true));
    assert_eq!(after.get(call(&d)).unwrap().channels().collect::<Vec<_>>(), [app, phone]);
}

#[test]
fn a_step_names_only_what_is_there() {
    let d = dressed();
    let gone = Uuid::from_u128(900);
    for field in [
        StepField::Channel(Some(ChannelId(gone))),
        StepField::OtherChannel(ChannelId(gone), true),
        StepField::System(ItSystemId(gone), true),
        StepField::Persona(PersonaId(gone), true),
    ] {
        let edit = Edit::SetSteps { ids: vec![call(&d)], field };
        assert!(edit.plan(&d).is_err(), "{edit:?}");
    }
    // Taking out what is not in does nothing.
    let edit = Edit::SetSteps { ids: vec![call(&d)], field: StepField::System(ItSystemId(gone), false) };
    assert!(edit.plan(&d).unwrap().is_empty());
}

#[test]
fn cards_belong_to_their_step() {
    let d = dressed();
    let cards = d.cards_of_step(call(&d));
    assert_eq!(
        cards.iter().map(|(_, it)| it.kind).collect::<Vec<_>>(),
        [CardKind::PainPoint, CardKind::Quote]
    );
    let (pain, quote) = (cards[0].0, cards[1].0);
    let text = Text::new("Seen twice.").unwrap();
    let card = Card::new(call(&d), CardKind::Observation, text);
    check(
        &d,
        &Edit::AddCard { id: CardId(Uuid::from_u128(900)), card, before: Some(quote) },
        expect![[r#"
        + card "Seen twice." on "Calls support"
    "#]],
    );
    let edit = Edit::SetCard { id: pain, field: CardField::Pain(Some(Pain::Minor)) };
    check(
        &d,
        &edit,
        expect![[r#"
        ~ card "Waits too long" on "Calls support"
    "#]],
    );
    check(
        &d,
        &Edit::RemoveSteps { ids: vec![call(&d)] },
        expect![[r#"
        - step "Calls support" in Contact of Customer
        - card "Waits too long" on "Calls support"
        - card "Nobody answers." on "Calls support"
    "#]],
    );
}

#[test]
fn an_option_becomes_what_is_wanted() {
    let d = dressed();
    let journey = id_of(&d, |_: &Journey| true);
    let edit = Edit::ExchangeStates { journey, one: State::AsLived, other: State::OptionB };
    let change = edit.plan(&d).unwrap();
    let mut after = d.clone();
    after.apply(&change).unwrap();
    assert!(after.map_is_empty(MapKey { journey, state: State::AsLived }));
    let view = after.map_view(MapKey { journey, state: State::OptionB });
    assert_eq!((view.stages.len(), view.lanes.len(), view.steps.len()), (1, 2, 2));
    assert_eq!(edit.label(&d), "Exchange as lived and option b");
    after.apply(&change.inverted()).unwrap();
    assert_eq!(after, d);
}

#[test]
fn who_performs_a_step_is_said_by_the_step_its_kind_or_its_lane() {
    let d = dressed();
    let performer = |document: &Document, title: &str| {
        let step = document.steps().values().find(|it| it.title.as_str() == title).unwrap();
        document.performer(step)
    };
    assert_eq!(performer(&d, "Answers"), Some(Performer::System), "it is automated");
    assert_eq!(performer(&d, "Calls support"), None, "nobody has said");
    let after = set(&d, StepField::Performer(Some(Performer::Partner)));
    assert_eq!(performer(&after, "Calls support"), Some(Performer::Partner));
}

#[test]
fn a_sentiment_that_is_not_set_is_not_zero() {
    let d = dressed();
    assert_eq!(d.get(call(&d)).unwrap().sentiment, None);
    let zero = set(&d, StepField::Sentiment(Sentiment::new(0)));
    assert_ne!(zero, d);
    assert!(State::ALL.contains(&State::OptionC));
}
