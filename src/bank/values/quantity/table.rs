//! The units that are known, with their prefixes and names. Holds rows only; `find` looks them up.

use crate::bank::values::quantity::unit::{DIMENSIONS, System, Unit};

/// A unit in the table.
pub(crate) struct Row {
    /// As it is written, parted by `|`; the first is the one that it is known by.
    pub symbols: &'static str,
    /// Full names, parted by `|`: in lower case, without accents, spaces, hyphens and a plural's ending.
    pub names: &'static str,
    pub takes_prefix: bool,
    pub unit: Unit,
}

/// Symbol, name and power of ten (BIPM, SI Brochure, 9th edition, table 7, with the four of 2022).
pub(crate) const PREFIXES: [(&str, &str, i32); 25] = [
    ("Q", "quetta", 30),
    ("R", "ronna", 27),
    ("Y", "yotta", 24),
    ("Z", "zetta", 21),
    ("E", "exa", 18),
    ("P", "peta", 15),
    ("T", "tera", 12),
    ("G", "giga", 9),
    ("M", "mega", 6),
    ("k", "kilo", 3),
    ("h", "hecto", 2),
    ("da", "deca", 1),
    ("d", "deci", -1),
    ("c", "centi", -2),
    ("m", "milli", -3),
    ("μ", "micro", -6),
    ("u", "micro", -6),
    ("n", "nano", -9),
    ("p", "pico", -12),
    ("f", "femto", -15),
    ("a", "atto", -18),
    ("z", "zepto", -21),
    ("y", "yocto", -24),
    ("r", "ronto", -27),
    ("q", "quecto", -30),
];

/// Prefixes of bytes and bits for powers of 1024 (IEC 80000-13).
pub(crate) const BINARY_PREFIXES: [(&str, &str, i32); 6] = [
    ("Ki", "kibi", 10),
    ("Mi", "mebi", 20),
    ("Gi", "gibi", 30),
    ("Ti", "tebi", 40),
    ("Pi", "pebi", 50),
    ("Ei", "exbi", 60),
];

/// A unit that takes prefixes and is 10^`power` base units.
const fn si(symbols: &'static str, names: &'static str, dimensions: [i32; DIMENSIONS], power: i32) -> Row {
    Row { takes_prefix: true, ..other(symbols, names, dimensions, 1.0, power) }
}

/// A unit that takes no prefix and is `factor` × 10^`power` base units.
const fn other(
    symbols: &'static str,
    names: &'static str,
    dimensions: [i32; DIMENSIONS],
    factor: f64,
    power: i32,
) -> Row {
    Row { symbols, names, takes_prefix: false, unit: Unit { dimensions, factor, power, ..Unit::ONE } }
}

/// A unit that takes prefixes and is `factor` × 10^`power` base units.
const fn sized(
    symbols: &'static str,
    names: &'static str,
    dimensions: [i32; DIMENSIONS],
    factor: f64,
    power: i32,
) -> Row {
    Row { takes_prefix: true, ..other(symbols, names, dimensions, factor, power) }
}

/// A unit that only stands for units of its own dimension with the same tag.
const fn tagged(row: Row, tag: &'static str) -> Row {
    Row { unit: Unit { tag, ..row.unit }, ..row }
}

/// A unit that is one size in the United States and another in Britain.
const fn of(system: System, row: Row) -> Row {
    Row { unit: Unit { system, ..row.unit }, ..row }
}

/// A currency: it stands for itself alone.
const fn money(symbols: &'static str, names: &'static str, tag: &'static str) -> Row {
    tagged(other(symbols, names, MONEY, 1.0, 0), tag)
}

/// A scale of temperature with degrees of `factor` kelvins, whose 0 lies `zero` degrees above absolute zero.
const fn temperature(symbols: &'static str, names: &'static str, factor: f64, zero: f64) -> Row {
    let row = other(symbols, names, KELVIN, factor, 0);
    Row { unit: Unit { zero, ..row.unit }, ..row }
}

