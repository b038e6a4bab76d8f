//! What is found, and in which order.

use opmap_model::{Document, Edit, Journey, MapKey, RecordId, State, StepField, Title, notation};
use uuid::Uuid;

use super::{Haystack, Part};

const WORKSHOP: &str = "
workshop \"W\"
role own \"Owner of repairs\" function=\"Service\"
channel phone \"Phone\"
journey j \"Repair\" owner=own
map j as-designed
stage s1 \"Notice\"
lane cu \"Customer\" kind=customer
lane di \"Dispatch\" kind=backstage role=own
step call \"Calls about the repair\" at=s1/cu channel=phone note=\"Störung, zweiter Anruf\"
step send \"Sends a technician\" at=s1/di
flow call -> send label=\"by phone\" trigger=\"A repair is wanted\"
map j as-lived
stage t1 \"Notice\"
lane cv \"Customer\" kind=customer
step call2 \"Calls about the repair again\" at=t1/cv
";

fn parse(text: &str) -> Document {
    let mut next = 0;
    notation::parse(text, &mut || {
        next += 1;
        Uuid::from_u128(next)
    })
    .unwrap()
}

fn of(document: &Document) -> Haystack {
    let mut haystack = Haystack::default();
    haystack.take_in(document);
    haystack
}

fn map(document: &Document, state: State) -> MapKey {
    MapKey { journey: document.journeys_in_order()[0].0, state }
}

/// The hits in words.
fn told(haystack: &Haystack, query: &str, first: Option<MapKey>) -> Vec<String> {
    let hits = haystack.find(query, first);
    hits.iter().map(|it| format!("{} {}: {}", it.record.table().label(), it.part.label(), it.text)).collect()
}

#[test]
fn every_part_is_searched() {
    let document = parse(WORKSHOP);
    let haystack = of(&document);
    let first = Some(map(&document, State::AsDesigned));
    assert_eq!(
        told(&haystack, "repair", first),
        [
            "lane role: Owner of repairs",
            "step name: Calls about the repair",
            "connector trigger: A repair is wanted",
            "journey name: Repair",
            "journey role: Owner of repairs",
            "step name: Calls about the repair again",
            "role name: Owner of repairs",
        ]
    );
    assert_eq!(
        told(&haystack, "phone", first),
        ["step channel: Phone", "connector name: by phone", "channel name: Phone"]
    );
    assert_eq!(told(&haystack, "service", first), ["role function: Service"]);
}

#[test]
fn every_option_of_what_could_be_wanted_is_searched() {
    let options = "map j to-be\nstage u1 \"Heron\"\nmap j option-b\nstage v1 \"Heron\"\n\
        map j option-c\nstage w1 \"Heron\"\n";
    let document = parse(&format!("{WORKSHOP}{options}"));
    let states = |first| -> Vec<_> {
        let haystack = of(&document);
        haystack.find("heron", first).iter().filter_map(|it| it.map).map(|it| it.state).collect()
    };
    assert_eq!(states(None), [State::ToBe, State::OptionB, State::OptionC]);
    let first = Some(map(&document, State::OptionB));
    assert_eq!(states(first), [State::OptionB, State::ToBe, State::OptionC]);
}

#[test]
fn what_is_said_of_lanes_and_of_automation_is_found() {
    let partner = "lane pa \"Fitters\" kind=partner rationale=\"One crew for all\" \
        contract=\"Paid for each line\" partner-criteria=\"Reaches every valley\"\n\
        step auto \"Book\" kind=automated at=t1/pa rule=\"Nearest van first\"\n";
    let haystack = of(&parse(&format!("{WORKSHOP}{partner}")));
    assert_eq!(told(&haystack, "crew", None), ["lane reason: One crew for all"]);
    assert_eq!(told(&haystack, "paid", None), ["lane contract: Paid for each line"]);
    assert_eq!(told(&haystack, "valley", None), ["lane criteria for partners: Reaches every valley"]);
    assert_eq!(told(&haystack, "nearest van", None), ["step rule: Nearest van first"]);
}

#[test]
fn channels_systems_and_personas_are_found_though_no_step_names_them() {
    let registers = "channel post \"Letters by heron\" kind=physical purpose=\"Contracts with a seal\"\n\
        it-system crm \"Heron CRM\" note=\"Bought for the sales team\"\n\
        persona ada \"Ada Heron\" segment=\"Small shops\" needs=\"A call before noon\" note=\"Seldom at home\"\n";
    let haystack = of(&parse(&format!("{WORKSHOP}{registers}")));
    assert_eq!(
        told(&haystack, "heron", None),
        ["channel name: Letters by heron", "system name: Heron CRM", "persona name: Ada Heron"]
    );
    assert_eq!(told(&haystack, "seal", None), ["channel purpose: Contracts with a seal"]);
    assert_eq!(told(&haystack, "sales team", None), ["system note: Bought for the sales team"]);
    assert_eq!(told(&haystack, "small shops", None), ["persona segment: Small shops"]);
    assert_eq!(told(&haystack, "noon", None), ["persona needs: A call before noon"]);
    assert_eq!(told(&haystack, "seldom", None), ["persona note: Seldom at home"]);
}

