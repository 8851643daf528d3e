//! Places in a picture that are pointed at.

use crate::bank::check::findings::{Findings, in_answer, with};
use crate::bank::check::part::{Allowed, TextPart};
use crate::bank::{Problem, Question, Shape, Spot};
use crate::kinds::answer_kind::{AnswerKind, Lenient, OptionOrder, Right, Shown, Visit};
use crate::kinds::mark::Mark;
use crate::kinds::response::Response;
use crate::kinds::shared::parts::join_parts;
use crate::kinds::shared::picks;
use crate::kinds::steps::{Pickable, Step as Taken, Steps};
use crate::syntax::did_you_mean::nearest;
use crate::syntax::layout::{Fields, Node};
use crate::syntax::path::Step;
use std::collections::HashSet;

/// The fewest wrong places in a picture: with one, a guess is right every other time.
const FEWEST_WRONG_SPOTS: usize = 2;

/// See [`crate::bank::Answer::Hotspot`].
pub(super) struct Hotspot<'q> {
    pub image: &'q str,
    pub spots: &'q [Spot],
    pub correct: &'q [Box<str>],
}

impl<'q> Hotspot<'q> {
    /// For each spot whether it is right.
    fn is_right(&self) -> Vec<bool> {
        self.spots.iter().map(|spot| self.correct.contains(&spot.name)).collect()
    }

    fn right_names(&self) -> impl Iterator<Item = &'q str> {
        let right = self.spots.iter().filter(|spot| self.correct.contains(&spot.name));
        right.map(|spot| &*spot.name)
    }

    fn check_correct(&self, findings: &mut Findings<'_>) {
        let path = |index| with(in_answer("correct"), [Step::Item(index)]);
        if self.correct.is_empty() {
            findings.add(in_answer("correct"), Problem::NoCorrectSpot);
        }
        findings.list(self.correct, TextPart::SpotName, path);
        let known: HashSet<&str> = self.options().into_iter().collect();
        for (index, name) in self.correct.iter().enumerate().filter(|(_, name)| !known.contains(&***name)) {
            let suggestion = nearest(name, self.options());
            findings.add(path(index), Problem::UnknownSpot { name: name.clone(), suggestion });
        }
        let right: HashSet<&str> = self.correct.iter().map(|name| &**name).collect();
        let wrong_count = known.difference(&right).count();
        if wrong_count < FEWEST_WRONG_SPOTS {
            findings.add(in_answer("spots"), Problem::FewWrongSpots { found: wrong_count });
        }
    }
}

impl<'q> AnswerKind<'q> for Hotspot<'q> {
    fn check(&self, _: &Question, findings: &mut Findings<'_>) {
        if self.image.trim().is_empty() {
            findings.add(in_answer("image"), Problem::Blank { part: TextPart::Image });
        } else {
            findings.picture_at(in_answer("image"), self.image);
        }
        let spot = |index| with(in_answer("spots"), [Step::Item(index)]);
        let names: Vec<Box<str>> = self.spots.iter().map(|spot| spot.name.clone()).collect();
        findings.list(&names, TextPart::SpotName, |index| with(spot(index), [Step::Field("name")]));
        for (index, spot_here) in self.spots.iter().enumerate() {
            check_shape(findings, &spot_here.shape, || with(spot(index), [Step::Field("shape")]));
        }
        self.check_correct(findings);
    }

    fn options(&self) -> Vec<&'q str> {
        self.spots.iter().map(|spot| &*spot.name).collect()
    }

    fn right(&self) -> Right {
        Right::Each(self.is_right())
    }

    fn side_names(&self) -> Vec<&'q str> {
        Vec::new()
    }

    fn option_order(&self) -> OptionOrder {
        OptionOrder::Shuffled(self.spots.len())
    }

    fn shown(&self) -> Shown<'q> {
        Shown::Nothing
    }

    fn texts(&self, _: &mut Visit<'_, 'q>) {}

    /// One right spot is marked as a choice, several as choices are.
    fn grade(&self, _: &Question, response: &Response, steps: &mut Steps) -> Mark {
        let Response::Hotspot(picked) = response else { return Mark::WRONG };
        let is_right = self.is_right();
        let right_count = is_right.iter().filter(|is_right| **is_right).count();
        match picked.as_slice() {
            [first, rest @ ..] if right_count == 1 => {
                let is_one_right = is_right.get(*first) == Some(&true) && rest.iter().all(|index| index == first);
                steps.note(|| Taken::PickedOne {
                    among: Pickable::Place,
                    picked: self.feedback_parts(response),
                    right: self.right_names().collect(),
                    is_right: is_one_right,
                    count: self.spots.len(),
                });
                Mark::all_or_nothing(is_one_right)
            }
            picked => picks::mark(|| self.options(), picked, &is_right, steps),
        }
    }

    fn correct_parts(&self) -> Vec<String> {
        self.right_names().map(str::to_owned).collect()
    }

    fn correct_written(&self) -> String {
        join_parts(self.right_names())
    }

    fn parse(&self, written: &str) -> Option<Response> {
        picks::parse(self.options(), written).map(Response::Hotspot)
    }

    fn parse_leniently(&self, written: &str) -> Lenient {
        let (picked, oddity) = picks::parse_leniently(self.options(), written);
        (Some(Response::Hotspot(picked)), oddity)
    }

    fn written(&self, response: &Response) -> String {
        let Response::Hotspot(picked) = response else { return String::new() };
        picks::written(&self.options(), picked)
    }

    fn feedback_parts(&self, response: &Response) -> Vec<String> {
        let Response::Hotspot(picked) = response else { return Vec::new() };
        picks::parts(&self.options(), picked)
    }

    fn ron(&self) -> Node {
        let fields = Fields::new()
            .with("image", Node::text(self.image))
            .with("spots", Node::List(self.spots.iter().map(spot_node).collect()))
            .with("correct", Node::texts(self.correct));
        Node::Struct("Hotspot", fields)
    }
}