const NUMBER: [i32; DIMENSIONS] = [0; DIMENSIONS];
const METRE: [i32; DIMENSIONS] = [1, 0, 0, 0, 0, 0, 0, 0, 0];
const SQUARE_METRE: [i32; DIMENSIONS] = [2, 0, 0, 0, 0, 0, 0, 0, 0];
const CUBIC_METRE: [i32; DIMENSIONS] = [3, 0, 0, 0, 0, 0, 0, 0, 0];
const CUBIC_METRE_PER_SECOND: [i32; DIMENSIONS] = [3, 0, -1, 0, 0, 0, 0, 0, 0];
const PER_SQUARE_METRE: [i32; DIMENSIONS] = [-2, 0, 0, 0, 0, 0, 0, 0, 0];
const KILOGRAM: [i32; DIMENSIONS] = [0, 1, 0, 0, 0, 0, 0, 0, 0];
const SECOND: [i32; DIMENSIONS] = [0, 0, 1, 0, 0, 0, 0, 0, 0];
const PER_SECOND: [i32; DIMENSIONS] = [0, 0, -1, 0, 0, 0, 0, 0, 0];
const METRE_PER_SECOND: [i32; DIMENSIONS] = [1, 0, -1, 0, 0, 0, 0, 0, 0];
const KELVIN: [i32; DIMENSIONS] = [0, 0, 0, 0, 1, 0, 0, 0, 0];
const CANDELA: [i32; DIMENSIONS] = [0, 0, 0, 0, 0, 0, 1, 0, 0];
const BIT: [i32; DIMENSIONS] = [0, 0, 0, 0, 0, 0, 0, 1, 0];
const BIT_PER_SECOND: [i32; DIMENSIONS] = [0, 0, -1, 0, 0, 0, 0, 1, 0];
const COULOMB: [i32; DIMENSIONS] = [0, 0, 1, 1, 0, 0, 0, 0, 0];
const NEWTON: [i32; DIMENSIONS] = [1, 1, -2, 0, 0, 0, 0, 0, 0];
const JOULE: [i32; DIMENSIONS] = [2, 1, -2, 0, 0, 0, 0, 0, 0];
const WATT: [i32; DIMENSIONS] = [2, 1, -3, 0, 0, 0, 0, 0, 0];
const PASCAL: [i32; DIMENSIONS] = [-1, 1, -2, 0, 0, 0, 0, 0, 0];
const GRAY: [i32; DIMENSIONS] = [2, 0, -2, 0, 0, 0, 0, 0, 0];
const TESLA: [i32; DIMENSIONS] = [0, 1, -2, -1, 0, 0, 0, 0, 0];
const MOLAR: [i32; DIMENSIONS] = [-3, 0, 0, 0, 0, 1, 0, 0, 0];
const MONEY: [i32; DIMENSIONS] = [0, 0, 0, 0, 0, 0, 0, 0, 1];

