//! What comes of a bank that two people have changed: the laws, and each way in which two can meet.

use super::*;
use crate::bank::{Quietly, read};
use crate::syntax::lexer::comments;
use proptest::prelude::*;

const BASE: &str = r#"// The head of the file.
Bank(
    format: 1,
    id: "b",
    title: "Rivers", // as on the cover
    sources: {
        "atlas": Source(title: "Atlas", year: 1999),
    },
    questions: [
        // First come the easy ones.

        // About the Rhine.
        Question(
            id: "rhine",
            prompt: "Where does the Rhine end?",
            answer: Choice(correct: "Rotterdam", distractors: ["Odesa", "Porto"]),
            explanation: "At the North Sea.",
        ), // checked
        Question(
            id: "volga",
            prompt: "The Volga flows south.",
            answer: TrueFalse(true),
        ),
        Question(id: "nile", prompt: "The Nile flows north.", answer: TrueFalse(true)),
        // The end of the list.
    ],
    quizzes: [Quiz(id: "short", title: "Short", draw: [(count: 2)])],
)
// The foot.
"#;

#[track_caller]
fn merged(base: &str, mine: &str, theirs: &str) -> Merged {
    let merged = merge(base, mine, theirs).expect("merged");
    if read(mine, &Quietly).problems.is_empty() && read(theirs, &Quietly).problems.is_empty() {
        let reading = read(&merged.text, &Quietly);
        // Fewer questions can be too few for a ready-made quiz.
        let is_sound = reading.problems.iter().all(|problem| problem.code() == "thin-topic");
        assert!(reading.bank.is_ok() && is_sound, "{:?}\n{}", reading.problems, merged.text);
    }
    merged
}

/// A merge of changes of the base that must not be at odds.
#[track_caller]
fn at_peace(mine: &str, theirs: &str) -> String {
    let merged = merged(BASE, mine, theirs);
    assert_eq!(merged.conflicts, [], "{}", merged.text);
    merged.text
}

#[track_caller]
fn changed(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old} is not in\n{text}");
    text.replacen(old, new, 1)
}

fn ids(text: &str) -> Vec<String> {
    let bank = read(text, &Quietly).bank.expect("a bank");
    bank.questions.iter().map(|question| question.id.to_string()).collect()
}

const VOLGA: &str = "        Question(
            id: \"volga\",
            prompt: \"The Volga flows south.\",
            answer: TrueFalse(true),
        ),
";
const NILE: &str = "        Question(id: \"nile\", prompt: \"The Nile flows north.\", answer: TrueFalse(true)),\n";

#[test]
fn changes_of_different_questions_are_both_there() {
    let mine = changed(BASE, "The Volga flows south.", "The Volga flows to the south.");
    let theirs = changed(BASE, "The Nile flows north.", "The Nile flows to the north.");
    let both = changed(&mine, "The Nile flows north.", "The Nile flows to the north.");
    assert_eq!(at_peace(&mine, &theirs), both);
    assert_eq!(at_peace(&theirs, &mine), both);
    assert_eq!(&*merged(BASE, &mine, &theirs).taken, ["nile".into()]);
}

#[test]
fn changes_of_different_fields_of_one_question_are_both_there() {
    let mine = changed(BASE, "At the North Sea.", "At the North Sea, in the Netherlands.");
    let theirs = changed(BASE, "Where does the Rhine end?", "In which town does the Rhine end?");
    let theirs =
        changed(&theirs, "            answer: Choice", "            topic: \"Europe\",\n            answer: Choice");
    let both = changed(&theirs, "At the North Sea.", "At the North Sea, in the Netherlands.");
    assert_eq!(at_peace(&mine, &theirs), both);
    assert_eq!(at_peace(&theirs, &mine), both);
}

#[test]
fn fields_that_came_and_went_come_and_go() {
    let mine = changed(BASE, "            explanation: \"At the North Sea.\",\n", "");
    let theirs =
        changed(BASE, "answer: TrueFalse(true),\n", "answer: TrueFalse(true),\n            hints: [\"Look.\"],\n");
    let text = at_peace(&mine, &theirs);
    assert_eq!(
        text,
        changed(&mine, "answer: TrueFalse(true),\n", "answer: TrueFalse(true),\n            hints: [\"Look.\"],\n")
    );
    let one_line = changed(
        BASE,
        "\"The Nile flows north.\", answer: TrueFalse(true)",
        "\"The Nile flows north.\", answer: TrueFalse(true), points: 2",
    );
    let other =
        changed(BASE, "id: \"nile\", prompt: \"The Nile", "id: \"nile\", topic: \"Africa\", prompt: \"The Nile");
    let text = at_peace(&one_line, &other);
    assert!(
        text.contains("topic: \"Africa\", prompt: \"The Nile flows north.\", answer: TrueFalse(true), points: 2)"),
        "{text}"
    );
}

