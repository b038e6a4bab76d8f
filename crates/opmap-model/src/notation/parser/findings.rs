//! Lines about findings that are kept.

use uuid::Uuid;

use super::evidence::{coded, link, not_a_code};
use super::values::{keyword, text, unknown, yes};
use super::{Parser, Rest, fill};
use crate::code::number_in;
use crate::{Evidence, KeptFinding, KeptFindingId, RecordId, Source, Title};

impl<F: FnMut() -> Uuid> Parser<'_, F> {
    /// `finding F1 "What it says" severity=error evidence=E3,E7 shifts=roles`.
    pub(super) fn finding(&mut self, rest: &mut Rest) -> Result<(), String> {
        let code = rest.bare("a code")?;
        let mut finding = KeptFinding::new(rest.text()?);
        finding.number = number_in::<KeptFinding>(&code).ok_or_else(|| not_a_code(&code))?;
        finding.rank = self.next_rank();
        let id = KeptFindingId((self.fresh)());
        for (key, value) in rest.pairs()? {
            match key.as_str() {
                "severity" => finding.severity = keyword(&value)?,
                "as-found" => finding.reworded = !yes(&value)?,
                "shifts" => finding.shifts = value.split(',').map(keyword).collect::<Result<_, _>>()?,
                "evidence" => {
                    let codes = value.split(',').map(|it| (id, it.to_owned()));
                    self.pending_evidence.extend(codes);
                }
                "found-once" => finding.sources.insert(source(&value, None)?),
                "note" => finding.note = Some(text(&value)?),
                _ => return Err(unknown(&key)),
            }
        }
        self.put(id, finding);
        Ok(())
    }

    /// `found F1 R1`, or `found F1 R1/2` for another point of the rule: it found F1 at the record of the line above.
    pub(super) fn found(&mut self, rest: &mut Rest) -> Result<(), String> {
        let record = self.last.ok_or("what was found at a record stands below it")?;
        let (code, rule) = (rest.bare("a code")?, rest.bare("a rule")?);
        self.pending_found.push((code, source(&rule, Some(record))?));
        Ok(())
    }

    /// Fills in what codes stand for, once all of them are known.
    pub(super) fn resolve_codes(&mut self) -> Result<(), String> {
        for (code, record) in std::mem::take(&mut self.pending_about) {
            link(&mut self.change, &code, record)?;
        }
        for (code, source) in std::mem::take(&mut self.pending_found) {
            let id = coded::<KeptFinding>(&self.change, &code)?;
            fill(&mut self.change.findings, id, |it| it.sources.insert(source));
        }
        for (finding, code) in std::mem::take(&mut self.pending_evidence) {
            let evidence = coded::<Evidence>(&self.change, &code)?;
            fill(&mut self.change.findings, finding, |it| {
                it.evidence.insert(evidence);
            });
        }
        Ok(())
    }
}

/// A rule with the point of it that found something: `D2/1`, or `R1` for the first.
fn source(written: &str, about: Option<RecordId>) -> Result<Source, String> {
    let (rule, point) = written.split_once('/').unwrap_or((written, "0"));
    let point = point.parse().map_err(|_| format!("{written} is not a rule and its point"))?;
    Ok(Source { rule: Title::new(rule).map_err(|it| it.to_string())?, about, point })
}
