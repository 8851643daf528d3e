//! The code that stands on every page of a printed paper, by which it is known again. Draws nothing.

use super::Paper;
use sha2::{Digest, Sha256};

/// Crockford's Base32: no letter that is taken for a digit or for another letter.
/// Source: Douglas Crockford, "Base 32", <https://www.crockford.com/base32.html>.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Four signs are 20 bits: of a hundred papers that a teacher keeps, two share a code once in two hundred times.
const LENGTH: usize = 4;

/// What tells a printed paper from every other: the SHA-256 of its seed and of its questions as the bank has them, with
/// the order of their options. Versions of one paper have that of the first.
pub fn paper_digest(papers: &[Paper]) -> [u8; 32] {
    let mut digest = Sha256::new();
    if let Some(paper) = papers.first() {
        digest.update(paper.seed.to_be_bytes());
        for item in &paper.items {
            let question =
                ron::to_string(item.original()).expect("a question holds only texts, numbers and lists, as RON has");
            let order = format!("{:?}", item.option_order);
            for part in [&*item.bank_id, &*question, &*order] {
                digest.update((part.len() as u64).to_be_bytes());
                digest.update(part);
            }
        }
    }
    digest.finalize().into()
}

/// The code of a paper, or of its versions, such as `7QK2`. The same banks, plan and seed give the same code on every
/// computer; a bank that was changed since gives another.
pub fn paper_code(papers: &[Paper]) -> String {
    let digest = paper_digest(papers);
    let bits = digest.iter().take(4).fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte));
    let sign = |place: usize| SIGNS[((bits >> (27 - 5 * place)) & 31) as usize];
    (0..LENGTH).map(|place| char::from(sign(place))).collect()
}

/// The code that somebody has typed: small letters are large ones, `O` is `0`, `I` and `L` are `1`. `None` for what is no
/// code.
pub fn typed_code(typed: &str) -> Option<String> {
    let sign = |letter: char| match letter.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        letter if letter.is_ascii() && SIGNS.contains(&(letter as u8)) => Some(letter),
        _ => None,
    };
    let code: String = typed.trim().chars().map(sign).collect::<Option<_>>()?;
    (code.len() == LENGTH).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::{Bank, Question};
    use crate::paper::{Met, Plan, draw_versions};

    fn papers(prompt: &str, seed: u32, versions: u32) -> Vec<Paper> {
        let question = |ron: String| -> Question { ron::from_str(&ron).expect("a question") };
        let choice =
            format!("(id: \"a\", prompt: \"{prompt}\", answer: Choice(correct: \"x\", distractors: [\"y\", \"z\"]))");
        let calculated =
            r#"(id: "b", prompt: "{n}", answer: Calculated(variables: {"n": Range(from: 1, to: 9)}, value: "n"))"#;
        let questions = [choice, calculated.to_owned()].map(question).into();
        let bank = Bank { id: "b".into(), questions, ..Bank::default() };
        draw_versions(&[&bank], &Plan::default(), &Met::new(), seed, versions)
    }

    #[test]
    fn a_known_paper_keeps_its_code() {
        assert_eq!(paper_code(&papers("Q?", 7, 1)), "DX6P");
        assert_eq!(paper_code(&[]).len(), 4);
    }

    #[test]
    fn versions_share_the_code_and_another_seed_or_question_has_another() {
        let code = paper_code(&papers("Q?", 7, 1));
        assert_eq!(paper_code(&papers("Q?", 7, 26)), code);
        assert_ne!(paper_code(&papers("Q?", 8, 1)), code);
        assert_ne!(paper_code(&papers("Q!", 7, 1)), code);
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let check = |typed: &str, expected: Option<&str>| assert_eq!(typed_code(typed).as_deref(), expected, "{typed}");
        check(" 7qk2 ", Some("7QK2"));
        check("oiL0", Some("0110"));
        check("7QK", None);
        check("7QK22", None);
        check("7Q-2", None);
        check("7QKü", None);
        check("UUUU", None);
        let code = paper_code(&papers("Q?", 7, 2));
        check(&code.to_lowercase(), Some(&code));
    }
}
