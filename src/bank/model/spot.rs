//! Places in a picture. Knows coordinates, not pictures.

use serde::{Deserialize, Serialize};

/// A place in a picture that can be pointed at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// What it is called; told only after marking.
    pub name: Box<str>,
    /// Where it is.
    pub shape: Shape,
    /// What a screen reader may say before marking; empty where nothing was written.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub describe: Box<str>,
}

/// An area of a picture. `x` and widths are fractions of the picture's width from its left edge, `y` and heights
/// fractions of its height from its upper edge, all 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Shape {
    /// A circle.
    Circle {
        /// Of its centre.
        x: f64,
        /// Of its centre.
        y: f64,
        /// Its radius, as a fraction of the picture's width.
        r: f64,
    },
    /// A rectangle.
    Rect {
        /// Of its left edge.
        x: f64,
        /// Of its upper edge.
        y: f64,
        /// From its left edge to its right one.
        width: f64,
        /// From its upper edge to its lower one.
        height: f64,
    },
    /// An area with straight edges, three corners or more, which may be anywhere around it.
    Polygon(Box<[(f64, f64)]>),
}

impl Shape {
    /// Whether the point is in it, edges included for circles and rectangles; `aspect` is the picture's height divided
    /// by its width, which makes circles round.
    pub fn contains(&self, x: f64, y: f64, aspect: f64) -> bool {
        match self {
            Self::Circle { x: centre_x, y: centre_y, r } => (x - centre_x).hypot((y - centre_y) * aspect) <= *r,
            Self::Rect { x: left, y: top, width, height } => {
                (*left..=left + width).contains(&x) && (*top..=top + height).contains(&y)
            }
            Self::Polygon(corners) => is_in_polygon(corners, x, y),
        }
    }

    /// A point in it to put a number or a name at: the centre, or what comes near one. `(0.0, 0.0)` without corners.
    pub fn centre(&self) -> (f64, f64) {
        match self {
            Self::Circle { x, y, .. } => (*x, *y),
            Self::Rect { x, y, width, height } => (x + width / 2.0, y + height / 2.0),
            Self::Polygon(corners) => {
                let count = corners.len().max(1) as f64;
                let sum = corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0, sum.1 + corner.1));
                let (x, y) = (sum.0 / count, sum.1 / count);
                let x =
                    if is_in_polygon(corners, x, y) { x } else { middle_of_widest_stretch(corners, y).unwrap_or(x) };
                (x, y)
            }
        }
    }
}

/// On the line at this height, the middle of the longest stretch inside.
fn middle_of_widest_stretch(corners: &[(f64, f64)], y: f64) -> Option<f64> {
    let mut crossings: Vec<f64> = crossings(corners, y).collect();
    crossings.sort_unstable_by(f64::total_cmp);
    let stretches = crossings.chunks_exact(2).map(|stretch| (stretch[1] - stretch[0], (stretch[0] + stretch[1]) / 2.0));
    stretches.max_by(|left, right| left.0.total_cmp(&right.0)).map(|(_, middle)| middle)
}

/// Where the edges cross the line at this height; each corner belongs to one of its edges alone.
fn crossings(corners: &[(f64, f64)], y: f64) -> impl Iterator<Item = f64> {
    let before = corners.iter().cycle().skip(corners.len().saturating_sub(1));
    let edges = before.zip(corners).filter(move |(from, to)| (from.1 > y) != (to.1 > y));
    edges.map(move |(from, to)| from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0))
}

/// The even-odd rule: a ray from a point inside crosses the edges an odd number of times (Shimrat 1962, algorithm 112).
fn is_in_polygon(corners: &[(f64, f64)], x: f64, y: f64) -> bool {
    crossings(corners, y).filter(|crossing| x < *crossing).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shape: &str, inside: &[(f64, f64)], outside: &[(f64, f64)], aspect: f64) {
        let parsed: Shape = ron::from_str(shape).expect("reads");
        inside.iter().for_each(|(x, y)| assert!(parsed.contains(*x, *y, aspect), "{shape} has not ({x}, {y})"));
        outside.iter().for_each(|(x, y)| assert!(!parsed.contains(*x, *y, aspect), "{shape} has ({x}, {y})"));
        let (x, y) = parsed.centre();
        assert!(parsed.contains(x, y, aspect), "{shape} has not its own centre ({x}, {y})");
    }

    #[test]
    fn a_circle_is_round_on_any_picture() {
        let circle = "Circle(x: 0.5, y: 0.5, r: 0.25)";
        check(circle, &[(0.5, 0.5), (0.75, 0.5), (0.5, 0.25), (0.6, 0.6)], &[(0.76, 0.5), (0.7, 0.7)], 1.0);
        // Half as high as wide: a quarter of the width is half of the height.
        check(circle, &[(0.5, 0.0), (0.5, 1.0), (0.25, 0.5)], &[(0.24, 0.5), (0.3, 0.0)], 0.5);
    }

    #[test]
    fn a_rectangle_has_its_edges() {
        let rect = "Rect(x: 0.25, y: 0.5, width: 0.5, height: 0.25)";
        check(rect, &[(0.25, 0.5), (0.75, 0.75), (0.5, 0.6)], &[(0.24, 0.6), (0.76, 0.6), (0.5, 0.49)], 2.0);
    }

    #[test]
    fn a_polygon_may_have_a_notch() {
        let arrow = "Polygon([(0, 0), (1, 0.5), (0, 1), (0.4, 0.5)])";
        check(arrow, &[(0.5, 0.5), (0.2, 0.15), (0.9, 0.5)], &[(0.2, 0.5), (0.9, 0.9), (-1.0, 0.5)], 1.0);
        assert!(!Shape::Polygon([].into()).contains(0.0, 0.0, 1.0));
    }

    #[test]
    fn what_is_not_a_number_is_nowhere() {
        for shape in ["Circle(x: NaN, y: 0, r: 1)", "Rect(x: 0, y: NaN, width: 1, height: inf)", "Polygon([(NaN, 0)])"]
        {
            let shape: Shape = ron::from_str(shape).expect("reads");
            assert!(!shape.contains(0.5, 0.5, 1.0) && !shape.contains(f64::NAN, f64::NAN, f64::NAN));
        }
    }
}
