//! Marks words and phrases that were typed. Knows one question alone, and no numbers.

use crate::bank::wording::alike::{LONGEST_SHORT_WORD, forgiven_slips};
use crate::bank::wording::other_words::is_other_word;
use crate::bank::wording::plain::{Comparable, Folding, core, is_far_longer, split_final};
use crate::bank::wording::signs::is_blank;
use crate::bank::{Entries, Punctuation};
use crate::kinds::mark::{Mark, Note};
use crate::kinds::steps::{Meaning, Step, Steps, TextRule, Unforgiven};

/// The key of a question that asks for a word or a phrase; see [`crate::bank::Answer::Text`].
#[derive(Clone, Copy, Default)]
pub(crate) struct TextKey<'q> {
    pub accept: &'q [Box<str>],
    pub typos: u32,
    pub match_case: bool,
    pub match_accents: bool,
    pub reject: &'q [Box<str>],
    pub punctuation: Punctuation,
    pub others: &'q [Box<str>],
    /// What the question says to wrong answers, and maybe to right ones.
    pub feedback: Option<&'q Entries<Box<str>>>,
    pub prompt: &'q str,
}

/// Slips are looked for in texts of at most this many characters, since the search takes the square of it. No word and
/// hardly a phrase is longer; a longer one must be typed without a slip.
const LONGEST_WITH_TYPOS: usize = 256;

/// A form that the question names, as it is written and as it is compared.
struct Form<'q> {
    written: &'q str,
    text: Comparable,
}

