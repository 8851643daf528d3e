//! Which words carry meaning, and which are forms of one. Knows English alone.

/// Words of questions and of grammar: that two texts share one means nothing.
#[rustfmt::skip]
const EMPTY_WORDS: &[&str] = &[
    "about", "above", "according", "after", "again", "against", "almost", "along", "also", "although", "always",
    "among", "another", "answer", "answers", "around", "away", "because", "become", "becomes", "been", "before",
    "began", "begin", "being", "below", "best", "better", "between", "both", "call", "called", "came", "cannot",
    "cause", "caused", "causes", "come", "comes", "correct", "could", "describe", "described", "describes", "does",
    "doing", "done", "down", "during", "each", "either", "else", "even", "ever", "every", "example", "except",
    "fact", "false", "find", "first", "follow", "following", "follows", "form", "found", "from", "gave", "gets",
    "give", "given", "gives", "goes", "going", "gone", "happen", "happened", "happens", "have", "having", "held",
    "here", "hers", "himself", "however", "inside", "instead", "into", "itself", "just", "keep", "keeps", "kept",
    "kind", "knew", "know", "known", "last", "later", "least", "less", "like", "likely", "long", "look", "made",
    "main", "mainly", "make", "makes", "making", "many", "mean", "meaning", "means", "might", "more", "most",
    "mostly", "much", "must", "name", "named", "names", "near", "nearest", "need", "needs", "neither", "never",
    "next", "none", "often", "once", "only", "onto", "other", "others", "over", "part", "parts", "place",
    "properly", "question", "rather", "really", "same", "says", "seen", "sentence", "several", "shall", "should",
    "show", "shown", "shows", "since", "some", "something", "sometimes", "soon", "sort", "start", "started",
    "starts", "state", "statement", "statements", "still", "such", "take", "taken", "takes", "term", "than", "that",
    "their", "them", "then", "there", "these", "they", "thing", "things", "this", "those", "though", "three",
    "through", "time", "times", "together", "told", "took", "toward", "towards", "true", "turn", "type", "under",
    "unless", "until", "upon", "used", "user", "uses", "using", "usually", "very", "want", "wants", "well", "went",
    "were", "what", "when", "where", "whether", "which", "while", "whom", "whose", "will", "with", "within",
    "without", "word", "words", "work", "worked", "works", "would", "write", "written", "wrote", "year", "years",
    "your",
];

/// Shorter words are names of units, articles and prepositions for the most part.
const SHORTEST_TELLING_CHARS: usize = 4;

/// Whether sharing this word tells something.
pub(crate) fn is_telling(word: &str) -> bool {
    word.chars().nth(SHORTEST_TELLING_CHARS - 1).is_some()
        && word.chars().any(char::is_alphabetic)
        && EMPTY_WORDS.binary_search(&word).is_err()
}

/// Whether two words are forms of one: `magnet` and `magnetic`, `gravity` and `gravitation`, `melt` and `melting`.
///
/// They are where both are one stem with an ending that English makes words with. A short stem must be a word itself,
/// so that `plan` and `plane` are told apart.
pub(crate) fn is_same_root(one: &str, other: &str) -> bool {
    const SHORTEST_STEM_BYTES: usize = 5;
    const SHORTEST_WORD_BYTES: usize = 4;
    let (one, other) = (without_possessive(one), without_possessive(other));
    if one == other {
        return true;
    }
    let stem: usize = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let endings = [&one[stem..], &other[stem..]];
    // "Varies" and "variable": a short stem that an i ends, before an ending that adjectives and nouns are made with.
    let is_of_y = || {
        one[..stem].ends_with('i')
            && stem >= 4
            && endings.iter().any(|ending| matches!(*ending, "able" | "ation" | "ety"))
    };
    if is_of_y()
        && endings
            .iter()
            .all(|ending| matches!(*ending, "able" | "ation" | "ety" | "ed" | "es" | "ous" | "ant" | "ance"))
    {
        return true;
    }
    match stem {
        SHORTEST_STEM_BYTES.. => endings.iter().all(|ending| ENDINGS.contains(ending)),
        _ => {
            let is_word = stem >= SHORTEST_WORD_BYTES.min(one.len().min(other.len())) && endings.contains(&"");
            is_word && stem >= 3 && endings.iter().all(|ending| INFLECTIONS.contains(ending))
        }
    }
}

const INFLECTIONS: &[&str] = &["", "ed", "es", "ing", "s"];

#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "", "a", "able", "al", "an", "ance", "ant", "ary", "ate", "ated", "ates", "ating", "ation", "ative", "ator", "d",
    "e", "ed", "en", "ence", "ent", "er", "ers", "es", "ful", "ia", "ian", "ic", "ical", "ied", "ies", "ing", "ion", "ions",
    "ise", "ised", "ish", "ism", "ist", "ity", "ive", "ize", "ized", "ly", "ment", "n", "ness", "o", "or", "ose", "osed", "oses",
    "osing", "osis", "ous", "r", "rs", "s", "tion", "y",
];

fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_words_are_sorted() {
        assert!(EMPTY_WORDS.is_sorted());
    }

    #[test]
    fn a_word_tells_something_from_four_letters_on_and_where_it_is_no_word_of_grammar() {
        assert!(is_telling("atom") && is_telling("jt60"));
        for word in ["ion", "1234", "which", "äöü"] {
            assert!(!is_telling(word), "{word}");
        }
    }

    #[test]
    fn forms_of_one_word_are_known_and_others_told_apart() {
        for (one, other) in [
            ("magnet", "magnetic"),
            ("magnets", "magnet"),
            ("mexico", "mexican"),
            ("gas", "gas"),
            ("melt", "melting"),
            ("gravity", "gravitation"),
            ("earth's", "earth"),
            ("varies", "variable"),
            ("metamorphosed", "metamorphic"),
            ("fritillary", "fritillaria"),
        ] {
            assert!(is_same_root(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("contract", "contrast"),
            ("planet", "plane"),
            ("plan", "plane"),
            ("general", "generate"),
            ("transport", "transplant"),
            ("iron", "ion"),
            ("median", "medium"),
            ("series", "serious"),
        ] {
            assert!(!is_same_root(one, other), "{one} {other}");
        }
    }
}
