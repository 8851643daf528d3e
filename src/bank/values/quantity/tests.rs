//! What people type as a number, and what units stand for each other.

use crate::bank::values::quantity::*;
use proptest::prelude::*;

fn check(text: &str, values: &[f64], unit: &str) {
    let expected: Vec<_> = values.iter().map(|value| Quantity { value: *value, unit: unit.into() }).collect();
    assert_eq!(readings(text), expected, "{text:?}");
}

#[test]
fn one_number_is_typed_in_many_ways() {
    for text in ["59", " 59 ", "+59", "59.0", "59,0", "59.", "059", "5.9e1", "5.9E+1", "590e-1", "５９", "٥٩", "118/2"]
    {
        check(text, &[59.0], "");
    }
    for text in ["-59", "−59", "–59", "- 59"] {
        check(text, &[-59.0], "");
    }
    check(".5", &[0.5], "");
    check(",5", &[0.5], "");
    check("1/2", &[0.5], "");
    check("1 / 2 m", &[0.5], "m");
    check("1.5/2", &[0.75], "");
}

#[test]
fn powers_of_ten_are_typed_in_many_ways() {
    for text in ["5.9e7", "5.9×10^7", "5.9*10^7", "5.9 x 10^7", "5,9·10⁷", "5.9 × 10 ^ 7", "5.9*10**7", "5.9×10^(7)"]
    {
        check(text, &[5.9e7], "");
        check(&format!("{text} J"), &[5.9e7], "J");
    }
    check("5.9e7J", &[5.9e7], "J");
    check("10^7", &[1e7], "");
    check("-10⁻³ m", &[-1e-3], "m");
    check("1.6×10^−19 C", &[1.6e-19], "C");
}

#[test]
fn groups_are_read_as_people_mean_them() {
    check("1 234 567", &[1_234_567.0], "");
    check("1\u{a0}234\u{202f}567 J", &[1_234_567.0], "J");
    check("1’234'567", &[1_234_567.0], "");
    check("1,234,567", &[1_234_567.0], "");
    check("1.234.567", &[1_234_567.0], "");
    check("12,34,567", &[1_234_567.0], "");
    check("1.234.567,8", &[1_234_567.8], "");
    check("1,234.5", &[1234.5], "");
    check("1 234,567", &[1234.567], "");
    check("1,234.567", &[1234.567], "");
    check("1.602 176 634e-19 C", &[1.602_176_634e-19], "C");
}

#[test]
fn a_mark_before_exactly_three_digits_is_read_both_ways() {
    check("5,000", &[5.0, 5000.0], "");
    check("5.000 scientists", &[5.0, 5000.0], "scientists");
    check("-21.700", &[-21.7, -21700.0], "");
    check("5,000e3", &[5e3, 5e6], "");
    check("0.500", &[0.5], "");
    check("1234,567", &[1234.567], "");
    check("5,0000", &[5.0], "");
}

#[test]
fn what_is_no_number_has_no_reading() {
    let texts = [
        "",
        " ",
        "abc",
        "MJ",
        "inf",
        "-inf",
        "NaN",
        "infinity",
        "1e999",
        "-1e999",
        "10^400",
        "1/0",
        "0/0",
        "--5",
        "5-",
        "1.2.3",
        "1,2,3",
        "1,23,4",
        "12 34",
        "5 9",
        "1 23",
        "0,123,456",
        "1,234,56",
        "2011-2012",
        "12:30",
        "5+3",
        "+",
        "59 or 60",
        "5x10",
        "5×",
        "5^2",
        "e7",
        ".",
        ",",
        "1..2",
        "1,.2",
        "1.5 100",
        "10^",
        "10^7.5",
        "10^(7",
        "21/4/1956",
        "$5 MJ",
        "5 (MJ)",
        "5 ;",
        "1'23",
        "5!",
    ];
    for text in texts {
        check(text, &[], "");
    }
    check(&"1".repeat(MAX_CHARS + 1), &[], "");
    check(&"1".repeat(MAX_CHARS), &["1".repeat(MAX_CHARS).parse().expect("finite")], "");
}

#[test]
fn the_unit_is_what_stands_after_the_number() {
    check("59MJ", &[59.0], "MJ");
    check("59 MJ.", &[59.0], "MJ");
    check("85%", &[85.0], "%");
    check("5 W/m²", &[5.0], "W/m^2");
    check("5 m·s⁻¹", &[5.0], "m*s^-1");
    check("5 /s", &[5.0], "/s");
    check("5 eV", &[5.0], "eV");
    check("$59", &[59.0], "$");
    check("20 º C", &[20.0], "° C");
}

fn converts(value: f64, from: &str, to: &str, expected: f64) {
    let converted = convert(value, from, to).unwrap_or(f64::NAN);
    assert!((converted - expected).abs() <= 1e-12 * expected.abs(), "{value} {from} is {converted} {to}");
}