#[test]
fn a_field_that_both_have_changed_is_told_with_its_three_values() {
    let mine = changed(BASE, "\"At the North Sea.\"", "\"In the Netherlands.\"");
    let theirs = changed(BASE, "\"At the North Sea.\"", "r\"At Hoek van Holland.\"");
    let merged = merged(BASE, &mine, &theirs);
    let conflict = Conflict {
        of: ConflictOf::Question,
        id: "rhine".into(),
        field: "explanation".into(),
        base: "\"At the North Sea.\"".into(),
        mine: "\"In the Netherlands.\"".into(),
        theirs: "r\"At Hoek van Holland.\"".into(),
    };
    assert_eq!((merged.text, merged.conflicts), (theirs, vec![conflict]));
    assert_eq!(&*merged.taken, ["rhine".into()]);
}

#[test]
fn what_both_have_changed_alike_is_no_conflict_however_it_is_written() {
    let mine = changed(BASE, "\"At the North Sea.\"", "\"In the Netherlands.\"");
    let mine = changed(&mine, "prompt: \"Where", "points: 2.0,\n            prompt: \"Where");
    let theirs = changed(BASE, "\"At the North Sea.\"", "r#\"In the Netherlands.\"#");
    let theirs = changed(&theirs, "            explanation", "            points: 2,\n            explanation");
    assert_eq!(at_peace(&mine, &theirs), theirs);
    assert_eq!(merged(BASE, &mine, &mine).taken, []);
}

#[test]
fn questions_that_were_added_on_both_sides_are_all_there() {
    let new =
        |id: &str| format!("        Question(id: \"{id}\", prompt: \"{id} is a river.\", answer: TrueFalse(true)),\n");
    let mine = changed(BASE, NILE, &[NILE, &new("oder"), "        // My note.\n", &new("elbe")].concat());
    let theirs = changed(BASE, NILE, &[NILE, &new("po")].concat());
    let theirs = changed(&theirs, "        // First", &[&new("tiber"), "        // First"].concat());
    let text = at_peace(&mine, &theirs);
    assert_eq!(ids(&text), ["tiber", "rhine", "volga", "nile", "oder", "elbe", "po"]);
    assert!(text.contains("        // My note.\n        Question(id: \"elbe\""), "{text}");
    assert_eq!(&*merged(BASE, &mine, &theirs).taken, ["tiber".into(), "po".into()]);
}

#[test]
fn a_question_that_one_side_has_deleted_is_gone() {
    let mine = changed(BASE, VOLGA, "");
    let theirs = changed(BASE, "The Nile flows north.", "The Nile flows to the north.");
    assert_eq!(ids(&at_peace(&mine, &theirs)), ["rhine", "nile"]);
    let other_way = merged(BASE, &theirs, &mine);
    assert_eq!(
        (ids(&other_way.text), &*other_way.removed),
        (vec!["rhine".into(), "nile".into()], &["volga".into()][..])
    );
    assert_eq!(ids(&at_peace(&mine, &changed(BASE, NILE, ""))), ["rhine"]);
    let text = at_peace(&changed(&changed(BASE, NILE, ""), VOLGA, ""), &changed(BASE, "Atlas", "Maps"));
    assert!(text.contains("// The end of the list.") && text.contains("// About the Rhine."), "{text}");
}

#[test]
fn deleted_on_one_side_and_changed_on_the_other_is_a_conflict_and_stays() {
    let deleted = changed(BASE, VOLGA, "");
    let new = changed(BASE, "The Volga flows south.", "The Volga flows to the south.");
    for (mine, theirs) in [(&deleted, &new), (&new, &deleted)] {
        let merged = merged(BASE, mine, theirs);
        assert_eq!(ids(&merged.text), ["rhine", "volga", "nile"]);
        assert!(merged.text.contains("The Volga flows to the south."));
        let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
        assert_eq!((conflict.of, &*conflict.id, &*conflict.field), (ConflictOf::Question, "volga", ""));
        assert_eq!(conflict.mine.is_empty(), *mine == deleted);
        assert_eq!(conflict.theirs.is_empty(), *theirs == deleted);
        assert!(conflict.base.contains("The Volga flows south."));
    }
}

