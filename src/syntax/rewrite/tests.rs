//! What becomes of a text when a value changes.

use super::*;

fn text(words: &str) -> Node {
    Node::text(words)
}

fn list(words: &[&str]) -> Node {
    Node::List(words.iter().map(|word| text(word)).collect())
}

fn fields(fields: &[(&'static str, Node)]) -> Node {
    let all = fields.iter().fold(Fields::new(), |all, (name, node)| all.with(name, node.clone()));
    Node::Struct("Q", all)
}

fn word(word: &str) -> Node {
    Node::Word(word.into())
}

#[track_caller]
fn check(old_text: &str, old: &Node, new: &Node, expected: &str) {
    let rewritten = rewrite(old_text, 0..old_text.len(), old, new).expect("a value");
    let edits = crate::syntax::edit::Edits::new(rewritten.edits).expect("apart");
    assert_eq!(edits.apply(old_text).as_deref(), Ok(expected));
}

#[test]
fn fields_change_come_and_go_where_they_stand() {
    let a = || ("a", text("x"));
    let b = || ("b", word("2"));
    let c = || ("c", word("true"));
    check("Q(a: \"x\", b: 2)", &fields(&[a(), b()]), &fields(&[a(), ("b", word("3"))]), "Q(a: \"x\", b: 3)");
    check("(a: \"x\", c: true)", &fields(&[a(), c()]), &fields(&[a(), b(), c()]), "(a: \"x\", b: 2, c: true)");
    check("(a: \"x\")", &fields(&[a()]), &fields(&[a(), b()]), "(a: \"x\", b: 2)");
    check("(a: \"x\", b: 2, c: true)", &fields(&[a(), b(), c()]), &fields(&[a(), c()]), "(a: \"x\", c: true)");
    check("(a: \"x\", b: 2)", &fields(&[a(), b()]), &fields(&[b()]), "(b: 2)");
    check("(a: \"x\", b: 2)", &fields(&[a(), b()]), &fields(&[a()]), "(a: \"x\")");
    check("(a: \"x\", b: 2,)", &fields(&[a(), b()]), &fields(&[a()]), "(a: \"x\",)");
    let lines = "Q(\n    a: \"x\", // of a\n    c: true // of c\n)";
    let with_b = "Q(\n    a: \"x\", // of a\n    b: 2,\n    c: true // of c\n)";
    check(lines, &fields(&[a(), c()]), &fields(&[a(), b(), c()]), with_b);
    let old = fields(&[a(), c()]);
    check(
        lines,
        &old,
        &fields(&[a(), c(), ("d", word("4"))]),
        "Q(\n    a: \"x\", // of a\n    c: true, // of c\n    d: 4\n)",
    );
    check(lines, &old, &fields(&[c()]), "Q(\n    // of a\n    c: true // of c\n)");
    check(lines, &old, &fields(&[a()]), "Q(\n    a: \"x\" // of a\n    // of c\n)");
    check("(a: \"x\", z: [], c: true)", &old, &fields(&[a(), b(), c()]), "(a: \"x\", b: 2, z: [], c: true)");
    check("(a: \"x\", b: 1, c: true)", &old, &fields(&[a(), b(), c()]), "(a: \"x\", b: 2, c: true)");
}

#[test]
fn comments_between_name_colon_value_and_comma_stay() {
    let old = fields(&[("a", word("1")), ("b", word("2"))]);
    let source = "(\n  a /* 1 */ : /* 2 */ 1 /* 3 */, // 4\n  b: 2,\n)";
    check(source, &old, &fields(&[("a", word("5")), ("b", word("2"))]), &source.replace(" 1 /* 3", " 5 /* 3"));
    let gone = fields(&[("b", word("2"))]);
    check(source, &old, &gone, "(\n  /* 1 */ /* 2 */ /* 3 */ // 4\n  b: 2,\n)");
}

#[test]
fn items_come_go_and_move_with_their_comments() {
    let inline = "[\"a\", \"b\", \"c\"]";
    let old = list(&["a", "b", "c"]);
    check(inline, &old, &list(&["a", "c"]), "[\"a\", \"c\"]");
    check(inline, &old, &list(&["b", "c"]), "[\"b\", \"c\"]");
    check(inline, &old, &list(&["a"]), "[\"a\"]");
    check(inline, &old, &list(&[]), "[]");
    check(inline, &old, &list(&["c", "a", "b"]), "[\"c\", \"a\", \"b\"]");
    check(inline, &old, &list(&["a", "b", "c", "d", "e"]), "[\"a\", \"b\", \"c\", \"d\", \"e\"]");
    check(inline, &old, &list(&["x", "a", "b", "c"]), "[\"x\", \"a\", \"b\", \"c\"]");
    check(inline, &old, &list(&["x", "y"]), "[\"x\", \"y\"]");
    let lines = "[\n  // of a\n  \"a\", // a\n  \"b\" // b\n]";
    let old = list(&["a", "b"]);
    check(lines, &old, &list(&["b"]), "[\n  \"b\" // b\n]");
    check(lines, &old, &list(&["a"]), "[\n  // of a\n  \"a\" // a\n]");
    check(lines, &old, &list(&["a", "b", "c"]), "[\n  // of a\n  \"a\", // a\n  \"b\", // b\n  \"c\"\n]");
    check(lines, &old, &list(&["b", "a"]), "[\n  \"b\", // b\n  // of a\n  \"a\" // a\n]");
    check(lines, &old, &list(&["a", "x", "b"]), "[\n  // of a\n  \"a\", // a\n  \"x\",\n  \"b\" // b\n]");
    check(lines, &old, &list(&["c", "a", "b"]), "[\n  \"c\",\n  // of a\n  \"a\", // a\n  \"b\" // b\n]");
    check(lines, &old, &list(&[]), "[]");
    let first = "[\n    \"a\" // a\n  , \"b\" // b\n  , \"c\"\n]";
    let old = list(&["a", "b", "c"]);
    check(first, &old, &list(&["a", "c"]), "[\n    \"a\" // a\n  , \"c\"\n]");
    check(first, &old, &list(&["b", "c"]), "[\n    \"b\" // b\n  , \"c\"\n]");
    check(first, &old, &list(&["a", "b"]), "[\n    \"a\" // a\n  , \"b\" // b\n]");
    check(first, &old, &list(&["a", "b", "c", "d"]), "[\n    \"a\" // a\n  , \"b\" // b\n  , \"c\"\n  , \"d\"\n]");
}

#[test]
fn an_empty_list_is_filled_and_its_comments_stay() {
    let old = list(&[]);
    check("[]", &old, &list(&["a"]), "[\"a\"]");
    check("[ // none\n]", &old, &list(&["a"]), "[ // none\n    \"a\",\n]");
    check("[\r\n\t// none\r\n]", &old, &list(&["a"]), "[\r\n\t// none\r\n    \"a\",\r\n]");
    check("[\n]", &old, &list(&["a"]), "[\n    \"a\",\n]");
}

#[test]
fn other_spellings_of_the_same_shape_are_kept() {
    let cite = |words: &[&str]| Node::Tuple("Cite", words.iter().map(|word| text(word)).collect());
    check("(\"n\")", &cite(&["n"]), &cite(&["n", "p. 1"]), "(\"n\", \"p. 1\")");
    check("Cite(\"n\", \"p\")", &cite(&["n", "p"]), &cite(&["n"]), "Cite(\"n\")");
    let two = Node::List(vec![cite(&["m"]), cite(&["n"])]);
    check("(\"n\")", &cite(&["n"]), &two, "[Cite(\"m\"), (\"n\")]");
    check("[(\"n\")]", &cite(&["n"]), &two, "[Cite(\"m\"), (\"n\")]");
    check("[(\"m\"), (\"n\")]", &two, &cite(&["n"]), "[(\"n\")]");
    check("Some(0.5)", &word("0.5"), &word("0.25"), "Some(0.25)");
    check("5_000", &word("5000"), &word("5000"), "5_000");
    check("r\"\\a\"", &text("\\a"), &text("\\ab"), "r\"\\ab\"");
    check("\"n\"", &cite(&["n"]), &cite(&["m"]), "Cite(\"m\")");
}

#[test]
fn what_cannot_be_told_apart_is_replaced_whole_with_its_comments_in_front() {
    let old = fields(&[("a", Node::Tuple("T", vec![word("1")]))]);
    let new = fields(&[("a", Node::Struct("S", Fields::new().with("x", word("1"))))]);
    check("(\n  a: T(1 /* one */),\n)", &old, &new, "(\n  /* one */\n  a: S(x: 1),\n)");
    check("(a: T(1 // one\n))", &old, &new, "(a: // one\nS(x: 1))");
}

#[test]
fn what_is_no_whole_value_is_refused() {
    for broken in ["", "(", "1, 2", "a: 1", "(]", "\"x", " 1", "1 "] {
        let told = rewrite(broken, 0..broken.len(), &word("1"), &word("2"));
        assert!(told == Err(RewriteError::NoValue) || broken == "(]", "{broken} {told:?}");
    }
}
