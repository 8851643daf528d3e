//! Lays RON values out on lines: what is short on one, what is long on several. Knows no bank.

/// The longest line that is made, where a single text does not take more: the width of this program's own source.
const WIDTH_CHARS: usize = 120;
/// How much deeper each level stands.
const INDENT: usize = 4;
/// Decimal numbers longer than this are written with a power of ten.
const LONGEST_DECIMAL_CHARS: usize = 21;

/// A value to write.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// A number, a name, or a text with its quotation marks.
    Word(String),
    /// A struct with its name.
    Struct(&'static str, Fields),
    /// A tuple, with its name if it has one.
    Tuple(&'static str, Vec<Self>),
    /// A list.
    List(Vec<Self>),
    /// Pairs.
    Map(Vec<(Self, Self)>),
    /// A value that is never put on one line.
    Open(Box<Self>),
}

/// The fields of a struct that are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fields(Vec<(&'static str, Node)>);

impl Fields {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more.
    pub fn with(mut self, name: &'static str, node: Node) -> Self {
        self.0.push((name, node));
        self
    }

    /// Names and values, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Node)> {
        self.0.iter().map(|(name, node)| (*name, node))
    }

    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.0.iter().find(|(field, _)| *field == name).map(|(_, node)| node)
    }

    /// With one more, if it is there.
    pub fn with_some(self, name: &'static str, node: Option<Node>) -> Self {
        match node {
            Some(node) => self.with(name, node),
            None => self,
        }
    }

    /// With a text, unless it is empty.
    pub fn with_text(self, name: &'static str, text: &str) -> Self {
        self.with_some(name, (!text.is_empty()).then(|| Node::text(text)))
    }

    /// With texts, unless there are none.
    pub fn with_texts(self, name: &'static str, texts: &[Box<str>]) -> Self {
        self.with_some(name, (!texts.is_empty()).then(|| Node::texts(texts)))
    }

    /// With a number, unless it is `default`.
    pub fn with_number(self, name: &'static str, number: f64, default: f64) -> Self {
        self.with_some(name, (number != default).then(|| Node::number(number)))
    }

    /// With a field that is written where it is true.
    pub fn with_flag(self, name: &'static str, is_set: bool) -> Self {
        self.with_some(name, is_set.then(|| Node::Word("true".into())))
    }
}

impl Node {
    /// A text in quotation marks.
    pub fn text(text: &str) -> Self {
        Self::Word(quoted(text))
    }

    /// A list of texts in quotation marks.
    pub fn texts(texts: &[Box<str>]) -> Self {
        Self::List(texts.iter().map(|text| Self::text(text)).collect())
    }

    /// A number in the shortest form that reads back as the same.
    pub fn number(number: f64) -> Self {
        let decimal = number.to_string();
        Self::Word(if decimal.len() > LONGEST_DECIMAL_CHARS { format!("{number:e}") } else { decimal })
    }

    /// The same, never put on one line unless it is empty.
    pub fn open(self) -> Self {
        Self::Open(Box::new(self))
    }

    /// Writes it at the end of `out`, from the beginning of a line.
    pub fn write(&self, out: &mut String) {
        self.lay(out, 0, 0);
    }

    /// Itself, whether it may stand on one line or not.
    pub fn inner(&self) -> &Self {
        match self {
            Self::Open(node) => node.inner(),
            node => node,
        }
    }

