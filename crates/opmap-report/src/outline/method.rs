//! Who took part, and how it was done: so that a reader can judge what the numbers are worth.

use opmap_analysis::{Analysis, shifts, voices};
use opmap_model::{Document, EvidenceGrade, Keyword, Participant, Perspective, Shift, Threshold};

use super::wording::{agree, counted, percent, sentence, share};
use super::{Block, Cell, Row, Section, Table, anchor};

/// The sections: who was there, and by which rules it was worked.
pub(super) fn sections(document: &Document, analysis: &Analysis) -> Vec<Section> {
    vec![participants(document), method(document, analysis)]
}

fn section(anchor: &str, name: &str, title: String, blocks: Vec<Block>) -> Section {
    Section {
        level: 2,
        upright: false,
        anchor: anchor.to_owned(),
        name: name.to_owned(),
        about: None,
        title,
        blocks,
    }
}

fn participants(document: &Document) -> Section {
    let there = document.participants_in_order();
    if there.is_empty() {
        let words = "Who took part was not discussed";
        let blocks = vec![Block::Note(format!("{words}."))];
        return section(anchor::PARTICIPANTS, "Participants", words.to_owned(), blocks);
    }
    let row = |it: &Participant| {
        Row::new([
            Cell::Strong(it.title.to_string()),
            Cell::optional(it.position.as_ref()),
            Cell::optional(it.perspective.map(Keyword::label)),
            Cell::Text(if it.is_frontline_voice() { "yes" } else { "no" }.to_owned()),
        ])
    };
    let columns = [("Who", 3.0), ("Position", 3.0), ("Perspective", 2.0), ("Speaks for the front line", 2.0)];
    let rows = there.iter().map(|(_, it)| row(it)).collect();
    let blocks =
        vec![Block::Table(Table::of_records(&columns, rows).dense()), Block::Note(perspectives(&there))];
    section(anchor::PARTICIPANTS, "Participants", voices_in_words(document), blocks)
}

/// How many spoke for the front line.
fn voices_in_words(document: &Document) -> String {
    let voices = voices(document);
    let permille = u32::try_from(voices.frontline * 1_000 / voices.all.max(1)).unwrap_or(0);
    let verb = agree(voices.frontline, "speaks", "speak");
    let people = share(voices.frontline, voices.all, "participant");
    sentence(&format!("{people} {verb} for the front line, {}", percent(permille)))
}

/// How many came from each perspective.
fn perspectives(there: &[(opmap_model::ParticipantId, &Participant)]) -> String {
    let count = |of: Option<Perspective>| there.iter().filter(|(_, it)| it.perspective == of).count();
    let known = Perspective::ALL.iter().map(|it| (count(Some(*it)), it.label().to_lowercase()));
    let told = known.chain([(count(None), "perspective not set".to_owned())]).filter(|it| it.0 > 0);
    let told: Vec<String> = told.map(|(count, words)| format!("{count} {words}")).collect();
    format!("By perspective: {}.", told.join(", "))
}

fn method(document: &Document, analysis: &Analysis) -> Section {
    let mut blocks = Vec::new();
    let rounds = rounds(document);
    if !rounds.is_empty() {
        let columns = [("Shift", 3.0), ("Rounds", 0.8), ("How the room was asked", 3.4), ("Answered", 1.0)];
        blocks.push(Block::Heading("How the shifts were scored".to_owned()));
        blocks.push(Block::Table(Table::of_records(&columns, rounds).dense()));
    }
    if !document.evidence().is_empty() {
        blocks.push(Block::Heading("How well claims are known".to_owned()));
        blocks.push(Block::Table(grades(document)));
    }
    blocks.push(Block::Heading("From where on the checks speak up".to_owned()));
    blocks.push(Block::Table(limits(document)));
    blocks.push(Block::Note(limits_of_checks(analysis)));
    let scored = shifts(document).each.iter().filter(|it| it.now.is_some()).count();
    let own = match document.workshop().thresholds.iter().count() {
        0 => "the checks went by their usual limits".to_owned(),
        own => format!("{} of the checks {} set anew", counted(own, "limit"), agree(own, "was", "were")),
    };
    let title = format!(
        "{} {} scored; {own}",
        share(scored, Shift::ALL.len(), "shift"),
        agree(scored, "was", "were")
    );
    section(anchor::METHOD, "Method", sentence(&title), blocks)
}

/// What was asked in each round that is revealed. Answers of an open round stay sealed.
fn rounds(document: &Document) -> Vec<Row> {
    let row = |shift: &Shift| {
        let revealed: Vec<_> = document
            .rounds_of(*shift)
            .into_iter()
            .filter_map(|(_, it)| it.answers().map(|of| (it, of)))
            .collect();
        let how = revealed.iter().zip(1..).map(|((_, answers), number)| {
            let method = answers.method().to_lowercase();
            if revealed.len() > 1 { format!("{number}. {method}") } else { method }
        });
        let answered = revealed.iter().map(|(round, _)| round.answered().to_string());
        (!revealed.is_empty()).then(|| {
            Row::new([
                Cell::Strong(format!("{} {}", shift.number(), document.assessment(*shift).name())),
                Cell::number(revealed.len()),
                Cell::Text(sentence(&how.collect::<Vec<_>>().join("; "))),
                Cell::Text(answered.collect::<Vec<_>>().join(", ")),
            ])
        })
    };
    Shift::ALL.iter().filter_map(row).collect()
}

/// What each grade means, and of how much evidence it holds.
fn grades(document: &Document) -> Table {
    let told: Vec<_> = document.evidence().values().filter(|it| !it.internal).collect();
    let row = |grade: &EvidenceGrade| {
        let count = told.iter().filter(|it| it.grade == Some(*grade)).count();
        Row::new([
            Cell::Strong(grade.label().to_owned()),
            Cell::Text(meaning(*grade).to_owned()),
            Cell::number(count),
        ])
    };
    let columns = [("Known by", 1.4), ("What that means", 4.6), ("Pieces of evidence", 1.4)];
    Table::of_records(&columns, EvidenceGrade::ALL.iter().map(row).collect()).dense()
}

fn meaning(grade: EvidenceGrade) -> &'static str {
    match grade {
        EvidenceGrade::Data => "It was measured.",
        EvidenceGrade::Observed => "Someone who looked has seen it.",
        EvidenceGrade::Reported => "Someone has told it.",
        EvidenceGrade::Assumed => "It is thought to be so.",
    }
}

/// Every limit with its rule, those of the workshop beside the usual ones.
fn limits(document: &Document) -> Table {
    let thresholds = &document.workshop().thresholds;
    let number = |it: Threshold, number: u32| {
        if it.is_share() { format!("{number}\u{2009}%") } else { number.to_string() }
    };
    let row = |it: &Threshold| {
        let (here, usual) = (thresholds.of(*it), it.usual());
        Row::new([
            Cell::Strong(it.label().to_owned()),
            Cell::Quiet(it.rule().to_owned()),
            if here == usual { Cell::Text(number(*it, here)) } else { Cell::Strong(number(*it, here)) },
            Cell::Quiet(number(*it, usual)),
        ])
    };
    let columns = [("Limit", 4.4), ("Rule", 0.8), ("In this workshop", 1.2), ("Usually", 1.0)];
    Table::of_records(&columns, Threshold::ALL.iter().map(row).collect()).dense()
}

fn limits_of_checks(analysis: &Analysis) -> String {
    format!(
        "Checks read what was mapped and nothing else: what is not set is never counted as zero, and is no fault unless the \
         rule says so. They found {} in all; what was accepted is listed with its reason.",
        counted(analysis.findings.len(), "thing")
    )
}
