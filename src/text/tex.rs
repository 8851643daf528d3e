//! Says a TeX formula in Unicode: `E = mc²`, `½`, `√(a + b)`. For screen readers, terminals, and where a formula cannot
//! be drawn. Takes any text; what it does not know stays as it is written.

use super::chemistry::chemistry;
use super::script::{bracketed, script};
use super::signs;
use std::iter::Peekable;
use std::str::Chars;
use unicode_normalization::char::is_combining_mark;

/// Braces within each other beyond this depth are passed over.
const DEEPEST: usize = 24;

/// The formula in Unicode, on one line.
pub fn unicode(tex: &str) -> String {
    let mut reader = Reader { signs: tex.chars().peekable(), depth: 0 };
    let mut line = Line::default();
    while reader.signs.peek().is_some() {
        reader.step(&mut line);
    }
    line.finish()
}

/// What has been said so far.
#[derive(Default)]
struct Line {
    said: String,
    /// Whether a space is due before the next word.
    wants_space: bool,
}

impl Line {
    fn say(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if std::mem::take(&mut self.wants_space) && !self.said.is_empty() && !self.said.ends_with([' ', '(', '[']) {
            self.said.push(' ');
        }
        self.said.push_str(words);
    }

    /// A sign between two things; at the beginning it belongs to what follows, as the minus of −1.
    fn join(&mut self, sign: char) {
        let last = self.said.chars().next_back();
        if last.is_none_or(|last| matches!(last, '(' | '[' | '{' | ',' | ';') || signs::is_joining(last)) {
            return self.say(sign.encode_utf8(&mut [0; 4]));
        }
        self.wants_space = true;
        self.say(sign.encode_utf8(&mut [0; 4]));
        self.wants_space = true;
    }

    fn finish(self) -> String {
        self.said.trim().to_owned()
    }
}

struct Reader<'a> {
    signs: Peekable<Chars<'a>>,
    depth: usize,
}

