//! What the window says of handing in. Paints nothing.

use crate::app::state::handing_in::{Delivery, HandingIn, Hindrance};
use crate::disk::HandInError;
use std::io;
use std::path::Path;

/// What everybody must know who hands in.
pub const WHO_CAN_READ: &str = "Everyone who can read that folder can read your name, your answers and your marks there. A \
                                file of results can be edited by hand, so it proves nothing by itself.";

/// That a learner hands in from now on.
pub fn begun(folder: &Path) -> String {
    format!("Each quiz that you finish from now on is handed in to {}.", folder.display())
}

/// That a learner hands in no more, and how many quizzes still wait.
pub fn stopped(waiting: usize) -> String {
    let rest = match waiting {
        0 => String::new(),
        waiting => format!(" {}.", not_yet(waiting)),
    };
    format!("Nothing is handed in any more. What was handed in stays in the folder.{rest}")
}

/// What waits while a learner does not hand in.
pub fn kept_back(waiting: usize) -> String {
    let (them, go) = if waiting == 1 { ("It", "goes") } else { ("They", "go") };
    format!("{}. {them} {go} to the next folder that you choose.", not_yet(waiting))
}

/// That the learner's quizzes wait, and why.
pub fn hindered(waiting: usize, hindrance: &Hindrance) -> String {
    format!("{}: {hindrance}. Torus tries again by itself, after the next start too.", not_yet(waiting))
}

/// How things stand where a learner hands in.
pub fn standing(handing_in: &HandingIn) -> String {
    match (handing_in.waiting.len(), handing_in.hindrance()) {
        (0, _) => "Nothing waits.".to_owned(),
        (waiting, Some(hindrance)) => hindered(waiting, hindrance),
        (waiting, None) => format!("{} being handed in…", are(waiting)),
    }
}

/// How far the quiz is whose result is on the screen.
pub fn delivery(delivery: Delivery<'_>) -> String {
    match delivery {
        Delivery::Arrived => "Handed in".to_owned(),
        Delivery::UnderWay => "Being handed in…".to_owned(),
        Delivery::Hindered(hindrance) => format!("Not handed in yet: {hindrance}. Torus tries again by itself."),
    }
}

/// Why nothing can be handed in to a folder that was chosen.
pub fn refused(folder: &Path, error: &HandInError) -> String {
    format!("Nothing can be handed in to {}: {error}.", folder.display())
}

/// That a quiz is handed in only if the program goes on.
pub fn not_noted(error: &io::Error) -> String {
    format!(
        "That this quiz is to be handed in could not be noted: {error}. Leave Torus open until the quiz is handed in."
    )
}

/// `2 quizzes are not handed in yet`.
fn not_yet(waiting: usize) -> String {
    format!("{} not handed in yet", are(waiting))
}

fn are(count: usize) -> String {
    if count == 1 { "1 quiz is".to_owned() } else { format!("{count} quizzes are") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_waits_is_counted_and_its_reason_told() {
        let mut handing_in = HandingIn::default();
        assert_eq!(standing(&handing_in), "Nothing waits.");
        handing_in.waiting = [1, 2].map(Uuid::from_u128).into();
        assert_eq!(standing(&handing_in), "2 quizzes are being handed in…");
        handing_in.hindered.insert(Uuid::from_u128(2), HandInError::Full.into());
        let told =
            "2 quizzes are not handed in yet: the disk is full. Torus tries again by itself, after the next start too.";
        assert_eq!(standing(&handing_in), told);
        assert_eq!(kept_back(1), "1 quiz is not handed in yet. It goes to the next folder that you choose.");
    }
}