#[test]
fn a_renamed_id_is_known_again_and_keeps_what_the_other_side_has_changed() {
    let mine = changed(BASE, "id: \"rhine\"", "id: \"rhine-mouth\"");
    let theirs = changed(BASE, "At the North Sea.", "In the Netherlands.");
    let both = changed(&theirs, "id: \"rhine\"", "id: \"rhine-mouth\"");
    assert_eq!(at_peace(&mine, &theirs), both);
    assert_eq!(at_peace(&theirs, &mine), both);
    let merged = merged(BASE, &mine, &changed(BASE, "id: \"rhine\"", "id: \"mouth\""));
    let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
    assert_eq!((&*conflict.field, &*conflict.mine, &*conflict.theirs), ("id", "\"rhine-mouth\"", "\"mouth\""));
    assert_eq!(ids(&merged.text), ["mouth", "volga", "nile"]);
}

#[test]
fn a_new_order_and_new_words_are_both_there() {
    let mine = changed(&changed(BASE, NILE, ""), "        // First", &[NILE, "        // First"].concat());
    let theirs = changed(BASE, "The Nile flows north.", "The Nile flows to the north.");
    for text in [at_peace(&mine, &theirs), at_peace(&theirs, &mine)] {
        assert_eq!(ids(&text), ["nile", "rhine", "volga"]);
        assert!(text.contains("The Nile flows to the north."), "{text}");
    }
    let other = changed(&changed(BASE, VOLGA, ""), "        // First", &[VOLGA, "        // First"].concat());
    assert_eq!(ids(&at_peace(&other, &changed(&mine, "Atlas", "Maps"))), ["volga", "nile", "rhine"]);
}

#[test]
fn comments_of_both_sides_stay() {
    let mine = changed(BASE, "        // About the Rhine.", "        // About the Rhine, says mine.");
    let mine = changed(&mine, "// The foot.", "// My foot.");
    let mine = changed(&mine, "answer: Choice(correct", "answer: Choice(/* mine */ correct");
    let mine = changed(&mine, "// The head of the file.", "// My head.");
    let theirs = changed(BASE, "\"At the North Sea.\",", "\"In the Netherlands.\", // theirs");
    let theirs = changed(&theirs, "[\"Odesa\", \"Porto\"]", "[\"Odesa\", /* their town */ \"Riga\"]");
    let theirs = changed(&theirs, "// The foot.", "// Their foot.");
    let theirs = changed(&theirs, "// The head of the file.", "// Their head.");
    for text in [at_peace(&mine, &theirs), at_peace(&theirs, &mine)] {
        for comment in [
            "says mine",
            "My foot",
            "/* mine */",
            "// theirs",
            "their town",
            "Their foot",
            "My head",
            "Their head",
            "// checked",
        ] {
            assert!(text.contains(comment), "{comment} is missing in\n{text}");
        }
        assert!(text.contains("Riga"));
    }
}

#[test]
fn a_comment_that_one_side_has_changed_or_removed_stands_as_that_side_has_it() {
    let mine =
        changed(BASE, "        // About the Rhine.\n", "        // About the Rhine and\n        // its mouth.\n");
    let mine = changed(&mine, " // checked", "");
    let mine = changed(&mine, " // as on the cover", " // not as on the cover");
    let theirs = changed(&changed(BASE, "At the North Sea.", "In the Netherlands."), "\"Rivers\"", "\"Great rivers\"");
    let both = changed(&changed(&mine, "At the North Sea.", "In the Netherlands."), "\"Rivers\"", "\"Great rivers\"");
    assert_eq!(at_peace(&mine, &theirs), both);
    assert_eq!(at_peace(&theirs, &mine), both);
}

#[test]
fn a_comment_in_a_value_that_is_at_odds_stays_too() {
    let mine = changed(BASE, "\"At the North Sea.\"", "/* why mine */ \"In the Netherlands.\"");
    let theirs = changed(BASE, "\"At the North Sea.\"", "// why theirs\n\"At Hoek.\"");
    let merged = merged(BASE, &mine, &theirs);
    assert_eq!(merged.conflicts.len(), 1);
    assert!(merged.text.contains("why mine") && merged.text.contains("why theirs"), "{}", merged.text);
}

