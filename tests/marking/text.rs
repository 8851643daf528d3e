//! Words and phrases that are typed.

use super::Say::{Nothing, OtherWord, Punctuation, Typo};
use super::{check, check_response};
use std::time::{Duration, Instant};
use torus::sitting::Response;

#[test]
fn case_accents_spaces_and_final_punctuation_are_put_aside() {
    check(
        r#"Text(accept: ["Hannes Alfvén"])"#,
        &[
            ("Hannes Alfvén", 1.0, Nothing),
            ("hannes alfvén", 1.0, Nothing),
            ("HANNES ALFVEN", 1.0, Nothing),
            ("Hannes Alfve\u{301}n", 1.0, Nothing),
            ("  Hannes   Alfven \n", 1.0, Nothing),
            ("Hannes\u{a0}Alfven.", 1.0, Nothing),
            ("Hannes Alfven !?", 1.0, Nothing),
            ("Ｈａｎｎｅｓ Alfven", 1.0, Nothing),
            ("Hannes Al\u{ad}fven", 1.0, Nothing),
            ("HannesAlfven", 0.0, Nothing),
            ("Hannes Alfvin", 0.0, Nothing),
            ("Alfvén", 0.0, Nothing),
        ],
    );
    check(
        r#"Text(accept: ["Straße"])"#,
        &[("strasse", 1.0, Nothing), ("STRASSE", 1.0, Nothing), ("Strase", 0.0, Nothing)],
    );
    check(r#"Text(accept: ["Łódź"])"#, &[("Lodz", 1.0, Nothing), ("łodz", 1.0, Nothing)]);
    check(r#"Text(accept: ["Ærø"])"#, &[("aero", 1.0, Nothing), ("ærø", 1.0, Nothing)]);
    check(r#"Text(accept: ["İstanbul"])"#, &[("istanbul", 1.0, Nothing), ("ISTANBUL", 1.0, Nothing)]);
    check(r#"Text(accept: ["Ὀδυσσεύς"])"#, &[("ΟΔΥΣΣΕΥΣ", 1.0, Nothing), ("οδυσσευσ", 1.0, Nothing)]);
    check(r#"Text(accept: ["O'Neill"])"#, &[("O’Neill", 1.0, Nothing), ("o´neill", 1.0, Nothing)]);
    check(r#"Text(accept: ["か"])"#, &[("か", 1.0, Nothing), ("が", 0.0, Nothing)]);
    check(r#"Text(accept: ["की"])"#, &[("की", 1.0, Nothing), ("का", 0.0, Nothing)]);
    check(r#"Text(accept: ["?"])"#, &[("?", 1.0, Nothing), ("!", 0.0, Nothing), ("a", 0.0, Nothing)]);
    check(r#"Text(accept: ["C#"])"#, &[("c#", 1.0, Nothing), ("C", 0.0, Nothing)]);
}

#[test]
fn case_and_accents_count_where_the_question_asks() {
    check(
        r#"Text(accept: ["MJ"], match_case: true)"#,
        &[("MJ", 1.0, Nothing), (" MJ. ", 1.0, Nothing), ("mJ", 0.0, Nothing), ("mj", 0.0, Nothing)],
    );
    check(
        r#"Text(accept: ["pêche"], match_accents: true)"#,
        &[
            ("pêche", 1.0, Nothing),
            ("PÊCHE", 1.0, Nothing),
            ("pe\u{302}che", 1.0, Nothing),
            ("pèche", 0.0, Nothing),
            ("peche", 0.0, Nothing),
        ],
    );
    check(r#"Text(accept: ["ø"], match_accents: true)"#, &[("Ø", 1.0, Nothing), ("o", 0.0, Nothing)]);
    check(
        r#"Text(accept: ["Pêche"], match_case: true, match_accents: true)"#,
        &[("Pêche", 1.0, Nothing), ("pêche", 0.0, Nothing), ("Peche", 0.0, Nothing)],
    );
}

#[test]
fn typing_slips_are_forgiven_as_far_as_the_question_allows() {
    check(
        r#"Text(accept: ["Reykjavik"], typos: 1)"#,
        &[
            ("Reykjavík", 1.0, Nothing),
            ("Reykjavk", 1.0, Typo("Reykjavik")),
            ("Reykjavikk", 1.0, Typo("Reykjavik")),
            ("Reykjavic", 1.0, Typo("Reykjavik")),
            ("Reyjkavik", 1.0, Typo("Reykjavik")),
            ("reykjvík!", 1.0, Typo("Reykjavik")),
            ("Rekjavk", 0.0, Nothing),
            ("Geneva", 0.0, Nothing),
        ],
    );
    check(r#"Text(accept: ["Reykjavik"])"#, &[("Reykjavk", 0.0, Nothing), ("reykjavik", 1.0, Nothing)]);
    check(
        r#"Text(accept: ["Reykjavik"], typos: 99)"#,
        &[("Rykjvk", 1.0, Typo("Reykjavik")), ("Rkjvk", 1.0, Typo("Reykjavik")), ("Rkjv", 0.0, Nothing)],
    );
}

#[test]
fn a_short_word_never_passes_for_another() {
    check(r#"Text(accept: ["UK"], typos: 5)"#, &[("UK", 1.0, Nothing), ("UN", 0.0, Nothing), ("U", 0.0, Nothing)]);
    check(r#"Text(accept: ["JET"], typos: 5)"#, &[("JTE", 0.0, Nothing), ("JTX", 0.0, Nothing)]);
    check(
        r#"Text(accept: ["JT-60SA"], typos: 5)"#,
        &[("jt-60sa", 1.0, Nothing), ("JT–60SA", 1.0, Nothing), ("JT-61SA", 0.0, Nothing), ("JT60SA", 0.0, Nothing)],
    );
}

#[test]
fn no_slip_makes_another_known_word_right() {
    check(
        r#"Text(accept: ["nitrate"], typos: 2, reject: ["nitride"])"#,
        &[
            ("nitrate", 1.0, Nothing),
            ("nitrite", 0.0, OtherWord("nitrate")),
            ("nitride", 0.0, OtherWord("nitrate")),
            ("Nitride.", 0.0, OtherWord("nitrate")),
            ("nitrete", 1.0, Typo("nitrate")),
            ("mitrate", 0.0, Nothing),
            ("nitr4te", 0.0, Nothing),
        ],
    );
    let mut question = super::question(r#"Text(accept: ["Tigris"], typos: 2)"#);
    question.feedback = torus::bank::Entries([("Tigre".into(), "That is in Ethiopia.".into())].into());
    let mark = |typed: &str| torus::sitting::grade(&question, &Response::Text(typed.into()));
    assert_eq!(mark("tigre").note, Some(torus::sitting::Note::OtherWord { accepted: "Tigris".into() }));
    assert_eq!((mark("tigre").fraction, mark("Tigres").fraction, mark("Tigriss").fraction), (0.0, 0.0, 1.0));
}

#[test]
fn punctuation_counts_where_it_carries_meaning() {
    check(
        r#"Text(accept: ["n!"])"#,
        &[("n!", 1.0, Nothing), ("n", 0.0, Punctuation("n!")), ("N !", 1.0, Nothing), ("n!.", 1.0, Nothing)],
    );
    check(r#"Text(accept: ["Stop!"])"#, &[("stop", 1.0, Nothing), ("Stop.", 1.0, Nothing)]);
    check(
        r#"Text(accept: ["Stop!"], punctuation: Counts)"#,
        &[("stop!", 1.0, Nothing), ("stop", 0.0, Punctuation("Stop!"))],
    );
    check(r#"Text(accept: ["n!"], punctuation: Ignored)"#, &[("n", 1.0, Nothing)]);
    check(
        r#"Text(accept: ["Hi!"], reject: ["Hi"])"#,
        &[("Hi!", 1.0, Nothing), ("Hi", 0.0, Nothing), ("Hi.", 0.0, Punctuation("Hi!"))],
    );
}

#[test]
fn the_nearest_accepted_form_is_named() {
    check(
        r#"Text(accept: ["tungsten", "wolfram"], typos: 2)"#,
        &[
            ("wolfram", 1.0, Nothing),
            ("wolfran", 1.0, Typo("wolfram")),
            ("tungstne", 1.0, Typo("tungsten")),
            ("tungram", 0.0, Nothing),
        ],
    );
    check(r#"Text(accept: ["colours", "colors"], typos: 2)"#, &[("colrs", 1.0, Typo("colors"))]);
    check(r#"Text(accept: ["colors", "colours"], typos: 2)"#, &[("colouurs", 1.0, Typo("colours"))]);
}

#[test]
fn a_book_in_the_field_is_refused_at_once() {
    let accept = format!(r#"Text(accept: ["Reykjavik", "{}"], typos: 4000000000)"#, "x".repeat(100_000));
    let begin = Instant::now();
    check_response(&accept, Response::Text("y".repeat(100_000)), 0.0);
    // Comparing letter by letter would take 10^10 steps.
    assert!(begin.elapsed() < Duration::from_secs(5));
}