/// SI units and those in use beside them (SI Brochure, tables 2, 4 and 8); other sources stand beside their rows.
pub(crate) const ROWS: &[Row] = &[
    si(
        "m|м|米|メートル|미터",
        "metre|meter|metro|metri|metr|metru|metry|metrow|metra|метр|метра|метров|mtr|mt",
        METRE,
        0,
    ),
    other("公里|千米|キロメートル|キロ|킬로미터", "", METRE, 1.0, 3),
    other("厘米|公分|センチ|センチメートル", "", METRE, 1.0, -2),
    other("毫米|ミリメートル", "", METRE, 1.0, -3),
    other("公斤|千克|キログラム", "kilo", KILOGRAM, 1.0, 0),
    si(
        "g|г|克|グラム",
        "gram|gramm|gramme|gramo|grammo|grammi|grama|gramy|gramow|gm|грамм|грамма|граммов",
        KILOGRAM,
        -3,
    ),
    si(
        "s|с|秒",
        "second|sec|sek|sekunde|sekunder|sekund|sekunda|sekundy|segundo|seconde|secondo|secondi|sekundu|секунда|секунды|секунд|сек",
        SECOND,
        0,
    ),
    si("A", "ampere|amp|amper|amperio|ампер|ампера", [0, 0, 0, 1, 0, 0, 0, 0, 0], 0),
    si("K", "kelvin|degreekelvin|degreeskelvin|degk|°k", KELVIN, 0),
    si("mol", "mole|mol|moles|моль", [0, 0, 0, 0, 0, 1, 0, 0, 0], 0),
    tagged(si("cd", "candela", CANDELA, 0), "cd"),
    tagged(si("Hz", "hertz|герц|cyclepersecond|cyclespersecond|timepersecond|timespersecond", PER_SECOND, 0), "Hz"),
    si("N", "newton|ньютон|ньютона|ньютонов", NEWTON, 0),
    si("Pa", "pascal|паскаль", PASCAL, 0),
    si("J|Дж", "joule|джоуль|джоуля|джоулей", JOULE, 0),
    si("W|Вт", "watt|wat|vatio|ватт|ватта", WATT, 0),
    si("C", "coulomb|culombio|кулон", COULOMB, 0),
    si("V", "volt|voltio|вольт|вольта", [2, 1, -3, -1, 0, 0, 0, 0, 0], 0),
    si("F", "farad|faradio", [-2, -1, 4, 2, 0, 0, 0, 0, 0], 0),
    si("Ω|Ом", "ohm|ohmio|ом|ома", [2, 1, -3, -2, 0, 0, 0, 0, 0], 0),
    si("S", "siemens", [-2, -1, 3, 2, 0, 0, 0, 0, 0], 0),
    si("Wb", "weber", [2, 1, -2, -1, 0, 0, 0, 0, 0], 0),
    si("T", "tesla", TESLA, 0),
    si("H", "henry|henries", [2, 1, -2, -2, 0, 0, 0, 0, 0], 0),
    tagged(si("lm", "lumen", CANDELA, 0), "lm"),
    si("lx", "lux", [-2, 0, 0, 0, 0, 0, 1, 0, 0], 0),
    tagged(si("Bq", "becquerel", PER_SECOND, 0), "Bq"),
    tagged(si("Gy", "gray", GRAY, 0), "Gy"),
    tagged(si("Sv", "sievert", GRAY, 0), "Sv"),
    si("kat", "katal", [0, 0, -1, 0, 0, 1, 0, 0, 0], 0),
    si("rad", "radian|radiant", NUMBER, 0),
    si("sr", "steradian", NUMBER, 0),
    other(
        "°|度",
        "degree|deg|grad|grader|grado|gradi|grau|degre|graden|stopni|stopien|градус|градуса|градусов",
        NUMBER,
        std::f64::consts::PI / 180.0,
        0,
    ),
    other("'|arcmin|分", "arcminute|minuteofarc|bogenminute", NUMBER, std::f64::consts::PI / 10_800.0, 0),
    other("\"|arcsec", "arcsecond|secondofarc|bogensekunde", NUMBER, std::f64::consts::PI / 648_000.0, 0),
    other(
        "%",
        "percent|percentage|pct|prozent|procent|pourcent|porciento|porcento|percento|procento|процент|процента|процентов",
        NUMBER,
        1.0,
        -2,
    ),
    other("‰", "permille|permil|promille", NUMBER, 1.0, -3),
    other("ppm", "partspermillion|partpermillion", NUMBER, 1.0, -6),
    other("ppb", "partsperbillion|partperbillion", NUMBER, 1.0, -9),
    temperature(
        "°C",
        "°c|degc|celsius|celcius|centigrade|degreec|degreesc|gradercelsius|degreecelsius|degreescelsius|degreecentigrade|degreescentigrade|degcelsius|gradcelsius|gradc|gradoscelsius|gradocelsius|gradicelsius|gradicentigradi|grauscelsius|graucelsius|degrescelsius|degrecelsius|gradencelsius|stopnicelsjusza|celsjusza|oc|градусовцельсия|градусцельсия|摄氏度|°celsius",
        1.0,
        273.15,
    ),
    temperature(
        "°F",
        "°f|degf|fahrenheit|farenheit|degreef|degreesf|degreefahrenheit|degreesfahrenheit|degfahrenheit|gradfahrenheit|of|°fahrenheit",
        5.0 / 9.0,
        459.67,
    ),
    other(
        "min|мин|分钟|分",
        "minute|minuter|minuto|minuti|minuta|minut|minuten|minuut|минута|минуты|минут|perc|dakika",
        SECOND,
        60.0,
        0,
    ),
    other(
        "h|ч|小时|時間",
        "hour|hr|stunde|std|heure|hora|ora|ore|uur|uren|godzina|godziny|godzin|godz|timme|timmar|time|timer|hodina|hodin|hodiny|час|часа|часов|saat",
        SECOND,
        3600.0,
        0,
    ),
    other(
        "d|天|日",
        "day|tag|jour|dia|giorno|giorni|dag|dagen|dager|dage|dzien|dni|den|день|дня|дней|сутки|суток|gun",
        SECOND,
        86400.0,
        0,
    ),
    other(
        "week|wk",
        "woche|semaine|semana|settimana|settimane|weken|tydzien|tygodnie|tygodni|vecka|veckor|неделя|недели|недель|周",
        SECOND,
        604_800.0,
        0,
    ),
    other("fortnight", "", SECOND, 1_209_600.0, 0),
    // A twelfth of the year below.
    other(
        "month|mo",
        "mth|monat|mois|mes|mese|mesi|maand|maanden|miesiac|miesiace|miesiecy|manad|manader|месяц|месяца|месяцев|个月",
        SECOND,
        2_629_800.0,
        0,
    ),
    // The Julian year of 365.25 days (IAU).
    sized(
        "yr",
        "year|jahr|an|annee|ano|anno|anni|jaar|jaren|rok|lata|lat|ar|год|года|лет|annum",
        SECOND,
        31_557_600.0,
        0,
    ),
    other("y|a|年", "", SECOND, 31_557_600.0, 0),
    other("ka|kya", "", SECOND, 31_557_600.0, 3),
    other("Ma|mya|Mya", "", SECOND, 31_557_600.0, 6),
    other("Ga|Gya", "", SECOND, 31_557_600.0, 9),
    other("decade", "jahrzehnt|decennie|decada|decennio", SECOND, 315_576_000.0, 0),
    other(
        "century|centuries",
        "jahrhundert|siecle|siglo|secolo|secoli|seculo|eeuw|eeuwen|wiek|wieki|wiekow|век|века|веков|世纪",
        SECOND,
        3_155_760_000.0,
        0,
    ),
    other("millennium|millennia", "jahrtausend|millenaire|milenio", SECOND, 31_557_600_000.0, 0),
    si("L|л|升|リットル", "litre|liter|litro|litri|litr|litry|litrow|литр|литра|литров|ltr", CUBIC_METRE, -3),
    si("l|ℓ", "", CUBIC_METRE, -3),
    other("cc|ccm", "", CUBIC_METRE, 1.0, -6),
    other("cbm", "", CUBIC_METRE, 1.0, 0),
    other("qm|sqm", "", SQUARE_METRE, 1.0, 0),
    other("sqkm|qkm", "", SQUARE_METRE, 1.0, 6),
    other("ha|га", "hectare|hektar|hectarea|ettaro|ettari|гектар|гектара|гектаров", SQUARE_METRE, 1.0, 4),
    other("mcg", "", KILOGRAM, 1.0, -9),
    other("lpm|LPM|l/min", "lpm", CUBIC_METRE_PER_SECOND, 1.0 / 60.0, -3),
    si("t|т|吨|トン", "tonne|tona|tonelada|tonnellata|tonnellate|тонна|тонны|тонн", KILOGRAM, 3),
    si("bar", "", PASCAL, 5),
    other("atm", "atmosphere|standardatmosphere", PASCAL, 101_325.0, 0),
    other(
        "mmHg",
        "millimetreofmercury|millimetresofmercury|millimeterofmercury|millimetersofmercury",
        PASCAL,
        133.322_387_415,
        0,
    ),
    other("Torr|torr", "", PASCAL, 101_325.0 / 760.0, 0),
    sized("eV", "electronvolt|elektronvolt", JOULE, 1.602_176_634, -19),
    sized("Wh", "watthour|wattstunde|wattheure", JOULE, 3600.0, 0),
    // The thermochemical calorie (ISO 80000-5); a kilocalorie with a capital on labels of food.
    sized("cal", "calorie|caloria|kalorie", JOULE, 4.184, 0),
    other("Cal", "", JOULE, 4184.0, 0),
    si("Ws", "", JOULE, 0),
    si("Nm", "", JOULE, 0),
    si("VA", "", WATT, 0),
    sized("Ah", "", COULOMB, 3600.0, 0),
    // Moles in a litre, the concentration that chemists write as one letter.
    si("M", "molar", MOLAR, 3),
    other("kph|kmh|kmph|km/st|км/ч", "km/h|kmh|kph|kmph", METRE_PER_SECOND, 1.0 / 3.6, 0),
    other("Å", "angstrom", METRE, 1.0, -10),
    other("micron", "mikron", METRE, 1.0, -6),
    // IAU 2012 B2, and the light year and parsec that follow from it and the Julian year.
    other("au|AU|AE", "astronomicalunit", METRE, 149_597_870_700.0, 0),
    sized("ly", "lightyear|lichtjahr|anneelumiere|anoluz|anoluce|annoluce|lj", METRE, 9_460_730_472_580_800.0, 0),
    sized("pc", "parsec", METRE, 3.085_677_581_491_367_3, 16),
    si("bit", "bit", BIT, 0),
    si("b", "", BIT, 0),
    sized("B", "byte|octet|байт", BIT, 8.0, 0),
    other("o", "", BIT, 8.0, 0),
    other("ko|Ko", "", BIT, 8.0, 3),
    other("Mo", "", BIT, 8.0, 6),
    other("Go", "", BIT, 8.0, 9),
    other("To", "", BIT, 8.0, 12),
    other("bps", "", BIT_PER_SECOND, 1.0, 0),
    other("kbps|Kbps", "kbps", BIT_PER_SECOND, 1.0, 3),
    other("Mbps", "mbps", BIT_PER_SECOND, 1.0, 6),
    other("Gbps", "gbps", BIT_PER_SECOND, 1.0, 9),
    other("Tbps", "tbps", BIT_PER_SECOND, 1.0, 12),
    other("Bps", "", BIT_PER_SECOND, 8.0, 0),
    other("kBps|KBps", "", BIT_PER_SECOND, 8.0, 3),
    other("MBps", "", BIT_PER_SECOND, 8.0, 6),
    other("GBps", "", BIT_PER_SECOND, 8.0, 9),
    other(
        "rpm|RPM|rev/min|U/min",
        "rpm|revolutionsperminute|revolutionperminute|revsperminute|revperminute|rotationsperminute|turnsperminute|umdrehungenprominute|toursparminute|giriminuto",
        PER_SECOND,
        1.0 / 60.0,
        0,
    ),
    other("dozen", "", NUMBER, 12.0, 0),
    // International yard and pound (agreement of 1959), and what follows from them (NIST Handbook 44, appendix C).
    other("in|\"|''", "inch|inche|zoll|pouce|pulgada|pollice|pollici|polegada", METRE, 2.54, -2),
    other("ft|'", "foot|feet|fus|pied|pie|piede|piedi", METRE, 0.3048, 0),
    other("yd", "yard", METRE, 0.9144, 0),
    other("mi|mile", "meile|mille|milla|miglio|miglia|milha|миля|мили|миль", METRE, 1609.344, 0),
    other("nmi|NM", "nauticalmile|seemeile|sm", METRE, 1852.0, 0),
    other("furlong", "", METRE, 201.168, 0),
    other("fathom", "ftm", METRE, 1.8288, 0),
    other("lb|lbs|℔|#", "pound|pfund|libra|livre", KILOGRAM, 0.453_592_37, 0),
    other("oz", "ounce|unze|once|onza", KILOGRAM, 28.349_523_125, -3),
    other("st", "stone", KILOGRAM, 6.350_293_18, 0),
    other("ct", "carat|karat", KILOGRAM, 0.2, -3),
    of(System::American, other("ton", "shortton", KILOGRAM, 907.184_74, 0)),
    of(System::British, other("ton", "longton", KILOGRAM, 1_016.046_908_8, 0)),
    other("ton", "metricton", KILOGRAM, 1.0, 3),
    of(System::American, other("gal", "gallon|usgallon|usgal", CUBIC_METRE, 3.785_411_784, -3)),
    of(System::British, other("gal", "gallon|imperialgallon|impgal|ukgallon", CUBIC_METRE, 4.546_09, -3)),
    of(System::American, other("qt", "quart", CUBIC_METRE, 0.946_352_946, -3)),
    of(System::British, other("qt", "quart", CUBIC_METRE, 1.136_522_5, -3)),
    of(System::American, other("pt", "pint", CUBIC_METRE, 473.176_473, -6)),
    of(System::British, other("pt", "pint", CUBIC_METRE, 568.261_25, -6)),
    of(System::American, other("floz|fl oz", "fluidounce|fl.oz", CUBIC_METRE, 29.573_529_562_5, -6)),
    of(System::British, other("floz|fl oz", "fluidounce|fl.oz", CUBIC_METRE, 28.413_062_5, -6)),
    other("cup", "", CUBIC_METRE, 236.588_236_5, -6),
    other("tbsp", "tablespoon", CUBIC_METRE, 15.0, -6),
    other("tsp", "teaspoon", CUBIC_METRE, 5.0, -6),
    other("bbl", "barrel", CUBIC_METRE, 158.987_294_928, -3),
    other("ac", "acre", SQUARE_METRE, 4_046.856_422_4, 0),
    other("sqft", "", SQUARE_METRE, 0.092_903_04, 0),
    other("sqmi", "", SQUARE_METRE, 2_589_988.110_336, 0),
    other("sqin", "", SQUARE_METRE, 6.4516, -4),
    other("cuft|cf", "", CUBIC_METRE, 0.028_316_846_592, 0),
    other("cuin|ci", "", CUBIC_METRE, 16.387_064, -6),
    other("mph|MPH|mi/h", "mph|milesperhour|mileperhour", METRE_PER_SECOND, 0.447_04, 0),
    other("fps|ft/s", "", METRE_PER_SECOND, 0.3048, 0),
    other("mps", "", METRE_PER_SECOND, 1.0, 0),
    of(System::American, other("mpg", "milepergallon|milespergallon", PER_SQUARE_METRE, 1609.344 / 3.785_411_784, 3)),
    of(System::British, other("mpg", "milepergallon|milespergallon", PER_SQUARE_METRE, 1609.344 / 4.546_09, 3)),
    other(
        "kn|kt|kts|kns",
        "knot|nauticalmileperhour|nauticalmilesperhour|knoten|noeud|nudo|nodo|nodi",
        METRE_PER_SECOND,
        1852.0 / 3600.0,
        0,
    ),
    other("lbf", "poundforce|poundofforce|poundsofforce", NEWTON, 4.448_221_615_260_5, 0),
    other(
        "psi",
        "poundspersquareinch|poundpersquareinch|lb/in2|lb/in^2|lbs/in2|lbs/in^2|lb/sqin|lbs/sqin|lbpersqin|lbspersqin|lbpersquareinch|lbspersquareinch|poundspersqin|poundpersqin",
        PASCAL,
        6_894.757_293_168,
        0,
    ),
    other("hp", "horsepower", WATT, 745.699_871_582_270_2, 0),
    other("PS", "pferdestarke|ch|cv", WATT, 735.498_75, 0),
    other("BTU|Btu", "britishthermalunit", JOULE, 1_055.055_852_62, 0),
    si("dyn", "dyne", NEWTON, -5),
    si("erg", "", JOULE, -7),
    other("G", "gauss", TESLA, 1.0, -4),
    other("mG", "", TESLA, 1.0, -7),
    tagged(sized("Ci", "curie", PER_SECOND, 3.7, 10), "Bq"),
    tagged(si("rem", "", GRAY, -2), "Sv"),
    // Currencies by their sign, their code (ISO 4217) and their name.
    money("$|US$|USD|U$S|us$", "dollar|usdollar|dolar|dolares|dollaro|dollari|доллар|доллара|долларов|buck", "USD"),
    money("$|A$|AU$|AUD", "dollar|australiandollar|dolar", "AUD"),
    money("$|C$|CA$|CAD", "dollar|canadiandollar|dolar", "CAD"),
    money("$|NZ$|NZD", "dollar|newzealanddollar|dolar", "NZD"),
    money("$|MX$|MXN", "peso|mexicanpeso", "MXN"),
    tagged(other("¢", "cent", MONEY, 0.01, 0), "USD"),
    tagged(other("¢|ct", "cent|centime|centimo|centesimo", MONEY, 0.01, 0), "EUR"),
    money("€|EUR|Euro", "euro|евро|eur", "EUR"),
    money("£|GBP|₤", "pound|poundsterling|poundssterling|britishpound|sterling|quid|pfund|livresterling", "GBP"),
    tagged(other("p", "pence|penny|pennie", MONEY, 0.01, 0), "GBP"),
    money("¥|JPY|円|￥", "yen|japaneseyen|иена|иен", "JPY"),
    money("¥|CNY|RMB|元|CN¥|￥", "yuan|renminbi|chineseyuan|юань|юаней", "CNY"),
    money("₹|INR|Rs|Rs.|rs|Re|₨", "rupee|indianrupee|rupie|roupie|rupia", "INR"),
    money("₽|RUB|RUR|руб|р", "ruble|rouble|rubel|рубль|рубля|рублей", "RUB"),
    money("₩|KRW|원", "won|southkoreanwon", "KRW"),
    money("₺|TRY|TL", "lira|turkishlira", "TRY"),
    money("₴|UAH|грн", "hryvnia|гривна|гривен|гривень", "UAH"),
    money("₪|ILS|NIS", "shekel|newshekel", "ILS"),
    money("₫|VND|đ", "dong", "VND"),
    money("฿|THB", "baht", "THB"),
    money("₦|NGN", "naira", "NGN"),
    money("₱|PHP", "peso|philippinepeso", "PHP"),
    money("₿|BTC", "bitcoin", "BTC"),
    money("₵|GHS", "cedi", "GHS"),
    money("₸|KZT", "tenge", "KZT"),
    money("৳|BDT", "taka", "BDT"),
    money("CHF|Fr|Fr.|SFr", "swissfranc|franc|franken|franco|franchi", "CHF"),
    money("kr|SEK|kr.", "krona|kronor|swedishkrona", "SEK"),
    money("kr|NOK|kr.", "krone|kroner|norwegiankrone", "NOK"),
    money("kr|DKK|kr.", "krone|kroner|danishkrone", "DKK"),
    money("zł|PLN|zl", "zloty|zlotych|злотый", "PLN"),
    money("Kč|CZK", "koruna|korun|koruny|czechkoruna", "CZK"),
    money("Ft|HUF", "forint", "HUF"),
    money("R$|BRL", "real|reais|brazilianreal", "BRL"),
    money("R|ZAR", "rand", "ZAR"),
    money("lei|RON|leu", "", "RON"),
    money("DM|DEM", "deutschmark|deutschemark|mark", "DEM"),
    money("SAR", "riyal|saudiriyal", "SAR"),
    money("AED", "dirham", "AED"),
];
