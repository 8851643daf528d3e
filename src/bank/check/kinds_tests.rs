//! Every error of the kinds of several parts and of calculated answers: that it fires, in which words and where, and
//! that it stays silent on a near miss.

use crate::bank::{Quietly, read};
use crate::syntax::LineIndex;

/// Reads a bank whose one question has this answer and these fields more. Each expected problem is where in the
/// question it stands, by the text there, and its words.
fn check_with(answer: &str, more: &str, expected: &[(&str, &str)]) {
    let question = format!("(id: \"x\", prompt: \"X?\", answer: {answer}{more})");
    let text = format!("Bank(format: 1, id: \"b\", title: \"B\", questions: [\n{question}])");
    let reading = read(&text, &Quietly);
    let lines = LineIndex::new(&text);
    let told: Vec<String> = reading.problems.iter().map(|problem| problem.line(&lines)).collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|(there, words)| {
            let at = question.find(there).unwrap_or_else(|| panic!("{there} is not in {question}"));
            format!("line 2, column {}: question \"x\": {words}", question[..at].chars().count() + 1)
        })
        .collect();
    assert_eq!(told, expected, "{answer}");
    assert_eq!(reading.bank.expect("a bank").questions.len(), usize::from(expected.is_empty()), "{answer}");
}

fn check(answer: &str, expected: &[(&str, &str)]) {
    check_with(answer, "", expected);
}

#[test]
fn an_order_has_three_items_or_more_and_no_two_alike() {
    check("Order(items: [])", &[("[]", "there is no item to put in order: write three or more")]);
    check("Order(items: [\"a\"])", &[("[\"a\"", "there is one item to put in order: write three or more")]);
    check("Order(items: [\"a\", \"b\"])", &[("[\"a\"", "there are 2 items to put in order: write three or more")]);
    check(
        "Order(items: [\"a\", \"b\", \" A\", \"\"])",
        &[
            ("\" A\"", "two items are alike: \" A\": change one of them or take it out"),
            ("\"\"", "the item is blank: write one"),
        ],
    );
    check("Order(items: [\"a\", \"b\", \"á\"])", &[]);
}

#[test]
fn a_match_has_left_sides_of_its_own_and_extras_that_are_wrong() {
    check(
        "Match(pairs: [(\"a\", \"x\"), (\"b\", \"y\"), (\"A \", \"z\")])",
        &[("\"A \"", "two left sides are alike: \"A \": change one of them or take it out")],
    );
    check(
        "Match(pairs: [(\"a\", \"x\"), (\"b\", \"y\")], extra: [\"z\", \"X\", \"w\", \"Z\"])",
        &[
            ("\"X\"", "\"X\" is the right side of a pair: take it out of `extra`"),
            ("\"Z\"", "two extras are alike: \"Z\": change one of them or take it out"),
        ],
    );
    check(
        "Match(pairs: [(\"a\", \"x\"), (\" \", \"y\"), (\"c\", \"\")])",
        &[("\" \"", "the left side is blank: write one"), ("\"\"", "the right side is blank: write one")],
    );
    let few = "there is nothing to pair: write at least two pairs, or one and an `extra`";
    check("Match(pairs: [], extra: [\"x\", \"y\"])", &[("[]", few)]);
    check("Match(pairs: [(\"a\", \"x\")])", &[("[(", few)]);
    check("Match(pairs: [(\"a\", \"x\"), (\"b\", \"x\")])", &[("[(", few)]);
    check("Match(pairs: [(\"a\", \"x\")], extra: [\"y\"])", &[]);
    check("Match(pairs: [(\"a\", \"Sweden\"), (\"b\", \"Sweden\"), (\"Sweden\", \"a\")])", &[]);
}

#[test]
fn a_cloze_has_gaps_that_can_be_filled() {
    check(
        "Cloze(text: \"No gap.\")",
        &[(
            "\"No gap",
            "the text has no gap: put what is to be filled in between braces, as in \"Sited at {Culham}.\"",
        )],
    );
    check(
        "Cloze(text: \"{a} {}\")",
        &[("\"{a}", "gap 2 has an answer with nothing in it: write one, or take out the `|` or `~` beside it")],
    );
    check(
        "Cloze(text: \"{a\")",
        &[("\"{a", "there is a `{` without its partner, at \"{a\": add it, or write `\\{` for the sign itself")],
    );
    check("Cloze(text: \"{a ~ b ~ A}\")", &[("\"{a", "two options are alike: \"A\"")]);
    check("Cloze(text: r\"{a|A} \\{ and {a ~ b}, $x_{1}$\")", &[]);
}

