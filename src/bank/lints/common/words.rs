//! Cuts texts into words. Knows no language.

/// The words of a text in small letters, in their order.
#[derive(Debug)]
pub(crate) struct Words {
    small: String,
    /// Beginning and end of each word in `small`.
    ends: Vec<(usize, usize)>,
}

impl Words {
    /// A word is letters and digits, with apostrophes and hyphens inside: `don't`, `jt-60`. `’` becomes `'`.
    pub fn of(text: &str) -> Self {
        let mut words = Self { small: String::with_capacity(text.len()), ends: Vec::new() };
        let mut letters = text.chars().peekable();
        let mut start = None;
        while let Some(letter) = letters.next() {
            let is_inside = start.is_some() && matches!(letter, '\'' | '’' | '-' | '‑');
            let joins = is_inside && letters.peek().is_some_and(|next| next.is_alphanumeric());
            let at = words.small.len();
            if letter.is_alphanumeric() {
                start.get_or_insert(at);
                words.small.extend(letter.to_lowercase());
            } else if joins {
                words.small.push(if letter == '’' { '\'' } else { letter });
            } else {
                words.ends.extend(start.take().map(|start| (start, at)));
                words.small.push(' ');
            }
        }
        words.ends.extend(start.map(|start| (start, words.small.len())));
        words
    }

    /// The words one by one.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.ends.iter().map(|(start, end)| &self.small[*start..*end])
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Whether one of `words` is among them.
    pub fn has_any(&self, words: &[&str]) -> bool {
        self.iter().any(|word| words.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_hyphens_and_lose_all_else() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(Words::of(text).iter().collect::<Vec<_>>(), expected, "{text}");
        };
        check("Don’t pick JT-60, *please*!", &["don't", "pick", "jt-60", "please"]);
        check("'quoted' - and -5", &["quoted", "and", "5"]);
        check("Élan İ", &["élan", "i\u{307}"]);
        check("", &[]);
    }
}
