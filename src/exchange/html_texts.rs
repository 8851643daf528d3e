//! Texts of a question from their HTML, with what is lost on the way told once. Knows no format.

use crate::exchange::Remark;
use crate::exchange::markup::{Converted, PictureTaker, Purpose, from_html};

/// Converts the texts of one question after the other.
pub(super) struct HtmlTexts<'p> {
    pictures: &'p mut dyn PictureTaker,
    remarks: Vec<Remark>,
}

impl<'p> HtmlTexts<'p> {
    pub fn new(pictures: &'p mut dyn PictureTaker) -> Self {
        Self { pictures, remarks: Vec::new() }
    }

    /// A text of several lines.
    pub fn text(&mut self, html: &str) -> String {
        self.convert(html, Purpose::Text)
    }

    /// A text of one line, such as an option.
    pub fn line(&mut self, html: &str) -> String {
        self.convert(html, Purpose::Line)
    }

    /// A text without any markup.
    pub fn plain(&mut self, html: &str) -> String {
        self.convert(html, Purpose::Plain).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A text with gaps, each of which stands in the HTML as [`gap_mark`] gives it.
    pub fn with_gaps(&mut self, html: &str, gaps: &[String]) -> String {
        filled(&self.convert(html, Purpose::Cloze), gaps)
    }

    /// The prompt of a calculated question, with its variables as marks too.
    pub fn with_variables(&mut self, html: &str, variables: &[String]) -> String {
        filled(&self.convert(html, Purpose::Calculated), variables)
    }

    /// The path of a picture that is shown by itself.
    ///
    /// # Errors
    /// Why there is none.
    pub fn picture(&mut self, address: &str) -> Result<Box<str>, Remark> {
        self.pictures.take(address)
    }

    /// Tells something of the question, once.
    pub fn tell(&mut self, remark: Remark) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// What is to be told of the question that was read; the next has nothing yet.
    pub fn finish(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }

    fn convert(&mut self, html: &str, purpose: Purpose) -> String {
        let Converted { text, remarks } = from_html(html, purpose, self.pictures);
        for remark in remarks {
            self.tell(remark);
        }
        text
    }
}

/// Signs that no text has, around the number of a gap.
const MARK: [char; 2] = ['\u{E0F0}', '\u{E0F1}'];

/// What stands in HTML in the place of a gap, until the HTML is a text of a bank.
pub(super) fn gap_mark(number: usize) -> String {
    let [open, close] = MARK;
    format!("{open}{number}{close}")
}

/// A text without marks that it may have brought itself.
pub(super) fn without_marks(html: &str) -> String {
    html.replace(MARK, "")
}

/// The text with what each mark stands for. What has no mark comes at the end, so that nothing is lost.
fn filled(text: &str, gaps: &[String]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut is_there = vec![false; gaps.len()];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARK[0]) {
        filled.push_str(before);
        let Some((number, behind)) = after.split_once(MARK[1]) else {
            rest = after;
            continue;
        };
        if let Some((gap, is_there)) = number.parse().ok().and_then(|at: usize| gaps.get(at).zip(is_there.get_mut(at)))
        {
            filled.push_str(gap);
            *is_there = true;
        }
        rest = behind;
    }
    filled.push_str(rest);
    for (gap, _) in gaps.iter().zip(is_there).filter(|(_, is_there)| !is_there) {
        filled.push(' ');
        filled.push_str(gap);
    }
    filled.trim().to_owned()
}

/// A gap to type in; `None` without a form that is right.
pub(super) fn typed_gap(forms: &[String]) -> Option<String> {
    gap(forms, "|", &['{', '}', '|', '~', '$', '\\']).filter(|_| !forms.is_empty())
}

/// A gap to pick from, the right option first; `None` with fewer than two.
pub(super) fn list_gap(options: &[String]) -> Option<String> {
    gap(options, " ~ ", &['{', '}', '|', '~', '\\']).filter(|_| options.len() > 1)
}

fn gap(answers: &[String], between: &str, special: &[char]) -> Option<String> {
    let escaped = |answer: &String| {
        let escaped = answer
            .trim()
            .chars()
            .map(|sign| if special.contains(&sign) { format!("\\{sign}") } else { String::from(sign) });
        escaped.collect::<String>()
    };
    let answers: Vec<String> = answers.iter().map(escaped).collect();
    (!answers.iter().any(String::is_empty)).then(|| format!("{{{}}}", answers.join(between)))
}

/// A text with gaps as prompt and sentence: the blocks before the first gap ask, where there are any.
pub(super) fn prompt_and_sentence(text: &str) -> (String, String) {
    let first_gap = crate::bank::ClozeText::new(text).fault().is_none().then(|| first_gap(text)).flatten();
    let block = first_gap.and_then(|gap| text[..gap].rfind("\n\n"));
    match block {
        Some(end) if !text[..end].trim().is_empty() => (text[..end].trim().to_owned(), text[end..].trim().to_owned()),
        _ => (DO_FILL.to_owned(), text.to_owned()),
    }
}

/// What is asked where a file has a sentence with gaps and nothing else.
pub(super) const DO_FILL: &str = "Fill in the gaps.";

/// Where the first gap opens: the first brace without a backslash before it.
fn first_gap(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' if !is_escaped => return Some(at),
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::markup::NoPictures;

    #[test]
    fn gaps_stand_where_their_marks_stood_and_none_is_lost() {
        let mut pictures = NoPictures;
        let mut texts = HtmlTexts::new(&mut pictures);
        let html = format!("Roses are {}, violets {}.", gap_mark(0), gap_mark(7));
        let gaps = [typed_gap(&["red".into(), "a|b".into()]), list_gap(&["blue".into(), "x".into()])];
        let gaps: Vec<String> = gaps.into_iter().flatten().collect();
        assert_eq!(texts.with_gaps(&html, &gaps), "Roses are {red|a\\|b}, violets . {blue ~ x}");
    }

    #[test]
    fn what_stands_before_the_first_gap_asks() {
        let pair = |text| prompt_and_sentence(text);
        assert_eq!(pair("Name it.\n\nOr\n\nIt is {a}."), ("Name it.\n\nOr".into(), "It is {a}.".into()));
        assert_eq!(pair("It is {a}.\n\nYes."), (DO_FILL.into(), "It is {a}.\n\nYes.".into()));
    }
}
