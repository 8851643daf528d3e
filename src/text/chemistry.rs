//! Says the formulas of chemistry, as `\ce{…}` holds them, in Unicode: `SO₄²⁻`. Takes any text.

use super::script::script;
use super::signs;

/// A formula of chemistry: the digits after a letter are lowered, what stands after `^` is raised.
pub(super) fn chemistry(text: &str) -> String {
    let text = text.replace("<=>", "⇌").replace("->", "→").replace("<-", "←");
    let mut said = String::new();
    let mut signs_left = text.chars().peekable();
    while let Some(sign) = signs_left.next() {
        let follows_atom = said.ends_with(|last: char| last.is_alphabetic() || matches!(last, ')' | ']' | '₀'..='₉'));
        match sign {
            '^' | '_' => {
                let is_group = signs_left.next_if_eq(&'{').is_some();
                let goes_on =
                    |next: &char| if is_group { *next != '}' } else { next.is_ascii_digit() || "+-".contains(*next) };
                let mut inside = String::new();
                while let Some(next) = signs_left.next_if(goes_on) {
                    inside.push(next);
                }
                if is_group {
                    signs_left.next();
                }
                said.push_str(&script(sign == '^', &inside));
            }
            '0'..='9' if follows_atom => {
                said.push_str(&signs::lowered(sign.encode_utf8(&mut [0; 4])).unwrap_or_default());
            }
            '+' | '-' if follows_atom && signs_left.peek().is_none_or(|next| next.is_whitespace()) => {
                said.push(if sign == '+' { '⁺' } else { '⁻' });
            }
            '{' | '}' => {}
            _ => said.push(sign),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(chemistry(text), expected, "{text}");
    }

    #[test]
    fn digits_after_atoms_are_lowered_and_charges_raised() {
        check("H2O", "H₂O");
        check("SO4^{2-}", "SO₄²⁻");
        check("Na+ + Cl-", "Na⁺ + Cl⁻");
        check("2H2 + O2 <=> 2H2O", "2H₂ + O₂ ⇌ 2H₂O");
        check("Ca(OH)2", "Ca(OH)₂");
    }

    #[test]
    fn what_is_not_finished_is_said_as_far_as_it_goes() {
        check("", "");
        check("^", "");
        check("X^{2", "X²");
        check("}{", "");
    }
}
