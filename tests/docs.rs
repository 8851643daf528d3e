//! The examples in the docs: the sound ones read without a problem, the faulty ones give the problems named below them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use torus::bank::{Diagnostic, Kind, Quietly, check, read};
use torus::sitting::grade_written;

const REFERENCE: &str = include_str!("../docs/quiz-format.md");

/// A fenced block: what stands after the back-ticks, and its lines.
struct Block<'a> {
    label: &'a str,
    text: &'a str,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let fenced = page.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.split_once('\n')).map(|(label, text)| Block { label, text }).collect()
}

/// A whole bank around an example, which is one itself or the inside of a list.
fn bank(example: &str) -> String {
    let (questions, quizzes) = match example.trim_start() {
        bank if bank.starts_with("Bank(") => return bank.to_owned(),
        quiz if quiz.starts_with("Quiz(") => (QUESTIONS, quiz),
        questions => (questions, ""),
    };
    format!(
        "Bank(format: 1, id: \"b\", title: \"B\", sources: {{\"atlas\": Source(title: \"Atlas\")}}, questions: [\n{questions}\n], \
         quizzes: [{quizzes}])"
    )
}

/// What the quizzes of the examples draw from.
const QUESTIONS: &str = "
    (id: \"a\", topic: \"Rivers/Europe\", prompt: \"The Rhine flows north.\", answer: TrueFalse(true), explanation: \"So.\"),
    (id: \"b\", topic: \"Rivers/Europe\", prompt: \"The Volga flows north.\", answer: TrueFalse(false), explanation: \"So.\"),
    (id: \"c\", topic: \"Rivers/Africa\", prompt: \"The Nile flows north.\", answer: TrueFalse(true), explanation: \"So.\"),
    (id: \"d\", topic: \"Rivers/Africa\", prompt: \"The Niger flows north.\", answer: TrueFalse(false), explanation: \"So.\"),
";

/// What is told of a text, without the places.
fn told(text: &str) -> Vec<String> {
    let reading = read(text, &Quietly);
    let without_place = |diagnostic: &Diagnostic| match &diagnostic.question {
        Some(question) => format!("question \"{question}\": {}", diagnostic.problem),
        None => diagnostic.problem.to_string(),
    };
    reading.problems.iter().chain(reading.bank.as_ref().err()).map(without_place).collect()
}

#[test]
fn every_sound_example_reads_and_is_well_written() {
    let sound: Vec<_> = blocks(REFERENCE).into_iter().filter(|block| block.label == "ron").collect();
    assert!(sound.len() >= 10, "{}", sound.len());
    for block in sound {
        let text = bank(block.text);
        assert_eq!(told(&text), Vec::<String>::new(), "{}", block.text);
        assert_eq!(check(&text, &Quietly), [], "{}", block.text);
    }
}

#[test]
fn every_faulty_example_gives_the_problems_named_below_it() {
    let blocks = blocks(REFERENCE);
    let faulty: Vec<_> = blocks.windows(2).filter(|pair| pair[0].label == "ron,faulty").collect();
    assert_eq!(faulty.len(), blocks.iter().filter(|block| block.label == "text").count());
    for pair in faulty {
        assert_eq!(pair[1].label, "text", "{}", pair[0].text);
        let expected: Vec<&str> = pair[1].text.lines().collect();
        assert_eq!(told(&bank(pair[0].text)), expected, "{}", pair[0].text);
    }
}

/// The rows of the tables that tell how an answer is marked: kind, key, what is typed, and the mark.
fn marks() -> Vec<[&'static str; 4]> {
    let mut rows = Vec::new();
    let mut kind = None;
    for line in REFERENCE.lines() {
        let cells: Vec<&str> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        match cells[..] {
            ["", name, "typed", "mark", "why", ""] => kind = Some(name),
            ["", "---", ..] => {}
            ["", key, typed, mark, why, ""] if kind.is_some() => {
                assert!(!why.is_empty(), "{line}");
                rows.push([kind.unwrap(), key, typed, mark]);
            }
            _ => kind = None,
        }
    }
    rows
}

#[test]
fn every_answer_in_the_reference_gets_the_mark_that_stands_beside_it() {
    let rows = marks();
    assert!(rows.len() >= 30, "{}", rows.len());
    for [kind, key, typed, mark] in rows {
        let example = format!("Question(id: \"a\", prompt: \"Which?\", answer: {kind}({key}))");
        let bank = read(&bank(&example), &Quietly).bank.unwrap();
        let marked = grade_written(&bank.questions[0], typed).mark.unwrap();
        assert_eq!(marked.fraction.to_string(), mark, "{typed} for {kind}({key})");
    }
}

#[test]
fn every_block_of_ron_is_known_to_the_tests() {
    let known = ["ron", "ron,faulty", "text"];
    for block in blocks(REFERENCE) {
        assert!(known.contains(&block.label), "{}", block.label);
    }
}

#[test]
fn every_kind_has_a_section() {
    for kind in Kind::ALL {
        let name: String = kind.as_str().split('_').map(capitalised).collect();
        assert!(REFERENCE.contains(&format!("\n## {name}\n")), "{name}");
    }
}

#[test]
fn every_kind_has_a_picture_and_every_picture_exists() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for kind in Kind::ALL {
        let picture = format!("](images/kind-{}.png)", kind.as_str().replace('_', "-"));
        assert!(REFERENCE.contains(&picture), "{picture}");
    }
    let prose: String = REFERENCE.split("```").step_by(2).collect();
    let named = prose.split("](images/").skip(1).filter_map(|rest| rest.split(')').next());
    for name in named {
        let path = docs.join("images").join(name);
        let size = fs::metadata(&path).map(|data| data.len()).unwrap_or_default();
        assert!((1..100_000).contains(&size), "{}: {size} bytes", path.display());
    }
}

#[test]
fn the_lint_that_contributing_shows_is_the_one_of_the_program() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let lint = fs::read_to_string(root.join("src/bank/lints/many_options.rs")).unwrap();
    let shown = blocks(&page).into_iter().find(|block| block.label == "rust").unwrap();
    let shown: String =
        shown.text.lines().map(|line| line.strip_prefix("   ").unwrap_or(line).to_owned() + "\n").collect();
    assert_eq!(shown.trim_end(), lint.trim_end());
    assert!(page.contains("   many_options: ManyOptions,\n"));
}

#[test]
fn every_bank_that_comes_with_the_program_is_free_of_errors_and_warnings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("quizzes");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    assert!(!paths.is_empty());
    for path in paths {
        assert_eq!(check(&fs::read_to_string(&path).unwrap(), &Quietly), [], "{}", path.display());
    }
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
