//! The bank that a teacher starts from: one question of every kind, with comments. Saves nothing.

/// The text of a starter bank whose id is made from `name`, such as the name of its file.
pub fn starter(name: &str) -> String {
    include_str!("../../assets/starter.ron").replace("my-first-bank", &id_from(name))
}

/// Small letters, digits and hyphens; `my-first-bank` where nothing is left of the name.
fn id_from(name: &str) -> String {
    let small = name.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    if id.is_empty() { "my-first-bank".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::super::{Quietly, check, read};
    use super::*;

    #[test]
    fn the_starter_bank_reads_and_has_no_problem() {
        let text = starter("Chemistry 7b");
        assert_eq!(check(&text, &Quietly), []);
        assert_eq!(&*read(&text, &Quietly).bank.expect("a bank").id, "chemistry-7b");
    }

    #[test]
    fn an_id_is_made_of_any_name() {
        assert_eq!(id_from("Flüsse (Europa)"), "flüsse-europa");
        assert_eq!(id_from("\"; x"), "x");
        assert_eq!(id_from(" ... "), "my-first-bank");
    }
}
