//! Presentation MathML as TeX, as far as quizzes use it. Draws nothing.

use super::scripts::tex_words;

/// An element of MathML, or the words in one.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without a prefix; empty for words.
    pub name: String,
    /// The words, for words; the encoding, for an annotation.
    pub text: String,
    /// What stands in it.
    pub inside: Vec<Element>,
}

/// Elements within each other beyond this depth are no formula of a quiz.
pub(super) const DEEPEST: usize = 64;

impl Element {
    /// The TeX; `None` where something in it is not known.
    pub fn tex(&self) -> Option<String> {
        if let Some(tex) = self.annotation() {
            return Some(tex);
        }
        let tex = self.write()?;
        Some(tex.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|tex| !tex.is_empty())
    }

    /// All words in it.
    pub fn words(&self) -> String {
        let mut words = self.text.clone();
        self.inside.iter().for_each(|inside| words.push_str(&inside.words()));
        words
    }

    fn annotation(&self) -> Option<String> {
        if self.name == "annotation" {
            let is_tex = self.text.to_ascii_lowercase().contains("tex");
            let words: String = self.inside.iter().map(Self::words).collect();
            return is_tex.then(|| words.trim().to_owned()).filter(|tex| !tex.is_empty());
        }
        self.inside.iter().find_map(Self::annotation)
    }

    fn write(&self) -> Option<String> {
        let parts = || self.inside.iter().filter(|part| !part.name.is_empty());
        let part = |place: usize| parts().nth(place)?.group();
        let row = || parts().map(Self::write).collect::<Option<String>>();
        Some(match self.name.as_str() {
            "" | "annotation" | "annotation-xml" | "mspace" | "mphantom" | "none" | "mprescripts" => String::new(),
            "math" | "mrow" | "mstyle" | "semantics" | "mpadded" | "mtd" | "merror" | "maction" => row()?,
            "mn" | "mi" | "mo" => symbol(&self.name, self.words().trim())?,
            "mtext" | "ms" => format!("\\text{{{}}}", tex_words(&self.words())),
            "msup" => format!("{}^{}", part(0)?, part(1)?),
            "msub" => format!("{}_{}", part(0)?, part(1)?),
            "msubsup" | "munderover" => format!("{}_{}^{}", part(0)?, part(1)?, part(2)?),
            "munder" => self.under(part(0)?, part(1)?),
            "mover" => self.over(part(0)?, part(1)?),
            "mfrac" => format!("\\frac{}{}", part(0)?, part(1)?),
            "msqrt" => format!("\\sqrt{{{}}}", row()?),
            "mroot" => format!("\\sqrt[{}]{}", parts().nth(1)?.write()?, part(0)?),
            "mfenced" => {
                let inside: Option<Vec<String>> = parts().map(Self::write).collect();
                format!("\\left({}\\right)", inside?.join(","))
            }
            "menclose" => format!("\\boxed{{{}}}", row()?),
            "mtable" => {
                let rows: Option<Vec<String>> = parts().map(Self::write).collect();
                format!("\\begin{{matrix}}{}\\end{{matrix}}", rows?.join(" \\\\ "))
            }
            "mtr" | "mlabeledtr" => {
                let cells: Option<Vec<String>> = parts().map(Self::write).collect();
                cells?.join(" & ")
            }
            _ => return None,
        })
    }

    /// Between braces, where it is more than one letter or digit.
    fn group(&self) -> Option<String> {
        let tex = self.write()?;
        let is_one = tex.chars().count() == 1 && tex.chars().all(char::is_alphanumeric);
        Some(if is_one { format!("{{{tex}}}") } else { format!("{{{}}}", tex.trim_end()) })
    }

    fn under(&self, base: String, below: String) -> String {
        let is_limit = ["\\lim", "\\max", "\\min", "\\sum", "\\prod", "\\int"].iter().any(|sign| base.contains(sign));
        if is_limit { format!("{}_{below}", base.trim_matches(['{', '}'])) } else { format!("\\underset{below}{base}") }
    }

    fn over(&self, base: String, above: String) -> String {
        let accent = match above.trim_matches(['{', '}', ' ']) {
            "\\rightarrow" | "→" => "\\vec",
            "¯" | "-" | "‾" | "\\overline" | "_" | "―" => "\\overline",
            "^" | "\\hat" | "ˆ" => "\\hat",
            "." | "˙" => "\\dot",
            "~" | "\\tilde" | "˜" => "\\tilde",
            _ => return format!("\\overset{above}{base}"),
        };
        format!("{accent}{base}")
    }
}

fn symbol(kind: &str, words: &str) -> Option<String> {
    const NAMES: [&str; 19] = [
        "sin", "cos", "tan", "cot", "log", "ln", "exp", "lim", "max", "min", "sinh", "cosh", "tanh", "arcsin",
        "arccos", "arctan", "det", "gcd", "lg",
    ];
    const SIGNS: [(&str, &str); 44] = [
        ("−", "-"),
        ("×", "\\times "),
        ("⋅", "\\cdot "),
        ("·", "\\cdot "),
        ("∙", "\\cdot "),
        ("÷", "\\div "),
        ("±", "\\pm "),
        ("≤", "\\le "),
        ("≥", "\\ge "),
        ("≠", "\\ne "),
        ("≈", "\\approx "),
        ("∞", "\\infty "),
        ("→", "\\rightarrow "),
        ("⇒", "\\Rightarrow "),
        ("⇌", "\\rightleftharpoons "),
        ("∑", "\\sum "),
        ("∏", "\\prod "),
        ("∫", "\\int "),
        ("∂", "\\partial "),
        ("π", "\\pi "),
        ("α", "\\alpha "),
        ("β", "\\beta "),
        ("γ", "\\gamma "),
        ("δ", "\\delta "),
        ("ε", "\\varepsilon "),
        ("θ", "\\theta "),
        ("λ", "\\lambda "),
        ("μ", "\\mu "),
        ("ρ", "\\rho "),
        ("σ", "\\sigma "),
        ("φ", "\\varphi "),
        ("ω", "\\omega "),
        ("Δ", "\\Delta "),
        ("Ω", "\\Omega "),
        ("Σ", "\\Sigma "),
        ("∈", "\\in "),
        ("∪", "\\cup "),
        ("∩", "\\cap "),
        ("°", "^\\circ "),
        ("∘", "\\circ "),
        ("{", "\\{"),
        ("}", "\\}"),
        ("%", "\\%"),
        ("\u{2061}", ""),
    ];
    if let Some((_, tex)) = SIGNS.iter().find(|(sign, _)| *sign == words) {
        return Some((*tex).to_owned());
    }
    if matches!(words, "\u{2062}" | "\u{2063}" | "\u{2064}") {
        return Some(String::new());
    }
    let is_several = words.chars().nth(1).is_some();
    Some(match kind {
        _ if NAMES.contains(&words) => format!("\\{words} "),
        "mi" if is_several => format!("\\text{{{}}}", tex_words(words)),
        _ if words.contains(['\\', '$', '&', '#', '^', '_', '~', '{', '}'])
            && words != "^"
            && words != "_"
            && words != "~" =>
        {
            format!("\\text{{{}}}", tex_words(words))
        }
        _ => words.to_owned(),
    })
}
