//! Expressions over drawn values: worked out, and their values put into texts. Draws nothing itself.
//!
//! An expression has numbers, variables, `+ - * / ^ %`, brackets, `pi`, comparisons, and the functions of
//! [`nanoexpr::Math`]: `sqrt`, `exp`, `ln`, `log10`, `sin`, `min`, `round` and on. `^` comes before a minus sign
//! (`-2^2` is -4) and goes from right to left. There is no loop, no assignment and no way to allocate or to reach the
//! system; length and depth are bounded. Functions are those of `libm`, so every machine gets the same number.
//! Euler's number is `exp(1)`: a name such as `E` or `tau` is always a variable, so that one that nobody defined is
//! found and not taken for a constant.

use crate::bank::values::quantity;
use crate::bank::{Answer, Entries, Question, Variable};
use crate::text::maths;
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

/// The key of a question whose values are drawn; `None` for one whose values are not drawn yet, that gives no number,
/// or that is of another kind.
pub fn key(answer: &Answer) -> Option<f64> {
    let Answer::Calculated { variables, value, .. } = answer else { return None };
    value_of(value, variables)
}

/// The value of an expression whose variables have one value each; `None` where one has several, or it gives no number.
pub(crate) fn value_of(expression: &str, variables: &Entries<Variable>) -> Option<f64> {
    let only = |(name, variable): (_, &Variable)| Some((name, variable.only()?));
    let values: Vec<_> = variables.iter().map(only).collect::<Option<_>>()?;
    evaluate(expression, &values).ok()
}

/// The question as it is asked with these values, one for each variable in the order of the file: each variable has
/// that value alone, and prompt, hints and explanation show it. `None` where the values are no fit, or for a question
/// of another kind.
pub fn pinned(question: &Question, values: &[f64]) -> Option<Question> {
    let Answer::Calculated { variables, .. } = &question.answer else { return None };
    if variables.0.len() != values.len() || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let fill = |text: &str| -> Box<str> {
        let value = |name: &str| variables.iter().position(|(known, _)| known == name).map(|index| values[index]);
        filled(text, &value).into()
    };
    let mut asked = Question {
        prompt: fill(&question.prompt),
        explanation: fill(&question.explanation),
        hints: question.hints.iter().map(|hint| fill(hint)).collect(),
        ..question.clone()
    };
    if let Answer::Calculated { variables, .. } = &mut asked.answer {
        let pairs = std::mem::take(variables).0.into_iter().zip(values);
        *variables = Entries(pairs.map(|((name, _), value)| (name, Variable::Values([*value].into()))).collect());
    }
    Some(asked)
}

/// The names in braces in `text` that could be variables: `{E}` outside maths, `{{E}}` inside.
pub fn names_in(text: &str) -> Vec<&str> {
    fragments(text)
        .into_iter()
        .filter_map(|fragment| if let Fragment::Name { name, .. } = fragment { Some(name) } else { None })
        .collect()
}

/// The same without those in code, where braces may well be the program's own.
pub(crate) fn names_outside_code(text: &str) -> Vec<&str> {
    let named = |fragment| match fragment {
        Fragment::Name { name, is_code: false, .. } => Some(name),
        Fragment::Name { .. } | Fragment::Plain(_) => None,
    };
    fragments(text).into_iter().filter_map(named).collect()
}

/// `text` with the values that its names in braces stand for; a name without a value stays as it is.
fn filled(text: &str, value: &dyn Fn(&str) -> Option<f64>) -> String {
    let shown = |fragment| match fragment {
        Fragment::Plain(plain) => plain.to_owned(),
        Fragment::Name { name, written, .. } => {
            value(name).map_or_else(|| written.to_owned(), |value| quantity::written(value, ""))
        }
    };
    fragments(text).into_iter().map(shown).collect()
}

/// A part of a text.
pub(crate) enum Fragment<'a> {
    /// What stands as it is.
    Plain(&'a str),
    /// A name in braces, alone and as it is written.
    Name { name: &'a str, written: &'a str, is_code: bool },
}

