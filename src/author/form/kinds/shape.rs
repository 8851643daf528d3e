//! The shape of a place as numbers in fields. Knows no picture.

use crate::author::form::fault::{FieldFault, FieldName};
use crate::author::form::kinds::number::noted;
use crate::author::form::typed::{number_text, read_number};
use crate::bank::Shape;

/// Which shape, and its numbers as typed, in the order in which the format has them.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapeForm {
    /// Which shape.
    pub sort: ShapeSort,
    /// Its numbers as typed: x, y, r; x, y, width, height; or x and y of each corner.
    pub numbers: Vec<String>,
}

/// The shapes that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeSort {
    /// A circle.
    Circle,
    /// A rectangle.
    Rect,
    /// An area with straight edges.
    Polygon,
}

impl ShapeForm {
    /// The shape in its fields.
    pub fn of(shape: &Shape) -> Self {
        let (sort, numbers) = match shape {
            Shape::Circle { x, y, r } => (ShapeSort::Circle, vec![*x, *y, *r]),
            Shape::Rect { x, y, width, height } => (ShapeSort::Rect, vec![*x, *y, *width, *height]),
            Shape::Polygon(corners) => (ShapeSort::Polygon, corners.iter().flat_map(|(x, y)| [*x, *y]).collect()),
        };
        Self { sort, numbers: numbers.into_iter().map(number_text).collect() }
    }

    /// The shape that is typed, where all its numbers are.
    pub fn shape(&self) -> Option<Shape> {
        let mut faults = Vec::new();
        let shape = self.read(|_| FieldName::Image, &mut faults);
        faults.is_empty().then_some(shape)
    }

    pub(in crate::author::form) fn read(
        &self,
        field: impl Fn(usize) -> FieldName,
        faults: &mut Vec<FieldFault>,
    ) -> Shape {
        let numbered = self.numbers.iter().enumerate();
        let numbers: Vec<f64> =
            numbered.map(|(index, typed)| noted(read_number(typed), field(index), faults)).collect();
        let number = |index: usize| numbers.get(index).copied().unwrap_or_default();
        match self.sort {
            ShapeSort::Circle => Shape::Circle { x: number(0), y: number(1), r: number(2) },
            ShapeSort::Rect => Shape::Rect { x: number(0), y: number(1), width: number(2), height: number(3) },
            ShapeSort::Polygon => {
                Shape::Polygon(numbers.chunks_exact(2).map(|corner| (corner[0], corner[1])).collect())
            }
        }
    }

    /// Moves it by shares of the picture's width and height, as far as it stays inside; numbers get three decimals.
    pub fn shift(&mut self, dx: f64, dy: f64) {
        let Some(shape) = self.shape() else { return };
        let (left, top, right, bottom) = bounds(&shape);
        let dx = dx.clamp((-left).min(0.0), (1.0 - right).max(0.0));
        let dy = dy.clamp((-top).min(0.0), (1.0 - bottom).max(0.0));
        let to = |number: f64, by: f64| rounded(number + by);
        *self = Self::of(&match shape {
            Shape::Circle { x, y, r } => Shape::Circle { x: to(x, dx), y: to(y, dy), r },
            Shape::Rect { x, y, width, height } => Shape::Rect { x: to(x, dx), y: to(y, dy), width, height },
            Shape::Polygon(corners) => Shape::Polygon(corners.iter().map(|(x, y)| (to(*x, dx), to(*y, dy))).collect()),
        });
    }

    /// Makes it larger or smaller by shares of the picture; a shape with corners stays as it is.
    pub fn grow(&mut self, dx: f64, dy: f64) {
        const SMALLEST: f64 = 0.01;
        let Some(shape) = self.shape() else { return };
        let to = |size: f64, by: f64, room: f64| rounded((size + by).min(room)).max(SMALLEST);
        *self = Self::of(&match shape {
            Shape::Circle { x, y, r } => Shape::Circle { x, y, r: to(r, dx + dy, 1.0) },
            Shape::Rect { x, y, width, height } => {
                Shape::Rect { x, y, width: to(width, dx, 1.0 - x), height: to(height, dy, 1.0 - y) }
            }
            Shape::Polygon(_) => return,
        });
    }

    /// The rectangle between two points of a picture; `None` where it has no area to speak of.
    pub fn between(from: (f64, f64), to: (f64, f64)) -> Option<Self> {
        const SMALLEST: f64 = 0.005;
        let share = |number: f64| rounded(number.clamp(0.0, 1.0));
        let (left, right) = (share(from.0.min(to.0)), share(from.0.max(to.0)));
        let (top, bottom) = (share(from.1.min(to.1)), share(from.1.max(to.1)));
        let (width, height) = (rounded(right - left), rounded(bottom - top));
        let has_area = width >= SMALLEST && height >= SMALLEST;
        has_area.then(|| Self::of(&Shape::Rect { x: left, y: top, width, height }))
    }
}

/// Left, top, right and bottom. A circle's radius is taken as if the picture were square.
fn bounds(shape: &Shape) -> (f64, f64, f64, f64) {
    match shape {
        Shape::Circle { x, y, .. } => (*x, *y, *x, *y),
        Shape::Rect { x, y, width, height } => (*x, *y, x + width, y + height),
        Shape::Polygon(corners) => corners.iter().fold((1.0, 1.0, 0.0, 0.0), |(left, top, right, bottom), (x, y)| {
            (f64::min(left, *x), f64::min(top, *y), f64::max(right, *x), f64::max(bottom, *y))
        }),
    }
}

/// Three decimals are finer than anybody points.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f64, y: f64, width: f64, height: f64) -> ShapeForm {
        ShapeForm::of(&Shape::Rect { x, y, width, height })
    }

    #[test]
    fn a_shape_stays_inside_its_picture() {
        let mut shape = rect(0.95, 0.0, 0.05, 0.1);
        shape.shift(0.01, -0.01);
        assert_eq!(shape, rect(0.95, 0.0, 0.05, 0.1));
        shape.shift(-0.01, 0.01);
        assert_eq!(shape, rect(0.94, 0.01, 0.05, 0.1));
        shape.grow(0.5, -0.5);
        assert_eq!(shape, rect(0.94, 0.01, 0.06, 0.01));
    }

    #[test]
    fn one_whose_numbers_are_half_typed_or_none_stays_as_it_is() {
        let mut shape = rect(0.1, 0.1, 0.1, 0.1);
        shape.numbers[0] = "0,x".to_owned();
        let before = shape.clone();
        shape.shift(0.1, 0.1);
        shape.grow(0.1, 0.1);
        assert_eq!((shape.shape(), shape), (None, before));
        let mut polygon = ShapeForm::of(&Shape::Polygon([(f64::NAN, 0.5)].into()));
        polygon.shift(0.1, f64::NAN);
        assert_eq!(polygon.numbers[0], "NaN");
    }

    #[test]
    fn a_press_without_a_drag_draws_nothing() {
        assert_eq!(ShapeForm::between((0.5, 0.5), (0.5, 0.501)), None);
        assert_eq!(ShapeForm::between((f64::NAN, 0.5), (0.7, 0.9)), None);
        assert_eq!(ShapeForm::between((0.75, 0.5), (-3.0, 0.25)), Some(rect(0.0, 0.25, 0.75, 0.25)));
    }
}
