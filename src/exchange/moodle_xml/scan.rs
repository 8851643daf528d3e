//! Finds the questions of a file by their tags alone, so that a broken one ends where the next begins. Reads none of them.

/// The source of one question.
pub(super) struct QuestionSpan<'t> {
    /// From its first tag to its last.
    pub source: &'t str,
    /// The line of its first tag, from 1.
    pub line: u32,
    /// Where it ends in the file, in bytes.
    pub end: usize,
    /// The number that Moodle wrote into the comment above it; empty without one.
    pub number: &'t str,
}

/// The questions of a text, one after the other.
pub(super) struct Questions<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    counted_to: usize,
    number: &'t str,
}

const OPEN: &str = "<question";
const CLOSE: &str = "</question>";

impl<'t> Questions<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, counted_to: 0, number: "" }
    }

    fn line_of(&mut self, at: usize) -> u32 {
        let lines = self.text.as_bytes()[self.counted_to..at].iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted_to = at;
        self.line
    }
}

impl<'t> Iterator for Questions<'t> {
    type Item = QuestionSpan<'t>;

    fn next(&mut self) -> Option<QuestionSpan<'t>> {
        loop {
            let start = self.at + self.text[self.at..].find('<')?;
            let rest = &self.text[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                // A comment that nothing closes hides nothing.
                let length = comment.find("-->").unwrap_or(0);
                let number = comment[..length].trim().strip_prefix("question:").map(str::trim);
                self.number = number.filter(|number| *number != "0").unwrap_or(self.number);
                self.at = start + "<!--".len() + length;
            } else if is_question(rest) {
                let end = start + length(rest);
                let line = self.line_of(start);
                self.at = end;
                let number = std::mem::take(&mut self.number);
                return Some(QuestionSpan { source: &self.text[start..end], line, end, number });
            } else {
                self.at = start + 1;
            }
        }
    }
}

fn is_question(tag: &str) -> bool {
    tag.strip_prefix(OPEN).is_some_and(|rest| rest.starts_with(|sign: char| sign.is_whitespace() || sign == '>'))
}

/// Bytes of a question: to its last tag, or to where another begins, or to the end.
fn length(source: &str) -> usize {
    let mut at = OPEN.len();
    while let Some(next) = source[at..].find('<') {
        at += next;
        let rest = &source[at..];
        if rest.starts_with(CLOSE) {
            return at + CLOSE.len();
        }
        if is_question(rest) {
            return at;
        }
        at += match rest.strip_prefix("<![CDATA[").map(|cdata| cdata.find("]]>").map(|end| &cdata[..end])) {
            // A section that nobody closed would swallow the next question.
            Some(Some(cdata)) if !cdata.contains(CLOSE) => "<![CDATA[]]>".len() + cdata.len(),
            _ => 1,
        };
    }
    source.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32, &str)]) {
        let found: Vec<_> = Questions::of(text).map(|span| (span.source, span.line, span.number)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn questions_end_where_they_end_or_where_the_next_begins() {
        check("<quiz>\n<!-- question: 42  -->\n<question a>x</question>", &[("<question a>x</question>", 3, "42")]);
        check("<question>x\n<question>y</question>", &[("<question>x\n", 1, ""), ("<question>y</question>", 2, "")]);
        check("<question>x<questiontext>", &[("<question>x<questiontext>", 1, "")]);
        check("<!-- <question>x</question> --><question>y", &[("<question>y", 1, "")]);
    }

    #[test]
    fn tags_in_a_section_are_text_unless_nobody_closed_it() {
        let whole = "<question><![CDATA[<question >]]></question>";
        check(whole, &[(whole, 1, "")]);
        let open = "<question><![CDATA[x</question>";
        check(
            &format!("{open}<question><![CDATA[y]]></question>"),
            &[(open, 1, ""), ("<question><![CDATA[y]]></question>", 1, "")],
        );
    }
}