#[test]
fn a_categorise_has_full_groups_that_share_no_item() {
    check("Categorise(groups: {})", &[("{}", "there is no group to sort into: write two or more")]);
    check("Categorise(groups: {\"A\": [\"x\"]})", &[("{\"A", "there is one group to sort into: write two or more")]);
    check(
        "Categorise(groups: {\"A\": [\"x\"], \"B\": []})",
        &[("[]", "the group \"B\" is empty: write an item that belongs to it")],
    );
    check(
        "Categorise(groups: {\"A\": [\"x\", \"y\"], \"B\": [\"z\", \"X\"]})",
        &[("\"X\"", "\"X\" is in two groups: keep it in one")],
    );
    check(
        "Categorise(groups: {\"A\": [\"x\", \"X\", \" \"], \"a\": [\"z\"]})",
        &[
            ("\"X\"", "two items are alike: \"X\": change one of them or take it out"),
            ("\" \"", "the item is blank: write one"),
            ("[\"z\"]", "two groups are alike: \"a\": change one of them or take it out"),
        ],
    );
    check("Categorise(groups: {\"A\": [\"x\"], \"B\": [\"A\"]})", &[]);
}

/// A sound hotspot, with one thing replaced by another.
fn hotspot(from: &str, to: &str) -> String {
    let sound = "Hotspot(image: \"torus.png\", spots: [(name: \"a\", shape: Circle(x: 0, y: 1, r: 0.1)), \
                 (name: \"b\", shape: Rect(x: 0.7, y: 0.5, width: 0.3, height: 0.5), describe: \"left\"), \
                 (name: \"c\", shape: Polygon([(0, 0), (1, 0), (0.5, 1)]))], correct: [\"a\"])";
    assert!(sound.contains(from), "{from}");
    sound.replacen(from, to, 1)
}

#[test]
fn a_hotspot_has_a_picture_beside_the_bank() {
    let outside = |path: &str| format!("the picture \"{path}\" is outside the bank's folder: put it beside the bank");
    check(&hotspot("", ""), &[]);
    check(&hotspot("torus.png", "pictures/torus.png"), &[]);
    check(&hotspot("torus.png", " "), &[("\" \"", "the image is blank: write one")]);
    for path in ["../torus.png", "/torus.png", "c:/torus.png"] {
        check(&hotspot("torus.png", path), &[(&format!("\"{path}"), &outside(path))]);
    }
}

#[test]
fn a_spot_is_inside_the_picture() {
    let out = |field: &str, value: &str| format!("`{field}` is {value}: it must be 0 to 1");
    let room = |field: &str, value: &str| {
        format!("`{field}` is {value}: it must be above 0, and no larger than the picture leaves room for")
    };
    check(&hotspot("x: 0,", "x: -0.1,"), &[("-0.1", &out("x", "-0.1"))]);
    check(&hotspot("y: 1,", "y: 1.01,"), &[("1.01", &out("y", "1.01"))]);
    check(&hotspot("y: 1,", "y: NaN,"), &[("NaN", &out("y", "NaN"))]);
    check(&hotspot("r: 0.1", "r: 0"), &[("0))", &room("r", "0"))]);
    check(&hotspot("r: 0.1", "r: 1.5"), &[("1.5", &room("r", "1.5"))]);
    check(&hotspot("width: 0.3", "width: 0.31"), &[("0.31", &room("width", "0.31"))]);
    check(&hotspot("height: 0.5", "height: -0.5"), &[("-0.5", &room("height", "-0.5"))]);
    check(&hotspot("x: 0.7", "x: 2"), &[("2, y", &out("x", "2"))]);
    check(&hotspot("(1, 0)", "(1.5, -0.5)"), &[("1.5", &out("x", "1.5")), ("-0.5", &out("y", "-0.5"))]);
    check(&hotspot(", (0.5, 1)", ""), &[("Polygon", "there are 2 corners in this polygon: write three or more")]);
}

#[test]
fn a_hotspot_has_known_right_spots_and_two_wrong_ones() {
    check(&hotspot("[\"a\"]", "[]"), &[("[])", "no place is marked as correct: name at least one in `correct`")]);
    check(
        &hotspot("[\"a\"]", "[\"divertor\"]"),
        &[("\"divertor\"", "\"divertor\" is not the name of a place among `spots`")],
    );
    check(
        &hotspot("(name: \"a\"", "(name: \"divertors\"").replace("[\"a\"]", "[\"divertor\"]"),
        &[("\"divertor\"]", "\"divertor\" is not the name of a place among `spots`: did you mean `divertors`?")],
    );
    check(
        &hotspot("[\"a\"]", "[\"a\", \"b\"]"),
        &[("[(name", "there is one wrong place among `spots`: add places until there are two or more")],
    );
    check(&hotspot("\"b\"", "\"A\""), &[("\"A\"", "two names are alike: \"A\": change one of them or take it out")]);
    check(&hotspot("\"b\"", "\"\""), &[("\"\"", "the name is blank: write one")]);
}