impl TextKey<'_> {
    /// The mark for `typed`: all or nothing, and a note where a slip was forgiven, or nearly was.
    pub fn mark(&self, typed: &str, steps: &mut Steps) -> Mark {
        if is_blank(typed) {
            return Mark::WRONG;
        }
        let longest = self.accept.iter().map(|form| form.len()).max().unwrap_or(0);
        if is_far_longer(typed, longest) {
            steps.note(|| Step::TooLong);
            return Mark::WRONG;
        }
        let text = self.folding().of(typed);
        steps.note(|| Step::Compared { typed: typed.to_owned(), compared: text.base.clone() });
        let accepted = self.forms(self.accept);
        if let Some(form) = accepted.iter().find(|form| form.text.is_same(&text)) {
            return right(form, TextRule::Signs, steps);
        }
        let wrong = self.named_wrong(&accepted);
        if let Some(named) = wrong.iter().find(|form| form.text.is_same(&text)) {
            steps.note(|| Step::IsNamedWrong { named: named.written.to_owned() });
            return self.refused(&text, &accepted, Unforgiven::NamedWrong, steps);
        }
        let (typed_core, typed_end) = split_final(&text.base);
        let mut refused = None;
        for form in accepted.iter().filter(|form| form.text.is_same_by(&text, core)) {
            match self.meaning(form, typed_core, typed_end, &wrong) {
                None => return right(form, TextRule::Punctuation, steps),
                Some(because) => {
                    refused.get_or_insert((form, because));
                }
            };
        }
        if let Some((form, because)) = refused {
            let accepted = form.written.to_owned();
            steps.note(|| Step::PunctuationCounts { accepted: accepted.clone(), because });
            return Mark::wrong(Note::Punctuation { accepted });
        }
        if let Some(named) = wrong.iter().find(|form| form.text.is_same_by(&text, core)) {
            steps.note(|| Step::IsNamedWrong { named: named.written.to_owned() });
            return self.refused(&text, &accepted, Unforgiven::NamedWrong, steps);
        }
        self.forgiving(&text, &accepted, &wrong, steps)
    }

    fn folding(&self) -> Folding {
        Folding { case: !self.match_case, accents: !self.match_accents }
    }

    fn forms<'f>(&self, forms: &'f [Box<str>]) -> Vec<Form<'f>> {
        let form = |written: &'f str| Form { written, text: self.folding().of(written) };
        forms.iter().map(|written| form(written)).filter(|form| !form.text.base.is_empty()).collect()
    }

    /// The forms in `reject`, and those that feedback speaks to and that are not accepted.
    fn named_wrong(&self, accepted: &[Form]) -> Vec<Form<'_>> {
        let mut wrong = self.forms(self.reject);
        for (written, _) in self.feedback.iter().flat_map(|feedback| feedback.iter()) {
            let text = self.folding().of(written);
            if !text.base.is_empty() && !accepted.iter().any(|form| form.text.is_same(&text)) {
                wrong.push(Form { written, text });
            }
        }
        wrong
    }

    /// Why the punctuation that tells what was typed from a form counts; `None` where it does not.
    fn meaning(&self, form: &Form, typed_core: &str, typed_end: &str, wrong: &[Form]) -> Option<Meaning> {
        match self.punctuation {
            Punctuation::Ignored => return None,
            Punctuation::Counts => return Some(Meaning::AsAsked),
            Punctuation::Auto => {}
        }
        let (form_core, form_end) = split_final(&form.text.base);
        if wrong.iter().any(|named| split_final(&named.text.base).0 == form_core) {
            return Some(Meaning::NamedWrong);
        }
        let differ_by = |sign: char| form_end.contains(sign) != typed_end.contains(sign);
        if is_mathematics(form_core) && differ_by('!') {
            return Some(Meaning::Mathematics);
        }
        let is_short_of = !form_end.is_empty() && !typed_end.starts_with(form_end.trim_end());
        let has_quotes = form_core != core(&form.text.base) || typed_core != core(typed_core);
        let is_code = holds_code(form_core) || self.prompt.contains('`');
        (is_code && (is_short_of || differ_by('!') || differ_by('?') || has_quotes)).then_some(Meaning::Code)
    }

    /// Takes a slip or two for the form that it is nearest to, unless it means something else.
    fn forgiving(&self, text: &Comparable, accepted: &[Form], wrong: &[Form], steps: &mut Steps) -> Mark {
        let typed = core(&text.base);
        let near = |form: &Form| slips(typed, core(&form.text.base), forgiven_slips(form.written, self.typos));
        let nearest = accepted.iter().filter_map(|form| Some((near(form)?, form))).min_by_key(|(count, _)| *count);
        let Some((count, form)) = nearest else {
            steps.note(|| self.nearest(typed, accepted));
            return Mark::WRONG;
        };
        steps.note(|| Step::Nearest {
            accepted: form.written.to_owned(),
            slips: Some(count),
            forgiven: forgiven_slips(form.written, self.typos),
        });
        let others = || self.forms(self.others);
        let is_nearer = |named: &[Form]| {
            named
                .iter()
                .any(|named| slips(typed, core(&named.text.base), count).is_some() || typed == core(&named.text.base))
        };
        let because = if is_nearer(wrong) {
            Some(Unforgiven::NamedWrong)
        } else if is_nearer(&others()) {
            Some(Unforgiven::OtherAnswer)
        } else {
            unforgiven(core(&form.text.base), typed)
        };
        match because {
            Some(because) => self.refused(text, std::slice::from_ref(form), because, steps),
            None => {
                let accepted = form.written.to_owned();
                steps.note(|| Step::IsAccepted { accepted: accepted.clone(), rule: TextRule::Slips });
                Mark { note: Some(Note::Typo { accepted }), ..Mark::RIGHT }
            }
        }
    }

    /// Wrong, with a note where slips would have led to an accepted form.
    fn refused(&self, text: &Comparable, accepted: &[Form], because: Unforgiven, steps: &mut Steps) -> Mark {
        let near = |form: &&Form| {
            slips(core(&text.base), core(&form.text.base), forgiven_slips(form.written, self.typos)).is_some()
        };
        let Some(form) = accepted.iter().find(near) else { return Mark::WRONG };
        let accepted = form.written.to_owned();
        steps.note(|| Step::NotForgiven { accepted: accepted.clone(), because });
        match because {
            Unforgiven::NamedWrong | Unforgiven::OtherAnswer | Unforgiven::OtherWord => {
                Mark::wrong(Note::OtherWord { accepted })
            }
            Unforgiven::FirstLetter | Unforgiven::ShortWord | Unforgiven::Digits => Mark::WRONG,
        }
    }

    /// The accepted form that is nearest, for whoever asks why an answer was not taken.
    fn nearest(&self, typed: &str, accepted: &[Form]) -> Step {
        const FAR: usize = 8;
        let distance = |form: &&Form| slips(typed, core(&form.text.base), FAR).unwrap_or(usize::MAX);
        match accepted.iter().min_by_key(distance) {
            Some(form) => Step::Nearest {
                accepted: form.written.to_owned(),
                slips: Some(distance(&form)).filter(|count| *count <= FAR),
                forgiven: forgiven_slips(form.written, self.typos),
            },
            None => Step::Nearest { accepted: String::new(), slips: None, forgiven: 0 },
        }
    }
}

fn right(form: &Form, rule: TextRule, steps: &mut Steps) -> Mark {
    steps.note(|| Step::IsAccepted { accepted: form.written.to_owned(), rule });
    Mark::RIGHT
}

