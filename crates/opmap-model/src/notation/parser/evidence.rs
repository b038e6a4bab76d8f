//! Lines about evidence.

use uuid::Uuid;

use super::values::{keyword, title, unknown, yes};
use super::{Parser, Rest, Word, fill};
use crate::code::{Coded, number_in};
use crate::{Change, Evidence, EvidenceId, EvidenceKind, KeptFinding, RecordId, Swap};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    /// `evidence E4 "What it says" kind=quote grade=reported shifts=roles,rhythm`.
    pub(super) fn evidence(&mut self, rest: &mut Rest) -> Result<(), String> {
        let code = rest.bare("a code")?;
        let mut evidence = Evidence::new(EvidenceKind::Quote, rest.text()?);
        evidence.number = number_in::<Evidence>(&code).ok_or_else(|| not_a_code(&code))?;
        evidence.rank = self.next_rank();
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "kind" => evidence.kind = keyword(&value)?,
                "source" => evidence.source = Some(title(&value)?),
                "page" => evidence.page = Some(title(&value)?),
                "date" => evidence.date = Some(value.parse().map_err(|_| format!("{value} is not a date"))?),
                "grade" => evidence.grade = Some(keyword(&value)?),
                "internal" => evidence.internal = yes(&value)?,
                "shifts" => evidence.shifts = value.split(',').map(keyword).collect::<Result<_, _>>()?,
                _ => return Err(unknown(&key)),
            }
        }
        let id = EvidenceId((self.fresh)());
        self.put(id, evidence);
        Ok(())
    }

    /// `about E4 E7`: what those codes stand for is about the record of the line above.
    pub(super) fn about(&mut self, rest: &mut Rest) -> Result<(), String> {
        let record = self.last.ok_or("what is about a record stands below it")?;
        for word in rest.words.by_ref() {
            let Word::Bare(code) = word else { return Err("only codes stand behind about".to_owned()) };
            self.pending_about.push((code, record));
        }
        Ok(())
    }
}

/// Lets what a code stands for, evidence or a finding, be about a record.
pub(super) fn link(change: &mut Change, code: &str, record: RecordId) -> Result<(), String> {
    if number_in::<KeptFinding>(code).is_some() {
        let id = coded::<KeptFinding>(change, code)?;
        fill(&mut change.findings, id, |it| {
            it.about.insert(record);
        });
    } else {
        let id = coded::<Evidence>(change, code)?;
        fill(&mut change.evidence, id, |it| {
            it.about.insert(record);
        });
    }
    Ok(())
}

/// The record with a code.
pub(super) fn coded<R: Coded>(change: &Change, code: &str) -> Result<R::Id, String> {
    let number = number_in::<R>(code).ok_or_else(|| not_a_code(code))?;
    let is_it = |swap: &Swap<R>| swap.after.as_ref().is_some_and(|it| it.number() == number);
    let found = R::swaps(change).iter().find(|(_, swap)| is_it(swap));
    found.map(|(id, _)| *id).ok_or_else(|| format!("there is no {code}"))
}

pub(super) fn not_a_code(code: &str) -> String {
    format!("{code} is not a code such as E4")
}