#[test]
fn a_recall_has_an_answer() {
    check("Recall(answer: \" \")", &[("\" \"", "the answer is blank: write one")]);
    check("Recall(answer: \"59 MJ\")", &[]);
}

/// A calculated answer with this expression and these variables.
fn calculated(value: &str, variables: &str) -> String {
    format!("Calculated(variables: {{{variables}}}, value: \"{value}\", unit: \"MW\")")
}

#[test]
fn the_specimen_of_the_format_is_sound() {
    check(
        "Calculated(variables: {\"E\": Range(from: 20, to: 60, step: 1), \"t\": Values([2, 4, 5])}, value: \"E / t\", \
         tolerance_percent: 1, unit: \"MW\")",
        &[],
    );
}

#[test]
fn variables_have_names_and_values() {
    check(&calculated("E", "\"E\": Values([])"), &[("Values", "the variable `E` has no value: write at least one")]);
    check(&calculated("E", "\"E\": Values([1, inf])"), &[("inf", "`value` is inf: it must be a finite number")]);
    for name in ["2E", "", "Δt", "a b", "mod", "pi"] {
        check(
            &calculated("1", &format!("\"{name}\": Values([1])")),
            &[(
                "Values",
                &format!(
                    "\"{name}\" cannot be the name of a variable: use letters a to z, digits and `_`, and no digit first"
                ),
            )],
        );
    }
    check(&calculated("e_2 + tau + E", "\"e_2\": Values([1]), \"tau\": Values([1]), \"E\": Values([1])"), &[]);
}

#[test]
fn ranges_go_upwards_in_steps() {
    let range = |range: &str| calculated("E", &format!("\"E\": Range({range})"));
    check(&range("from: 1, to: 5, step: 0"), &[("0)", "`step` is 0: it must be above 0")]);
    check(&range("from: 1, to: 5, step: -1"), &[("-1", "`step` is -1: it must be above 0")]);
    check(&range("from: 7, to: 5, step: 1"), &[("5,", "`to` is 5: it must be a finite number, `from` or more")]);
    check(
        &range("from: NaN, to: 5"),
        &[
            ("NaN", "`from` is NaN: it must be a finite number"),
            ("5)", "`to` is 5: it must be a finite number, `from` or more"),
        ],
    );
    check(
        &range("from: 0, to: 1, step: 0.000001"),
        &[("Range", "the variable `E` has more than 100000 values: write a larger `step`")],
    );
    check(&range("from: 0, to: 1, step: 0.0001"), &[]);
    check(&range("from: 5, to: 5, step: 3"), &[]);
}

#[test]
fn names_that_are_no_variable_are_told_wherever_they_stand() {
    let unknown = "`x` is not among the `variables`";
    check(&calculated("E / x", "\"E\": Values([1])"), &[("\"E / x", unknown)]);
    check(
        &calculated("E / Time", "\"time\": Values([1]), \"E\": Values([1])"),
        &[("\"E / Time", "`Time` is not among the `variables`: did you mean `time`?")],
    );
    let answer = calculated("E", "\"E\": Values([1])");
    check_with(&answer, ", explanation: \"{E} and {x}\"", &[("\"{E}", unknown)]);
    check_with(&answer, ", hints: [\"{E}\", \"{x}\"]", &[("\"{x}", unknown)]);
    check_with(&answer, ", explanation: r\"\\{x} {E} $a_{x}$ {2} {a b}\"", &[]);
    check_with("TrueFalse(true)", ", explanation: \"{x}\"", &[]);
}

#[test]
fn an_expression_that_cannot_be_read_is_told() {
    let expected = |reason: &str| format!("the expression in `value` cannot be read: {reason}");
    for (value, reason) in [
        ("", "there is nothing in it"),
        ("E /", "it ends too early"),
        ("(E", "a bracket `(` is not closed"),
        ("E E", "`E` cannot stand there"),
        ("sqrt(E, 2)", "`sqrt(E, 2)` has too few or too many numbers between its brackets"),
    ] {
        let there = format!("\"{value}\", unit");
        check(&calculated(value, "\"E\": Values([1])"), &[(&there, &expected(reason))]);
    }
}