#[test]
fn the_head_sources_and_quizzes_are_merged_by_their_fields() {
    let mine = changed(&changed(BASE, "\"Rivers\"", "\"Great rivers\""), "year: 1999", "year: 2003");
    let theirs = changed(BASE, "    id: \"b\",", "    id: \"b\",\n    language: \"en\",");
    let theirs = changed(&theirs, "title: \"Atlas\"", "title: \"The atlas\"");
    let theirs = changed(&theirs, "[(count: 2)]", "[(count: 3)]");
    let text = at_peace(&mine, &theirs);
    for part in [
        "\"Great rivers\", // as on the cover",
        "Source(title: \"The atlas\", year: 2003)",
        "language: \"en\"",
        "count: 3",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let other = changed(&changed(BASE, "\"Rivers\"", "\"Streams\""), "year: 1999", "year: 2004");
    let other = changed(&other, "title: \"Short\"", "title: \"A short one\"");
    let told = merged(BASE, &changed(&mine, "title: \"Short\"", "title: \"Quick\""), &other);
    let of: Vec<_> = told.conflicts.iter().map(|one| (one.of, &*one.id, &*one.field)).collect();
    let expected =
        [(ConflictOf::Head, "", "title"), (ConflictOf::Source, "atlas", "year"), (ConflictOf::Quiz, "short", "title")];
    assert_eq!(of, expected);
}

#[test]
fn the_byte_order_mark_and_the_ends_of_lines_are_those_of_whoever_changed_them() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let marked = |text: &str| format!("\u{feff}{text}");
    let mine = changed(BASE, "The Volga flows south.", "The Volga flows to the south.");
    let mine = changed(&mine, NILE, &[NILE, "        // New.\n        Question(\n            id: \"oder\",\n            prompt: \"It is.\",\n            answer: TrueFalse(true),\n        ),\n"].concat());
    let theirs = changed(BASE, "The Nile flows north.", "The Nile flows to the north.");
    let both = at_peace(&mine, &theirs);
    assert_eq!(at_peace(&mine, &crlf(&theirs)), crlf(&both));
    assert_eq!(at_peace(&mine, &marked(&theirs)), marked(&both));
    assert_eq!(at_peace(&marked(&mine), &theirs), marked(&both));
    assert_eq!(merged(&marked(BASE), &mine, &marked(&theirs)).text, both, "a mark that was taken away");
    assert_eq!(merged(&crlf(BASE), &crlf(&mine), &crlf(&theirs)).text, crlf(&both));
    assert_eq!(merged(&marked(&crlf(BASE)), &marked(&crlf(&mine)), &theirs).text, both);
}

#[test]
fn a_list_without_a_last_comma_gets_its_commas() {
    let base = "(format: 1, id: \"b\", title: \"B\", questions: [(id: \"a\", prompt: \"A is.\", answer: TrueFalse(true)) // a\n])";
    let new = |id: &str| format!("(id: \"{id}\", prompt: \"{id} is.\", answer: TrueFalse(true))");
    let mine = changed(base, "(true)) // a", &format!("(true)), // a\n{} // mine", new("m")));
    let theirs = changed(base, "(true)) // a", &format!("(true)), // a\n{} // theirs", new("t")));
    let text = merged(base, &mine, &theirs).text;
    assert_eq!(ids(&text), ["a", "m", "t"]);
    for comment in ["// a\n", "// mine\n", "// theirs\n"] {
        assert!(text.contains(comment), "{text}");
    }
    assert_eq!(ids(&merged(base, &mine, &base.replace("id: \"b\"", "id: \"bb\"")).text), ["a", "m"]);
}

#[test]
fn what_follows_a_comment_that_came_from_the_other_side_is_no_part_of_it() {
    let question = |id: &str| format!("(id: \"{id}\", prompt: \"{id} is.\", answer: TrueFalse(true))");
    let [a, b, x] = ["a", "b", "x"].map(question);
    let bank = |list: &str| format!("(format: 1, id: \"b\", title: \"B\", questions: [{list}])");
    let base = bank(&format!("{a}, {b}"));
    let mine = bank(&format!("{a}, // about a\n {b} // about b\n"));
    let theirs = bank(&format!("{a}, {x}, {b}"));
    for (one, other) in [(&mine, &theirs), (&theirs, &mine)] {
        let merged = merged(&base, one, other);
        assert_eq!((ids(&merged.text), merged.conflicts), (vec!["a".into(), "x".into(), "b".into()], Vec::new()));
        assert!(merged.text.contains("// about a\n") && merged.text.contains("// about b\n"), "{}", merged.text);
    }
}

