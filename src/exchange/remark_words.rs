//! The words for remarks: what happened, and what to do. Decides nothing.

use crate::bank::Kind;
use crate::exchange::Remark;

impl Remark {
    /// What happened, as one or two sentences for a teacher, what to do included.
    pub fn message(&self) -> String {
        match self {
            Self::MarkedByPerson => "A person has to mark it.".into(),
            Self::Description => "It is a text to read, not a question.".into(),
            Self::CardNotAsked => "It is a card without an answer that can be marked.".into(),
            Self::UnknownType(name) => format!("Torus has no question type that corresponds to “{name}”."),
            Self::CannotCarry(clause) => format!("It cannot be converted: {clause}."),
            Self::NoKey => {
                "The file does not say which answer is right. Mark the right one there and import it again.".into()
            }
            Self::KeyIsNoOption(key) => format!("The right answer is given as “{key}”, which is none of the options."),
            Self::TooFew(kind, found, needed) => {
                format!("It has {found} {}; Torus needs at least {needed}.", parts(*kind))
            }
            Self::Damaged(clause) => format!("It cannot be read: {clause}."),
            Self::DrawsFromOthers => "It draws on other questions and contains none of its own.".into(),
            Self::LacksPicture(name) => {
                format!("It cannot be asked without the picture “{name}”, which is missing.")
            }
            Self::Refused(problem) => format!("Torus cannot ask it: {}.", problem.message()),
            Self::PartialWeights(options) => {
                let options: Vec<String> =
                    options.iter().map(|(option, share)| format!("“{option}” ({} %)", share.round())).collect();
                format!("{} earned part of the points and now counts as wrong.", options.join(", "))
            }
            Self::OtherRightOptions(options) => {
                format!(
                    "{} would be right as well and was left out, since only one option can be right here.",
                    quoted(options)
                )
            }
            Self::GuessingPenalty => "Wrong options cost points there. Here they earn none.".into(),
            Self::OtherOptionWeights => {
                "Each option has its own weight there. Here every right one earns the same share, and every wrong one \
                 takes an equal share away."
                    .into()
            }
            Self::NeutralOptions(options) => {
                format!("{} neither earned nor cost points there; here it counts as wrong.", quoted(options))
            }
            Self::AllOrNothing => {
                "It was all or nothing there. Here a partly right answer earns part of the points.".into()
            }
            Self::OtherShares => "Partly right answers earn a different share of the points here.".into(),
            Self::PartialAnswers(answers) => {
                format!("{} earned part of the points and now earns none.", quoted(answers))
            }
            Self::Wildcard(answer) => {
                format!(
                    "The asterisk in “{answer}” stood for any text. Here only answers that are written out are right."
                )
            }
            Self::Tolerance(clause) => format!("The tolerance is different: {clause}."),
            Self::Units(units) => format!("The units {} are not converted here as they were there.", quoted(units)),
            Self::Rule(clause) => format!("It is marked differently: {clause}."),
            Self::RemotePicture(address) => {
                format!(
                    "The picture at {address} is not in the file and was not downloaded. The text links to it instead."
                )
            }
            Self::MissingPicture(name) => format!("The picture “{name}” is missing."),
            Self::UnusablePicture(name) => {
                format!("The picture “{name}” cannot be shown. Save it as PNG, JPEG, WebP or SVG and add it by hand.")
            }
            Self::Media(name) => format!("“{name}” is not a picture and was left out."),
            Self::Looks => "Colours, fonts, underlining and alignment were dropped.".into(),
            Self::SpannedCells => "Cells that spanned several rows or columns are single cells now.".into(),
            Self::NoPlaceFor(thing) => format!("Torus has no place for {thing}."),
            Self::NotTaken(things) => format!("The other program has no place for {things}."),
            Self::MarkupInAnswer => "Formatting in an answer was dropped.".into(),
            Self::Formula(formula) => {
                format!("The formula “{formula}” could not be read and was kept as written.")
            }
            Self::Doubled => "The file has another question with the same text.".into(),
            Self::Hidden => "It was hidden there.".into(),
            Self::ChangedHere => {
                "It has changed both in the file and in the bank since the last import. The bank keeps its own version."
                    .into()
            }
            Self::Encoding(name) => format!("The text was read as {name}. Check the accented letters."),
            Self::Key(clause) => format!("Check the right answer: {clause}."),
            Self::DecimalComma(number) => format!("The comma in “{number}” was read as a decimal comma."),
            Self::CellIsDate(shown) => {
                format!(
                    "The cell holds the date {shown}. If a spreadsheet has turned some other text into a date, type the text again."
                )
            }
            Self::Boundary => "No blank line separates it from the question before. Check where it begins.".into(),
            Self::LineBreakInTex(tex) => {
                format!("“{tex}” looks like TeX but was read as a line break, as Moodle does.")
            }
            Self::Assumed(clause) => format!("{}.", capitalised(clause)),
        }
    }
}

fn parts(kind: Kind) -> &'static str {
    match kind {
        Kind::Match => "pairs",
        Kind::Order => "items",
        Kind::Categorise => "groups",
        Kind::Hotspot => "places",
        Kind::Cloze => "gaps",
        Kind::Choice | Kind::Choices => "options",
        Kind::TrueFalse | Kind::Number | Kind::Text | Kind::Calculated | Kind::Recall => "answers",
    }
}

fn quoted(texts: &[Box<str>]) -> String {
    texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(", ")
}

fn capitalised(clause: &str) -> String {
    let mut signs = clause.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