/// The parts of a text, one after the other. In code between backticks, where CommonMark knows no escapes, the backslashes of
/// `\{name\}` are left out: the braces of a program could not be written else.
pub(crate) fn fragments(text: &str) -> Vec<Fragment<'_>> {
    let mut fragments = Vec::new();
    let (mut at, mut plain_start, mut maths_end, mut code_end) = (0, 0, 0, 0);
    while let Some(sign) = text[at..].chars().next() {
        let (is_code, is_maths) = (at < code_end, at < maths_end);
        if sign == '`' && !is_code && !is_maths {
            let (ticks, length) = code_length(&text[at..]);
            code_end = at + length;
            at += ticks;
            continue;
        }
        if sign == '$' && !is_code && !is_maths {
            maths_end = at + maths::leading(&text[at..]).unwrap_or(0);
        }
        let braces = if at < maths_end { ("{{", "}}") } else { ("{", "}") };
        if let Some((name, written)) = named(&text[at..], braces) {
            fragments.push(Fragment::Plain(&text[plain_start..at]));
            fragments.push(Fragment::Name { name, written, is_code });
            at += written.len();
            plain_start = at;
            continue;
        }
        if is_code && let Some((inside, written)) = escaped(&text[at..]) {
            fragments.push(Fragment::Plain(&text[plain_start..at]));
            fragments.extend(["{", inside, "}"].map(Fragment::Plain));
            at += written.len();
            plain_start = at;
            continue;
        }
        at += sign.len_utf8();
        if sign == '\\' && !is_code {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    fragments.push(Fragment::Plain(&text[plain_start..]));
    fragments
}

/// How many backticks `text` begins with, and how many bytes go to the end of the code that they open; no more than the
/// backticks where nothing closes it.
fn code_length(text: &str) -> (usize, usize) {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let mut rest = &text[ticks..];
    while let Some(at) = rest.find('`') {
        let run = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        rest = &rest[at + run..];
        if run == ticks {
            return (ticks, text.len() - rest.len());
        }
    }
    (ticks, ticks)
}

/// What `\{name\}` at the beginning of `text` holds, and all of it.
fn escaped(text: &str) -> Option<(&str, &str)> {
    let (_, written) = named(text, ("\\{", "\\}"))?;
    Some((&written[2..written.len() - 2], written))
}

/// Names are short; a text full of open braces must not be looked through from each of them to its end.
const LONGEST_NAME_CHARS: usize = 64;

/// The name that `text` begins with between these braces, alone and as it is written.
fn named<'a>(text: &'a str, (open, close): (&str, &str)) -> Option<(&'a str, &'a str)> {
    let inside = text.strip_prefix(open)?;
    let length = inside.chars().take(LONGEST_NAME_CHARS).take_while(|sign| !matches!(sign, '{' | '}' | '\\' | '\n'));
    let length = length.map(char::len_utf8).sum::<usize>();
    let name = inside[..length].trim();
    let is_whole = inside[length..].starts_with(close) && is_name(name);
    is_whole.then(|| (name, &text[..open.len() + length + close.len()]))
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

    #[test]
    fn values_are_put_into_texts() {
        let value = |name: &str| VALUES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let check = |text: &str, expected: &str| assert_eq!(filled(text, &value), expected, "{text}");
        check("{E} MJ in { t } s", "37 MJ in 5 s");
        check(r"\{E\} and \\{E} and {F} and {} and {E", r"\{E\} and \\37 and {F} and {} and {E");
        check("$x_{E} = {{E}}$ for {n_2}", "$x_{E} = 37$ for -2");
        check("$5 for {t}, é{t}é", "$5 for 5, é5é");
        check("{{t}}", "{5}");
    }

    #[test]
    fn braces_of_a_program_stay_its_own() {
        let value = |name: &str| VALUES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let check = |text: &str, expected: &str| assert_eq!(filled(text, &value), expected, "{text}");
        check("`f({t}) { return 2; }`", "`f(5) { return 2; }`");
        check(r"`\{t\}` is written {t}", "`{t}` is written 5");
        check(r#"``print(f"\{t\}`{E}")``"#, r#"``print(f"{t}`37")``"#);
        check(r"`a\{2\}` and `\{2 t\}`", r"`a\{2\}` and `\{2 t\}`");
        check(r"`\{t} \{t", r"`\{t} \{t");
        check("`${t}` costs $5 for {t}", "`$5` costs $5 for 5");
        assert_eq!(names_in("`{x}` and {y}"), ["x", "y"]);
        assert_eq!(names_outside_code("`{x}` and {y}, `` `{z}` ``"), ["y"]);
    }

    #[test]
    fn a_pinned_question_has_one_value_for_each_variable() {
        let text = r#"(id: "q", prompt: "{E} in {t}?", explanation: "{E} / {t}", hints: ["{t} s"], answer: Calculated(
            variables: {"E": Range(from: 20, to: 60), "t": Values([2, 4, 5])}, value: "E / t", unit: "MW"))"#;
        let question: Question = ron::from_str(text).expect("reads");
        assert_eq!(key(&question.answer), None);
        let asked = pinned(&question, &[37.0, 5.0]).expect("fits");
        assert_eq!((&*asked.prompt, &*asked.explanation, &*asked.hints[0]), ("37 in 5?", "37 / 5", "5 s"));
        assert_eq!(key(&asked.answer), Some(7.4));
        assert_eq!(pinned(&asked, &[37.0, 5.0]), Some(asked));
        assert_eq!(pinned(&question, &[37.0]), None);
        assert_eq!(pinned(&question, &[37.0, f64::NAN]), None);
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

        #[test]
        fn any_text_is_filled(text in r"[{}\\$ Eté_]{0,30}") {
            let _ = filled(&text, &|_| Some(1.0));
            prop_assert_eq!(filled(&text, &|_| None), text);
        }
    }
}
