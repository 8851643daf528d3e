//! The space to answer in under a prompt, in HTML.

use super::super::rich::{Html, PrintedPicture};
use super::super::task::{ONE_PLACE, ORDER, ORDERED, Place, SEVERAL, Task, gap_number};
use super::super::words::escaped;
use crate::report::letters::letter;
use crate::text::{Rich, literal_but_maths, plain};
use std::io::{self, Write};

const LINE: &str = "<span class=\"write\"></span>";
const WORD: &str = "<span class=\"write word\"></span>";
const SHORT: &str = "<span class=\"short\"></span>";
/// A box to tick where several may be.
const SQUARE: &str = "<span class=\"box\"></span>";
/// A box to tick where one may be.
const ROUND: &str = "<span class=\"box one\"></span>";

/// Writes the space for a task.
pub(super) fn write(out: &mut dyn Write, task: &Task, html: &Html<'_>) -> io::Result<()> {
    match task {
        Task::Ticked { allows_several: false, options: ticked } => options(out, ticked, ROUND, html),
        Task::Ticked { allows_several: true, options: ticked } => {
            instruction(out, SEVERAL)?;
            options(out, ticked, SQUARE, html)
        }
        Task::TrueFalse => {
            write!(out, "<ul class=\"row\"><li>{ROUND}<span>True</span></li><li>{ROUND}<span>False</span></li></ul>")
        }
        Task::Line { unit } => write!(out, "<p class=\"task\">Answer: {LINE} {}</p>", html.text(unit)),
        Task::Ordered { options: ordered } => {
            instruction(out, ORDER)?;
            options(out, ordered, "", html)?;
            write!(out, "<p class=\"task\">{ORDERED} {}</p>", SHORT.repeat(ordered.len()))
        }
        Task::Columns { instruction: words, blanks, options: lettered } => {
            instruction(out, words)?;
            write!(out, "<div class=\"columns\"><ul class=\"options\">")?;
            for text in blanks {
                write!(out, "<li>{SHORT}{}</li>", html.option(text))?;
            }
            write!(out, "</ul>")?;
            options(out, lettered, "", html)?;
            write!(out, "</div>")
        }
        Task::Words { text, lists } => words(out, text, lists, html),
        Task::Places { allows_several, image, alt, places } => {
            instruction(out, if *allows_several { SEVERAL } else { ONE_PLACE })?;
            let tick_box = if *allows_several { SQUARE } else { ROUND };
            match html.at_hand(image) {
                Some(picture) => letters_on(out, &picture, alt, places, tick_box),
                None => {
                    write!(out, "<p class=\"task\" dir=\"auto\">{}</p>", html.picture(image, alt))?;
                    let words: Vec<String> = places.iter().map(|place| place.words.clone()).collect();
                    options(out, &words, tick_box, html)
                }
            }
        }
        Task::Lines(count) => (0..*count).try_for_each(|_| write!(out, "<div class=\"line\"></div>")),
    }
}

fn instruction(out: &mut dyn Write, words: &str) -> io::Result<()> {
    write!(out, "<p class=\"instruction\">{words}</p>")
}

fn options(out: &mut dyn Write, options: &[String], tick_box: &str, html: &Html<'_>) -> io::Result<()> {
    write!(out, "<ol class=\"options\" type=\"A\">")?;
    for option in options {
        write!(out, "<li>{tick_box}{}</li>", html.option(option))?;
    }
    write!(out, "</ol>")
}

fn words(out: &mut dyn Write, text: &Rich, lists: &[Vec<String>], html: &Html<'_>) -> io::Result<()> {
    let gap = |index: usize| {
        let blank = if lists.get(index).is_some_and(|list| !list.is_empty()) { SHORT } else { WORD };
        format!("<span class=\"gap\">{}{blank}</span>", gap_number(index, lists.len()))
    };
    write!(out, "<div class=\"task\" dir=\"auto\">{}</div>", html.rich(text, &gap))?;
    for (index, list) in lists.iter().enumerate().filter(|(_, list)| !list.is_empty()) {
        write!(out, "<p class=\"list\">{}", gap_number(index, lists.len()))?;
        for (place, option) in list.iter().enumerate() {
            write!(out, "<span><strong>{}</strong> {}</span>", letter(place), html.text(&literal_but_maths(option)))?;
        }
        write!(out, "</p>")?;
    }
    Ok(())
}

/// A picture with letters on it, and a box for each letter.
fn letters_on(
    out: &mut dyn Write,
    picture: &PrintedPicture,
    alt: &str,
    places: &[Place],
    tick_box: &str,
) -> io::Result<()> {
    let (width, image) = (width_cm(picture), picture.html(alt));
    write!(out, "<figure class=\"places\" style=\"width: {width:.2}cm\">{image}")?;
    for (index, place) in places.iter().enumerate() {
        spot(out, &letter(index), place)?;
    }
    write!(out, "</figure><ul class=\"row\">")?;
    for index in 0..places.len() {
        write!(out, "<li>{tick_box}{}</li>", letter(index))?;
    }
    write!(out, "</ul>")
}

/// How wide a picture with places is drawn: as large as fits on a page beside another question, so that places that
/// are close together can be told apart.
fn width_cm(picture: &PrintedPicture) -> f32 {
    const WIDEST: f32 = 15.0;
    const HIGHEST: f32 = 11.0;
    WIDEST.min(HIGHEST * picture.width / picture.height)
}

/// A letter in a circle. It is drawn, so that it is white inside also where backgrounds are not printed.
fn spot(out: &mut dyn Write, letter: &str, place: &Place) -> io::Result<()> {
    let percent = |share: f64| if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 };
    let (x, y, words) = (percent(place.x), percent(place.y), escaped(&plain(&place.words)));
    write!(
        out,
        "<svg class=\"spot\" style=\"left: {x:.2}%; top: {y:.2}%\" viewBox=\"0 0 24 24\" role=\"img\" \
         aria-label=\"Place {letter}: {words}\"><circle cx=\"12\" cy=\"12\" r=\"11\"/>\
         <text x=\"12\" y=\"17.3\">{letter}</text></svg>"
    )
}
