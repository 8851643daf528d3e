//! Texts as they are taken apart and said, and hostile ones: no panic, no hang. Draws nothing.

use super::*;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn check_plain(text: &str, expected: &str) {
    assert_eq!(plain(text), expected, "{text:?}");
}

/// Blocks in short: `p` paragraph, `h` heading, `c` code, `q(…)` quotation, `l(…|…)` list, `t` table, `r` rule.
fn shape(text: &str) -> String {
    fn blocks(of: &[Block]) -> String {
        let short = |block: &Block| match block {
            Block::Paragraph(_) => "p".to_owned(),
            Block::Heading(_) => "h".to_owned(),
            Block::Code(_) => "c".to_owned(),
            Block::Quote(inner) => format!("q({})", blocks(inner)),
            Block::List { items, .. } => {
                format!("l({})", items.iter().map(|item| blocks(item)).collect::<Vec<_>>().join("|"))
            }
            Block::Table(table) => format!("t{}x{}", table.columns.len(), table.rows.len()),
            Block::Rule => "r".to_owned(),
        };
        of.iter().map(short).collect()
    }
    blocks(&parse(text).blocks)
}

#[test]
fn what_teachers_write_by_the_way_is_not_mangled() {
    for text in [
        "1. April",
        "1986.",
        "2) two",
        "-",
        "- 5 °C",
        "+",
        "*",
        "# 5",
        "> 5",
        "***",
        "---",
        "[1]: see below",
        "a < b and c > d",
        "<b>",
        "if a<b and c>d",
        "2*3*4",
        "2 * 3 * 4",
        "snake_case_name",
        "AT&T",
        "$5 and $6",
        "a_1 and b_2",
        "5! = 120",
        "~~~",
        "| a | b |",
        "100 %",
        "It's \"so\" – isn’t it…",
        "line one\nline two",
        "The Rhine flows north.\n\nThe Rhone flows south.",
    ] {
        check_plain(text, text);
    }
}

#[test]
fn markup_is_not_said() {
    check_plain("Which is **not** *a* `river`?", "Which is not a river?");
    check_plain(r"\*a\* \_b\_ \$5 \{c\} \| \~", "*a* _b_ $5 {c} | ~");
    check_plain("[the site](https://example.org) &amp; more", "the site & more");
    check_plain("$x^2$ and $$\\frac{1}{2}$$", "x² and ½");
    check_plain("![A ring](ring.png) and ![](b.png)", "A ring and picture");
    check_plain("1. one\n2. two\n   - three", "1. one\n2. two\n   • three");
    check_plain("| a | b |\n| - | - |\n| 1 | $x_1$ |", "a | b\n1 | x₁");
    check_plain("> so\n\n```\nlet x = $y$;\n```", "so\nlet x = $y$;");
    check_plain("`$HOME` and `a*b*c`", "$HOME and a*b*c");
}

#[test]
fn blocks_are_told_apart() {
    assert_eq!(shape("a\n\nb\n\n# c\n\n---"), "pphr");
    assert_eq!(shape("- a\n- b\n  1. c"), "l(p|pl(p))");
    assert_eq!(shape("> a\n> > b"), "q(pq(p))");
    assert_eq!(shape("| a | b |\n|---|---|\n| c |\n| d | e |"), "t2x2");
    assert_eq!(shape("$$\n- a\n+ b\n$$"), "p");
    assert_eq!(shape(""), "");
}

#[test]
fn a_text_in_plain_words_is_what_its_signs_say() {
    for text in ["plain", "two\nlines", "5! (really?)", "a > b", "Oder–Neiße"] {
        assert!(is_plain(text), "{text}");
        assert_eq!(parse(text).plain(), text);
    }
    for text in ["*a*", "a\n- b", "# a\nb", "a\n===", "| a |\n| - |", "    code\nb", "\u{FDD0}"] {
        assert!(!is_plain(text), "{text}");
    }
}

