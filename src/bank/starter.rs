//! The bank that a teacher starts from: one question of every kind, with comments and a picture. Saves nothing.

/// A bank to start from, and the picture that one of its questions shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starter {
    /// The RON text of the bank.
    pub text: String,
    /// Name of the file that the picture must have, beside the bank.
    pub picture_name: String,
    /// The picture, as SVG.
    pub picture: &'static str,
}

/// A starter bank whose id is made from `name`, such as the name of its file.
pub fn starter(name: &str) -> Starter {
    let id = id_from(name, "my-first-bank");
    let text = include_str!("../../assets/starter.ron").replace("my-first-bank", &id);
    Starter { text, picture_name: format!("{id}-map.svg"), picture: include_str!("../../assets/starter-map.svg") }
}

/// Small letters, digits and hyphens; `otherwise` where nothing is left of the name.
pub(crate) fn id_from(name: &str, otherwise: &str) -> String {
    let small = name.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    if id.is_empty() { otherwise.to_owned() } else { id }
}

/// So long an id is still read at a glance.
pub(crate) const LONGEST_ID: usize = 40;

/// The first words of a text as an id; empty where nothing is left of it.
pub(crate) fn short_id_from(text: &str) -> String {
    let id = id_from(text, "");
    if id.chars().count() <= LONGEST_ID {
        return id;
    }
    let cut: String = id.chars().take(LONGEST_ID).collect();
    let whole_words = cut.rsplit_once('-').map_or(cut.as_str(), |(words, _)| words);
    whole_words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Quietly, check, read};
    use super::*;

    #[test]
    fn the_starter_bank_reads_and_has_no_problem() {
        let Starter { text, picture_name, .. } = starter("Chemistry 7b");
        assert_eq!(check(&text, &Quietly), []);
        let bank = read(&text, &Quietly).bank.expect("a bank");
        assert_eq!(&*bank.id, "chemistry-7b");
        assert!(text.contains(&format!("image: \"{picture_name}\"")), "{picture_name}");
        for kind in Kind::ALL {
            assert!(bank.questions.iter().any(|question| question.kind() == kind), "{kind:?}");
        }
    }

    #[test]
    fn an_id_is_made_of_any_name() {
        assert_eq!(id_from("Flüsse (Europa)", "none"), "flüsse-europa");
        assert_eq!(id_from("\"; x", "none"), "x");
        assert_eq!(id_from(" ... ", "my-first-bank"), "my-first-bank");
    }
}