#[test]
fn doubled_ids_and_questions_without_one_lose_nothing() {
    let base = changed(BASE, "id: \"nile\"", "id: \"volga\"");
    let mine = changed(&base, "The Volga flows south.", "The Volga flows to the south.");
    let theirs = changed(&base, "The Nile flows north.", "The Nile flows to the north.");
    let merged_text = merge(&base, &mine, &theirs).expect("merged").text;
    assert!(merged_text.contains("Volga flows to the south.") && merged_text.contains("Nile flows to the north."));
    let base = changed(BASE, "id: \"nile\", ", "");
    let mine = changed(&base, "The Nile flows north.", "The Nile flows to the north.");
    let theirs = changed(&base, "The Nile flows north.", "The Nile flows to the sea.");
    let text = merge(&base, &mine, &theirs).expect("merged").text;
    assert!(text.contains("Nile flows to the north.") && text.contains("Nile flows to the sea."), "{text}");
}

#[test]
fn a_side_that_is_damaged_is_merged_by_its_questions() {
    let mine = changed(BASE, "The Volga flows south.", "The Volga flows to the south.");
    let broken = changed(BASE, "TrueFalse(true)),\n        // The end", "TrueFalse(true),\n        // The end");
    let theirs = changed(&broken, "At the North Sea.", "In the Netherlands.");
    let merged = merge(BASE, &mine, &theirs).expect("merged");
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.text, changed(&theirs, "The Volga flows south.", "The Volga flows to the south."));
    assert!(merged.taken.contains(&"rhine".into()));
    // What is broken here cannot be put into its place, but is told.
    let other = changed(BASE, "At the North Sea.", "In the Netherlands.");
    let merged = merge(BASE, &changed(&mine, "(id: \"nile\"", "(id: \"nile"), &other).expect("merged");
    assert!(merged.text.contains("Volga flows to the south.") && merged.text.contains("In the Netherlands."));
    let told: String = merged.conflicts.iter().map(|one| &*one.mine).collect();
    assert!(told.contains("id: \"nile, prompt"), "{:?}", merged.conflicts);
}

#[test]
fn questions_that_are_new_here_come_into_a_damaged_text_too() {
    let new = "        Question(id: \"oder\", prompt: \"The Oder flows north.\", answer: TrueFalse(true)),\n";
    let theirs = changed(BASE, "draw: [(count: 2)])],", "draw: [(count: 2)])");
    let mended = |text: &str| changed(text, "draw: [(count: 2)])", "draw: [(count: 2)])],");
    for at in [NILE, VOLGA] {
        let mine = changed(BASE, at, &[new, at].concat());
        let merged = merge(BASE, &mine, &theirs).expect("merged");
        assert_eq!(merged.conflicts, []);
        assert!(ids(&mended(&merged.text)).contains(&"oder".to_owned()), "{}", merged.text);
    }
    let mine = changed(BASE, "        // First", &[new, "        // First"].concat());
    let merged = merge(BASE, &mine, &theirs).expect("merged");
    assert_eq!(ids(&mended(&merged.text))[0], "oder");
}

#[test]
fn what_cannot_be_told_apart_at_all_is_an_error_and_never_a_guess() {
    let mine = changed(BASE, "Rivers", "Streams");
    for theirs in ["", "nothing", "Bank(", "Bank(questions: [", "%PDF-1.7"] {
        assert_eq!(merge(BASE, &mine, theirs), Err(MergeError::NothingToTellApart), "{theirs}");
        assert_eq!(merge(BASE, theirs, &mine), Err(MergeError::NothingToTellApart), "{theirs}");
    }
    for broken in ["", "Bank(", "%PDF"] {
        assert_eq!(merge(BASE, BASE, broken).expect("one side alone").text, broken);
        assert_eq!(merge(BASE, broken, BASE).expect("one side alone").text, broken);
    }
}

