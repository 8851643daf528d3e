//! Formatted text as HTML, byte by byte where it is short, and any text at all.

use super::super::rich::{Html, NoPictures};
use super::super::words::escaped;
use proptest::prelude::*;

fn html(text: &str) -> String {
    Html { pictures: &NoPictures, bank_id: "b" }.text(text)
}

#[test]
fn text_becomes_elements_and_every_letter_is_escaped() {
    let check = |text: &str, expected: &str| assert_eq!(html(text), expected, "{text}");
    check("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;");
    check("**a** *b* `c<`", "<strong>a</strong> <em>b</em> <code>c&lt;</code>");
    check(
        "[a](https://b.org/?c=\"d\")",
        "[a](https://b.org/?c=&quot;d&quot;)".replace("[a](", "<a href=\"").replace(')', "\">a</a>").as_str(),
    );
    check("[a](javascript:b)", "a");
    check("<b onclick=\"c\">", "&lt;b onclick=&quot;c&quot;&gt;");
    check("![A map](map.png)", "[Picture: A map]");
    check("a\n\n- b\n- **c**", "<p>a</p><ul><li>b</li><li><strong>c</strong></li></ul>");
    check("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>");
    check("> a\n\n---\n\n```\n<c>\n```", "<blockquote><p>a</p></blockquote><hr><pre><code>&lt;c&gt;</code></pre>");
    check(
        "| a | b |\n| - | -: |\n| c | d |",
        "<table><tr><th>a</th><th style=\"text-align:right\">b</th></tr><tr><td>c</td><td style=\"text-align:right\">d</td></tr></table>",
    );
    check("$\\nonsense<$", "<em class=\"maths\">\\nonsense &lt;</em>");
}

proptest! {
    #[test]
    fn any_text_is_html_that_loads_and_runs_nothing(
        text in "\\PC{0,60}",
        heap in "([*_`$\\[\\]()!<>&|\"'#+=/-]|\\\\|\n|[a-c]|https://|javascript:|<script>|onload=){0,40}",
    ) {
        for text in [text, heap] {
            let html = html(&text);
            let opened = html.matches('<').count();
            prop_assert_eq!(opened, html.matches('>').count());
            let is_safe = !html.contains("<script") && !html.contains("src=") && !html.contains("href=\"j");
            prop_assert!(is_safe, "{}", html);
            prop_assert!(!escaped(&text).contains(['<', '"']));
        }
    }
}