#[test]
fn only_addresses_of_the_web_are_links() {
    let link = |text: &str| {
        let rich = parse(text);
        let found = rich.inlines().into_iter().find_map(|inline| match inline {
            Inline::Text { style, .. } => style.link.as_ref().map(ToString::to_string),
            _ => None,
        });
        found.unwrap_or_default()
    };
    assert_eq!(link("[a](https://example.org/$x$)"), "https://example.org/$x$");
    assert_eq!(link("<http://example.org>"), "http://example.org");
    for text in ["[a](javascript:alert)", "[a](file:///etc/passwd)", "[a](b.html)", "[a](ftp://b)", "[a](https://)"] {
        assert_eq!(link(text), "", "{text}");
    }
}

#[test]
fn gaps_keep_their_places_in_formatted_text() {
    let gaps = |parts: &[Option<&str>]| {
        parse_with_gaps(parts.iter().copied()).plain_with(&|_, _| String::new(), &|gap| format!("[{gap}]"))
    };
    assert_eq!(gaps(&[Some("**Sited at "), None, Some("**, near "), None, Some(".")]), "*Sited at* [0], near [1].");
    assert_eq!(gaps(&[Some("- a "), None, Some("\n- b "), None]), "• a [0]\n• b [1]");
    assert_eq!(gaps(&[Some("`let x = "), None, Some("`")]), "let x = [0]");
    assert_eq!(gaps(&[Some("```\nx = "), None, Some("\n```")]), "x = [0]");
    assert_eq!(gaps(&[None, Some(" and "), None]), "[0] and [1]");
    // A gap in an address would be lost: then the text stands as it is written.
    assert_eq!(gaps(&[Some("[a](https://b/"), None, Some(")")]), "[a](https://b/[0])");
}

#[test]
fn what_is_literal_is_shown_as_it_is() {
    for words in ["*a* _b_ `c` $d$ [e](f) <g> &amp; \\h", "1. April", "plain", "a\\"] {
        assert_eq!(plain(&literal(words)), words);
    }
    assert_eq!(plain(&literal_but_maths("*a* $x^2$ *b* $5")), "*a* x² *b* $5");
}

#[test]
fn formulas_are_drawn_or_told() {
    let drawn = formula(r"\frac{a}{b}", false).expect("drawn");
    assert!(drawn.width() > 0.0 && drawn.height() > 0.5 && drawn.depth() > 0.2);
    let svg = drawn.svg(20.0, [1, 2, 3]);
    assert!(
        svg.starts_with("<svg") && svg.contains("rgb(1,2,3)") && svg.contains("<path") && !svg.contains("<text"),
        "{svg}"
    );
    let fault = |tex: &str| formula(tex, false).expect_err(tex).to_string();
    assert_eq!(fault(r"\frac{a}"), "unexpected end of input in a macro argument");
    assert_eq!(fault(r"\nonsense"), r"undefined control sequence: \nonsense");
    assert_eq!(fault(r"\text{日}"), "`日` is not among the signs of the fonts for maths");
    assert_eq!(fault(r"\rule{9999em}{1em}"), "it is too large");
    assert_eq!(fault(&"x".repeat(5000)), "it is too large");
    assert_eq!(fault(""), "it is too large");
}

/// Texts that have brought readers down: deep, long, unclosed.
fn hostile() -> Vec<String> {
    let mut texts = Vec::new();
    for piece in [
        ">",
        "> ",
        "*",
        "**",
        "_",
        "*a ",
        "_a ",
        "[",
        "![",
        "](",
        "[a](",
        "<",
        "<a ",
        "`",
        "``a` ",
        "$",
        "$$",
        "$a ",
        "{",
        "}",
        "\\",
        "- ",
        "1. ",
        "#",
        "|",
        "|-",
        "\n|",
        "&",
        "&#",
        "~",
        "\u{FDD0}0\u{FDD1}",
        "\n\n",
        "\n> ",
        "\t",
        "<!--",
        "[a]: b\n",
        "![a](b.png)",
        "$\\frac{",
        "$\\sqrt",
        "$x^",
        "$\\left(",
        "$\\begin{array}",
        "\r\n",
    ] {
        for count in [30, 3000] {
            texts.push(piece.repeat(count));
        }
        // A prompt of a megabyte.
        texts.push(piece.repeat(1_000_000 / piece.len()));
    }
    texts.push(format!("|{}\n|{}\n{}", "a|".repeat(2000), "-|".repeat(2000), "|\n".repeat(5000)));
    texts.push(format!("{}{}", "- a\n  ".repeat(200), "x"));
    texts
}

