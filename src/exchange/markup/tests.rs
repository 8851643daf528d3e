//! HTML to texts of banks and back, as strangers' files have it.

use super::*;
use proptest::prelude::*;

fn told(html: &str) -> String {
    from_html(html, Purpose::Text, &mut NoPictures).text
}

#[test]
fn html_becomes_commonmark() {
    let check = |html: &str, expected: &str| assert_eq!(told(html), expected, "{html}");
    check("<p>Which <b>river</b> is <i>long</i>?</p>", "Which **river** is *long*?");
    check("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree");
    check("a &lt; b &amp;&nbsp;c &quot;d&quot;", "a < b & c \"d\"");
    check("<b> spaced </b>out<b></b>", "**spaced** out");
    check("H<sub>2</sub>O, 10<sup>-3</sup> m, x<sup>ab</sup>", "H₂O, 10⁻³ m, x$^{ab}$");
    check("<ul><li>One</li><li>Two<ol><li>Inner</li></ol></li></ul>after", "- One\n- Two\n  1. Inner\n\nafter");
    check("<p>1. April</p>", "1. April");
    check("<p>1. April</p><p>- no bullet</p>", "1\\. April\n\n\\- no bullet");
    check("<pre>let x = `1`;\n  y</pre>", "```\nlet x = `1`;\n  y\n```");
    check("Call <code>a_b(*x)</code>", "Call `a_b(*x)`");
    check(
        "<a href='https://x.org/a(b)'>here</a> <a href='javascript:x'>there</a>",
        "[here](https://x.org/a%28b%29) there",
    );
    check("2*3 and 3 * 4", "2*3 and 3 \\* 4");
    check("12&nbsp;000 and x&nbsp;y", "12\u{a0}000 and x y");
    check("<blockquote>Said</blockquote>", "> Said");
    check(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td><b>3</b></td></tr></table>",
        "| a | b |\n| --- | --- |\n| 1\\|2 | **3** |",
    );
    check(r"Solve \(x &lt; 1\).", "Solve $x < 1$.");
    check("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of it", "$\\frac{1}{2}$ of it");
    check("<img class='equation_image' data-equation-content='x^2' src='/eq'> is it", "$x^2$ is it");
    check("<script>alert('x')</script><style>p{}</style>Why?", "Why?");
    check("never <b>closed", "never **closed**");
}

#[test]
fn what_is_lost_is_told() {
    let all = |html: &str| from_html(html, Purpose::Text, &mut NoPictures);
    assert_eq!(all("<u>a</u> <font>b</font>").remarks, [Remark::Looks]);
    assert_eq!(all("<video src='a.mp4'>none</video>b").remarks, [Remark::Media("a.mp4".into())]);
    let remote = all("<img src='https://x.org/a.png' alt='A map'>");
    assert_eq!(remote.text, "[A map](https://x.org/a.png)");
    assert_eq!(remote.remarks, [Remark::RemotePicture("https://x.org/a.png".into())]);
    assert_eq!(all("<table><tr><td colspan=2>a</td></tr></table>").remarks, [Remark::SpannedCells]);
}

#[test]
fn one_line_and_what_is_typed_have_no_blocks() {
    let line = |html: &str, purpose| from_html(html, purpose, &mut NoPictures).text;
    assert_eq!(line("<p>One</p><p>two <b>three</b></p>", Purpose::Line), "One two **three**");
    assert_eq!(line("<p>H<sub>2</sub>O <b>x</b> a_b*</p>", Purpose::Plain), "H₂O x a_b*");
    assert_eq!(line("a {b} | c", Purpose::Cloze), "a \\{b\\} \\| c");
}

#[test]
fn no_nesting_is_too_deep() {
    for tag in ["div", "b", "ul", "li", "blockquote", "table", "math", "pre"] {
        let html = format!("{}x", format!("<{tag}>").repeat(20_000));
        let _ = from_html(&html, Purpose::Text, &mut NoPictures);
    }
}

proptest! {
    #[test]
    fn words_stay_words(words in "[ -~éß¹]{0,40}") {
        let html = words.replace('&', "&amp;").replace('<', "&lt;");
        let shown = told(&html);
        let expected = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        // A formula in another spelling is one.
        prop_assume!(!expected.contains(r"\(") && !expected.contains(r"\[") && !expected.contains("$$") && !expected.contains("[$"));
        prop_assert_eq!(&*text::plain(&shown), &expected, "{}", shown);
        let typed = from_plain(&expected, Purpose::Text, false);
        prop_assert_eq!(&*text::plain(&typed), &expected);
    }

    #[test]
    fn nothing_panics(html in "(<|>|/|p|b|li|ul|table|tr|td|&|lt;|a|\"|=| |math|mi|pre|code|sup|br|\\$|\\\\|\\(|\\)|\n|\\*){0,60}") {
        for purpose in [Purpose::Text, Purpose::Line, Purpose::Cloze, Purpose::Calculated, Purpose::Plain] {
            let _ = from_html(&html, purpose, &mut NoPictures);
            let _ = from_markdown(&html, purpose, &mut NoPictures);
        }
        let _ = to_html(&html, &mut |path| path.to_owned());
    }

    #[test]
    fn there_and_back_shows_the_same(words in "([a-z]{1,5}| | \\*\\*bold\\*\\* | \\*slanted\\* | `code` | \\$x\\^2\\$ |2\\*3|\n\n|\n|\\\\\\*|_|&|<|- x |1\\. y ){1,14}") {
        let html = to_html(&words, &mut |path| path.to_owned());
        let back = told(&html);
        let shown = |text: &str| {
            let lines: Vec<String> = text::plain(text).lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            lines.into_iter().filter(|line| !line.is_empty() && line.chars().any(|sign| sign != '•' && sign != ' ')).collect::<Vec<_>>()
        };
        prop_assert_eq!(shown(&back), shown(&words), "{} → {} → {}", words, html, back);
    }
}
