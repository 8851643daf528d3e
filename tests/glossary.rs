//! Holds the words of CONTRIBUTING.md: no text of the window or of a command uses one that the glossary retired.

use proc_macro2::{TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};
use syn::Lit;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Where the words of the program are made, but for the lints, which hold words to look for.
const SPOKEN: [&str; 10] = [
    "app",
    "cli",
    "report",
    "bank/check/words.rs",
    "bank/values/formula.rs",
    "facts/problem.rs",
    "history",
    "kinds",
    "syntax",
    "main.rs",
];

fn retired() -> Vec<String> {
    let text = fs::read_to_string(Path::new(ROOT).join("CONTRIBUTING.md")).expect("CONTRIBUTING.md");
    let section = text.split("\n## Words\n").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a glossary");
    let rows = section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    let cells = rows.skip(1).filter_map(|row| row.trim_end_matches(" |").rsplit(" | ").next());
    cells
        .flat_map(|cell| cell.split(", ").map(|word| word.trim().to_lowercase()))
        .filter(|word| !word.is_empty())
        .collect()
}

fn files(at: &Path) -> Vec<PathBuf> {
    if at.is_file() {
        return vec![at.to_owned()];
    }
    let entries = fs::read_dir(at).expect("a folder of the source").flatten();
    entries
        .flat_map(|entry| files(&entry.path()))
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .collect()
}

/// The texts that stand in the code of a file: its tests, its comments and its attributes left out, but for errors.
fn texts(source: &str) -> Vec<String> {
    let code = source.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut texts = Vec::new();
    gather(code.parse().expect("is Rust"), &mut texts);
    texts
}

/// Whether an attribute holds the words of an error.
fn is_error(attribute: &TokenStream) -> bool {
    matches!(attribute.clone().into_iter().next(), Some(TokenTree::Ident(name)) if name == "error")
}

fn gather(tokens: TokenStream, texts: &mut Vec<String>) {
    let mut is_attribute = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if !is_attribute || is_error(&group.stream()) => gather(group.stream(), texts),
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal) {
                    texts.push(text.value());
                }
            }
            TokenTree::Punct(sign) => {
                // `#[…]`, `#![…]`; a comment that documents is one too.
                is_attribute = sign.as_char() == '#' || (is_attribute && sign.as_char() == '!');
                continue;
            }
            TokenTree::Group(_) | TokenTree::Ident(_) => {}
        }
        is_attribute = false;
    }
}

/// Whether the words stand in the text as words.
fn says(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + found.len()..].chars().next())
    })
}

#[test]
fn no_text_of_the_program_uses_a_word_that_the_glossary_retired() {
    let retired = retired();
    assert!(retired.len() > 40, "{retired:?}");
    let mut found = Vec::new();
    for path in SPOKEN.iter().flat_map(|place| files(&Path::new(ROOT).join("src").join(place))) {
        if path.to_string_lossy().ends_with("tests.rs") || path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        for text in texts(&fs::read_to_string(&path).expect("a source file")) {
            for words in retired.iter().filter(|words| says(&text, words)) {
                found.push(format!("{}: `{words}` in {text:?}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "retired words:\n{}", found.join("\n"));
}
