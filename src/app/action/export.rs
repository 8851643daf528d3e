//! What can be saved from the window, and what its files are called.

use crate::exchange::Target;
use crate::report::Plot;
use uuid::Uuid;

/// What is to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The responses of one sitting.
    Sitting(Uuid),
    /// Every response of the learner.
    Responses,
    /// Every sitting of the learner.
    Sittings,
    /// Every response of a learner named by number.
    Learner(i64),
    /// A plot of the progress page, as it stands there.
    Plot(Plot, PlotFile),
    /// The marked answers of the printed paper that is open.
    Marks,
    /// The questions of the class with their figures.
    ClassQuestions,
    /// The bank that was made of another program's questions.
    Imported,
    /// A bank for another program.
    Bank(Target),
}

/// What a plot can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotFile {
    /// Its values.
    Csv,
    /// A picture of lines.
    Svg,
    /// A picture of points.
    Png,
}

impl PlotFile {
    /// How the names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

impl Export {
    /// How the names of such files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Plot(_, file) => file.extension(),
            Self::Imported => "ron",
            Self::Bank(target) => target.ending(),
            Self::Sitting(_)
            | Self::Responses
            | Self::Sittings
            | Self::Learner(_)
            | Self::Marks
            | Self::ClassQuestions => "csv",
        }
    }

    /// What the dialog is called in which its place is chosen.
    pub fn dialog_title(self) -> &'static str {
        match self {
            Self::Imported => "Save the bank",
            Self::Bank(_) => "Export the bank",
            Self::Sitting(_)
            | Self::Responses
            | Self::Sittings
            | Self::Learner(_)
            | Self::Plot(..)
            | Self::Marks
            | Self::ClassQuestions => "Save results",
        }
    }

    /// What is in it, for the name of its file.
    pub fn contents(self) -> &'static str {
        match self {
            Self::Plot(plot, _) => plot.as_str(),
            Self::Sittings => "sittings",
            Self::ClassQuestions => "questions",
            Self::Imported | Self::Bank(_) => "bank",
            Self::Sitting(_) | Self::Responses | Self::Learner(_) | Self::Marks => "responses",
        }
    }
}
