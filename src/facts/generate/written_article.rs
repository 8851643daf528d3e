//! The article that a sentence has before the place of a name, made to fit the name: never "a hour", "a water" or "the The
//! Hague".

use crate::bank::wording::article::takes_an;
use crate::facts::generate::sentence::{Filled, Form, Piece};
use crate::facts::generate::wording::without_the;

/// "a {object}" is "{a object}": which article it is, and whether there is any, goes by the name.
pub(super) fn with_written_article(pieces: &mut Vec<Piece>, piece: Piece) -> Piece {
    let is_first = pieces.len() == 1;
    let (Some(Piece::Words(words)), Piece::Named(slot, Form::Plain | Form::Bare)) = (pieces.last_mut(), &piece) else {
        return piece;
    };
    let Some(at) = article_at(words, is_first) else { return piece };
    *words = words[..at].into();
    if at == 0 {
        pieces.pop();
    }
    Piece::Named(*slot, Form::WithArticle)
}

/// Where the "a" or "an" stands that a text ends with. A capital is one at the beginning of a sentence alone, for there
/// is vitamin A.
fn article_at(text: &str, is_first: bool) -> Option<usize> {
    let before_space = text.strip_suffix(' ')?;
    let at = before_space.rfind(' ').map_or(0, |space| space + 1);
    match &before_space[at..] {
        "a" | "an" => Some(at),
        "A" | "An" if is_first && at == 0 => Some(at),
        _ => None,
    }
}

/// A name behind words that end in an article: never "the The Hague" or "a Ivan's".
pub(super) fn settled(before: Option<&mut Filled>, is_first: bool, name: String) -> String {
    let Some(before) = before.filter(|before| before.slot.is_none()) else { return name };
    if before.text == "the " || before.text == "The " || before.text.ends_with(" the ") {
        return without_the(&name).to_owned();
    }
    if let (Some(at), Some(takes_an)) = (article_at(&before.text, is_first), takes_an(&name)) {
        before.text.truncate(at);
        before.text.push_str(if takes_an { "an " } else { "a " });
    }
    name
}

#[cfg(test)]
mod tests {
    use crate::facts::generate::sentence::{Filling, Sentence};
    use crate::facts::generate::wording::Name;

    fn name(text: &str) -> Name {
        Name { bare: text.into(), ..Name::default() }
    }

    #[test]
    fn articles_that_a_teacher_wrote_go_by_the_name() {
        let filled = |text: &str, name: &Name| {
            let filling = Filling { object: Some(name), ..Filling::default() };
            Sentence::parse(text).expect("parses").written(&filling).expect("is filled")
        };
        let mass = Name { is_mass: true, ..name("haemophilia") };
        let several = Name { is_plural: true, ..name("varicose veins") };
        for (text, named, expected) in [
            ("It is a {object}.", &name("organelle"), "It is an organelle."),
            ("It is an {object}.", &name("university"), "It is a university."),
            ("It is a {object}.", &mass, "It is haemophilia."),
            ("A {object} {object:is|are} ill luck.", &several, "Varicose veins are ill luck."),
            ("An {object's} part", &name("cell"), "A cell's part"),
            ("Is it a {object's} part?", &name("atom"), "Is it an atom's part?"),
            ("It has vitamin A {object}.", &name("indeed"), "It has vitamin A indeed."),
            ("It lies in {object}.", &name("The Hague"), "It lies in The Hague."),
            ("It lies near the {object}.", &name("The Hague"), "It lies near the Hague."),
            ("The {object} is far.", &Name { has_the: true, ..name("USSR") }, "The USSR is far."),
            ("{object} is far.", &name("The Hague"), "The Hague is far."),
        ] {
            assert_eq!(filled(text, named), expected, "{text}");
        }
    }
}
