//! What the conversion of texts between programs promises.

use super::*;
use crate::text::plain;
use proptest::prelude::*;

fn html(html: &str) -> String {
    from_html(html, Purpose::Text, &mut NoPictures).text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn back(text: &str) -> String {
    html(&to_html(text, &mut str::to_owned))
}

#[track_caller]
fn check(rows: &[(&str, &str)]) {
    for (given, expected) in rows {
        assert_eq!(html(given), *expected, "{given}");
    }
}

#[test]
fn signs_that_would_be_markup_are_escaped() {
    check(&[
        ("2*3*4 and a*b*c", "2*3*4 and a\\*b\\*c"),
        ("snake_case and _x_", "snake_case and \\_x\\_"),
        ("&lt;b&gt; a &lt; b &amp; c &amp;amp;", "\\<b> a < b & c \\&amp;"),
        ("[x](y)", "\\[x\\](y)"),
        ("5 $ and 6 $ and 7", "5 \\$ and 6 \\$ and 7"),
        ("costs $5", "costs $5"),
        ("1. April", "1. April"),
        ("<p>1. April</p><p># x</p>", "1\\. April\n\n\\# x"),
        ("C:\\temp\\*", "C:\\temp\\\\\\*"),
    ]);
    assert_eq!(from_html("{a|b} ~", Purpose::Cloze, &mut NoPictures).text, "\\{a\\|b\\} \\~");
    assert_eq!(from_html("{a} and {b c}", Purpose::Calculated, &mut NoPictures).text, "{a} and \\{b c}");
}

#[test]
fn blocks_and_looks_become_commonmark() {
    check(&[
        ("<p>One<br>two</p>\n<p>three&nbsp;four 10&nbsp;000</p>", "One\ntwo\n\nthree four 10\u{a0}000"),
        ("a <b>bold </b>and <em>it</em> <code>x*y</code>", "a **bold** and *it* `x*y`"),
        ("<ul><li>a</li><li>b<ol><li>c<li>d</ol></ul>", "- a\n- b\n\n  1. c\n  2. d"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>",
            "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |",
        ),
        (
            "<a href='https://a.b/c?d=1&amp;e'>link</a> <a href='javascript:x'>none</a>",
            "[link](https://a.b/c?d=1&amp;e) none",
        ),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("H<sub>2</sub>O, x<sup>−1</sup>, v<sub>max</sub>", "H₂O, x⁻¹, v$_{\\text{max}}$"),
        ("a<script>if (a<b) x()</script>b<style>p{}</style>", "ab"),
        ("<ul><li>alone</li></ul>", "• alone"),
        ("<b>a</b>(<b>b</b>)c", "**a**(**b**)c"),
    ]);
    assert_eq!(from_html("<p>a</p><ul><li>b</li></ul>", Purpose::Line, &mut NoPictures).text, "a • b");
}

#[test]
fn formulas_become_tex_in_every_spelling() {
    check(&[
        ("\\(a &lt; b\\) and \\[x^2\\] and $$y$$", "$a < b$ and $$x^2$$ and $$y$$"),
        ("[tex]\\frac{1}{2}[/tex] [$]x[/$] [latex]z[/latex]", "$\\frac{1}{2}$ $x$ $z$"),
        (
            "<img class=\"equation_image\" src=\"/equation_images/x\" data-equation-content=\"\\sqrt{2}\" alt=\"LaTeX: x\">",
            "$\\sqrt{2}$",
        ),
        ("<img class=\"equation_image\" src=\"/equation_images/x\" alt=\"LaTeX: x+1\">", "$x+1$"),
        ("<img data-mathml=\"«math»«mfrac»«mn»1«/mn»«mi»x«/mi»«/mfrac»«/math»\" src=\"x\">", "$\\frac{1}{x}$"),
        (
            "<math><msup><mi>x</mi><mn>2</mn></msup><mo>≤</mo><msqrt><mn>3</mn></msqrt></math>",
            "${x}^{2}\\le \\sqrt{3}$",
        ),
        (
            "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x_1</annotation></semantics></math>",
            "$x_1$",
        ),
        ("\\(x\\)2", "$x$&#50;"),
    ]);
    let unknown = from_html("<math><mglyph>q</mglyph></math>", Purpose::Text, &mut NoPictures);
    assert_eq!(unknown, Converted { text: "q".into(), remarks: vec![Remark::Formula("q".into())] });
}

#[test]
fn pictures_and_media_are_taken_or_told() {
    struct Shelf;
    impl PictureTaker for Shelf {
        fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
            if address.contains("://") {
                Err(Remark::RemotePicture(address.into()))
            } else {
                Ok("pictures/a.png".into())
            }
        }
    }
    let taken = from_html("<img src='x.png' alt='a [b]'>", Purpose::Text, &mut Shelf);
    assert_eq!((taken.text.as_str(), taken.remarks.len()), ("![a \\[b\\]](pictures/a.png)", 0));
    let remote = from_html("<img src='https://a.b/x.png' alt='map'>", Purpose::Text, &mut Shelf);
    assert_eq!(remote.text, "[map](https://a.b/x.png)");
    assert_eq!(remote.remarks, [Remark::RemotePicture("https://a.b/x.png".into())]);
    let film = from_html("<video><source src='a/film.mp4'>no video</video>see", Purpose::Text, &mut Shelf);
    assert_eq!((film.text.as_str(), &film.remarks[..]), ("see", &[Remark::Media("film.mp4".into())][..]));
    let looks = from_html("<u>a</u> <td colspan=2>b", Purpose::Text, &mut Shelf);
    assert_eq!(looks.remarks, [Remark::Looks, Remark::SpannedCells]);
}

