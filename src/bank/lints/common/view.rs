//! A question as the lints look at it: its texts cut into words once. Judges nothing.

use crate::bank::lints::common::Words;
use crate::bank::{Kind, Question};
use crate::kinds::Shown;
use crate::kinds::shared::keyed::option_path;
use crate::syntax::path::Step;
use crate::text::plain;
use std::borrow::Cow;

/// A question with options, and the words of its texts.
pub(crate) struct View<'q> {
    /// The question.
    pub question: &'q Question,
    /// The words of the prompt.
    pub prompt: Words,
    /// The options, keys first; one at least.
    pub options: Vec<Choosable<'q>>,
    /// How many of the options are keys.
    pub key_count: usize,
}

/// An option with its words.
pub(crate) struct Choosable<'q> {
    /// As learners read it, without markup.
    pub text: &'q str,
    /// As it is written.
    pub written: &'q str,
    /// Cut into words.
    pub words: Words,
}

/// The prompt and the options of a question without markup, which would distort how long they are and what words they
/// have.
pub(crate) struct PlainTexts<'q> {
    prompt: Cow<'q, str>,
    options: Vec<Cow<'q, str>>,
}

impl<'q> PlainTexts<'q> {
    /// Those of `question`; no options for a kind that shows none.
    pub fn of(question: &'q Question) -> Self {
        Self { prompt: plain(&question.prompt), options: choosable(question).into_iter().map(plain).collect() }
    }
}

impl<'q> View<'q> {
    /// Looks at `question`, if it is of a kind that shows options and no larger than anybody could answer.
    pub fn of(question: &'q Question, plain: &'q PlainTexts<'q>) -> Option<Self> {
        let texts = choosable(question);
        let bytes = plain.prompt.len() + plain.options.iter().map(|text| text.len()).sum::<usize>();
        if texts.is_empty() || texts.len() > MOST_OPTIONS || bytes > MOST_BYTES {
            return None;
        }
        let both = texts.into_iter().zip(&plain.options);
        let options = both.map(|(written, text)| Choosable { text, written, words: Words::of(text) }).collect();
        Some(Self { question, prompt: Words::of(&plain.prompt), options, key_count: question.key_count() })
    }

    /// The right options.
    pub fn keys(&self) -> &[Choosable<'q>] {
        &self.options[..self.key_count]
    }

    /// The wrong options.
    pub fn distractors(&self) -> &[Choosable<'q>] {
        &self.options[self.key_count..]
    }

    /// The way to the option at `index`, keys counted first.
    pub fn option_path(&self, index: usize) -> Vec<Step> {
        option_path(self.question.kind() == Kind::Choice, self.key_count, index)
    }

    /// The texts of the options.
    pub fn option_texts(&self) -> Vec<&'q str> {
        self.options.iter().map(|option| option.text).collect()
    }

    /// Whether the question is about words themselves, so that a word in an option may be the very thing asked for.
    pub fn is_about_words(&self) -> bool {
        self.prompt.has_any(TERMS_OF_GRAMMAR) || self.asks_for(WORDS_ABOUT_WORDS) || self.is_about_titles()
    }

    /// Whether the question asks for works or makes, whose names may be anything: a number, a sentence, "Never".
    pub fn is_about_titles(&self) -> bool {
        self.asks_for(WORDS_ABOUT_TITLES)
    }

    /// Whether one of `nouns` is what the prompt asks for: it stands right behind "which" or "what", or anywhere in a
    /// prompt that has neither. "How many times may a player castle in one game?" asks for no game.
    fn asks_for(&self, nouns: &[&str]) -> bool {
        const REACH_WORDS: usize = 5;
        let is_asking =
            |word: &str| matches!(word, "which" | "what" | "whose" | "who" | "how" | "where" | "when" | "why");
        let words = || self.prompt.iter();
        match words().position(is_asking) {
            Some(start) => words().skip(start + 1).take(REACH_WORDS).any(|word| nouns.contains(&word)),
            None => self.prompt.has_any(nouns),
        }
    }
}

impl Choosable<'_> {
    /// Titles and quotations say what they say: "Never Let Me Go", “Only connect”.
    pub fn is_quoted_or_title(&self) -> bool {
        let is_quoted = self.written.trim_start().starts_with(['"', '“', '«', '‘', '*', '_', '`']);
        // The small words of a title are small: "Zen and the Art of Motorcycle Maintenance".
        let is_telling = |word: &&str| word.chars().any(char::is_alphabetic) && !SMALL_WORDS.contains(word);
        let words = || self.text.split_whitespace().filter(is_telling);
        let capitals = words().filter(|word| word.starts_with(|letter: char| letter.is_uppercase())).count();
        is_quoted || (capitals >= 2 && capitals * 3 >= words().count() * 2)
    }
}

/// The options that are picked by reading them, keys first; empty for all kinds but the choices.
pub(crate) fn choosable(question: &Question) -> Vec<&str> {
    match question.answer.with_kind(|kind| kind.shown()) {
        Shown::Options(options) => options,
        Shown::Nothing | Shown::Things(_) | Shown::LeftSides(_) | Shown::Gaps(_) => Vec::new(),
    }
}

/// Lints compare each word and each option with all others, which takes the square of their number. No learner could
/// read so much, and such a question is told of by its many options.
const MOST_OPTIONS: usize = 40;
const MOST_BYTES: usize = 20_000;

/// Words that stay small in a title.
#[rustfmt::skip]
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with",
];

/// Words that only a question about language has.
#[rustfmt::skip]
const TERMS_OF_GRAMMAR: &[&str] = &[
    "adjective", "adjectives", "adverb", "adverbs", "antonym", "antonyms", "conjunction", "determiner", "determiners",
    "grammar", "motto", "noun", "phrase", "pronoun", "pronouns", "proverb", "quantifier", "slogan", "synonym", "synonyms",
    "translate", "translates", "translation", "verb",
];

const WORDS_ABOUT_WORDS: &[&str] = &["sentence", "sentences", "word", "words", "expression", "term"];

#[rustfmt::skip]
const WORDS_ABOUT_TITLES: &[&str] = &[
    "aircraft", "album", "albums", "band", "bands", "book", "books", "car", "film", "films", "game", "games", "model", "movie",
    "movies", "named", "novel", "novels", "painting", "play", "plays", "poem", "song", "songs", "title", "titled",
];