#[test]
fn words_are_found_in_any_order_without_case_and_accents() {
    let haystack = of(&parse(WORKSHOP));
    let found = |query| haystack.find(query, None).len();
    assert_eq!(found("anruf STORUNG"), 1);
    assert_eq!(found("störung   zweiter"), 1);
    assert_eq!(found("repair calls"), 2, "both words in one text");
    assert_eq!(found("technician phone"), 0, "words of two texts are no hit");
    assert_eq!((found(""), found("  \u{301} ")), (0, 0));
}

#[test]
fn what_is_on_the_screen_comes_first() {
    let document = parse(WORKSHOP);
    let haystack = of(&document);
    let lived = map(&document, State::AsLived);
    let hits = haystack.find("calls", Some(lived));
    let maps: Vec<_> = hits.iter().map(|it| it.map.map(|it| it.state)).collect();
    assert_eq!(maps, [Some(State::AsLived), Some(State::AsDesigned)]);
}

#[test]
fn what_an_edit_changes_is_found_anew_and_the_rest_stays() {
    let mut document = parse(WORKSHOP);
    let mut haystack = of(&document);
    let step = *document.steps().keys().next().unwrap();
    let title = Title::new("Rings the bell").unwrap();
    let journey = opmap_model::JourneyId(Uuid::from_u128(900));
    let edit = Edit::All(vec![
        Edit::SetSteps { ids: vec![step], field: StepField::Title(title) },
        Edit::AddJourney {
            id: journey,
            journey: Journey::new(Title::new("Bell again").unwrap()),
            before: None,
        },
    ]);
    document.apply(&edit.plan(&document).unwrap()).unwrap();
    haystack.take_in(&document);
    let found: Vec<_> = haystack.find("bell", None).iter().map(|it| (it.record, it.part)).collect();
    assert_eq!(found, [(RecordId::Step(step), Part::Title), (RecordId::Journey(journey), Part::Title)]);

    let gone = Edit::RemoveSteps { ids: vec![step] };
    document.apply(&gone.plan(&document).unwrap()).unwrap();
    haystack.take_in(&document);
    let told_anew = |query| told(&of(&document), query, None);
    for query in ["bell", "repair", "calls", "customer", "phone"] {
        assert_eq!(told(&haystack, query, None), told_anew(query), "{query}");
    }
}

#[test]
fn evidence_is_found_by_its_words_its_code_and_its_source_behind_everything_else() {
    let evidence = "evidence E7 \"Nobody calls about the repair.\" source=\"Advisor, evening shift\"\n";
    let haystack = of(&parse(&format!("{WORKSHOP}{evidence}")));
    let found = told(&haystack, "calls about the repair", None);
    assert_eq!(found.last().unwrap(), "piece of evidence evidence: E7 Nobody calls about the repair.");
    assert_eq!(told(&haystack, "e7", None).len(), 1);
    assert_eq!(told(&haystack, "evening", None), ["piece of evidence source: Advisor, evening shift"]);
}

#[test]
fn decisions_recommendations_and_the_logs_are_found() {
    let logs = "recommendation r \"One board\" rationale=\"Slots are guessed\"\n\
        choice \"Where the board hangs\" options=\"In the hall\\nNowhere\" reason=\"Everyone passes the hall\"\n\
        concern risk \"The board falls\" response=\"Two more nails\"\n\
        forum \"Board hour\" agenda=\"Slots of the week\"\n";
    let haystack = of(&parse(&format!("{WORKSHOP}{logs}decision \"Move the board\" stage=t1\n")));
    assert_eq!(
        told(&haystack, "board", None),
        [
            "decision name: Move the board",
            "recommendation name: R1 One board",
            "forum name: Board hour",
            "choice name: Where the board hangs",
            "concern name: The board falls",
        ]
    );
    assert_eq!(
        told(&haystack, "slots", None),
        ["recommendation reason: Slots are guessed", "forum agenda: Slots of the week"]
    );
    assert_eq!(
        told(&haystack, "hall", None),
        ["choice options: In the hall\nNowhere", "choice reason: Everyone passes the hall"]
    );
    assert_eq!(told(&haystack, "nails", None), ["concern response: Two more nails"]);
}