impl Reader<'_> {
    /// Says the next thing.
    fn step(&mut self, line: &mut Line) {
        let Some(sign) = self.signs.next() else { return };
        match sign {
            '\\' => self.command(line),
            '{' => {
                let inside = self.rest_of_group();
                line.say(&inside);
            }
            '}' | '$' => {}
            '^' | '_' => {
                let argument = self.argument();
                line.say(&script(sign == '^', &argument));
            }
            '&' => line.say(", "),
            '~' => line.wants_space = true,
            '%' => while self.signs.next_if(|sign| *sign != '\n').is_some() {},
            '\'' => line.say("′"),
            '-' => line.join('−'),
            '*' => line.say("*"),
            ',' => {
                line.say(",");
                line.wants_space = true;
            }
            _ if sign.is_whitespace() => {}
            _ if signs::is_joining(sign) => line.join(sign),
            _ => line.say(sign.encode_utf8(&mut [0; 4])),
        }
    }

    /// What stands up to the brace that closes.
    fn rest_of_group(&mut self) -> String {
        let mut line = Line::default();
        self.depth += 1;
        while let Some(sign) = self.signs.peek() {
            if *sign == '}' {
                self.signs.next();
                break;
            }
            if self.depth > DEEPEST {
                // Passed over without going deeper.
                line.said.extend(self.signs.next().filter(|sign| !matches!(sign, '{' | '\\')));
            } else {
                self.step(&mut line);
            }
        }
        self.depth -= 1;
        line.finish()
    }

    /// What a command or a script takes: a group, a command, or one sign.
    fn argument(&mut self) -> String {
        while self.signs.next_if(|sign| sign.is_whitespace()).is_some() {}
        match self.signs.peek() {
            Some('{') => {
                self.signs.next();
                self.rest_of_group()
            }
            Some('}') | None => String::new(),
            Some(_) => {
                let mut line = Line::default();
                self.depth += 1;
                if self.depth > DEEPEST {
                    self.signs.next();
                } else {
                    self.step(&mut line);
                }
                self.depth -= 1;
                line.finish()
            }
        }
    }

    /// The words between braces as they are written, for text.
    fn written(&mut self) -> String {
        while self.signs.next_if(|sign| sign.is_whitespace()).is_some() {}
        if self.signs.next_if_eq(&'{').is_none() {
            return self.argument();
        }
        let mut words = String::new();
        let mut open = 1_usize;
        while let Some(sign) = self.signs.next() {
            match sign {
                '{' => {
                    open += 1;
                    words.push('{');
                }
                '}' => {
                    open -= 1;
                    if open > 0 {
                        words.push('}');
                    }
                }
                '\\' => words.extend(self.signs.next_if(|next| !next.is_alphabetic())),
                '$' => {}
                _ => words.push(sign),
            }
            if open == 0 {
                break;
            }
        }
        words
    }

    /// What stands between square brackets, where a command may take that.
    fn option(&mut self) -> Option<String> {
        self.signs.next_if_eq(&'[')?;
        let mut inside = String::new();
        while let Some(sign) = self.signs.next().filter(|sign| *sign != ']') {
            inside.push(sign);
        }
        Some(inside)
    }

    fn name(&mut self) -> String {
        let mut name = String::new();
        while let Some(letter) = self.signs.next_if(char::is_ascii_alphabetic) {
            name.push(letter);
        }
        name
    }

    fn command(&mut self, line: &mut Line) {
        let name = self.name();
        match &*name {
            "" => self.signed_command(line),
            "frac" | "dfrac" | "tfrac" | "cfrac" => {
                let (above, below) = (self.argument(), self.argument());
                line.say(&fraction(&above, &below));
            }
            "binom" | "dbinom" | "tbinom" => {
                let (above, below) = (self.argument(), self.argument());
                line.say(&format!("({above} over {below})"));
            }
            "sqrt" => {
                let degree = self.option();
                let inside = self.argument();
                let sign = match degree.as_deref().map(str::trim) {
                    None | Some("2") => "√".to_owned(),
                    Some("3") => "∛".to_owned(),
                    Some("4") => "∜".to_owned(),
                    Some(other) => signs::raised(other).map_or_else(|| format!("{other}√"), |raised| raised + "√"),
                };
                line.say(&(sign + &bracketed(&inside)));
            }
            "ce" | "pu" => {
                let inside = self.written();
                line.say(&chemistry(&inside));
            }
            "mathbb" => {
                let inside = self.argument();
                line.say(&inside.chars().map(signs::double_struck).collect::<String>());
            }
            "text" | "textrm" | "textbf" | "textit" | "textsf" | "texttt" | "textnormal" | "mbox" | "hbox" => {
                let words = self.written().replace(['{', '}'], "");
                if words.starts_with(' ') {
                    line.wants_space = true;
                }
                line.say(words.trim());
                line.wants_space |= words.ends_with(' ');
            }
            "operatorname" => {
                self.signs.next_if_eq(&'*');
                let inside = self.argument();
                function(line, &inside);
            }
            "not" => {
                let sign = self.argument();
                line.say(&if sign == "=" { "≠".to_owned() } else { format!("{sign}\u{338}") });
            }
            "left" | "right" | "middle" | "big" | "Big" | "bigg" | "Bigg" | "bigl" | "bigr" | "Bigl" | "Bigr"
            | "biggl" | "biggr" => {
                // An empty delimiter is written as a full stop.
                self.signs.next_if_eq(&'.');
            }
            "begin" | "end" => {
                let environment = self.written();
                if name == "begin" && matches!(&*environment, "array" | "tabular") {
                    self.written();
                }
                let is_bracketed = environment.ends_with("matrix");
                match (&*name, is_bracketed) {
                    ("begin", true) => line.say("("),
                    (_, true) => line.say(")"),
                    _ => {}
                }
            }
            "color" | "textcolor" | "hspace" | "vspace" | "kern" | "mkern" | "phantom" | "hphantom" | "vphantom"
            | "tag" | "label" | "href" => {
                self.written();
            }
            "limits" | "nolimits" | "displaystyle" | "textstyle" | "scriptstyle" | "scriptscriptstyle" | "nonumber"
            | "notag" | "rm" | "bf" | "it" | "cal" | "hline" | "mathstrut" | "strut" => {}
            "quad" | "qquad" | "enspace" | "thinspace" | "medspace" | "thickspace" | "space" | "hfill" => {
                line.wants_space = true;
            }
            "pmod" => {
                let inside = self.argument();
                line.wants_space = true;
                line.say(&format!("(mod {inside})"));
            }
            "bmod" | "mod" => {
                line.wants_space = true;
                line.say("mod");
                line.wants_space = true;
            }
            "overset" | "stackrel" | "underset" => {
                let (above, base) = (self.argument(), self.argument());
                let is_below = name == "underset";
                line.say(&(base + &script(!is_below, &above)));
            }
            _ => self.named(line, &name),
        }
    }

    fn named(&mut self, line: &mut Line, name: &str) {
        if signs::is_function(name) {
            function(line, name);
        } else if signs::is_style(name) {
            let inside = self.argument();
            line.say(&inside);
        } else if let Some(mark) = signs::accent(name) {
            let inside = self.argument();
            // No mark goes over a mark, or accents within each other would double with each.
            let over = |sign: char| std::iter::once(sign).chain((!is_combining_mark(sign)).then_some(mark));
            line.say(&inside.chars().flat_map(over).collect::<String>());
        } else if let Some(sign) = signs::of_command(name) {
            if signs::is_joining(sign) { line.join(sign) } else { line.say(sign.encode_utf8(&mut [0; 4])) }
        } else {
            line.say(&format!("\\{name}"));
            line.wants_space = true;
        }
    }

    /// A backslash and one sign that is no letter.
    fn signed_command(&mut self, line: &mut Line) {
        match self.signs.next() {
            Some('\\') => line.say("; "),
            Some(',' | ';' | ':' | ' ' | '>') => line.wants_space = true,
            Some('!' | '(' | ')' | '[' | ']' | '/') | None => {}
            Some('|') => line.say("‖"),
            Some(sign) => line.say(sign.encode_utf8(&mut [0; 4])),
        }
    }
}

/// A function has space around it unless a bracket or a script follows.
fn function(line: &mut Line, name: &str) {
    if line.said.ends_with(|last: char| last.is_alphanumeric()) {
        line.wants_space = true;
    }
    line.say(name);
    line.wants_space = true;
}

fn fraction(above: &str, below: &str) -> String {
    match signs::vulgar(above, below) {
        Some(sign) => sign.to_string(),
        None => format!("{}/{}", bracketed(above), bracketed(below)),
    }
}

#[cfg(test)]
mod tests;
