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
    check("5 (MJ)", &[5.0], "MJ");
    check("5 [m/s]", &[5.0], "m/s");
    check("20 ℃", &[20.0], "°C");
    check("₹500", &[500.0], "₹");
    check("US$ 5", &[5.0], "US$");
    check("EUR 5", &[5.0], "EUR");
    check("Rs. 500", &[500.0], "Rs");
    check("-$5", &[-5.0], "$");
    check("$1.9 million", &[1.9], "million $");
    check("£5m", &[5.0], "m £");
    check("49,- €", &[49.0], "€");
    check("5 1/s", &[5.0], "1/s");
    check("5'", &[5.0], "'");
}

#[test]
fn fractions_are_typed_in_many_ways() {
    for text in ["½", "1/2", "1 / 2", "¹⁄₂", "1⁄2", "1÷2", "500/1,000.0", "0.5/1"] {
        check(text, &[0.5], "");
    }
    for text in ["1½", "1 ½", "1 1/2", "1 1⁄2", "1¹⁄₂", "3/2"] {
        check(text, &[1.5], "");
        check(&format!("-{text} m"), &[-1.5], "m");
    }
    check("1/1 000", &[0.001], "");
    check("3/1,000", &[3.0, 0.003], "");
    check("1 000 1/2", &[1000.5], "");
    check("1/10^3", &[0.001], "");
    check("1 3/2", &[], "");
}

#[test]
fn digits_and_signs_of_all_scripts_are_read() {
    for text in ["٥٩", "۵۹", "५९", "৫৯", "๕๙", "５９", "𝟱𝟵", "\u{200f}59\u{feff}", "5\u{ad}9"] {
        check(text, &[59.0], "");
    }
    check("٣٫٥", &[3.5], "");
    check("٣،٥", &[3.5], "");
    check("١٬٠٠٠", &[1000.0], "");
    check("3·5", &[3.5], "");
    check("‒5", &[-5.0], "");
    check("—5", &[-5.0], "");
}

fn typed(text: &str, values: &[f64], unit: &str) {
    let expected: Vec<_> = values.iter().map(|value| Quantity { value: *value, unit: unit.into() }).collect();
    assert_eq!(typed_readings(text), Ok(expected), "{text:?}");
}