#[test]
fn known_units_are_turned_into_each_other() {
    converts(59e6, "J", "MJ", 59.0);
    converts(59_000.0, "kJ", "MJ", 59.0);
    converts(59.0, "megajoules", "MJ", 59.0);
    converts(1.0, "kWh", "MJ", 3.6);
    converts(1.0, "kW·h", "kWh", 1.0);
    converts(36.0, "km/h", "m/s", 10.0);
    converts(36.0, "kilometres per hour", "m·s⁻¹", 10.0);
    converts(5.0, "W/m²", "W m^-2", 5.0);
    converts(1.0, "J/(kg K)", "J/kg·K", 1.0);
    converts(1.0, "cm3", "mL", 1.0);
    converts(9.81, "m/s/s", "m/s2", 9.81);
    converts(1.0, "N·m", "J", 1.0);
    converts(1.0, "Nm", "J", 1.0);
    converts(2.0, "μs", "us", 2.0);
    converts(5.0, "kiloohms", "kΩ", 5.0);
    converts(20.0, "°C", "K", 293.15);
    converts(298.15, "K", "degrees Celsius", 25.0);
    converts(212.0, "°F", "°C", 100.0);
    converts(85.0, "%", "", 0.85);
    converts(2.0, "years", "yr", 2.0);
    converts(180.0, "°", "rad", std::f64::consts::PI);
    converts(1.0, "MB", "kB", 1000.0);
    converts(8.0, "Mb", "MB", 1.0);
    converts(120.0, "sec", "Minutes", 2.0);
}

#[test]
fn the_case_of_a_symbol_is_forgiven_where_no_unit_is_written_so() {
    converts(1.0, "KJ", "kJ", 1.0);
    converts(1.0, "KB", "kB", 1.0);
    converts(1.0, "Kb", "kb", 1.0);
    converts(1.0, "gHZ", "GHz", 1.0);
    converts(300.0, "K", "kelvin", 300.0);
    converts(300.0, "k", "K", 300.0);
    converts(1.0, "Kg", "kg", 1.0);
    converts(1.0, "Mj", "MJ", 1.0);
    converts(1.0, "mj", "mJ", 1.0);
    converts(1.0, "mhz", "mHz", 1.0);
    converts(1.0, "gw", "GW", 1.0);
    converts(1.0, "pa", "Pa", 1.0);
    converts(1.0, "kev", "keV", 1.0);
}

#[test]
fn a_unit_that_measures_something_else_is_not_turned() {
    let pairs = [
        ("MJ", "MW"),
        ("kg", "MJ"),
        ("Hz", "Bq"),
        ("Gy", "Sv"),
        ("cd", "lm"),
        ("S", "s"),
        ("K", "k J"),
        ("pages", "MJ"),
        ("MJ", "pages"),
        ("", "MJ"),
        ("MJ", ""),
        ("pages", "volumes"),
        ("m^99", "m"),
        ("m^22", "m^4"),
        ("mmin", "min"),
        ("kilo", "kL"),
        ("megas", "ML"),
        ("pages", ""),
        ("k°C", "°C"),
        ("m%", "%"),
        ("m/", "m"),
        ("m^", "m"),
        ("(m/s)²", "m/s²"),
        ("-", "m"),
        ("Q", "m"),
    ];
    for (from, to) in pairs {
        assert_eq!(convert(1.0, from, to), None, "{from} in {to}");
    }
}

#[test]
fn words_that_are_no_unit_go_by_their_letters() {
    converts(210.0, "pages", "page", 210.0);
    converts(210.0, "Page", "PAGES", 210.0);
    converts(5.0, "E\u{301}toiles", "étoile", 5.0);
    converts(5.0, "light bulbs", "light bulb", 5.0);
}

#[test]
fn a_number_is_written_shortly_and_exactly() {
    let check = |value: f64, unit: &str, expected: &str| assert_eq!(written(value, unit), expected);
    check(59.0, "MJ", "59 MJ");
    check(21.7, "MJ", "21.7 MJ");
    check(2011.0, "", "2011");
    check(-0.0, "", "0");
    check(-1.5, " m ", "-1.5 m");
    check(1e30, "", "1e30");
    check(1.6e-19, "C", "1.6e-19 C");
    check(0.000_001, "", "0.000001");
}

#[test]
fn only_what_reads_back_is_a_unit() {
    for unit in ["MJ", "pages", "%", "W/m²", "km/h", "°C", "light years", "p.", "€", "μs"] {
        assert!(is_unit(unit), "{unit}");
    }
    for unit in ["", " ", "5", "e5", "-", "m 2", "×10^3", "/2", "000", "?"] {
        assert!(!is_unit(unit), "{unit}");
    }
}

#[test]
fn a_text_with_two_readings_is_no_single_quantity() {
    assert_eq!(quantity("5,000"), None);
    assert_eq!(quantity("5,00 m"), Some(Quantity { value: 5.0, unit: "m".into() }));
    assert_eq!(quantity("five"), None);
}

proptest! {
    #[test]
    fn any_text_is_read_to_finite_numbers(text in any::<String>()) {
        for reading in readings(&text) {
            prop_assert!(reading.value.is_finite());
        }
    }

    #[test]
    fn anything_like_a_number_is_read_to_at_most_two(text in r"[-+−0-9.,'’ eEx×*^⁷⁻/()10]{0,24}[a-zA-Zµ°²/ .%]{0,6}") {
        prop_assert!(readings(&text).len() <= 2);
    }

    #[test]
    fn any_two_units_can_be_compared(from in r"[a-zA-ZµΩ°²⁻0-9/*^() .%-]{0,12}", to in any::<String>()) {
        convert(1.0, &from, &to);
        convert(1.0, &to, &from);
    }

    #[test]
    fn what_is_written_reads_back(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO, unit in "(MJ|pages|W/m²|)") {
        let written = written(value, &unit);
        prop_assert!(readings(&written).iter().any(|read| read.value == value), "{}", written);
    }
}
