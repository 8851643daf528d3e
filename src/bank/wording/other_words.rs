//! Words that a slip must never turn into each other: names and terms of school subjects that lie a letter or two apart.
//! Holds words only; what is forgiven is said elsewhere.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether `typed` is another word than `accepted` rather than a slip: a known name or term, or the same stem with
/// another ending or beginning that means something else. Both are as texts are compared: case and accents aside.
pub(crate) fn is_other_word(accepted: &str, typed: &str) -> bool {
    singular(accepted) != singular(typed)
        && (KNOWN.contains(typed)
            || KNOWN.contains(singular(typed))
            || has_other_beginning(accepted, typed)
            || has_other_ending(accepted, typed))
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// `hypertension` and `hypotension`: two beginnings of one pair before the same rest.
fn has_other_beginning(accepted: &str, typed: &str) -> bool {
    let is_pair = |one: &str, other: &str| match (accepted.strip_prefix(one), typed.strip_prefix(other)) {
        (Some(left), Some(right)) => left == right && left.chars().count() >= SHORTEST_REST,
        _ => false,
    };
    BEGINNINGS.iter().any(|(one, other)| is_pair(one, other) || is_pair(other, one))
}

const SHORTEST_REST: usize = 3;

/// `nitrate` and `nitrite`: a chemical stem with two endings.
fn has_other_ending(accepted: &str, typed: &str) -> bool {
    let signs = accepted.char_indices().zip(typed.chars()).take_while(|((_, one), other)| one == other);
    let shared = signs.last().map_or(0, |((at, sign), _)| at + sign.len_utf8());
    (1..=shared).rev().filter(|at| accepted.is_char_boundary(*at)).any(|at| {
        let (ending, other) = (&accepted[at..], &typed[at..]);
        // An `e` more or less is another language, or a slip.
        let is_other = ending.trim_end_matches('e') != other.trim_end_matches('e');
        is_other && is_ending(ending) && is_ending(other) && ends_with_a_stem(&accepted[..at])
    })
}

fn ends_with_a_stem(text: &str) -> bool {
    STEMS
        .iter()
        .filter_map(|stem| text.strip_suffix(stem))
        .any(|before| before.is_empty() || BEFORE_STEMS.contains(&before))
}

fn is_ending(ending: &str) -> bool {
    let is_known = |ending: &str| ENDINGS.binary_search(&ending).is_ok();
    is_known(ending) || ending.strip_suffix(['s', 'e', 'n']).is_some_and(is_known)
}

/// Beginnings that contrast in medicine, geography and physics.
const BEGINNINGS: [(&str, &str); 11] = [
    ("hyper", "hypo"),
    ("hiper", "hipo"),
    ("inter", "intra"),
    ("abduct", "adduct"),
    ("macro", "micro"),
    ("makro", "mikro"),
    ("endo", "exo"),
    ("super", "supra"),
    ("iso", "aniso"),
    ("epi", "peri"),
    ("meta", "mega"),
];

/// Stems whose endings tell substances apart (IUPAC, Nomenclature of Inorganic Chemistry 2005, tables IR-8 and IR-9;
/// Nomenclature of Organic Chemistry 2013, P-31 and P-63), in English, German, French, Spanish and Italian.
const STEMS: [&str; 44] = [
    "nitr", "sulf", "sulph", "solf", "chlor", "clor", "brom", "iod", "jod", "phosph", "fosf", "phosphor", "arsen",
    "carbon", "karbon", "oxal", "form", "acet", "meth", "eth", "prop", "but", "pent", "hex", "hept", "oct", "okt",
    "non", "dec", "dek", "ferr", "cupr", "mercur", "stann", "chrom", "crom", "mangan", "silic", "gluc", "lact", "malt",
    "sucr", "fruct", "amyl",
];

/// What stands before a stem of [`STEMS`].
const BEFORE_STEMS: [&str; 18] = [
    "per",
    "hypo",
    "hydro",
    "bi",
    "di",
    "tri",
    "tetra",
    "thio",
    "meta",
    "ortho",
    "pyro",
    "cyclo",
    "iso",
    "poly",
    "hydrogen",
    "dihydrogen",
    "bromo",
    "chloro",
];

/// See [`STEMS`]; without a plural's or a German `e`, `n` and `s`. Sorted, for they are looked through for every letter of a
/// slip.
const ENDINGS: [&str; 46] = [
    "agon", "al", "an", "anal", "ane", "ano", "anoic", "anol", "anone", "ase", "at", "ate", "ato", "en", "enal", "ene",
    "eno", "enol", "eux", "ic", "ic acid", "ico", "id", "ide", "in", "ino", "ique", "it", "ite", "ito", "ogen", "oic",
    "ol", "on", "one", "ose", "oso", "ous", "ous acid", "ur", "ure", "uric", "uro", "urous", "yl", "yne",
];

static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    [COUNTRIES, ELEMENTS, ANATOMY, BIOLOGY, EARTH_AND_SKY, LANGUAGE_AND_SOCIETY, NUMBERS]
        .iter()
        .flat_map(|list| list.split_whitespace())
        .collect()
});

