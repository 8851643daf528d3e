//! The codes of the errors: one list, from which their pages derive. Checks nothing.

use crate::bank::check::explain::page::Explanation;
use crate::bank::check::explain::{errors, kinds};

/// Makes of each line a code with its page.
macro_rules! error_codes {
    ($($code:ident: $page:path,)*) => {
        /// What keeps a question or a bank from being asked: the kinds of error, each with a page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum ErrorCode {
            $($code,)*
        }

        impl ErrorCode {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// Why it is an error, with the stable name and an example.
            pub fn page(self) -> &'static Explanation {
                match self {
                    $(Self::$code => const { &$page },)*
                }
            }
        }
    };
}

// Those of any bank or file, then those of single kinds, each in alphabetical order.
error_codes! {
    BadUnit: errors::BAD_UNIT,
    Blank: errors::BLANK,
    ControlInMaths: errors::CONTROL_IN_MATHS,
    CorrectDistractor: errors::CORRECT_DISTRACTOR,
    DuplicateId: errors::DUPLICATE_ID,
    DuplicateOption: errors::DUPLICATE_OPTION,
    MissingField: errors::MISSING_FIELD,
    NewerFormat: errors::NEWER_FORMAT,
    NoAcceptedAnswer: errors::NO_ACCEPTED_ANSWER,
    NoCorrectOption: errors::NO_CORRECT_OPTION,
    NoDistractor: errors::NO_DISTRACTOR,
    NotAFile: errors::NOT_A_FILE,
    NotText: errors::NOT_TEXT,
    OutOfRange: errors::OUT_OF_RANGE,
    PictureMissing: errors::PICTURE_MISSING,
    PictureNotWhole: errors::PICTURE_NOT_WHOLE,
    PictureOnNetwork: errors::PICTURE_ON_NETWORK,
    PictureOutside: errors::PICTURE_OUTSIDE,
    PictureTooLarge: errors::PICTURE_TOO_LARGE,
    PictureUnreadable: errors::PICTURE_UNREADABLE,
    RejectIsAccepted: kinds::REJECT_IS_ACCEPTED,
    RepeatedField: errors::REPEATED_FIELD,
    SameOptions: errors::SAME_OPTIONS,
    Syntax: errors::SYNTAX,
    TooLarge: errors::TOO_LARGE,
    UnknownField: errors::UNKNOWN_FIELD,
    UnknownFormat: errors::UNKNOWN_FORMAT,
    UnknownKind: errors::UNKNOWN_KIND,
    UnknownSource: errors::UNKNOWN_SOURCE,
    Unreadable: errors::UNREADABLE,

    BadFormula: kinds::BAD_FORMULA,
    BadName: kinds::BAD_NAME,
    DuplicatePart: kinds::DUPLICATE_PART,
    EmptyGap: kinds::EMPTY_GAP,
    EmptyGroup: kinds::EMPTY_GROUP,
    ExtraIsRight: kinds::EXTRA_IS_RIGHT,
    FewCorners: kinds::FEW_CORNERS,
    FewGroups: kinds::FEW_GROUPS,
    FewItems: kinds::FEW_ITEMS,
    FewPairs: kinds::FEW_PAIRS,
    FewWrongSpots: kinds::FEW_WRONG_SPOTS,
    ItemInTwoGroups: kinds::ITEM_IN_TWO_GROUPS,
    MixedGap: kinds::MIXED_GAP,
    NoCorrectSpot: kinds::NO_CORRECT_SPOT,
    NoGap: kinds::NO_GAP,
    NoResult: kinds::NO_RESULT,
    NoValues: kinds::NO_VALUES,
    TooManyValues: kinds::TOO_MANY_VALUES,
    UnbalancedBrace: kinds::UNBALANCED_BRACE,
    UnknownSpot: kinds::UNKNOWN_SPOT,
    UnknownVariable: kinds::UNKNOWN_VARIABLE,
}

impl ErrorCode {
    /// The stable name, in `kebab-case`.
    pub fn name(self) -> &'static str {
        self.page().code
    }
}
