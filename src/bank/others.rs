//! Finds, for each answer to type, the answers of the bank's other questions that its `typos` would forgive: words that a
//! slip must not lead to. Marks nothing.

use crate::bank::wording::alike::{folded, forgiven_slips};
use crate::bank::{Answer, Bank, Question};
use std::collections::{HashMap, HashSet};

/// Longer answers are phrases, which nobody mixes up by a letter.
const LONGEST_CHARS: usize = 40;
/// Answers of one first letter and one length that are compared, later ones being passed over; real banks have a handful.
const MOST_COMPARED: usize = 1_000;
/// Comparisons for one question: a bound for banks that are written to harm.
const MOST_COMPARED_TO_ONE: usize = 20_000;

/// Notes with each answer to type which other answers of the bank lie within its slips. Forms that another question
/// accepts beside one of its own are spellings of the same, and no other word.
pub(crate) fn note(bank: &mut Bank) {
    let reaching: Vec<usize> =
        (0..bank.questions.len()).filter(|index| most_slips(&bank.questions[*index]) > 0).collect();
    if reaching.is_empty() {
        return;
    }
    let known = Known::of(&bank.questions, &reaching);
    let found: Vec<(usize, Box<[Box<str>]>)> =
        reaching.into_iter().map(|index| (index, known.within_reach(&bank.questions, index))).collect();
    for (index, forms) in found {
        bank.questions[index].answer.set_other_answers(forms);
    }
}

fn most_slips(question: &Question) -> usize {
    let Answer::Text { accept, typos, .. } = &question.answer else { return 0 };
    accept.iter().map(|form| forgiven_slips(form, *typos)).max().unwrap_or(0)
}

/// Where a word is looked for: its first letter, which no slip changes, and how many it has.
type Bucket = (char, usize);

fn bucket(folded: &str) -> Option<Bucket> {
    Some((folded.chars().next()?, folded.chars().count()))
}

/// An answer of some questions.
struct Word {
    text: String,
    letters: Letters,
    /// Indices of the questions, ascending.
    questions: Vec<usize>,
}

/// Which letters a word has, one bit for each, some of them shared: a quick look before two words are compared.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(text: &str) -> Self {
        Self(text.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % u64::BITS)))
    }

    /// Whether so few slips could lead from the one to the other: each brings at most one letter and takes another away.
    fn is_within(self, other: Self, slips: usize) -> bool {
        (self.0 ^ other.0).count_ones() as usize <= 2 * slips
    }
}

/// How long the words may be that some question could reach, by their first letter: one bit for each length.
struct Reach(HashMap<char, u64>);

impl Reach {
    fn of(questions: &[Question], reaching: &[usize]) -> Self {
        let mut lengths: HashMap<char, u64> = HashMap::new();
        for question in reaching.iter().map(|index| &questions[*index]) {
            let slips = most_slips(question);
            for (first, count) in accepted(question).filter_map(|form| bucket(&folded(form))) {
                let around = count.saturating_sub(slips)..=(count + slips).min(LONGEST_CHARS);
                *lengths.entry(first).or_default() |= around.fold(0, |bits, length| bits | 1 << length);
            }
        }
        Self(lengths)
    }

    fn holds(&self, (first, count): Bucket) -> bool {
        count <= LONGEST_CHARS && self.0.get(&first).is_some_and(|lengths| lengths & (1 << count) != 0)
    }
}

/// Answers that some question could reach, in the order in which they come.
struct Known {
    words: Vec<Word>,
    /// Where each word is among them.
    index: HashMap<String, usize>,
    /// Where those of one bucket are.
    buckets: HashMap<Bucket, Vec<usize>>,
}

impl Known {
    fn of(questions: &[Question], reaching: &[usize]) -> Self {
        let reach = Reach::of(questions, reaching);
        let mut known = Self { words: Vec::new(), index: HashMap::new(), buckets: HashMap::new() };
        let is_word = |text: &&str| {
            text.len() <= LONGEST_CHARS * 4 && !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'$')
        };
        let mut word = String::new();
        for (question_index, question) in questions.iter().enumerate() {
            for text in answers(question).into_iter().filter(is_word) {
                fold_into(text, &mut word);
                known.add(&word, question_index, &reach);
            }
        }
        known
    }

    fn add(&mut self, word: &str, question: usize, reach: &Reach) {
        if let Some(index) = self.index.get(word) {
            let questions = &mut self.words[*index].questions;
            if questions.last() != Some(&question) {
                questions.push(question);
            }
            return;
        }
        let Some(bucket) = bucket(word).filter(|bucket| reach.holds(*bucket)) else { return };
        let bucket = self.buckets.entry(bucket).or_default();
        if bucket.len() < MOST_COMPARED {
            bucket.push(self.words.len());
            self.index.insert(word.to_owned(), self.words.len());
            self.words.push(Word { text: word.to_owned(), letters: Letters::of(word), questions: vec![question] });
        }
    }

    fn within_reach(&self, questions: &[Question], index: usize) -> Box<[Box<str>]> {
        let Answer::Text { accept, typos, .. } = &questions[index].answer else { return Box::default() };
        let forms: Vec<String> = accept.iter().map(|form| folded(form)).collect();
        let own: HashSet<&str> = forms.iter().map(String::as_str).collect();
        let mut says_the_same: HashMap<usize, bool> = HashMap::from([(index, true)]);
        let mut says_the_same = |other: usize| {
            let shares = || accepted(&questions[other]).any(|form| own.contains(&*folded(form)));
            *says_the_same.entry(other).or_insert_with(shares)
        };
        let (mut found, mut compared) = (Vec::new(), 0);
        for (written, form) in accept.iter().zip(&forms) {
            let slips = forgiven_slips(written, *typos);
            let Some((first, count)) = bucket(form).filter(|_| slips > 0) else { continue };
            let letters = Letters::of(form);
            let around = count.saturating_sub(slips)..=count + slips;
            let words =
                around.filter_map(|count| self.buckets.get(&(first, count))).flatten().map(|at| &self.words[*at]);
            for word in words.filter(|word| word.letters.is_within(letters, slips) && !own.contains(&*word.text)) {
                let mut questions = word.questions.iter().take_while(|_| {
                    compared += 1;
                    compared <= MOST_COMPARED_TO_ONE
                });
                let is_other = questions.any(|question| !says_the_same(*question));
                if is_other && strsim::damerau_levenshtein(&word.text, form) <= slips && !found.contains(&word.text) {
                    found.push(word.text.clone());
                }
            }
        }
        let mut found: Vec<Box<str>> = found.into_iter().map(String::into_boxed_str).collect();
        found.sort_unstable();
        found.into()
    }
}

