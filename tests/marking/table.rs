//! The table of the marking rules: answers as people of many languages give them, each with its mark and the reason.

use super::question;
use std::collections::BTreeSet;
use torus::bank::Question;
use torus::sitting::grade_written;

const TABLES: [(&str, &str); 7] = [
    ("numbers", include_str!("cases/numbers.txt")),
    ("units", include_str!("cases/units.txt")),
    ("languages", include_str!("cases/languages.txt")),
    ("signs", include_str!("cases/signs.txt")),
    ("texts", include_str!("cases/texts.txt")),
    ("typos", include_str!("cases/typos.txt")),
    ("options", include_str!("cases/options.txt")),
];

/// A line of a table with the question that it answers.
struct Case {
    language: &'static str,
    answer: &'static str,
    question: Question,
    given: String,
    mark: f64,
    why: &'static str,
}

/// The cases of one table. `[de] KEY // PROMPT` begins a block; its lines are what was given, the mark and the reason,
/// parted by tabs. Signs that nobody sees are written `\u{200b}`.
fn cases(table: &'static str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut block = None;
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Some((language, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            let (answer, prompt) = rest.split_once(" // ").unwrap_or((rest, "What?"));
            let mut question = question(answer);
            question.prompt = prompt.into();
            block = Some((language, answer, question));
            continue;
        }
        let (language, answer, question) = block.clone().expect("a block before its lines");
        let [given, mark, why] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three cells: {line}") };
        let (given, mark) = (unescaped(given), mark.parse().expect("a mark"));
        cases.push(Case { language, answer, question, given, mark, why });
    }
    cases
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (sign, after) = match rest.chars().next() {
            Some('t') => ('\t', &rest[1..]),
            Some('n') => ('\n', &rest[1..]),
            Some('u') => {
                let (code, after) = rest[2..].split_once('}').expect("a closing brace");
                (char::from_u32(u32::from_str_radix(code, 16).expect("a code")).expect("a sign"), after)
            }
            _ => ('\\', &rest[1..]),
        };
        plain.push(sign);
        rest = after;
    }
    plain + rest
}

#[test]
fn every_answer_gets_the_mark_that_a_fair_teacher_gives() {
    let mut wrong = Vec::new();
    for (name, table) in TABLES {
        for case in cases(table) {
            let mark = grade_written(&case.question, &case.given).mark.map_or(0.0, |mark| mark.fraction);
            if (mark - case.mark).abs() > 1e-12 {
                let Case { language, answer, given, mark: expected, why, .. } = case;
                wrong.push(format!("{name} [{language}] {answer}: {given:?} is {mark}, not {expected}: {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_is_large_and_speaks_many_languages() {
    let all: Vec<Case> = TABLES.iter().flat_map(|(_, table)| cases(table)).collect();
    let languages: BTreeSet<&str> = all.iter().map(|case| case.language).collect();
    assert!(all.len() >= 1_000, "{}", all.len());
    assert!(languages.len() >= 8, "{languages:?}");
    let right = all.iter().filter(|case| case.mark > 0.0).count();
    assert!(right >= 500 && all.len() - right >= 400, "{right} of {}", all.len());
    assert!(all.iter().all(|case| !case.why.is_empty()));
}
