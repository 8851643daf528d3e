//! TeX said in signs.

use super::*;
use proptest::prelude::*;

fn check(tex: &str, expected: &str) {
    assert_eq!(unicode(tex), expected, "{tex}");
}

#[test]
fn scripts_are_raised_and_lowered() {
    check("E=mc^2", "E = mc²");
    check("x_{10}^{-1}", "x₁₀⁻¹");
    check("T_e > T_i", "Tₑ > Tᵢ");
    check("e^{i\\pi}+1=0", "e^(iπ) + 1 = 0");
    check("q_{95}, n_{\\mathrm{GW}}", "q₉₅, n_GW");
    check("f'(x)", "f′(x)");
    check("90^\\circ", "90°");
}

#[test]
fn fractions_and_roots_are_said() {
    check(r"\frac{1}{2}", "½");
    check(r"\frac{a+b}{2c}", "(a + b)/2c");
    check(r"\frac12 m v^2", "½mv²");
    check(r"\sqrt{2} + \sqrt[3]{x+1}", "√2 + ∛(x + 1)");
    check(r"\sqrt[n]{a}", "ⁿ√a");
    check(r"\binom{n}{k}", "(n over k)");
}

#[test]
fn commands_are_signs_and_words() {
    check(r"\alpha\beta \times 10^{-3}\,\mathrm{m}", "αβ × 10⁻³ m");
    check(r"n T \tau_E \geq 3\times10^{21}", "nTτ_E ≥ 3 × 10²¹");
    check(r"\sin x + \ln(2)", "sin x + ln (2)");
    check(r"\vec{B}\cdot\nabla p", "B\u{20D7} · ∇p".replace('·', "⋅").as_str());
    check(r"x \in \mathbb{R}", "x ∈ ℝ");
    check(r"v = 5\ \text{km per hour}", "v = 5 km per hour");
    check(r"\left(\frac{a}{b}\right)^2", "(a/b)²");
    check(r"-1 \le x", "−1 ≤ x");
    check(r"5\,\%", "5 %");
    check(r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)");
    check(r"\ce{H2O} + \ce{SO4^{2-}}", "H₂O + SO₄²⁻");
    check(r"\ce{^{2}H + ^{3}H -> ^{4}He + n}", "²H + ³H → ⁴He + n");
}

#[test]
fn what_is_not_known_stays() {
    check(r"\nonsense x", r"\nonsense x");
    check("", "");
    check("{{{", "");
    check("x^", "x");
    check(r"\frac", "/");
    check(&format!("{}x{}", "{".repeat(9999), "}".repeat(9999)), "x");
    check("x^x^x", "xˣˣ");
}

#[test]
fn accents_within_each_other_stay_short() {
    check(r"\vec{\hat{x}}", "x\u{20D7}\u{302}");
    let deep = format!("{}xy{}", r"\hat{".repeat(20), "}".repeat(20));
    for tex in [deep, r"\hat".repeat(20)] {
        assert!(unicode(&tex).len() < 10 * tex.len(), "{}", unicode(&tex).len());
    }
}

proptest! {
    #[test]
    fn any_text_is_said(tex in r"(\\[a-z]{0,6}|[{}^_&$%\[\]~ a-z0-9é+=-]){0,60}") {
        unicode(&tex);
    }
}
