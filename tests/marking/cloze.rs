//! Gaps: the right ones, divided by all.

use super::Say::Nothing;
use super::{check, check_response};
use torus::sitting::Response;

const SITES: &str = r#"Cloze(text: "JET stands at {Culham}, near {Oxford|Oxford, England}; its walls are of {beryllium ~ carbon ~ Beryll}.")"#;

#[test]
fn each_gap_filled_right_earns_its_share() {
    check(
        SITES,
        &[
            ("Culham; Oxford; beryllium", 1.0, Nothing),
            ("Culham; Oxford, England; beryllium", 1.0, Nothing),
            ("culham.; OXFORD england; BERYLLIUM", 2.0 / 3.0, Nothing),
            (" cùlham ;oxford;beryllium", 1.0, Nothing),
            ("Culham; Oxford; carbon", 2.0 / 3.0, Nothing),
            ("Culham; Oxford; Beryll", 2.0 / 3.0, Nothing),
            ("Culham; Oxford; ", 2.0 / 3.0, Nothing),
            ("Culham; Oxford", 2.0 / 3.0, Nothing),
            ("Culham", 1.0 / 3.0, Nothing),
            ("; ; beryllium", 1.0 / 3.0, Nothing),
            ("; Oxford", 1.0 / 3.0, Nothing),
            ("Oxford; Culham; carbon", 0.0, Nothing),
            ("Culhm; Oxfrd; carbon", 0.0, Nothing),
            ("?; ?", 0.0, Nothing),
        ],
    );
}

#[test]
fn typed_gaps_put_case_and_accents_aside_and_forgive_no_slip() {
    check(
        r#"Cloze(text: "{Reykjavík}")"#,
        &[
            ("Reykjavík", 1.0, Nothing),
            ("reykjavik", 1.0, Nothing),
            ("REYKJAVIK!", 1.0, Nothing),
            (" Reykjavi\u{301}k ", 1.0, Nothing),
            ("Reykjavic", 0.0, Nothing),
            ("Reykjavi", 0.0, Nothing),
        ],
    );
    check(
        r#"Cloze(text: r"{a\|b|c; d}")"#,
        &[("a|b", 1.0, Nothing), (r"c\; d", 1.0, Nothing), ("a", 0.0, Nothing), ("b", 0.0, Nothing)],
    );
}

#[test]
fn lists_are_compared_exactly() {
    let gaps = |text: &str| Response::Cloze(vec!["Culham".into(), "Oxford".into(), text.into()]);
    check_response(SITES, gaps("beryllium"), 1.0);
    check_response(SITES, gaps("Beryllium"), 2.0 / 3.0);
    check_response(SITES, gaps("beryllium "), 2.0 / 3.0);
    check_response(SITES, gaps("tungsten"), 2.0 / 3.0);
}

#[test]
fn gaps_that_there_are_not_count_for_nothing() {
    let filled = |count: usize| Response::Cloze(vec!["Culham".into(); count]);
    check_response(SITES, filled(0), 0.0);
    check_response(SITES, filled(1), 1.0 / 3.0);
    check_response(SITES, filled(9), 1.0 / 3.0);
    check_response(r#"Cloze(text: "no gap")"#, filled(1), 0.0);
    check_response(r#"Cloze(text: "{")"#, filled(1), 0.0);
    check_response(SITES, Response::Cloze(vec![" ".into(), String::new()]), 0.0);
    check_response(SITES, Response::Text("Culham".into()), 0.0);
}
