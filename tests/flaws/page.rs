//! `docs/checks.md`: made of the pages of the checks and of the measured table, and held equal to them.

use crate::labelled::{Labelled, labelled};
use crate::strangers;
use crate::{overall, scores, table};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use torus::bank::{Explanation, Severity, explanations};

const HEAD: &str = "\
# The checks

`torus check` and the window tell the same problems. An **error** keeps a question from being asked: it is left out, and
all others are played. A **warning** is a flaw in how a question is written: it is asked all the same. Each has a code, and
`torus explain CODE` shows its page from here.

This file is made from the program's own texts: `TORUS_WRITE_DOCS=1 cargo test --test flaws` writes it anew.
";

const MEASURED: &str = "\
## How often the warnings are right

Measured on the questions in `tests/flaws`, about half of them flawed, the others near misses for the most part; print it with
`cargo test --test flaws -- --nocapture`. *Precision* is the share of what is found that was labelled so by hand, *recall* the
share of what was labelled that is found. Rules and labels come from the same hands, so expect less from questions of
your own. Every rule is above 0.7 in precision; one below would have to be asked for. Rules that know English words
keep silent in banks whose `language` is another.
";

/// The file as it should be.
fn expected() -> String {
    let mut page = HEAD.to_owned();
    for (severity, title) in [(Severity::Error, "## Errors"), (Severity::Warning, "## Warnings")] {
        writeln!(page, "\n{title}").unwrap();
        explanations().filter(|one| one.severity == severity).for_each(|one| push(&mut page, one));
    }
    let all = labelled();
    let held_out: Vec<Labelled> = labelled().into_iter().filter(|one| one.name.starts_with("heldout: ")).collect();
    let score = overall(&scores(&held_out));
    writeln!(page, "\n{MEASURED}\n{}", table(&scores(&all)).trim_end()).unwrap();
    write!(
        page,
        "\n{} of the questions were labelled before the rules were tried on them, and no rule was changed for them: precision {:.2}, recall {:.2}.\n",
        held_out.len(),
        score.precision(),
        score.recall()
    )
    .unwrap();
    write!(page, "\n{}", strangers::part()).unwrap();
    page
}

fn push(page: &mut String, one: &Explanation) {
    let Explanation { code, title, why, fix, source, .. } = one;
    write!(page, "\n### `{code}`\n\n{title}. {why}\n\nWhat to do: {fix}.\n\nSource: {source}.\n").unwrap();
    for (name, example) in [("Before", one.before), ("After", one.after)] {
        match example.starts_with("Question(") || example.starts_with("Bank(") {
            true => write!(page, "\n{name}:\n\n```\n{example}\n```\n").unwrap(),
            false => write!(page, "\n{name}: {example}\n").unwrap(),
        }
    }
}

#[test]
fn the_docs_say_what_the_program_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    if std::env::var_os("TORUS_WRITE_DOCS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, expected()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let hint = "run TORUS_WRITE_DOCS=1 cargo test --test flaws";
    for (number, (written, expected)) in written.lines().zip(expected().lines()).enumerate() {
        assert_eq!(written, expected, "line {}: {hint}", number + 1);
    }
    assert_eq!(written, expected(), "{hint}");
}