/// What people write in their files, each in the way of changes at other places.
#[test]
fn odd_texts_stay_as_they_are() {
    let parts = [
        ("#![enable(unwrap_newtypes)]\nBank(", "Bank("),
        ("/* outer /* inner */ \" */ Bank(", "Bank("),
        ("title /* a */ : /* b */ \"Rivers\" /* c */ ,", "title: \"Rivers\","),
        ("// Question(id: \"out\", prompt: \"It isn't\n        // About the Rhine.", "// About the Rhine."),
        ("prompt: r##\"The \"# Volga flows\\\"##", "prompt: \"The Volga flows south.\""),
        ("[\"Odesa\", \"Porto // ( [\\\"\",]", "[\"Odesa\", \"Porto\"]"),
        ("explanation: \"At the \\u{4e}orth \\\n   Sea.\"", "explanation: \"At the North Sea.\""),
        ("answer: TrueFalse(true), points: 1e0)", "answer: TrueFalse(true))"),
        ("\t\tQuestion(id: \"nile\"", "        Question(id: \"nile\""),
        ("title: \"Rivers \u{202e}\u{a0}e\u{301}\"", "title: \"Rivers\""),
        ("prompt: \"The Nile flows north.\", unknown: [(a: {1: 'x'})],", "prompt: \"The Nile flows north.\","),
    ];
    for (odd, plain) in parts {
        let base = changed(BASE, plain, odd);
        let mine = changed(&base, "Rotterdam", "Hoek van Holland");
        let mine = changed(
            &mine,
            "        // The end",
            "        (id: \"new\", prompt: \"It is.\", answer: TrueFalse(true)),\n        // The end",
        );
        let theirs = changed(&base, "year: 1999", "year: 2001");
        let merged = merge(&base, &mine, &theirs).expect("merged");
        assert_eq!((merged.text, merged.conflicts), (changed(&mine, "year: 1999", "year: 2001"), Vec::new()), "{odd}");
    }
}

#[test]
fn banks_that_ship_are_merged_with_their_own_changes() {
    for file in ["fusion-cooperation", "fusion-machines"] {
        let path = format!("{}/quizzes/{file}.ron", env!("CARGO_MANIFEST_DIR"));
        let base = std::fs::read_to_string(path).expect("a bank");
        let mine = base.replacen("difficulty: 0.65", "difficulty: 0.6", 2);
        let theirs = base.replacen("hints: [", "hints: [\n\"Think.\",", 3);
        let expected = mine.replacen("hints: [", "hints: [\n\"Think.\",", 3);
        let merged = merged(&base, &mine, &theirs);
        assert_eq!((merged.text, merged.conflicts), (expected, Vec::new()));
    }
}

/// What is done to a question.
#[derive(Clone, Debug)]
enum Doing {
    Prompt(u8, u8),
    Explanation(u8, u8),
    Hint(u8, u8),
    Comment(u8, u8),
    Remove(u8),
    Add(u8, u8),
    Move(u8, u8),
    Rename(u8),
}

#[derive(Clone, Debug)]
struct Asked {
    id: String,
    prompt: String,
    explanation: String,
    hint: String,
    comment: String,
}

fn asked(number: u8) -> Asked {
    let said = |what: &str| format!("{what} {number}");
    Asked {
        id: format!("q{number}"),
        prompt: said("Prompt"),
        explanation: said("Why"),
        hint: String::new(),
        comment: said("Note"),
    }
}

/// Does it. Ids of what is added hold the mark of the side, so that no two sides add the same.
fn doing(questions: &mut Vec<Asked>, mark: &str, doing: &Doing) {
    let count = questions.len().max(1) as u8;
    let said = |value: u8| format!("{mark}{value}");
    let at = |place: u8| usize::from(place % count);
    match *doing {
        Doing::Add(place, value) => {
            let mut new = asked(value);
            (new.id, new.prompt) = (format!("{mark}{value}-{}", questions.len()), said(value));
            questions.insert(usize::from(place) % (questions.len() + 1), new);
        }
        _ if questions.is_empty() => {}
        Doing::Prompt(place, value) => questions[at(place)].prompt = said(value),
        Doing::Explanation(place, value) => questions[at(place)].explanation = said(value),
        Doing::Hint(place, value) => questions[at(place)].hint = said(value),
        Doing::Comment(place, value) => questions[at(place)].comment = said(value),
        Doing::Remove(place) => drop(questions.remove(at(place))),
        Doing::Move(from, to) => {
            let moved = questions.remove(at(from));
            questions.insert(usize::from(to) % (questions.len() + 1), moved);
        }
        Doing::Rename(place) => questions[at(place)].id.push_str(mark),
    }
}

/// How a bank is laid out.
#[derive(Clone, Copy, Debug)]
enum Layout {
    /// A field a line.
    Lines,
    /// A question a line, the last without a comma.
    Rows,
    /// All on one line, with comments between.
    OneLine,
    /// Commas at the beginnings of lines.
    CommaFirst,
    /// As on Windows, with tabs, without names, and empty lines between.
    Windows,
}