#[test]
fn values_that_give_no_number_are_named() {
    let expected = |values: &str, reason: &str| {
        format!("with {values} the expression in `value` gives {reason}: leave such values out")
    };
    let both = |value: &str, t: &str| calculated(value, &format!("\"E\": Values([20, 30]), \"t\": {t}"));
    check(&both("E / t", "Values([5, 0])"), &[("\"E / t", &expected("E = 20, t = 0", "a division by zero"))]);
    check(
        &both("E / (t - 2)", "Range(from: 1, to: 3)"),
        &[("\"E / (t", &expected("E = 20, t = 2", "a division by zero"))],
    );
    check(&both("sqrt(t - E)", "Values([25])"), &[("\"sqrt", &expected("E = 30, t = 25", "no real number"))]);
    check(&both("E ^ t", "Values([1e3])"), &[("\"E ^", &expected("E = 20, t = 1000", "a number too large"))]);
    check(&calculated("1 / 0", ""), &[("\"1 /", &expected("no variables", "a division by zero"))]);
    check(&both("E / t", "Values([5, 0.001])"), &[]);
    check(&both("sqrt(E - t)", "Values([20])"), &[]);
}

#[test]
fn of_many_combinations_the_ends_and_what_is_near_0_are_tried() {
    let many = |value: &str| calculated(value, "\"a\": Range(from: -500, to: 20000), \"b\": Range(from: 1, to: 90000)");
    let expected = |values: &str| {
        format!("with {values} the expression in `value` gives a division by zero: leave such values out")
    };
    check(&many("b / a"), &[("\"b / a", &expected("a = 0, b = 1"))]);
    check(&many("b / (a - 20000)"), &[("\"b / (a", &expected("a = 20000, b = 1"))]);
    check(&many("a / (b - 90000)"), &[("\"a / (b", &expected("a = -500, b = 90000"))]);
    check(&many("a / b"), &[]);
}

#[test]
fn the_tolerance_of_a_calculated_answer_is_not_negative() {
    let with = |tolerance: &str| format!("Calculated(variables: {{}}, value: \"2\", tolerance_percent: {tolerance})");
    check(&with("-1"), &[("-1", "`tolerance_percent` is -1: it must be 0 or more")]);
    check(&with("inf"), &[("inf", "`tolerance_percent` is inf: it must be 0 or more")]);
    check(&with("0"), &[]);
}

#[test]
fn pictures_of_every_part_must_stay_in_the_banks_folder() {
    let told = "the picture \"/b.png\" is outside the bank's folder: put it beside the bank";
    for answer in [
        "Order(items: [\"a\", \"b\", \"![](/b.png)\"])",
        "Match(pairs: [(\"![](/b.png)\", \"x\"), (\"b\", \"y\")])",
        "Match(pairs: [(\"a\", \"x\"), (\"b\", \"![](/b.png)\")])",
        "Match(pairs: [(\"a\", \"x\"), (\"b\", \"y\")], extra: [\"![](/b.png)\"])",
        "Cloze(text: \"![](/b.png) {a}\")",
        "Categorise(groups: {\"A\": [\"![](/b.png)\"], \"B\": [\"x\"]})",
        "Recall(answer: \"![](/b.png)\")",
    ] {
        check(answer, &[("\"![", told)]);
    }
}

#[test]
fn a_test_counts_no_question_that_only_the_learner_can_rate() {
    let thin = |mode: &str| {
        let questions = "(id: \"a\", prompt: \"?\", answer: TrueFalse(true)), (id: \"b\", prompt: \"?\", answer: Recall(answer: \"c\"))";
        let text = format!(
            "(format: 1, id: \"b\", title: \"B\", questions: [{questions}], \
             quizzes: [(id: \"q\", title: \"Q\", mode: {mode}, draw: [(count: 2)])])"
        );
        read(&text, &Quietly).problems.len()
    };
    assert_eq!([thin("Practice"), thin("Test")], [0, 1]);
}

#[test]
fn a_unit_can_be_read_back_after_a_number() {
    for unit in ["10 m", "x10", "(m)", "-", "10⁶"] {
        let words = format!("\"{unit}\" cannot stand as a unit: write a plain one such as \"MJ\"");
        let there = format!("\"{unit}\"");
        check(&format!("Number(value: 1, unit: \"{unit}\")"), &[(&there, &words)]);
        check(&format!("Calculated(variables: {{}}, value: \"1\", unit: \"{unit}\")"), &[(&there, &words)]);
    }
    for unit in ["", " ", "MJ", "m²", "volumes", "half turns", "%", "€", "/s", "m/s^2"] {
        check(&format!("Number(value: 1, unit: \"{unit}\")"), &[]);
    }
}
