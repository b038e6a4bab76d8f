//! The operators of a page, written as the bytes of its content stream.

/// A content stream on its way.
#[derive(Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
}

impl Operators {
    /// Adds an operator behind its numbers, each to a thousandth.
    pub(super) fn put<const N: usize>(&mut self, numbers: [f32; N], operator: &str) {
        for number in numbers {
            self.number(number);
            self.bytes.push(b' ');
        }
        self.word(operator);
    }

    /// Adds an operator, or anything else that stands as it is, and a line break.
    pub(super) fn word(&mut self, operator: &str) {
        self.bytes.extend_from_slice(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Adds what is part of an operator and stands as it is.
    pub(super) fn part(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Adds a number to a thousandth; 0 for what is not a number, ten million for what is larger.
    pub(super) fn number(&mut self, value: f32) {
        let thousandths = thousandths(value);
        if thousandths < 0 {
            self.bytes.push(b'-');
        }
        let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        if whole > 0 || rest == 0 {
            self.digits(whole);
        }
        if rest > 0 {
            let digits = [rest / 100, rest / 10 % 10, rest % 10].map(digit);
            let kept = digits.iter().rposition(|digit| *digit != b'0').map_or(0, |last| last + 1);
            self.bytes.push(b'.');
            self.bytes.extend_from_slice(&digits[..kept]);
        }
    }

    /// Adds a whole number.
    pub(super) fn whole(&mut self, value: i64) {
        if value < 0 {
            self.bytes.push(b'-');
        }
        self.digits(value.unsigned_abs());
    }

    /// Adds a byte of a string between parentheses.
    pub(super) fn byte_of_string(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.bytes.extend_from_slice(&[b'\\', byte]),
            // A reader takes any line break in a string for a line feed.
            b'\r' => self.bytes.extend_from_slice(b"\\r"),
            byte => self.bytes.push(byte),
        }
    }

    /// How many bytes there are so far.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn digits(&mut self, value: u64) {
        self.bytes.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
    }
}

fn digit(value: u64) -> u8 {
    b"0123456789"[(value % 10) as usize]
}

#[expect(clippy::cast_possible_truncation, reason = "what is not a number becomes 0, the rest is in range")]
fn thousandths(value: f32) -> i64 {
    let thousandths = f64::from(value).clamp(-1e7, 1e7) * 1000.0;
    // Both steps are exact, and far quicker than a call of `round`.
    (thousandths + 0.5_f64.copysign(thousandths)) as i64
}

#[cfg(test)]
mod tests {
    use super::Operators;

    fn written(numbers: &[f32]) -> String {
        let mut operators = Operators::default();
        for number in numbers {
            operators.number(*number);
            operators.part(b" ");
        }
        String::from_utf8(operators.into_bytes()).unwrap()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        assert_eq!(written(&[0.0, -0.0, 1.0, 0.5, -0.25, 841.89]), "0 0 1 .5 -.25 841.89 ");
        assert_eq!(written(&[0.000_4, -0.000_4, 0.001, 2.0006, 999.9996]), "0 0 .001 2.001 1000 ");
    }

    #[test]
    fn what_is_not_a_number_is_nothing_and_what_is_too_large_stays_a_number() {
        assert_eq!(written(&[f32::NAN, f32::INFINITY, -1e30]), "0 10000000 -10000000 ");
    }
}