    /// Whether both say the same, however they are laid out.
    pub fn says(&self, other: &Self) -> bool {
        let all = |left: &[Self], right: &[Self]| {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.says(right))
        };
        match (self.inner(), other.inner()) {
            (Self::Struct(name, fields), Self::Struct(other_name, others)) => {
                let pairs = || fields.0.iter().zip(&others.0);
                name == other_name
                    && fields.0.len() == others.0.len()
                    && pairs().all(|((name, node), (other, other_node))| name == other && node.says(other_node))
            }
            (Self::Tuple(name, nodes), Self::Tuple(other, others)) => name == other && all(nodes, others),
            (Self::List(nodes), Self::List(others)) => all(nodes, others),
            (Self::Map(pairs), Self::Map(others)) => {
                let both = || pairs.iter().zip(others);
                pairs.len() == others.len()
                    && both().all(|((key, node), (other, other_node))| key.says(other) && node.says(other_node))
            }
            (left, right) => left == right,
        }
    }

    /// On one line, however long that is.
    pub fn on_one_line(&self) -> String {
        let mut out = String::new();
        self.closed().flat(&mut out, usize::MAX);
        out
    }

    fn closed(&self) -> Self {
        match self.inner() {
            Self::Struct(name, Fields(fields)) => {
                Self::Struct(name, Fields(fields.iter().map(|(name, node)| (*name, node.closed())).collect()))
            }
            Self::Tuple(name, nodes) => Self::Tuple(name, nodes.iter().map(Self::closed).collect()),
            Self::List(nodes) => Self::List(nodes.iter().map(Self::closed).collect()),
            Self::Map(pairs) => Self::Map(pairs.iter().map(|(key, node)| (key.closed(), node.closed())).collect()),
            node => node.clone(),
        }
    }

    /// On as many lines as it needs, where so many characters stand before it on its line. Each line but the first begins with
    /// `line_start`, and deeper ones with more of `unit`.
    pub fn laid(&self, line_start: &str, unit: &str, before_chars: usize) -> String {
        let mut out = String::new();
        self.lay(&mut out, 0, before_chars);
        let mut lines = out.split('\n');
        let mut laid = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            let rest = line.trim_start_matches(' ');
            laid.push_str(line_start);
            laid.push_str(&unit.repeat((line.len() - rest.len()) / INDENT));
            laid.push_str(rest);
        }
        laid
    }

    /// Writes it where so many characters stand before it on its line, which is at this depth.
    fn lay(&self, out: &mut String, depth: usize, before_chars: usize) {
        // What follows a value on its line is a comma.
        let room_chars = WIDTH_CHARS.saturating_sub(before_chars + 1);
        let mut flat = String::new();
        if self.flat(&mut flat, room_chars) {
            out.push_str(&flat);
            return;
        }
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Open(node) => node.lay_open(out, depth),
            _ => self.lay_open(out, depth),
        }
    }

    fn lay_open(&self, out: &mut String, depth: usize) {
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Open(node) => node.lay_open(out, depth),
            Self::Struct(name, Fields(fields)) => {
                out.push_str(name);
                block(out, ['(', ')'], depth, fields, |(name, node), out, depth| {
                    out.push_str(name);
                    out.push_str(": ");
                    node.lay(out, depth, depth * INDENT + name.len() + 2);
                });
            }
            Self::Tuple(name, nodes) => {
                out.push_str(name);
                match &nodes[..] {
                    // The brackets of one list inside one pair of brackets share their lines.
                    [node @ Self::List(_)] => {
                        out.push('(');
                        node.lay_open(out, depth);
                        out.push(')');
                    }
                    nodes => block(out, ['(', ')'], depth, nodes, |node, out, depth| {
                        node.lay(out, depth, depth * INDENT);
                    }),
                }
            }
            Self::List(nodes) if nodes.iter().all(|node| matches!(node, Self::Word(_))) && is_short(nodes) => {
                fill(out, depth, nodes);
            }
            Self::List(nodes) => {
                block(out, ['[', ']'], depth, nodes, |node, out, depth| node.lay(out, depth, depth * INDENT));
            }
            Self::Map(pairs) => block(out, ['{', '}'], depth, pairs, |(key, node), out, depth| {
                let start = out.len();
                key.lay(out, depth, depth * INDENT);
                out.push_str(": ");
                let key_chars = out[start..].chars().count();
                node.lay(out, depth, depth * INDENT + key_chars);
            }),
        }
    }

    /// Writes it on one line, if that takes no more than so many characters.
    fn flat(&self, out: &mut String, most_chars: usize) -> bool {
        match self {
            Self::Word(word) => out.push_str(word),
            Self::Struct(name, Fields(fields)) => {
                out.push_str(name);
                let field = |(name, node): &(&str, Self), out: &mut String| {
                    out.push_str(name);
                    out.push_str(": ");
                    node.flat(out, most_chars)
                };
                return row(out, ['(', ')'], most_chars, fields, field);
            }
            Self::Tuple(name, nodes) => {
                out.push_str(name);
                return row(out, ['(', ')'], most_chars, nodes, |node, out| node.flat(out, most_chars));
            }
            Self::List(nodes) => {
                return row(out, ['[', ']'], most_chars, nodes, |node, out| node.flat(out, most_chars));
            }
            Self::Map(pairs) => {
                return row(out, ['{', '}'], most_chars, pairs, |(key, node), out| {
                    key.flat(out, most_chars) && {
                        out.push_str(": ");
                        node.flat(out, most_chars)
                    }
                });
            }
            Self::Open(node) => {
                return matches!(&**node, Self::List(nodes) if nodes.is_empty()) && node.flat(out, most_chars);
            }
        }
        fits(out, most_chars)
    }
}

/// Whether a line is no longer than so many characters.
fn fits(line: &str, most_chars: usize) -> bool {
    line.len() <= most_chars || line.chars().nth(most_chars).is_none()
}

/// Words that are put side by side even where they need several lines: many ids, not a few options.
fn is_short(words: &[Node]) -> bool {
    const LONGEST_SHORT_CHARS: usize = 32;
    const MOST_ON_LINES_OF_THEIR_OWN: usize = 6;
    words.len() > MOST_ON_LINES_OF_THEIR_OWN
        && words.iter().all(|word| matches!(word, Node::Word(word) if word.chars().count() <= LONGEST_SHORT_CHARS))
}

