//! Words that lie a letter or two apart and mean different things. Holds words only; what is forgiven is said elsewhere.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The words that are mixed up with `word`, which is folded; none for most words. A plural has plural neighbours.
pub(crate) fn neighbours(word: &str) -> Vec<String> {
    let of_group = |word: &str| GROUP_OF.get(word).map(|index| others(GROUPS[*index], word));
    let own = of_group(word).or_else(|| {
        let one = word.strip_suffix('s')?;
        of_group(one).map(|others| others.into_iter().map(|other| other + "s").collect())
    });
    let by_beginning =
        BEGINNINGS.iter().flat_map(|(one, other)| [(one, other), (other, one)]).filter_map(|(one, other)| {
            let rest = word.strip_prefix(one)?;
            (rest.len() >= SHORTEST_REST_BYTES).then(|| format!("{other}{rest}"))
        });
    let by_ending = ENDINGS.iter().flat_map(|(one, other)| [(one, other), (other, one)]).filter_map(|(one, other)| {
        let stem = word.strip_suffix(one)?;
        SALTS.contains(&stem).then(|| format!("{stem}{other}"))
    });
    own.unwrap_or_default().into_iter().chain(by_beginning).chain(by_ending).collect()
}

fn others(group: &str, word: &str) -> Vec<String> {
    group.split(' ').filter(|other| *other != word).map(str::to_owned).collect()
}

static GROUP_OF: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| {
    GROUPS.iter().enumerate().flat_map(|(index, group)| group.split(' ').map(move |word| (word, index))).collect()
});

const SHORTEST_REST_BYTES: usize = 5;

/// Beginnings of medicine, physics and geography that mean the opposite of each other.
const BEGINNINGS: &[(&str, &str)] = &[("hyper", "hypo"), ("inter", "intra"), ("macro", "micro"), ("endo", "ecto")];

/// Endings of salts and of hydrocarbons, on the stems below.
const ENDINGS: &[(&str, &str)] =
    &[("ate", "ite"), ("ate", "ide"), ("ite", "ide"), ("ane", "ene"), ("ane", "yne"), ("ene", "yne"), ("anol", "anal")];
const SALTS: &[&str] = &[
    "arsen", "brom", "but", "chlor", "eth", "hex", "iod", "meth", "nitr", "oct", "pent", "phosph", "prop", "sulf",
    "sulph",
];

/// Words of one line are mixed up with each other. Each word stands once.
#[rustfmt::skip]
const GROUPS: &[&str] = &[
    // Biology and medicine.
    "mitosis meiosis miosis", "ileum ilium", "ureter urethra", "artery arteriole", "peroneal perineal",
    "afferent efferent", "abduction adduction", "pharynx larynx", "glucagon glycogen",
    "glucose galactose", "sucrose sucrase", "lactose lactase lactate", "maltose maltase", "cellulose cellulase",
    "thymine thiamine thymidine", "uracil uridine", "adenine adenosine", "chromatid chromatin", 
    "stamen stigma", "sepal petal", "carpal carpel", "trachea tracheid", 
    "vesicle ventricle", "plasmid plasma", "lysine leucine", "dysphagia dysphasia aphasia", "mucus mucous", "palate palette pallet",
    // Chemistry and physics.
    "cation anion", "fluorine fluorene", "chlorine chloride", "silicon silicone", "magnesium manganese", "rubidium ruthenium",
    "thallium thulium", "niobium nobelium", "ammonia ammonium", "amine imine amide", "ester ether", "alkane alkene alkyne",
    "proton photon", "neutron neutrino", "fission fusion", "isotope isomer isobar", "adsorption absorption", "convection conduction",
    "concave convex", "reflection refraction", "velocity viscosity", "anode cathode",
    // Earth, places and peoples.
    "stalactite stalagmite", "slovakia slovenia", "austria australia", "iran iraq", "niger nigeria", "dominica dominican",
    "mauritius mauritania", "zambia gambia", "guinea guyana", "mali malawi malta", "paraguay uruguay",
    "latitude altitude", "meteor meteorite meteoroid", 
    "erosion corrosion", 
    "columbia colombia", 
    // Language, mathematics and society.
    "affect effect", "allusion illusion", "immigration emigration", "principal principle", "complement compliment",
    "stationary stationery", "council counsel", "homonym homophone", "synonym antonym", "hyperbole hyperbola",
    "parabola parable", "numerator denominator", "median medium", "permutation commutation", 
    "monarchy anarchy", "communism consumerism", "capital capitol", "prosecute persecute", "imminent eminent",
    "ellipse ellipsis eclipse", "sonata sonatina", "octave octet",
    "viola violin", 
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_of_one_group_or_of_one_stem() {
        assert_eq!(neighbours("stalactites"), ["stalagmites"]);
        assert_eq!(neighbours("hypertension"), ["hypotension"]);
        assert!(neighbours("nitrate").contains(&"nitrite".to_owned()));
        assert_eq!(neighbours("chlorophyll"), [""; 0]);
        assert_eq!(neighbours(""), [""; 0]);
    }

    #[test]
    fn each_word_stands_in_one_group() {
        let mut words: Vec<&str> = GROUPS.iter().flat_map(|group| group.split(' ')).collect();
        words.sort_unstable();
        let twice: Vec<&[&str]> = words.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