/// Numbers, single letters and signs: where `!` is a factorial.
fn is_mathematics(core: &str) -> bool {
    let signs: Vec<char> = core.chars().collect();
    let is_word = signs.windows(2).any(|pair| pair.iter().all(|sign| sign.is_alphabetic()));
    !is_word && signs.iter().all(|sign| sign.is_alphanumeric() || "+-*/^() ,.=x".contains(*sign))
}

/// Whether a form holds signs that hardly stand in anything but code.
fn holds_code(form: &str) -> bool {
    form.contains(['_', '{', '}', '[', ']', '=', ';', '\\', '|', '<', '>'])
        || ["()", "::", "->", "#!", "/*", "//"].iter().any(|sign| form.contains(sign))
}

/// How many edits lead from `typed` to `accepted`, if no more than `allowed` do.
///
/// Edits are letters put in, left out, changed, or two neighbours swapped. The distance is the unrestricted one of
/// Damerau and Levenshtein: it counts a swap with something typed in between (`ca` for `abc`) as two edits, where the
/// commoner "optimal string alignment" says three.
fn slips(typed: &str, accepted: &str, allowed: usize) -> Option<usize> {
    if allowed == 0 {
        return None;
    }
    // Cheap bounds first: a whole book pasted into the field must not be compared letter by letter.
    let accepted_length = accepted.chars().count();
    let typed_length = typed.chars().take(accepted_length + allowed + 1).count();
    if accepted_length.max(typed_length) > LONGEST_WITH_TYPOS || accepted_length.abs_diff(typed_length) > allowed {
        return None;
    }
    Some(strsim::damerau_levenshtein(typed, accepted)).filter(|count| *count <= allowed)
}

/// Why what was typed is no slip for a form that is near, by what the two are in themselves.
fn unforgiven(accepted: &str, typed: &str) -> Option<Unforgiven> {
    if typed.chars().any(char::is_numeric) {
        return Some(Unforgiven::Digits);
    }
    if is_other_word(accepted, typed) {
        return Some(Unforgiven::OtherWord);
    }
    let parts = |text| -> Vec<&str> { words(text).collect() };
    let (accepted, typed) = (parts(accepted), parts(typed));
    if accepted.len() != typed.len() {
        // A space or a dash too many or too few.
        let is_first_alike = first_letter(accepted.first()) == first_letter(typed.first());
        return (!is_first_alike).then_some(Unforgiven::FirstLetter);
    }
    let changed = accepted.iter().zip(&typed).filter(|(accepted, typed)| accepted != typed);
    let has_several = accepted.len() > 1;
    changed.into_iter().find_map(|(accepted, typed)| {
        if has_several && is_other_word(accepted, typed) {
            Some(Unforgiven::OtherWord)
        } else if first_letter(Some(accepted)) != first_letter(Some(typed)) {
            Some(Unforgiven::FirstLetter)
        } else {
            let is_short = accepted.chars().filter(|sign| sign.is_alphabetic()).count() <= LONGEST_SHORT_WORD;
            is_short.then_some(Unforgiven::ShortWord)
        }
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '-', '/', ',', '.']).filter(|word| !word.is_empty())
}

fn first_letter(word: Option<&&str>) -> Option<char> {
    word?.chars().find(|sign| sign.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_half_of_the_letters_are_forgiven_and_none_in_short_words() {
        let check =
            |accepted: &str, typos, expected| assert_eq!(forgiven_slips(accepted, typos), expected, "{accepted}");
        check("", 9, 0);
        check("a", 9, 0);
        check("uk", 9, 0);
        check("jet", 9, 0);
        check("iter", 9, 0);
        check("torus", 9, 2);
        check("reykjavik", 1, 1);
        check("reykjavik", u32::MAX, 4);
        check("a b, c!", 9, 0);
        check("b2b sales", 9, 0);
        check("new york", 1, 1);
    }

    #[test]
    fn two_neighbours_swapped_are_one_slip() {
        assert_eq!(slips("oxfrod", "oxford", 2), Some(1));
        assert_eq!(slips("ca", "abc", 2), Some(2));
        assert_eq!(slips("oxfd", "oxford", 1), None);
    }

    #[test]
    fn mathematics_and_code_are_told_from_words() {
        for form in ["n", "5", "(n+1)", "2n", "n x m"] {
            assert!(is_mathematics(form), "{form}");
        }
        for form in ["stop", "july 5", "no"] {
            assert!(!is_mathematics(form), "{form}");
        }
        for form in ["x = 5", "a[0]", "std::fs", "f()"] {
            assert!(holds_code(form), "{form}");
        }
        assert!(!holds_code("at&t") && !holds_code("oxford, england"));
    }
}