#[test]
fn a_learner_may_write_words_around_a_number_or_two_units() {
    typed("about 2850 km", &[2850.0], "km");
    typed("x = 5", &[5.0], "");
    typed("5,", &[5.0], "");
    typed("5 ;", &[5.0], "");
    typed("59 ± 0.5 MJ", &[59.0], "MJ");
    typed("1 h 30 min", &[1.5], "h");
    typed("2 min 30 s", &[2.5], "min");
    typed("5 ft 6 in", &[5.5], "ft");
    typed("-1 h 30 min", &[-1.5], "h");
    typed("AD 79", &[79.0], "");
    assert_eq!(typed_readings("5 ft 60 in"), Err(NumberFault::SeveralNumbers));
    assert_eq!(typed_readings("5 in 6 ft"), Err(NumberFault::SeveralNumbers));
    assert_eq!(typed_readings("5 kg 6 m"), Err(NumberFault::SeveralNumbers));
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
fn units_are_read_as_people_write_them() {
    converts(5.0, "mins", "min", 5.0);
    converts(5.0, "kgs", "kg", 5.0);
    converts(5.0, "hrs", "hours", 5.0);
    converts(5.0, "kohm", "kΩ", 5.0);
    converts(5.0, "Mohms", "MΩ", 5.0);
    converts(5.0, "kilo-ohm", "kΩ", 5.0);
    converts(5.0, "milli seconds", "ms", 5.0);
    converts(5.0, "msec", "ms", 5.0);
    converts(5.0, "square metres", "m^2", 5.0);
    converts(5.0, "sq m", "m²", 5.0);
    converts(5.0, "sq. ft.", "ft^2", 5.0);
    converts(5.0, "cu ft", "ft^3", 5.0);
    converts(5.0, "metres squared", "m^2", 5.0);
    converts(5.0, "metres per second squared", "m/s²", 5.0);
    converts(5.0, "Quadratkilometer", "km²", 5.0);
    converts(5.0, "mètres carrés", "m²", 5.0);
    converts(5.0, "metros cúbicos", "m³", 5.0);
    converts(5.0, "kg per cubic metre", "kg/m³", 5.0);
    converts(1.0, "ft", "in", 12.0);
    converts(1.0, "mile", "km", 1.609_344);
    converts(16.0, "oz", "lb", 1.0);
    converts(1.0, "stone", "lbs", 14.0);
    converts(1.0, "gallon", "L", 3.785_411_784);
    converts(8.0, "pints", "gal", 1.0);
    converts(1.0, "acre", "m²", 4_046.856_422_4);
    converts(60.0, "mph", "miles per hour", 60.0);
    converts(36.0, "kmph", "m/s", 10.0);
    converts(5.0, "knots", "kn", 5.0);
    converts(8.0, "Mbps", "MB/s", 1.0);
    converts(1.0, "kbit/s", "bps", 1000.0);
    converts(1.0, "KiB", "B", 1024.0);
    converts(1.0, "mebibyte", "KiB", 1024.0);
    converts(12.0, "months", "yr", 1.0);
    converts(5.0, "Stunden", "h", 5.0);
    converts(5.0, "años", "years", 5.0);
    converts(5.0, "км/ч", "km/h", 5.0);
    converts(5.0, "公里", "km", 5.0);
    converts(5.0, "euros", "€", 5.0);
    converts(5.0, "EUR", "€", 5.0);
    converts(5.0, "pounds", "£", 5.0);
    converts(5.0, "pounds", "lb", 5.0);
    converts(5.0, "dollars", "USD", 5.0);
    converts(5.0, "$", "AUD", 5.0);
    converts(500.0, "Rs", "₹", 500.0);
    converts(5.0, "1/s", "s⁻¹", 5.0);
    converts(5.0, "Hz", "1/s", 5.0);
    converts(5.0, "mM", "mmol/L", 5.0);
}

#[test]
fn degrees_are_spelt_in_many_ways() {
    for unit in [
        "° C",
        "ºC",
        "deg C",
        "deg. C",
        "degrees C",
        "degrees Celsius",
        "Grad Celsius",
        "℃",
        "C",
        "c",
        "°",
        "degrees",
        "oC",
        "celsius",
    ] {
        converts(20.0, unit, "°C", 20.0);
    }
    converts(20.0, "F", "°F", 20.0);
    converts(20.0, "deg F", "°F", 20.0);
    converts(20.0, "°K", "K", 20.0);
    assert_eq!(convert(20.0, "C", "K"), None);
    assert_eq!(convert(20.0, "C", "C"), Some(20.0));
}

#[test]
fn letters_run_together_are_read_as_the_key_has_them() {
    converts(9.8, "ms-2", "m/s²", 9.8);
    converts(9.8, "ms^-2", "m s^-2", 9.8);
    converts(9.8, "ms⁻²", "m/s^2", 9.8);
    converts(5.0, "kgm-3", "kg/m³", 5.0);
    converts(5.0, "Nm-1", "N/m", 5.0);
    converts(5.0, "Jkg-1K-1", "J/(kg K)", 5.0);
    converts(5.0, "kgm/s", "kg m/s", 5.0);
    converts(5.0, "m/s", "ms-1", 5.0);
    converts(5.0, "ms-1", "kHz", 5.0);
    assert_eq!(convert(5.0, "mN", "N·m"), None);
}

#[test]
fn a_letter_is_the_unit_that_the_key_asks_for() {
    assert_eq!(convert(5.0, "m", "M"), None);
    assert_eq!(convert(5.0, "M", "m"), None);
    assert_eq!(convert(5.0, "t", "kt"), None);
    assert_eq!(convert(5.0, "kilotonnes", "kt"), None);
    converts(5.0, "kt", "knots", 5.0);
    converts(5.0, "kt", "Mt", 0.005);
    assert_eq!(convert(5.0, "£", "€"), None);
    assert_eq!(convert(5.0, "€/h", "£/h"), None);
}

#[test]
fn words_for_large_numbers_are_part_of_the_number() {
    converts(1.9, "million", "", 1.9e6);
    converts(1.9, "Mio.", "", 1.9e6);
    converts(3.0, "lakh", "", 3e5);
    converts(5.0, "million km", "km", 5e6);
    converts(5.0, "million people", "people", 5e6);
    converts(5.0, "k", "people", 5e3);
    converts(5.0, "m £", "£", 5e6);
    converts(5.0, "k", "", 5e3);
    assert_eq!(conversions(2.0, "billion", ""), [2e9, 2e12]);
    assert_eq!(convert(5.0, "M", "MJ"), None);
    assert_eq!(convert(5.0, "m", "km"), Some(0.005));
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
    fn anything_like_a_number_is_read_to_at_most_two_and_a_fraction_to_four(text in r"[-+−0-9.,'’ eEx×*^⁷⁻/()10]{0,24}[a-zA-Zµ°²/ .%]{0,6}") {
        // Numerator and denominator may be read both ways each.
        let most = if text.contains('/') { 4 } else { 2 };
        prop_assert!(readings(&text).len() <= most);
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
