//! The words for remarks: what happened, and what to do. Decides nothing.

use crate::bank::Kind;
use crate::exchange::Remark;

impl Remark {
    /// What happened, as one or two sentences for a teacher, what to do included.
    pub fn message(&self) -> String {
        match self {
            Self::MarkedByPerson => {
                "A person has to mark it.".into()
            }
            Self::Description => "It is a text to read and asks nothing.".into(),
            Self::CardNotAsked => {
                "It is a card, and Torus cannot mark what learners recall. Ask for cards (--cards) to have learners rate \
                 themselves."
                    .into()
            }
            Self::UnknownType(name) => format!("Torus has no counterpart for questions of the kind “{name}”."),
            Self::CannotCarry(clause) => format!("It cannot be carried: {clause}."),
            Self::NoKey => "The file does not say which answer is right. Mark the right one there and import again.".into(),
            Self::KeyIsNoOption(key) => format!("“{key}” is given as the right answer and is none of the options."),
            Self::TooFew(kind, found, needed) => {
                format!("It has {found} {}, and Torus asks for {needed} at least.", parts(*kind))
            }
            Self::Damaged(clause) => format!("It cannot be read: {clause}."),
            Self::DrawsFromOthers => "It draws from other questions and holds none itself.".into(),
            Self::LacksPicture(name) => format!("The picture “{name}”, which it cannot do without, is not in the file."),
            Self::Refused(problem) => format!("The check refuses it: {}.", problem.message()),
            Self::PartialWeights(options) => {
                let options: Vec<String> =
                    options.iter().map(|(option, share)| format!("“{option}” ({} %)", share.round())).collect();
                format!("{} earned a part of the points, and now counts as wrong.", options.join(", "))
            }
            Self::OtherRightOptions(options) => {
                format!("{} would be right as well, and was left away: here one option is right.", quoted(options))
            }
            Self::GuessingPenalty => "Wrong options cost points there. Here they earn none.".into(),
            Self::OtherOptionWeights => {
                "Options have weights of their own there. Here each right one earns the same share, and each wrong one \
                 takes an equal share away."
                    .into()
            }
            Self::NeutralOptions(options) => {
                format!("{} neither earned nor cost points there. Here it counts as wrong.", quoted(options))
            }
            Self::AllOrNothing => "It earned all points or none there. Here a part of the answer earns a part of the points.".into(),
            Self::OtherShares => "Answers that are right in part earn another share of the points here.".into(),
            Self::PartialAnswers(answers) => format!("{} earned a part of the points, and now earns none.", quoted(answers)),
            Self::Wildcard(answer) => {
                format!("“{answer}” took any text in place of the asterisk. Here only forms that are written out are right.")
            }
            Self::Tolerance(clause) => format!("The tolerance differs: {clause}."),
            Self::Units(units) => format!("The units {} are not converted as they were there.", quoted(units)),
            Self::Rule(clause) => format!("It is marked differently: {clause}."),
            Self::RemotePicture(address) => {
                format!("The picture at {address} is not in the file and was not fetched. Its address stands in the text.")
            }
            Self::MissingPicture(name) => format!("The picture “{name}” is not in the file."),
            Self::UnusablePicture(name) => {
                format!("The picture “{name}” cannot be shown. Save it as PNG, JPEG, WebP or SVG and put it in by hand.")
            }
            Self::Media(name) => format!("“{name}” is no picture and was left away."),
            Self::Looks => "Colours, fonts, underlining and alignment were dropped.".into(),
            Self::SpannedCells => "Cells that reach over several rows or columns became one cell each.".into(),
            Self::NoPlaceFor(thing) => format!("Torus has no place for {thing}."),
            Self::NotTaken(things) => format!("The other program has no place for {things}."),
            Self::MarkupInAnswer => "Formatting in an answer was dropped.".into(),
            Self::Formula(formula) => format!("The formula “{formula}” could not be read and stands as it was written."),
            Self::Doubled => "The same text stands in the file already.".into(),
            Self::Hidden => "It was hidden there.".into(),
            Self::ChangedHere => {
                "It has changed in the file, and in the bank since it was imported. The bank’s stays as it is.".into()
            }
            Self::Encoding(name) => format!("The text was read as {name}. Look at the accents."),
            Self::Key(clause) => format!("Look at the right answer: {clause}."),
            Self::DecimalComma(number) => format!("“{number}” was read with a decimal comma."),
            Self::CellIsDate(shown) => {
                format!("The cell holds the date {shown}. Where a spreadsheet has turned another text into a date, type it anew.")
            }
            Self::Boundary => "A blank line is missing before it. Where it begins was told from its signs.".into(),
            Self::LineBreakInTex(tex) => format!("“{tex}” looks like TeX, and was read as a line break, as Moodle reads it."),
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
