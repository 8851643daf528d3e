//! Topics as paths, from the names of categories, decks and groups. Knows no format.

/// A path such as `Rivers/Europe` of the names of categories, the outermost first; empty ones are passed over. A slash in a
/// name becomes a dash, since it would begin a topic below.
pub fn topic_path<'n>(names: impl IntoIterator<Item = &'n str>) -> Box<str> {
    let names = names.into_iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ").replace('/', "–"));
    names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("/").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_a_path() {
        assert_eq!(&*topic_path(["Rivers", " ", "Europe / Asia "]), "Rivers/Europe – Asia");
    }
}