/// As [`folded`], into a text that is used again: most answers are ASCII, and there are many.
fn fold_into(text: &str, word: &mut String) {
    word.clear();
    if !text.is_ascii() {
        word.push_str(&folded(text));
        return;
    }
    for part in text.split_ascii_whitespace() {
        if !word.is_empty() {
            word.push(' ');
        }
        word.push_str(part);
    }
    word.make_ascii_lowercase();
}

/// The forms that an answer to type accepts.
fn accepted(question: &Question) -> impl Iterator<Item = &str> {
    let accept: &[Box<str>] = if let Answer::Text { accept, .. } = &question.answer { accept } else { &[] };
    accept.iter().map(|form| &**form)
}

/// Everything that a question has for an answer.
fn answers(question: &Question) -> Vec<&str> {
    let mut answers = question.options();
    answers.extend(accepted(question));
    match &question.answer {
        Answer::Match { pairs, .. } => answers.extend(pairs.iter().map(|(left, _)| &**left)),
        Answer::Categorise { groups } => answers.extend(groups.iter().map(|(name, _)| name)),
        Answer::Cloze { text } => answers.extend(text.gaps().map(|gap| gap.right())),
        Answer::Choice { .. }
        | Answer::Choices { .. }
        | Answer::TrueFalse(_)
        | Answer::Number { .. }
        | Answer::Order { .. }
        | Answer::Hotspot { .. }
        | Answer::Calculated { .. }
        | Answer::Recall { .. }
        | Answer::Text { .. } => {}
    }
    answers
}

#[cfg(test)]
mod tests {
    use crate::bank::{Answer, Quietly, read};

    fn others(questions: &str) -> Vec<Vec<String>> {
        let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [{questions}])");
        let bank = read(&text, &Quietly).bank.expect("a bank");
        let of = |answer: &Answer| match answer {
            Answer::Text { others, .. } => others.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        bank.questions.iter().map(|question| of(&question.answer)).collect()
    }

    #[test]
    fn answers_of_other_questions_within_the_slips_are_noted() {
        let found = others(
            r#"(id: "a", prompt: "?", answer: Text(accept: ["Tigris"], typos: 2)),
               (id: "b", prompt: "?", answer: Text(accept: ["Tigre", "Euphrates"])),
               (id: "c", prompt: "?", answer: Choice(correct: "Tigers", distractors: ["Lions", "tigris"])),
               (id: "d", prompt: "?", answer: Text(accept: ["Euphrate"], typos: 1))"#,
        );
        assert_eq!(found, [vec!["tigers", "tigre"], vec![], vec![], vec!["euphrates"]]);
    }

    #[test]
    fn sides_groups_and_gaps_are_answers_too_and_what_has_digits_or_maths_is_none() {
        let found = others(
            r#"(id: "a", prompt: "?", answer: Text(accept: ["marten", "salmon", "badger"], typos: 1)),
               (id: "b", prompt: "?", answer: Match(pairs: [("martin", "bird"), ("x", "y")])),
               (id: "c", prompt: "?", answer: Categorise(groups: {"salmo": ["p"], "q": ["r"]})),
               (id: "d", prompt: "?", answer: Cloze(text: "A {badge} and {badges|badged}.")),
               (id: "e", prompt: "?", answer: Text(accept: ["badg3r", "$marten"])),
               (id: "f", prompt: "?", answer: Text(accept: ["  Salmons "]))"#,
        );
        assert_eq!(found[0], ["badge", "badges", "martin", "salmo", "salmons"]);
    }

    #[test]
    fn of_very_many_words_alike_the_first_thousand_are_compared() {
        let word = |number: u32| format!("abcdef{}{}", letter(number / 40), letter(number % 40));
        let many: Vec<String> = (0..1_100).map(|number| format!("\"{}\"", word(number))).collect();
        let last = word(1_099).replace("abc", "abx");
        let found = others(&format!(
            "(id: \"a\", prompt: \"?\", answer: Choice(correct: {}, distractors: [{}])),
             (id: \"b\", prompt: \"?\", answer: Text(accept: [\"{}\", \"{last}\"], typos: 1))",
            many[0],
            many[1..].join(", "),
            word(5).replace("abc", "abx")
        ));
        assert_eq!(found[1], [word(5)]);
    }

    fn letter(number: u32) -> char {
        char::from_u32(0x4E00 + number).expect("a sign")
    }

    #[test]
    fn spellings_of_the_same_are_no_other_words() {
        let found = others(
            r#"(id: "a", prompt: "?", answer: Text(accept: ["colour"], typos: 1)),
               (id: "b", prompt: "?", answer: Text(accept: ["colour", "color"]))"#,
        );
        assert_eq!(found[0], Vec::<String>::new());
    }
}