fn layouts() -> impl Strategy<Value = Layout> {
    prop::sample::select(vec![Layout::Lines, Layout::Rows, Layout::OneLine, Layout::CommaFirst, Layout::Windows])
}

fn written(questions: &[Asked], layout: Layout) -> String {
    let question = |Asked { id, prompt, explanation, hint, comment }: &Asked| {
        let mut fields = vec![
            format!("id: \"{id}\""),
            format!("prompt: r#\"{prompt}\"#"),
            "answer: TrueFalse(true)".to_owned(),
            format!("explanation: \"{explanation}\""),
        ];
        fields.extend((!hint.is_empty()).then(|| format!("hints: [\"{hint}\"]")));
        match layout {
            Layout::Lines => {
                format!("\n    // {comment}\n    Question(\n        {},\n    )", fields.join(",\n        "))
            }
            Layout::Rows => format!("\n    // {comment}\n    Question({})", fields.join(", ")),
            Layout::OneLine => format!(" /* {comment} */ Question({})", fields.join(",")),
            Layout::CommaFirst => format!("\n    // {comment}\n    Question( {}\n    )", fields.join("\n        , ")),
            Layout::Windows => format!("\n\n\t// {comment}\n\t(\n\t\t{},\n\t)", fields.join(",\n\t\t")),
        }
    };
    let texts: Vec<String> = questions.iter().map(question).collect();
    let head = "Bank(format: 1, id: \"b\", title: \"B\", questions: [";
    match layout {
        Layout::Lines => format!("{head}{}\n])\n", texts.iter().map(|text| format!("{text},")).collect::<String>()),
        Layout::Rows => format!("{head}{}\n])\n", texts.join(",")),
        Layout::OneLine => format!("{head}{}])", texts.join(",")),
        Layout::CommaFirst => format!("{head}{}\n])\n", texts.join("\n    ,")),
        Layout::Windows => {
            let text = format!("{head}{}\n])\n", texts.iter().map(|text| format!("{text},")).collect::<String>());
            format!("\u{feff}{}", text.replace('\n', "\r\n"))
        }
    }
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    let pair = || (any::<u8>(), any::<u8>());
    prop::collection::vec(
        prop_oneof![
            pair().prop_map(|(a, b)| Doing::Prompt(a, b)),
            pair().prop_map(|(a, b)| Doing::Explanation(a, b)),
            pair().prop_map(|(a, b)| Doing::Hint(a, b)),
            pair().prop_map(|(a, b)| Doing::Comment(a, b)),
            any::<u8>().prop_map(Doing::Remove),
            pair().prop_map(|(a, b)| Doing::Add(a, b)),
            pair().prop_map(|(a, b)| Doing::Move(a, b)),
            any::<u8>().prop_map(Doing::Rename),
        ],
        0..6,
    )
}

fn sides() -> impl Strategy<Value = [Vec<Asked>; 3]> {
    (0..6_u8, doings(), doings()).prop_map(|(count, here, there)| {
        let base: Vec<Asked> = (0..count).map(asked).collect();
        let [mut mine, mut theirs] = [base.clone(), base.clone()];
        here.iter().for_each(|one| doing(&mut mine, "mine", one));
        there.iter().for_each(|one| doing(&mut theirs, "theirs", one));
        [base, mine, theirs]
    })
}

