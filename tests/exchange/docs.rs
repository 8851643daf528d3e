//! The tables of docs/exchange.md are made of what the code itself goes by. `UPDATE_DOCS=true` writes them anew.

use std::fmt::Write;
use std::path::Path;
use torus::bank::Kind;
use torus::exchange::{Carried, Format, Target};

const BEGIN: &str = "<!-- made by `UPDATE_DOCS=true cargo test --test exchange docs` -->\n";
const END: &str = "<!-- end -->\n";

fn tables() -> String {
    let mut text = String::from("## What arrives of other programs' questions\n");
    for format in Format::ALL {
        let _ = write!(
            text,
            "\n### {} (`{}`)\n\n| there | in Torus | what changes |\n| --- | --- | --- |\n",
            format.title(),
            format.as_str()
        );
        for row in format.kinds() {
            let _ = writeln!(text, "| {} | {} | {} |", row.theirs, row.ours, row.note);
        }
    }
    text.push_str("\n## What arrives of a bank in other programs\n\n● all of it; ◐ with something lost, which is told; ○ not at all\n\n| kind |");
    for target in Target::ALL {
        let _ = write!(text, " {} |", target.title());
    }
    text.push_str("\n| --- |");
    text.push_str(&" --- |".repeat(Target::ALL.len()));
    text.push('\n');
    for kind in Kind::ALL {
        let _ = write!(text, "| `{}` |", kind.as_str());
        for target in Target::ALL {
            let sign = match target.carries(kind) {
                Carried::Whole => '●',
                Carried::Partly => '◐',
                Carried::Not => '○',
            };
            let _ = write!(text, " {sign} |");
        }
        text.push('\n');
    }
    text
}

#[test]
fn docs_tables_are_those_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exchange.md");
    let page = std::fs::read_to_string(&path).expect("docs/exchange.md");
    let (before, rest) = page.split_once(BEGIN).expect("where the tables begin");
    let (old, after) = rest.split_once(END).expect("where the tables end");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, [before, BEGIN, &tables(), END, after].concat()).expect("writes");
    } else {
        assert_eq!(old, tables());
    }
}
