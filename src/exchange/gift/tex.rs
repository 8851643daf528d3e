//! Tells braces of TeX and of program code from those of GIFT. Reads no answer.

/// Whether a brace behind those words belongs to TeX, as in `\frac{T}{F}` or `x^{T}`, or to code, as in `on={true}`.
pub(super) fn is_before_other_brace(before: &str) -> bool {
    let mut rest = before;
    for (open, close) in [('{', '}'), ('[', ']'), ('{', '}')] {
        while let Some(inside) = rest.strip_suffix(close) {
            rest = inside.rfind(open).map_or("", |at| &inside[..at]);
        }
    }
    let word = rest.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    rest.ends_with(['^', '_', '$', '=', '(', '`']) || word.len() < rest.len() && word.ends_with(['\\', '\u{E010}'])
}

/// The text without the code that stands between fences.
pub(super) fn without_code(text: &str) -> String {
    let mut is_code = false;
    let is_kept = |line: &&str| {
        let is_fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        is_code ^= is_fence;
        !is_code && !is_fence
    };
    text.lines().filter(is_kept).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_tex_and_of_code_are_others() {
        for before in ["$\\frac", "$\\frac{T}", "\\sqrt[3]", "x^", "x_", "$", "<p on=", "use(", "as `"] {
            assert!(is_before_other_brace(before), "{before}");
        }
        for before in ["", "The sky is blue. ", "Grant is buried", "It costs $5 ", "{=a ~b} and"] {
            assert!(!is_before_other_brace(before), "{before}");
        }
        assert_eq!(without_code("a\n```js\n{T}\n```\nb"), "a\nb\n");
    }
}