/// Countries (ISO 3166-1, short names in English) that a slip or two lead to from another, and the adjectives of some.
const COUNTRIES: &str = "iran iraq iraner iraker iranian iraqi irak austria australia austrian australian niger nigeria
    nigerian nigerien mali malawi malta algeria slovakia slovenia slovakian slovenian slovak slovene slovaquie slovenie
    eslovaquia eslovenia slowakei slowenien guinea guyana guyane ghana gambia zambia gabon dominica dominican dominicana mauritius
    mauritania maurice sweden switzerland swedish swiss swaziland chad china chile cuba india indonesia indian
    peru latvia lithuania libya lebanon liberia liban siberia serbia syria bosnia botswana burundi benin belize belgium
    bolivia bhutan brunei kuwait korea kenya congo comoros colombia columbia croatia georgia germany greece grenada granada
    haiti hungary iceland ireland island israel italy jamaica japan jordan laos macau mexico monaco morocco mongolia
    montenegro namibia nauru nepal norway oman qatar paraguay uruguay panama palau poland portugal romania oceania
    russia prussia rwanda samoa senegal somalia spain sudan togo tonga tunisia turkey tuvalu uganda ukraine vanuatu yemen";

/// Chemical elements (IUPAC, periodic table of 2022) and their neighbours. Left out are those that are spelt in two ways.
const ELEMENTS: &str = "hydrogen helium lithium beryllium boron carbon nitrogen oxygen fluorine fluorene neon sodium magnesium
    manganese mangan magnesia silicon silicone silica phosphorus chlorine chloride fluoride bromine bromide iodine iodide
    argon potassium calcium scandium titanium vanadium chromium iron cobalt nickel copper zinc gallium germanium arsenic
    selenium krypton rubidium ruthenium strontium yttrium ytterbium zirconium niobium molybdenum technetium rhodium rhenium
    palladium silver cadmium indium iridium antimony tellurium xenon barium lanthanum cerium praseodymium neodymium
    promethium samarium europium gadolinium terbium erbium dysprosium holmium thulium thallium thorium lutetium hafnium
    tantalum tungsten osmium platinum mercury bismuth polonium astatine radon radium francium actinium protactinium uranium
    neptunium plutonium americium curium berkelium californium einsteinium fermium mendelevium nobelium lawrencium
    rutherfordium dubnium seaborgium bohrium hassium meitnerium darmstadtium roentgenium copernicium nihonium flerovium
    moscovium livermorium tennessine oganesson ammonia ammonium amine amide imine anion cation proton photon protein electron
    neutron neutrino neuron nucleon muon gluon boson hadron baryon lepton meson anode cathode alkane alkene alkyne alcohol
    aldehyde ketone ester ether ethane ethene ethyne methane methene methanol methanal ethanol ethanal propane propene propyne
    propanol propanal butane butene butyne butanol butanal pentane pentene hexane hexene hexose pentose glucose glycogen
    glucagon galactose lactose lactase lactate maltose maltase sucrose sucrase fructose cellulose cellulase amylose amylase
    allotrope isotope isomer isobar isobath isotherm isotone";

/// Parts of the body (Terminologia Anatomica 2019) that lie close together on paper.
const ANATOMY: &str = "ilium ileum ureter urethra uterus artery arteriole venule vein ventricle vesicle trachea tracheal
    thalamus hypothalamus thymus thyroid thymine thiamine humerus humorous tibia fibula femur femoral palate pallet perineum
    peritoneum peroneal perineal pelvis pubis radius ulna larynx pharynx laryngeal pharyngeal cornea cochlea coccyx carpal
    carpus tarsal tarsus metacarpal metatarsal malleus malleolus incus stapes sacrum scrotum sternum atrium atria auricle
    oracle cerebrum cerebellum cerebral cerebellar jejunum duodenum colon callus callous mucus mucous prostate prostrate
    afferent efferent dysphagia dysphasia aphagia aphasia apraxia ataxia arthritis arteritis";

/// Terms of biology that textbooks warn of.
const BIOLOGY: &str = "mitosis meiosis mitose meiose mitosi meiosi miosis myosis mitotic meiotic mitochondria chromatin
    chromatid chromosome chromatids centromere centrosome centriole genotype phenotype genus genes gene genome transcription
    translation translocation transduction transformation transpiration respiration perspiration inspiration expiration
    phagocytosis pinocytosis exocytosis endocytosis osmosis symbiosis adenine adenosine guanine guanosine cytosine cytosol
    cysteine cystine cytidine uracil uridine alanine arginine asparagine aspartate glutamine glutamate glycine leucine
    isoleucine lysine lysosome ribosome liposome ribose ribulose serine threonine tyrosine valine xylem phloem stigma stamen
    stoma stomata sepal petal pistil fauna flora bacteria bacterium bacillus virus viroid species monocot dicot vertebrate
    invertebrate parasite saprophyte autotroph heterotroph homozygous heterozygous homologous analogous allele";