fn check_shape(findings: &mut Findings<'_>, shape: &Shape, path: impl Fn() -> Vec<Step>) {
    match shape {
        Shape::Circle { x, y, r } => {
            share(findings, path(), "x", *x);
            share(findings, path(), "y", *y);
            length(findings, path(), "r", *r, 1.0);
        }
        Shape::Rect { x, y, width, height } => {
            share(findings, path(), "x", *x);
            share(findings, path(), "y", *y);
            length(findings, path(), "width", *width, 1.0 - x);
            length(findings, path(), "height", *height, 1.0 - y);
        }
        Shape::Polygon(corners) => {
            if corners.len() < 3 {
                findings.add(path(), Problem::FewCorners { found: corners.len() });
            }
            for (index, (x, y)) in corners.iter().enumerate() {
                let corner = |side| with(path(), [Step::Item(0), Step::Item(index), Step::Item(side)]);
                coordinate(findings, corner(0), "x", *x);
                coordinate(findings, corner(1), "y", *y);
            }
        }
    }
}

fn share(findings: &mut Findings<'_>, shape: Vec<Step>, field: &'static str, value: f64) {
    coordinate(findings, with(shape, [Step::Field(field)]), field, value);
}

fn coordinate(findings: &mut Findings<'_>, path: Vec<Step>, field: &'static str, value: f64) {
    findings.number(path, field, value, (0.0..=1.0).contains(&value), Allowed::Between(0.0, 1.0));
}

/// A length above 0 that does not lead out of the picture. Three tenths and seven tenths are allowed their dust.
fn length(findings: &mut Findings<'_>, shape: Vec<Step>, field: &'static str, value: f64, room: f64) {
    let is_fit = value > 0.0 && value <= room + 1e-9;
    // What starts outside is told of already.
    if !is_fit && (0.0..=1.0).contains(&room) {
        findings.number(with(shape, [Step::Field(field)]), field, value, false, Allowed::InsidePicture);
    }
}

fn spot_node(spot: &Spot) -> Node {
    let fields = Fields::new()
        .with("name", Node::text(&spot.name))
        .with("shape", shape_node(&spot.shape))
        .with_text("describe", &spot.describe);
    Node::Struct("Spot", fields)
}

fn shape_node(shape: &Shape) -> Node {
    let numbers = |fields: &[(&'static str, f64)]| {
        fields.iter().fold(Fields::new(), |all, (name, number)| all.with(name, Node::number(*number)))
    };
    match shape {
        Shape::Circle { x, y, r } => Node::Struct("Circle", numbers(&[("x", *x), ("y", *y), ("r", *r)])),
        Shape::Rect { x, y, width, height } => {
            Node::Struct("Rect", numbers(&[("x", *x), ("y", *y), ("width", *width), ("height", *height)]))
        }
        Shape::Polygon(corners) => {
            let corner = |(x, y): &(f64, f64)| Node::Tuple("", vec![Node::number(*x), Node::number(*y)]);
            Node::Tuple("Polygon", vec![Node::List(corners.iter().map(corner).collect())])
        }
    }
}