proptest! {
    #[test]
    fn one_side_alone_is_as_it_is(sides in sides(), layout in layouts()) {
        let [base, mine, theirs] = sides.map(|side| written(&side, layout));
        for (mine, theirs, expected) in [(&mine, &base, &mine), (&base, &theirs, &theirs), (&mine, &mine, &mine)] {
            let merged = merge(&base, mine, theirs).expect("merged");
            prop_assert_eq!((&merged.text, &merged.conflicts), (expected, &Vec::new()));
        }
    }

    /// The same without the short way that `merge` takes for one side alone.
    #[test]
    fn one_side_alone_needs_no_short_way(sides in sides(), layout in layouts()) {
        let [base, mine, theirs] = sides.map(|side| written(&side, layout));
        for (mine, theirs, expected) in [(&mine, &base, &mine), (&base, &theirs, &theirs), (&mine, &mine, &mine)] {
            let [base, mine, theirs] = [&base, mine, theirs].map(|text| split_mark(text).1);
            let expected = split_mark(expected).1;
            let merged = whole::merge([base, mine, theirs]).expect("whole").expect("merged");
            prop_assert_eq!((&*merged.text, &merged.conflicts), (expected, &Vec::new()));
        }
    }

    #[test]
    fn nothing_of_either_side_is_lost(sides in sides(), layout in layouts()) {
        let [base, mine, theirs] = sides.clone().map(|side| written(&side, layout));
        let merged = merge(&base, &mine, &theirs).expect("merged");
        let told: String = merged.conflicts.iter().flat_map(|one| [&*one.mine, &*one.theirs, " "]).collect();
        for side in &sides[1..] {
            for Asked { id, prompt, explanation, hint, comment } in side {
                for new in [id, prompt, explanation, hint, comment].into_iter().filter(|said| said.contains("mine") || said.contains("theirs")) {
                    let quoted = format!("\"{new}\"");
                    let is_there = merged.text.contains(&quoted) || told.contains(&quoted) || comments(&merged.text).any(|it| it[2..].trim_matches([' ', '*', '/', '\r']) == new);
                    prop_assert!(is_there, "{new} is lost in\n{}\n{:?}", merged.text, merged.conflicts);
                }
            }
        }
        prop_assert!(read(&merged.text, &Quietly).bank.is_ok() || sides[2].is_empty() || sides[1].is_empty(), "{}", merged.text);
    }

    /// Mine changes prompts and comments; theirs explanations and hints, and moves, adds and removes.
    #[test]
    fn changes_that_are_not_at_odds_are_all_there_to_the_byte(
        count in 1..6_u8,
        here in prop::collection::vec((any::<u8>(), any::<u8>(), any::<bool>()), 0..6),
        there in doings(),
        layout in layouts(),
    ) {
        let base: Vec<Asked> = (0..count).map(asked).collect();
        let [mut mine, mut theirs] = [base.clone(), base.clone()];
        for (place, value, is_prompt) in here {
            doing(&mut mine, "mine", &if is_prompt { Doing::Prompt(place, value) } else { Doing::Comment(place, value) });
        }
        let is_kept = |one: &&Doing| !matches!(one, Doing::Prompt(..) | Doing::Comment(..) | Doing::Rename(_) | Doing::Remove(_));
        there.iter().filter(is_kept).for_each(|one| doing(&mut theirs, "theirs", one));
        let mut both = theirs.clone();
        for one in &mut both {
            if let Some(mine) = mine.iter().find(|mine| mine.id == one.id) {
                (one.prompt, one.comment) = (mine.prompt.clone(), mine.comment.clone());
            }
        }
        let [base, mine, theirs, both] = [base, mine, theirs, both].map(|side| written(&side, layout));
        let merged = merge(&base, &mine, &theirs).expect("merged");
        prop_assert_eq!(merged.conflicts, []);
        // A list on one line begins with another blank where its first item has moved.
        prop_assert!(compare::is_same(&merged.text, &both), "{}\n{}", merged.text, both);
        if !matches!(layout, Layout::CommaFirst) {
            prop_assert_eq!(merged.text, both);
        }
    }

    #[test]
    fn who_is_who_changes_the_conflicts_and_nothing_else(sides in sides()) {
        let [base, mine, theirs] = sides.map(|side| written(&side, Layout::Lines));
        let one = merge(&base, &mine, &theirs).expect("merged");
        let other = merge(&base, &theirs, &mine).expect("merged");
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
    }

    #[test]
    fn a_merge_that_was_made_is_not_made_again(sides in sides()) {
        let [base, mine, theirs] = sides.map(|side| written(&side, Layout::Lines));
        let once = merge(&base, &mine, &theirs).expect("merged");
        if once.conflicts.is_empty() {
            let again = merge(&theirs, &once.text, &theirs).expect("merged");
            prop_assert_eq!(again.text, once.text);
        }
    }

    #[test]
    fn any_texts_are_merged_or_refused_without_a_panic(
        texts in prop::array::uniform3(r#"(Bank\(|questions: \[|\(id: "[ab]"|, prompt: "x"|\)|,|\]|// c\n|/\*|"|\r\n| |\u{feff}|é){0,24}"#)
    ) {
        let [base, mine, theirs] = &texts;
        let _ = merge(base, mine, theirs);
        prop_assert_eq!(merge(base, mine, base).map(|it| it.text), Ok(mine.clone()));
        prop_assert_eq!(merge(base, base, theirs).map(|it| it.text), Ok(theirs.clone()));
        prop_assert_eq!(merge(base, mine, mine).map(|it| it.text), Ok(mine.clone()));
    }
}
