//! Units that are typed after numbers.

use super::Say::{NotANumber, Nothing, UnitMissing, WrongPowerOfTen, WrongUnit};
use super::{RECORD, check};

#[test]
fn a_wrong_unit_is_told() {
    check(
        RECORD,
        &[
            ("59 kJ", 0.0, WrongUnit("MJ")),
            ("59 mJ", 0.0, WrongUnit("MJ")),
            ("59 mj", 0.0, WrongUnit("MJ")),
            ("59 J", 0.0, WrongUnit("MJ")),
            ("59 MW", 0.0, WrongUnit("MJ")),
            ("59 kg", 0.0, WrongUnit("MJ")),
            ("12 kg", 0.0, WrongUnit("MJ")),
            ("59 apples", 0.0, WrongUnit("MJ")),
            ("59%", 0.0, WrongUnit("MJ")),
            ("59 M", 0.0, WrongUnit("MJ")),
            // A word for a large number is no unit, so the unit is not to blame.
            ("59 million", 0.0, WrongPowerOfTen),
        ],
    );
    check(r#"Number(value: 50, unit: "Hz")"#, &[("50 Bq", 0.0, WrongUnit("Hz")), ("50 s⁻¹", 1.0, Nothing)]);
    check("Number(value: 33)", &[("33 kg", 0.0, WrongUnit("")), ("33", 1.0, Nothing)]);
}

#[test]
fn a_unit_that_is_asked_for_must_be_there() {
    check(
        r#"Number(value: 59, unit: "MJ", unit_required: true)"#,
        &[
            ("59 MJ", 1.0, Nothing),
            ("59e6 J", 1.0, Nothing),
            ("59", 0.0, UnitMissing("MJ")),
            ("59,0", 0.0, UnitMissing("MJ")),
            ("12", 0.0, UnitMissing("MJ")),
            ("59 kJ", 0.0, WrongUnit("MJ")),
            ("MJ", 0.0, NotANumber),
        ],
    );
    check("Number(value: 59, unit_required: true)", &[("59", 1.0, Nothing)]);
}

#[test]
fn units_that_mean_the_same_are_the_same() {
    check(
        r#"Number(value: 85, tolerance: 1, unit: "%")"#,
        &[
            ("85", 1.0, Nothing),
            ("85%", 1.0, Nothing),
            ("85 percent", 1.0, Nothing),
            ("85 per cent", 1.0, Nothing),
            ("0.85", 0.0, WrongPowerOfTen),
        ],
    );
    check(
        r#"Number(value: 10, unit: "m/s")"#,
        &[
            ("10 m·s⁻¹", 1.0, Nothing),
            ("10 m s^-1", 1.0, Nothing),
            ("36 km/h", 1.0, Nothing),
            ("10 metres per second", 1.0, Nothing),
            ("10 m/s²", 0.0, WrongUnit("m/s")),
            ("10 m", 0.0, WrongUnit("m/s")),
        ],
    );
    check(
        r#"Number(value: 5, unit: "seconds")"#,
        &[
            ("5 s", 1.0, Nothing),
            ("5 sec", 1.0, Nothing),
            ("5000 ms", 1.0, Nothing),
            ("5 S", 0.0, WrongUnit("seconds")),
        ],
    );
    check(
        r#"Number(value: 300, unit: "K")"#,
        &[("300 kelvin", 1.0, Nothing), ("0.3 kK", 1.0, Nothing), ("26.85 °C", 1.0, Nothing)],
    );
    check(
        r#"Number(value: 210, tolerance: 5, unit: "pages")"#,
        &[
            ("210 pages", 1.0, Nothing),
            ("1 page", 0.0, Nothing),
            ("210 page", 1.0, Nothing),
            ("210 PAGES", 1.0, Nothing),
        ],
    );
}
