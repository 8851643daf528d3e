//! Expressions over variables, worked out. Reads no text around them.
//!
//! An expression has numbers, variables, `+ - * / ^ %`, brackets, `pi`, comparisons, and the functions of
//! [`nanoexpr::Math`]: `sqrt`, `exp`, `ln`, `log10`, `sin`, `min`, `round` and on. `^` comes before a minus sign
//! (`-2^2` is -4) and goes from right to left. There is no loop, no assignment and no way to allocate or to reach the
//! system; length and depth are bounded. Functions are those of `libm`, so every machine gets the same number.
//! Euler's number is `exp(1)`: a name such as `E` or `tau` is always a variable, so that one that nobody defined is
//! found and not taken for a constant.

use nanoexpr::{Context, ErrorKind, Evaluator, Instruction, Math, Program};
use thiserror::Error;

/// Longer expressions are refused: no question's answer needs more signs than a few lines.
pub const LONGEST_CHARS: usize = 500;

/// Why an expression gives no number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormulaFault {
    /// It names something that is no variable, `pi` or a function.
    #[error("`{name}` is not known")]
    UnknownName {
        /// The name.
        name: Box<str>,
    },
    /// It cannot be read, whatever the values.
    #[error("{reason}")]
    Unreadable {
        /// What is wrong and where.
        reason: Box<str>,
    },
    /// It can be read, and these values give no finite number.
    #[error(transparent)]
    NoNumber(#[from] NoNumber),
}

/// What an expression gives that is no finite number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoNumber {
    /// Something divided by 0.
    #[error("a division by zero")]
    DivisionByZero,
    /// More than a number can hold.
    #[error("a number too large")]
    TooLarge,
    /// Such as the root of a number below 0.
    #[error("no real number")]
    NotReal,
    /// An infinite result.
    #[error("no finite number")]
    NotFinite,
}

/// Works out an expression with these values. The result is finite and has at most 15 significant digits, so that
/// 0.1 + 0.2 is 0.3.
///
/// # Errors
/// Whatever keeps it from giving a number.
pub fn evaluate(expression: &str, values: &[(&str, f64)]) -> Result<f64, FormulaFault> {
    let plain = plain(expression)?;
    Evaluator::<_>::new(&Names(values))
        .evaluate(&plain)
        .map_err(|error| told(&plain, error))
        .and_then(finite)
        .map(without_dust)
}

/// Works out an expression for `count` combinations, one after the other, until `look` finds what it looks for. `fill`
/// puts the combination of a number below `count` into `values`. The same as asking [`evaluate`] for each, and many times
/// as fast, but for binary dust: 0.1 + 0.2 is a hair above 0.3.
pub(crate) fn find_among<T>(
    expression: &str,
    values: &mut [(&str, f64)],
    count: usize,
    fill: impl Fn(usize, &mut [(&str, f64)]),
    mut look: impl FnMut(&[(&str, f64)], Result<f64, FormulaFault>) -> Option<T>,
) -> Option<T> {
    // A value pending for each bracket that may be open, twice over.
    const PENDING: usize = 64;
    let plain = match plain(expression) {
        Ok(plain) => plain,
        Err(fault) => return look(values, Err(fault)),
    };
    // A sign makes at most one instruction, or two for a comparison of two signs.
    let mut code = vec![Instruction::default(); plain.len() + 1];
    let program: Result<Program<f64, PENDING>, _> = Evaluator::<_>::new(&()).compile(&plain, &mut code);
    (0..count).find_map(|number| {
        fill(number, values);
        let names = Names(values);
        let outcome = match &program {
            Ok(program) => program.evaluate(&names),
            // One with more values pending is worked out the slow way.
            Err(error) if error.kind == ErrorKind::TooLong => Evaluator::<_>::new(&names).evaluate(&plain),
            Err(error) => Err(*error),
        };
        look(values, outcome.map_err(|error| told(&plain, error)).and_then(finite))
    })
}

/// Why the first of `count` combinations that gives no number does not; `values` is left holding it. See [`find_among`].
pub(crate) fn first_fault(
    expression: &str,
    values: &mut [(&str, f64)],
    count: usize,
    fill: impl Fn(usize, &mut [(&str, f64)]),
) -> Option<FormulaFault> {
    find_among(expression, values, count, fill, |_, outcome| outcome.err())
}

/// Whether a variable can have this name: letters a to z, digits and `_`, no digit first, and not a word of its own.
pub fn is_name(name: &str) -> bool {
    let is_letter = |sign: char| sign.is_ascii_alphabetic() || sign == '_';
    name.starts_with(is_letter)
        && name.chars().all(|sign| is_letter(sign) || sign.is_ascii_digit())
        && !matches!(name, "mod" | "pi")
}

