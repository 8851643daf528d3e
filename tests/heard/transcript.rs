//! What was pressed and what was said then, compared with what stands in `transcripts/`.

use crate::desk::Open;
use crate::reader::Reader;
use std::path::PathBuf;

/// Set to anything, it writes the transcripts anew.
const UPDATE: &str = "UPDATE_TRANSCRIPTS";

/// A transcript under way.
pub struct Transcript<'a> {
    name: &'static str,
    open: &'a Open<'a>,
    reader: Reader<'a>,
    lines: Vec<String>,
}

impl<'a> Transcript<'a> {
    /// Begins with what is said of the window when it has opened.
    pub fn begin(name: &'static str, open: &'a Open<'a>) -> Self {
        let mut transcript = Self { name, open, reader: Reader::new(&open.desk.bus), lines: Vec::new() };
        transcript.listen("the window opens");
        transcript
    }

    /// Presses keys one after the other, and writes down what is said after each.
    pub fn press(&mut self, keys: &[&str]) {
        for key in keys {
            self.open.press(key);
            self.listen(key);
        }
    }

    /// Moves the focus with `Tab` until what has it is said with `words`, and writes down only that.
    pub fn go_to(&mut self, words: &str) {
        const MOST_STOPS: usize = 80;
        let mut passed = Vec::new();
        for _ in 0..MOST_STOPS {
            self.open.press("Tab");
            let said = self.hear();
            passed.extend(said.clone());
            if said.last().is_some_and(|line| line.contains(words)) {
                self.lines.push(format!("[Tab to {words}]"));
                self.lines.extend(said);
                return;
            }
        }
        panic!("Tab never reaches {words:?}:\n{}\n[Tab]\n{}", self.lines.join("\n"), passed.join("\n"));
    }

    /// Presses a key of which several things come at once, in no fixed order: writes down what is announced, in the order of the
    /// alphabet, and what is said last.
    pub fn arrive(&mut self, key: &str) {
        self.open.press(key);
        let said = self.hear();
        let (mut announced, others): (Vec<String>, Vec<String>) =
            said.into_iter().partition(|line| line.trim_start().starts_with("(announced)"));
        announced.sort();
        self.lines.push(format!("[{key}]"));
        self.lines.extend(announced);
        self.lines.extend(others.last().cloned());
    }

    /// Writes what comes now under a heading.
    pub fn part(&mut self, heading: &str) {
        self.lines.extend([String::new(), format!("# {heading}")]);
    }

    /// Compares what was said with what was said before.
    pub fn check(self) {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/heard/transcripts").join(self.name);
        let now = self.lines.join("\n").trim_start().to_owned() + "\n";
        if std::env::var_os(UPDATE).is_some() {
            return std::fs::write(path, now).unwrap();
        }
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        let place = now.lines().zip(before.lines()).take_while(|(now, before)| now == before).count();
        let rest = |text: &str| text.lines().skip(place).take(12).collect::<Vec<_>>().join("\n");
        assert!(
            now == before,
            "{}, line {}: something else is said\n-- before\n{}\n-- now\n{}\n{UPDATE}=true writes it anew",
            path.display(),
            place + 1,
            rest(&before),
            rest(&now)
        );
    }

    fn listen(&mut self, step: &str) {
        let said = self.hear();
        self.lines.push(format!("[{step}]"));
        self.lines.extend(said);
    }

    fn hear(&mut self) -> Vec<String> {
        let said = self.reader.say(self.open.events());
        said.into_iter().map(|line| format!("    {}", without_times(&line))).collect()
    }
}

/// Takes out what is another each time: spans of time, such as `1 minute 2 seconds`, times of the day, and paths in the
/// folder of the test.
fn without_times(line: &str) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut words = line.split(' ').peekable();
    while let Some(word) = words.next() {
        let unit = words.peek().and_then(|unit| after_unit(unit));
        match (is_number(word), unit) {
            (true, Some(rest)) => {
                words.next();
                // Parts of one span are taken together.
                if shown.last().is_some_and(|before| before == HIDDEN) {
                    shown.pop();
                }
                shown.push(format!("{HIDDEN}{rest}"));
            }
            _ if is_clock(word) || word.contains("/.tmp") => shown.push(HIDDEN.to_owned()),
            _ => shown.push(word.to_owned()),
        }
    }
    shown.join(" ")
}

const HIDDEN: &str = "…";

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit())
}

/// The signs after a unit of time; `None` where it is none.
fn after_unit(word: &str) -> Option<&str> {
    let unit = word.trim_end_matches([',', '.', ';']);
    let units = ["s", "min", "h", "second", "seconds", "minute", "minutes", "hour", "hours"];
    units.contains(&unit).then(|| &word[unit.len()..])
}

fn is_clock(word: &str) -> bool {
    word.contains(':') && word.trim_end_matches([',', '.']).split(':').all(is_number)
}