#[test]
fn hostile_texts_make_no_panic_and_no_hang() {
    // Far above what any takes here, and far below what a hang would.
    const MOST: Duration = Duration::from_secs(20);
    for text in hostile() {
        let start = Instant::now();
        plain(&text);
        formulas(&text);
        suspects(&text);
        parse_with_gaps([Some(&*text), None, Some(&*text)]);
        let took = start.elapsed();
        assert!(took < MOST, "{took:?}: {}", &text.chars().take(40).collect::<String>());
    }
}

#[test]
fn hostile_formulas_make_no_panic_and_no_hang() {
    for piece in [
        "{",
        "}",
        "\\",
        "^",
        "_",
        "x^",
        "x_",
        "\\frac",
        "\\frac{1}{",
        "\\sqrt{",
        "\\left(",
        "\\right)",
        "\\begin{matrix}",
        "&",
        "\\\\",
        "\\def\\a{\\a\\a}\\a",
        "\\newcommand{\\b}{\\b}\\b",
        "\\overbrace{",
        "\\text{",
        "\\color{red}",
        "\\ce{",
        "'",
        "#1",
        "%",
        "\u{301}",
        "\\hspace{-9999em}",
        "\\kern-1e30em",
        "\\raisebox{1e300em}{x}",
        "\\phantom{",
        "\\cfrac{1}{1+",
        "\\tag{1}",
        "\\verb|",
        "\\char\"",
        "\\genfrac",
        "\\mathchoice",
        "\\expandafter",
        "\\let\\x=\\x\\x",
        "\\begin{CD}",
        "\\htmlData{",
        "\\includegraphics{x.png}",
        "\\href{https://x}{",
        "\\url{",
        "\\unicode{",
        "\\operatorname{",
        "\\not",
        "\\middle",
        "\\limits",
        "\\dots",
        "\\pmb{",
    ] {
        for count in [1, 2, 40, 400] {
            let tex = piece.repeat(count);
            tex::unicode(&tex);
            if let Ok(formula) = formula(&tex, true) {
                formula.svg(10.0, [0; 3]);
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_said(text in "\\PC{0,80}", heap in "([*_`$\\[\\]()!<>&|~#+=-]|\\\\|[ \\n\\t]|[0-9a-cé]|https://|\\{|\\}){0,60}") {
        for text in [text, heap] {
            let said = plain(&text);
            let has_marks = said.contains(['\u{FDD0}', '\u{FDD1}']);
            prop_assert!(!has_marks);
            prop_assert_eq!(is_plain(&text) && said != text, false);
            let line = text.replace(['\n', '\r', '\t'], " ");
            let shown = plain(&literal(&line)).into_owned();
            prop_assert_eq!(shown.trim(), line.trim());
        }
    }

    #[test]
    fn any_formula_is_drawn_or_told(tex in r"(\\(frac|sqrt|left|right|begin|end|text|alpha|sum|over|hat|ce)|[{}^_&()\[\]]|[a-c0-3 ]){0,40}") {
        match formula(&tex, false) {
            Ok(formula) => prop_assert!(formula.width().is_finite() && !formula.svg(10.0, [0; 3]).is_empty()),
            Err(fault) => prop_assert!(!fault.to_string().is_empty()),
        }
    }
}