/// What the names in an expression stand for.
struct Names<'a>(&'a [(&'a str, f64)]);

impl Context<f64> for Names<'_> {
    fn variable(&self, name: &str) -> Option<f64> {
        let own = self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        own.or_else(|| (name == "pi").then_some(std::f64::consts::PI))
    }

    fn call(&self, name: &str, arguments: &[f64]) -> Option<Result<f64, ErrorKind>> {
        Math.call(name, arguments)
    }
}

/// The expression with signs of a keyboard.
fn plain(expression: &str) -> Result<String, FormulaFault> {
    let unreadable = |reason: &str| FormulaFault::Unreadable { reason: reason.into() };
    if expression.trim().is_empty() {
        return Err(unreadable("there is nothing in it"));
    }
    if expression.chars().nth(LONGEST_CHARS).is_some() {
        return Err(unreadable("it is longer than 500 characters"));
    }
    Ok(expression.chars().map(plain_sign).collect())
}

fn finite(value: f64) -> Result<f64, FormulaFault> {
    if value.is_finite() { Ok(value) } else { Err(NoNumber::NotFinite.into()) }
}

/// The signs of print as those of a keyboard.
fn plain_sign(sign: char) -> char {
    match sign {
        '×' | '·' | '⋅' => '*',
        '÷' | '∕' => '/',
        '−' | '–' => '-',
        _ => sign,
    }
}

/// With 15 significant digits: every decimal number of so many survives the way through binary.
fn without_dust(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

fn told(expression: &str, error: nanoexpr::Error) -> FormulaFault {
    let there = expression.get(error.span.start..error.span.end).unwrap_or_default();
    let reason = match error.kind {
        ErrorKind::UnknownVariable | ErrorKind::UnknownFunction => {
            return FormulaFault::UnknownName { name: there.split('(').next().unwrap_or_default().trim().into() };
        }
        ErrorKind::DivisionByZero => return NoNumber::DivisionByZero.into(),
        ErrorKind::Overflow => return NoNumber::TooLarge.into(),
        ErrorKind::Domain => return NoNumber::NotReal.into(),
        ErrorKind::UnexpectedEnd => "it ends too early".to_owned(),
        ErrorKind::UnclosedParenthesis => "a bracket `(` is not closed".to_owned(),
        ErrorKind::TooDeep => "its brackets are nested too deep".to_owned(),
        ErrorKind::ArgumentCount | ErrorKind::TooManyArguments => {
            format!("`{there}` has too few or too many numbers between its brackets")
        }
        _ => format!("`{there}` cannot stand there"),
    };
    FormulaFault::Unreadable { reason: reason.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VALUES: &[(&str, f64)] = &[("E", 37.0), ("t", 5.0), ("zero", 0.0), ("n_2", -2.0)];

    fn check(expression: &str, expected: f64) {
        assert_eq!(evaluate(expression, VALUES), Ok(expected), "{expression}");
    }

    fn check_fault(expression: &str, expected: &str) {
        let fault = evaluate(expression, VALUES).expect_err(expression);
        assert_eq!(fault.to_string(), expected, "{expression}");
    }

    #[test]
    fn expressions_are_worked_out_as_in_a_textbook() {
        check("E / t", 7.4);
        check("-2^2", -4.0);
        check("2^3^2", 512.0);
        check("2^-1", 0.5);
        check("n_2 ^ 2 × 3 − 1", 11.0);
        check("10 / 2 / 5", 1.0);
        check("1.5e3 + .5", 1500.5);
        check("0.1 + 0.2", 0.3);
        check("sqrt(E - 1) + max(1, t, 3)", 11.0);
        check("round(pi * 1000) ÷ 500", 6.284);
        check("zero == 0 ? 1 : E / zero", 1.0);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        check_fault("", "there is nothing in it");
        check_fault(" ", "there is nothing in it");
        check_fault("E /", "it ends too early");
        check_fault("(E", "a bracket `(` is not closed");
        check_fault("E t", "`t` cannot stand there");
        check_fault("E; t", "`;` cannot stand there");
        check_fault("x + 1", "`x` is not known");
        check_fault("e", "`e` is not known");
        check_fault("tau", "`tau` is not known");
        check_fault("system(1)", "`system` is not known");
        check_fault(&"(".repeat(499), "its brackets are nested too deep");
        check_fault(&"-".repeat(499), "its brackets are nested too deep");
        check_fault(&"1+".repeat(300), "it is longer than 500 characters");
    }

    #[test]
    fn what_gives_no_number_is_told() {
        check_fault("E / zero", "a division by zero");
        check_fault("E % zero", "a division by zero");
        check_fault("sqrt(n_2)", "no real number");
        check_fault("10 ^ 400", "a number too large");
    }

    proptest! {
        #[test]
        fn any_expression_gives_a_finite_number_or_a_reason(
            text in "\\PC{0,40}",
            heap in r"([0-9.]{1,3}|[Et]|[-+*/^%!<>=&|?:(),]|sqrt\(|fact\(|log\(){0,60}",
        ) {
            for expression in [text, heap] {
                match evaluate(&expression, VALUES) {
                    Ok(value) => prop_assert!(value.is_finite()),
                    Err(fault) => prop_assert!(!fault.to_string().is_empty()),
                }
                let fault = first_fault(&expression, &mut VALUES.to_vec(), 1, |_, _| {});
                prop_assert_eq!(fault, evaluate(&expression, VALUES).err());
            }
        }
    }
}
