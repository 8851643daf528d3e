//! Finds, for each answer to type, the answers of the bank's other questions that its `typos` would forgive: words that a
//! slip must not lead to. Marks nothing.

use crate::bank::wording::alike::{folded, forgiven_slips};
use crate::bank::{Answer, Bank, Question};
use std::collections::{HashMap, HashSet};

/// Longer answers are phrases, which nobody mixes up by a letter.
const LONGEST_CHARS: usize = 40;
/// Answers of one first letter and one length that are compared; real banks have a handful.
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

/// Answers that some question could reach, each with the index of its question.
struct Known(HashMap<Bucket, Vec<(String, usize)>>);

impl Known {
    fn of(questions: &[Question], reaching: &[usize]) -> Self {
        let mut wanted: HashSet<Bucket> = HashSet::new();
        for question in reaching.iter().map(|index| &questions[*index]) {
            let slips = most_slips(question);
            for (first, count) in accepted(question).filter_map(|form| bucket(&folded(form))) {
                wanted.extend((count.saturating_sub(slips)..=count + slips).map(|count| (first, count)));
            }
        }
        let longest = wanted.iter().map(|(_, count)| *count).max().unwrap_or(0).min(LONGEST_CHARS);
        let mut known: HashMap<Bucket, Vec<(String, usize)>> = HashMap::new();
        let mut seen: HashSet<(String, usize)> = HashSet::new();
        for (index, question) in questions.iter().enumerate() {
            let is_word = |text: &&str| {
                text.len() <= longest * 4 && !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'$')
            };
            for text in answers(question).into_iter().filter(is_word).map(folded) {
                let Some(bucket) = bucket(&text).filter(|bucket| wanted.contains(bucket)) else { continue };
                let texts = known.entry(bucket).or_default();
                if texts.len() < MOST_COMPARED && seen.insert((text.clone(), index)) {
                    texts.push((text, index));
                }
            }
        }
        Self(known)
    }

    fn within_reach(&self, questions: &[Question], index: usize) -> Box<[Box<str>]> {
        let Answer::Text { accept, typos, .. } = &questions[index].answer else { return Box::default() };
        let own: HashSet<String> = accept.iter().map(|form| folded(form)).collect();
        let mut says_the_same: HashMap<usize, bool> = HashMap::from([(index, true)]);
        let mut says_the_same = |other: usize| {
            let shares = || accepted(&questions[other]).any(|form| own.contains(&folded(form)));
            *says_the_same.entry(other).or_insert_with(shares)
        };
        let (mut found, mut compared) = (Vec::new(), 0);
        for written in accept {
            let (form, slips) = (folded(written), forgiven_slips(written, *typos));
            let Some((first, count)) = bucket(&form).filter(|_| slips > 0) else { continue };
            for texts in (count.saturating_sub(slips)..=count + slips).filter_map(|count| self.0.get(&(first, count))) {
                for (text, other) in texts.iter().filter(|(text, _)| !own.contains(text)) {
                    if compared < MOST_COMPARED_TO_ONE && !says_the_same(*other) {
                        compared += 1;
                        if strsim::damerau_levenshtein(text, &form) <= slips && !found.contains(text) {
                            found.push(text.clone());
                        }
                    }
                }
            }
        }
        let mut found: Vec<Box<str>> = found.into_iter().map(String::into_boxed_str).collect();
        found.sort_unstable();
        found.into()
    }
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
    fn spellings_of_the_same_are_no_other_words() {
        let found = others(
            r#"(id: "a", prompt: "?", answer: Text(accept: ["colour"], typos: 1)),
               (id: "b", prompt: "?", answer: Text(accept: ["colour", "color"]))"#,
        );
        assert_eq!(found[0], Vec::<String>::new());
    }
}
