//! Places in a picture. Knows no picture.

use crate::author::form::fault::{FieldFault, FieldName};
use crate::author::form::kinds::shape::ShapeForm;
use crate::author::form::row::Row;
use crate::author::form::said::{Gathered, HandedOut};
use crate::bank::{Answer, Shape, Spot};

/// A picture with places to point at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HotspotForm {
    /// The picture's file, beside the bank.
    pub image: String,
    /// Its places.
    pub spots: Vec<SpotRow>,
    /// Names that are told right and that no place has, by where they stand among the right ones.
    unknown: Vec<(usize, Box<str>)>,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct SpotRow {
    /// What it is called, and what is said to whoever points at it.
    pub name: Row,
    /// Whether it is right.
    pub is_right: bool,
    /// Where it lies, for those who cannot see it.
    pub describe: String,
    /// Its area.
    pub shape: ShapeForm,
    /// Where the bank names it among the right ones.
    right_place: Option<usize>,
}

impl HotspotForm {
    pub(in crate::author::form) fn of(
        image: &str,
        spots: &[Spot],
        correct: &[Box<str>],
        said: &mut HandedOut<'_>,
    ) -> Self {
        let mut spots: Vec<SpotRow> = spots.iter().map(SpotRow::of).collect();
        let mut unknown = Vec::new();
        for (place, name) in correct.iter().enumerate() {
            match spots.iter_mut().find(|spot| spot.right_place.is_none() && *spot.name.text == **name) {
                Some(spot) => (spot.is_right, spot.right_place) = (true, Some(place)),
                None => unknown.push((place, name.clone())),
            }
        }
        said.give_rows(spots.iter_mut().map(|spot| &mut spot.name));
        Self { image: image.to_owned(), spots, unknown }
    }

    pub(in crate::author::form) fn answer(&self, said: &mut Gathered, faults: &mut Vec<FieldFault>) -> Answer {
        let mut spots = Vec::new();
        for (index, spot) in self.spots.iter().enumerate() {
            said.row(&spot.name, FieldName::SpotSaid(index));
            let shape = spot.shape.read(|number| FieldName::SpotNumber(index, number), faults);
            let (name, describe) = (spot.name.text.as_str().into(), spot.describe.as_str().into());
            spots.push(Spot { name, shape, describe });
        }
        Answer::Hotspot { image: self.image.as_str().into(), spots: spots.into(), correct: self.correct() }
    }

    fn correct(&self) -> Box<[Box<str>]> {
        let right = self.spots.iter().filter(|spot| spot.is_right);
        let known = right.map(|spot| (spot.right_place.unwrap_or(usize::MAX), spot.name.text.as_str().into()));
        let mut all: Vec<(usize, Box<str>)> = known.chain(self.unknown.iter().cloned()).collect();
        all.sort_by_key(|(place, _)| *place);
        all.into_iter().map(|(_, name)| name).collect()
    }

    /// Names that are told right and that no place has.
    pub fn unknown_right(&self) -> impl Iterator<Item = &str> {
        self.unknown.iter().map(|(_, name)| &**name)
    }

    /// Takes these names out.
    pub fn forget_unknown(&mut self) {
        self.unknown.clear();
    }
}

impl SpotRow {
    fn of(spot: &Spot) -> Self {
        let name = Row::of(&spot.name);
        Self {
            name,
            is_right: false,
            describe: spot.describe.to_string(),
            shape: ShapeForm::of(&spot.shape),
            right_place: None,
        }
    }

    /// A place that somebody has just drawn.
    pub fn drawn(shape: &Shape) -> Self {
        let (name, describe) = (Row::default(), String::new());
        Self { name, is_right: false, describe, shape: ShapeForm::of(shape), right_place: None }
    }
}
