//! Lines about evidence.

use uuid::Uuid;

use super::values::{keyword, title, unknown, yes};
use super::{Parser, Rest, Word, fill};
use crate::code::number_in;
use crate::{Change, Evidence, EvidenceId, EvidenceKind, Record, RecordId};

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

/// Lets what a code stands for be about a record.
pub(super) fn link(change: &mut Change, code: &str, record: RecordId) -> Result<(), String> {
    let number = number_in::<Evidence>(code).ok_or_else(|| not_a_code(code))?;
    let swaps = Evidence::swaps_mut(change);
    let coded = swaps.iter().find(|(_, it)| it.after.as_ref().is_some_and(|it| it.number == number));
    let id = *coded.ok_or_else(|| format!("there is no {code}"))?.0;
    fill(swaps, id, |it| {
        it.about.insert(record);
    });
    Ok(())
}

fn not_a_code(code: &str) -> String {
    format!("{code} is not a code such as E4")
}