#[test]
fn plain_text_and_what_learners_type() {
    assert_eq!(from_plain("a*b $x_1$ <b>", Purpose::Text, true), "a\\*b $x_1$ \\<b>");
    assert_eq!(from_plain("- a\n- b", Purpose::Text, false), "\\- a\n\\- b");
    let typed = from_html("<p>a &lt; <b>b</b>*</p>", Purpose::Plain, &mut NoPictures);
    assert_eq!(typed, Converted { text: "a < b*".into(), remarks: vec![Remark::MarkupInAnswer] });
    assert_eq!(
        from_markdown("*a* $x_1$ \\\\(y\\\\) <b>c</b>", Purpose::Text, &mut NoPictures).text,
        "*a* $x_1$ $y$ **c**"
    );
    assert_eq!(to_plain("*a* $x^2$", true), "a \\(x^2\\)");
    assert_eq!(to_plain("*a* $x^2$", false), "a x²");
}

#[test]
fn a_bank_text_comes_back_as_it_is() {
    for text in [
        "Which river is *longest*?",
        "a\nb\n\n- c\n- d\n\n| x | y |\n| --- | --- |\n| 1 | 2 |",
        "$\\frac{1}{2}$ of **all** `code`",
        "![map of *x*](a b.png)",
        "1. a\n2. b\n\n> q\n\n```\nx = 1\n  y\n```",
        "$$x^2$$ [l](https://a.b/c)",
    ] {
        assert_eq!(one_line(&plain(&back(text))), one_line(&plain(text)), "{text}");
    }
    for text in ["Which river is *longest*?", "a\nb\n\n- c\n- d", "$\\frac{1}{2}$ of **all** `code`", "2*3*4"] {
        assert_eq!(back(text), text);
    }
}

#[test]
fn deep_nesting_neither_overflows_nor_hangs() {
    for tag in [
        "div",
        "ul><li",
        "b",
        "span style='font-weight:bold'",
        "table><tr><td",
        "math><mrow",
        "blockquote",
        "sub",
        "video",
        "q",
    ] {
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        let deep = format!("{}x{}", format!("<{tag}>").repeat(100_000), format!("</{name}>").repeat(100_000));
        let _ = html(&deep);
    }
    let _ = html(&"$$a \\( [tex] ".repeat(20_000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn words_show_as_they_are(words in "[ -~äß\n]{0,40}") {
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
        prop_assume!(!escaped.contains("$$") && !words.contains("\\(") && !words.contains("\\[") && !words.contains("[$]"));
        for purpose in [Purpose::Text, Purpose::Line] {
            let text = from_html(&escaped, purpose, &mut NoPictures).text;
            prop_assert_eq!(one_line(&plain(&text)), one_line(&words), "{:?}", text);
            let text = from_plain(&words, purpose, false);
            prop_assert_eq!(one_line(&plain(&text)), one_line(&words), "{:?}", text);
        }
    }

    #[test]
    fn a_text_shows_the_same_when_it_comes_back(text in "([a-z *_`$|>#.&<!\\[\\]()1-9-]|\n|\\*\\*|\n- |\n\n){0,40}") {
        let html = to_html(&text, &mut str::to_owned);
        prop_assume!(!text.contains("$$") && !html.contains("\\(") && !html.contains("[$]") && !html.contains("[tex]"));
        prop_assert_eq!(one_line(&plain(&back(&text))), one_line(&plain(&text)), "{} -> {}", html, back(&text));
    }

    #[test]
    fn nothing_panics(text in "(<|>|/|&|;|=|'|\"|b|p|li|ul|table|tr|td|math|mi|msup|sub|sup|pre|img src=x|a href=http://x|\\$|\\\\\\(|\\[tex\\]|é| |\n){0,60}") {
        for purpose in [Purpose::Text, Purpose::Line, Purpose::Cloze, Purpose::Calculated, Purpose::Plain] {
            let _ = from_html(&text, purpose, &mut NoPictures);
            let _ = from_markdown(&text, purpose, &mut NoPictures);
            let _ = from_plain(&text, purpose, true);
        }
    }
}
