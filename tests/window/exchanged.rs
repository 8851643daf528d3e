//! A format of the tests' own, so that journeys through the window do not hang on what other programs write: a line a question,
//! its parts between bars. The first line is `LINES`, and a line `= Title` begins another quiz.

use std::thread::sleep;
use std::time::Duration;
use torus::bank::{Bank, Kind, Progress};
use torus::exchange::{
    Answer, Draft, DraftBank, DraftOption, Exported, Format, PictureSource, Place, ReadFile, ReadOptions, ReadSeek,
    Remark, Target, TextEncoding, Unreadable,
};

/// Six questions of which four can be made.
pub const RIVERS: &str = "LINES
choice|Europe|Into which sea does the Danube flow?|Black Sea|Adriatic Sea|Caspian Sea
cost|Europe|Into which sea does the Rhine flow?|North Sea|Baltic Sea
true|Asia|The Ob flows north.|true
essay|Europe|Describe the course of the Elbe.
card||delta|a mouth of many arms
picture|Africa|Which river is this?|the Nile|the Niger
";

/// A picture of one colour.
const SVG: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='60' height='40' fill='#147'/></svg>";

/// Reads a file of that format. One whose first line is `ENDLESS` takes until it is stopped.
pub fn read(
    file: &mut dyn ReadSeek,
    _name: &str,
    options: &ReadOptions,
    progress: &dyn Progress,
) -> Result<ReadFile, Unreadable> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|_| Unreadable::Disk)?;
    let name = options.encoding.map_or("UTF-8", TextEncoding::name);
    let text: String = match name {
        "UTF-8" => String::from_utf8_lossy(&bytes).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let mut lines = (1..).zip(text.lines());
    match lines.next() {
        Some((_, "LINES")) => {}
        Some((_, "ENDLESS")) => {
            while progress.advance(0.4) {
                sleep(Duration::from_millis(5));
            }
            return Err(Unreadable::Cancelled);
        }
        _ => return Err(Unreadable::NotRecognised),
    }
    let mut banks = vec![DraftBank::default()];
    for (number, line) in lines {
        match line.strip_prefix("= ") {
            Some(title) => banks.push(DraftBank { title: title.into(), ..DraftBank::default() }),
            None => {
                let bank = banks.last_mut().expect("there is one from the beginning");
                let draft = draft(line, number, bank);
                bank.drafts.push(draft);
            }
        }
    }
    banks.retain(|bank| !bank.drafts.is_empty());
    let format = options.format.unwrap_or(Format::MoodleXml);
    Ok(ReadFile { format, encoding: TextEncoding::from_name(name), separator: None, banks })
}

fn draft(line: &str, number: u32, bank: &mut DraftBank) -> Draft {
    let parts: Vec<&str> = line.split('|').collect();
    let [kind, topic, prompt, rest @ ..] = parts.as_slice() else { panic!("{line}") };
    let mut prompt = (*prompt).to_owned();
    let options = rest.iter().enumerate().map(|(place, text)| DraftOption {
        text: (*text).to_owned(),
        weight: if place == 0 { 1.0 } else { 0.0 },
        feedback: String::new(),
    });
    let options = Answer::Options { options: options.collect(), is_many: false };
    let (answer, remarks) = match *kind {
        "choice" => (options, Vec::new()),
        "cost" => (options, vec![Remark::GuessingPenalty]),
        "true" => (Answer::TrueFalse { is_true: true, feedback: Default::default() }, Vec::new()),
        "essay" => (Answer::LeftOut(Remark::MarkedByPerson), Vec::new()),
        "card" => (Answer::Card { back: rest[0].to_owned() }, Vec::new()),
        "picture" => {
            let path = bank.pictures.add("river.svg", SVG).expect("a picture");
            prompt = format!("![A river]({path})\n\n{prompt}");
            (options, Vec::new())
        }
        kind => panic!("{kind}"),
    };
    Draft { topic: (*topic).into(), remarks, ..Draft::new(Place::line(number), kind, prompt, answer) }
}

/// Writes what that program takes: choices, and true or false without their explanations.
pub fn write(bank: &Bank, target: Target, _pictures: &dyn PictureSource) -> Exported {
    let mut exported = Exported::default();
    let mut lines = format!("{}\n", target.title());
    for question in &bank.questions {
        match question.kind() {
            Kind::Choice => {}
            Kind::TrueFalse => {
                exported.remarks.push((question.id.clone(), Remark::NoPlaceFor("the explanation")));
            }
            _ => {
                exported.remarks.push((question.id.clone(), Remark::CannotCarry("it is no choice")));
                continue;
            }
        }
        exported.made += 1;
        lines.push_str(&question.prompt);
        lines.push('\n');
    }
    exported.bytes = lines.into_bytes();
    exported
}