/// Terms of geography, geology, physics and astronomy.
const EARTH_AND_SKY: &str = "stalactite stalagmite stalaktit stalagmit estalactita estalagmita stalattite stalagmite latitude
    longitude altitude aptitude attitude amplitude convex concave konvex konkav meteor meteorite meteoroid meteorology
    metrology metallurgy asteroid aphelion perihelion apogee perigee equator equinox solstice cyclone anticyclone syncline
    anticline igneous ingenious lava larva magma mantle mental tropic topic tropical topical climatic climactic weather
    whether desert dessert island inland eastern western northeast northwest northeastern northwestern southeast southwest
    southeastern southwestern reflection refraction refection diffraction diffusion effusion fission fusion convection
    conduction conviction induction deduction reduction seduction velocity viscosity capacitor capacitance resistor resistance
    reactance inductor inductance impedance frequency emission omission adsorption absorption adsorb absorb adsorbate
    precision prevision luminescence fluorescence phosphorescence barometer manometer parameter perimeter diameter
    decimetre decametre";

/// Terms of language, history and mathematics.
const LANGUAGE_AND_SOCIETY: &str = "affect effect accept except allusion illusion elusion emigrate immigrate emigration
    immigration emigrant immigrant migrant principal principle complement compliment complementary complimentary supplement
    stationary stationery council counsel capital capitol moral morale metaphor metonym synonym antonym homonym homophone
    hyponym hypernym acronym simile smile adverb adjective ablative allative accusative dative genitive nominative vocative
    monarchy anarchy oligarchy hierarchy patriarchy matriarchy democracy theocracy autocracy aristocracy communism consumerism
    socialism capitalism catholic protestant puritan prussian russian persian parthian perish parish persecute prosecute
    persecution prosecution proscribe prescribe perspective prospective precede proceed imminent eminent immanent historic
    historical hysteric economic economical median medium mediator numerator denominator dividend divisor divider quotient
    quotation permutation commutation combination sector vector section sequence series sine cosine secant cosecant tangent
    cotangent chord cord hexagon heptagon pentagon octagon decagon nonagon polygon polyhedron parabola hyperbola parable
    hyperbole ellipse ellipsis eclipse interpolate extrapolate intensive extensive discrete discreet";

/// Names of numbers, months and days that lie a slip apart.
const NUMBERS: &str = "three there seven seventh eighth eight eighty thirty thirteen thirteenth thirtieth forty fourteen
    fourteenth fortieth fourth forth fifth fifty fifteen fifteenth fiftieth sixth sixty sixteen sixteenth sixtieth
    seventy seventeen seventeenth seventieth eighteen eighteenth eightieth ninth ninety nineteen nineteenth ninetieth million
    billion trillion milliard billiard march marsh januar janvier june july juni juli juin juillet tuesday thursday sunday
    monday sonntag samstag dienstag donnerstag montag mardi mercredi";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_sorted_for_looking_up() {
        assert!(ENDINGS.is_sorted());
    }

    #[test]
    fn another_word_is_no_slip() {
        for (accepted, typed) in [
            ("iran", "iraq"),
            ("nitrate", "nitrite"),
            ("nitrates", "nitrites"),
            ("sulfat", "sulfit"),
            ("nitrato", "nitrito"),
            ("mitosis", "meiosis"),
            ("hypertension", "hypotension"),
            ("interstate", "intrastate"),
            ("adduction", "abduction"),
            ("ethane", "ethene"),
            ("sulfuric", "sulfurous"),
            ("hydrochloric", "hydrochlorous"),
            ("propan", "propen"),
            ("stalactite", "stalagmite"),
            ("stalactites", "stalagmites"),
            ("austria", "australia"),
        ] {
            assert!(is_other_word(accepted, typed) && is_other_word(typed, accepted), "{accepted} and {typed}");
        }
    }

    #[test]
    fn a_slip_is_no_other_word() {
        for (accepted, typed) in [
            ("reykjavik", "reykjavk"),
            ("nitrate", "nitrete"),
            ("nitrate", "nitrat e"),
            ("mitosis", "mitosys"),
            ("hypertension", "hypertensoin"),
            ("tungsten", "tungstan"),
            ("stalactite", "stalactide"),
            ("photosynthesis", "photosyntesis"),
            ("forty", "fourty"),
            ("romania", "rumania"),
            ("electron", "electrons"),
            ("electrons", "electron"),
            ("kilometre", "kilometer"),
        ] {
            assert!(!is_other_word(accepted, typed), "{accepted} and {typed}");
        }
    }
}