/// Items on one line; `false` where they do not fit.
fn row<T>(
    out: &mut String,
    [open, close]: [char; 2],
    most_chars: usize,
    items: &[T],
    mut write: impl FnMut(&T, &mut String) -> bool,
) -> bool {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        if !write(item, out) {
            return false;
        }
    }
    out.push(close);
    fits(out, most_chars)
}

/// Items on lines of their own.
fn block<T>(
    out: &mut String,
    [open, close]: [char; 2],
    depth: usize,
    items: &[T],
    mut write: impl FnMut(&T, &mut String, usize),
) {
    out.push(open);
    out.push('\n');
    for item in items {
        indent(out, depth + 1);
        write(item, out, depth + 1);
        out.push_str(",\n");
    }
    indent(out, depth);
    out.push(close);
}

/// Words on as few lines as they need.
fn fill(out: &mut String, depth: usize, words: &[Node]) {
    out.push_str("[\n");
    let mut line_chars = 0;
    for (index, word) in words.iter().enumerate() {
        let Node::Word(word) = word else { continue };
        let word_chars = word.chars().count() + 2;
        if index == 0 || line_chars + word_chars > WIDTH_CHARS {
            if index > 0 {
                out.push('\n');
            }
            indent(out, depth + 1);
            line_chars = (depth + 1) * INDENT;
        } else {
            out.push(' ');
        }
        out.push_str(word);
        out.push(',');
        line_chars += word_chars;
    }
    out.push('\n');
    indent(out, depth);
    out.push(']');
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth * INDENT));
}

/// The text in quotation marks. One with backslashes is written raw, as people write formulas.
fn quoted(text: &str) -> String {
    let has_control = text.chars().any(char::is_control);
    if text.contains('\\') && !has_control {
        let longest_run = text.split(|letter| letter != '#').map(str::len).max().unwrap_or(0);
        let hashes = "#".repeat(if text.contains('"') { longest_run + 1 } else { 0 });
        return format!("r{hashes}\"{text}\"{hashes}");
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            _ if letter.is_control() => quoted.push_str(&format!("\\u{{{:x}}}", u32::from(letter))),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid(node: &Node) -> String {
        let mut out = String::new();
        node.write(&mut out);
        out
    }

    fn word(text: &str) -> Node {
        Node::text(text)
    }

    #[test]
    fn what_is_short_stands_on_one_line() {
        let fields =
            Fields::new().with("correct", word("a")).with("distractors", Node::List(vec![word("b"), word("c")]));
        assert_eq!(laid(&Node::Struct("Choice", fields)), r#"Choice(correct: "a", distractors: ["b", "c"])"#);
    }

    #[test]
    fn what_is_long_stands_on_several() {
        let long = "x".repeat(60);
        let fields = Fields::new().with("correct", word(&long)).with("distractors", Node::List(vec![word(&long)]));
        let expected = format!("Choice(\n    correct: \"{long}\",\n    distractors: [\"{long}\"],\n)");
        assert_eq!(laid(&Node::Struct("Choice", fields)), expected);
        let list = Node::List(vec![word(&long), word(&long)]);
        assert_eq!(laid(&list), format!("[\n    \"{long}\",\n    \"{long}\",\n]"));
    }

    #[test]
    fn many_ids_share_lines_of_the_right_width() {
        let list = Node::List((0..40).map(|number| word(&format!("harwell-{number}"))).collect());
        let laid = laid(&list);
        assert!(laid.lines().all(|line| line.len() <= WIDTH_CHARS), "{laid}");
        assert_eq!(laid.lines().count(), 7, "{laid}");
    }

    #[test]
    fn numbers_are_short_and_read_back() {
        let written = |number| match Node::number(number) {
            Node::Word(word) => word,
            _ => String::new(),
        };
        assert_eq!([59.0, -21.7, 0.1, 1e30, 1e-9].map(written), ["59", "-21.7", "0.1", "1e30", "0.000000001"]);
    }

    #[test]
    fn a_text_with_backslashes_is_raw() {
        assert_eq!(quoted(r"$\frac12$"), r#"r"$\frac12$""#);
        assert_eq!(quoted(r#"\"a"#), r##"r#"\"a"#"##);
        assert_eq!(quoted("a\\\n\"b\u{7}"), r#""a\\\n\"b\u{7}""#);
    }

    proptest! {
        #[test]
        fn every_text_and_number_reads_back(text in "[ -~\n\t\r\u{0}-\u{1f}\u{7f}-\u{9f}é\u{2028}\u{feff}#\"\\\\]{0,20}", number: f64) {
            prop_assert_eq!(ron::from_str::<String>(&quoted(&text)), Ok(text));
            if let Node::Word(word) = Node::number(number) {
                let read: f64 = ron::from_str(&word).expect("a number");
                prop_assert!(read == number || (read.is_nan() && number.is_nan()), "{}", word);
            }
        }
    }
}
