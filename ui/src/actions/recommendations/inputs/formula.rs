//! How a score comes about, in the numbers of one recommendation, and what it lacks.

use opmap_model::{Period, Points, Ranking, Rice, RiceImpact, Wsjf};

use crate::actions::recommendations::missing_words;
use crate::field::grouped;

/// The formula of a method.
pub(super) fn told(method: Ranking) -> &'static str {
    match method {
        Ranking::Rice => "RICE = reach in a quarter × impact × confidence ÷ effort in person-weeks",
        _ => "WSJF = (value + urgency + risk taken away or chance opened) ÷ job size",
    }
}

/// `6,300 × 3 × 80 % ÷ 9`, or what is missing.
pub(super) fn rice(rice: &Rice) -> String {
    let (Some(reach), Some(period), Some(impact), Some(confidence), Some(effort)) =
        (rice.reach, rice.period, rice.impact, rice.confidence, rice.effort)
    else {
        return missing_words(&[
            (rice.reach.is_none(), "reach"),
            (rice.period.is_none(), "period"),
            (rice.impact.is_none(), "impact"),
            (rice.confidence.is_none(), "confidence"),
            (rice.effort.is_none(), "effort"),
        ]);
    };
    let reach = match period {
        Period::Month => format!("{} × 3", grouped(reach)),
        Period::Quarter => grouped(reach),
        Period::Year => format!("{} ÷ 4", grouped(reach)),
    };
    let impact = match impact {
        RiceImpact::Massive => "3",
        RiceImpact::High => "2",
        RiceImpact::Medium => "1",
        RiceImpact::Low => "0.5",
        RiceImpact::Minimal => "0.25",
    };
    format!("{reach} × {impact} × {}\u{2009}% ÷ {}", confidence.percent(), effort.get())
}

/// `(20 + 13 + 3) ÷ 8`, or what is missing.
pub(super) fn wsjf(wsjf: &Wsjf) -> String {
    let (Some(value), Some(urgency), Some(risk), Some(size)) =
        (wsjf.value, wsjf.urgency, wsjf.risk, wsjf.size)
    else {
        return missing_words(&[
            (wsjf.value.is_none(), "value"),
            (wsjf.urgency.is_none(), "urgency"),
            (wsjf.risk.is_none(), "risk"),
            (wsjf.size.is_none(), "job size"),
        ]);
    };
    let [value, urgency, risk, size] = [value, urgency, risk, size].map(Points::get);
    format!("({value} + {urgency} + {risk}) ÷ {size}")
}

#[cfg(test)]
mod tests {
    use opmap_model::{Confidence, Period, PersonWeeks, Points, Rice, RiceImpact, Wsjf};

    use super::{rice, wsjf};

    #[test]
    fn a_score_is_told_in_its_numbers() {
        let whole = Rice {
            reach: Some(2100),
            period: Some(Period::Month),
            impact: Some(RiceImpact::Massive),
            confidence: Some(Confidence::Medium),
            effort: PersonWeeks::new(9),
        };
        assert_eq!(rice(&whole), "2,100 × 3 × 3 × 80\u{2009}% ÷ 9");
        assert_eq!(rice(&Rice { period: Some(Period::Year), ..whole }), "2,100 ÷ 4 × 3 × 80\u{2009}% ÷ 9");
        let points = Points::new;
        let whole = Wsjf { value: points(20), urgency: points(13), risk: points(3), size: points(8) };
        assert_eq!(wsjf(&whole), "(20 + 13 + 3) ÷ 8");
    }

    #[test]
    fn what_a_score_lacks_is_named() {
        let some = Rice { reach: Some(5), period: Some(Period::Quarter), ..Rice::default() };
        assert_eq!(rice(&some), "No impact, confidence or effort yet.");
        assert_eq!(wsjf(&Wsjf::default()), "No value, urgency, risk or job size yet.");
    }
}
