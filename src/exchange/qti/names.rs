//! One set of names for QTI 2.0 to 3.0: those of 2.x. Reads nothing.

use crate::exchange::xml::Element;

/// Gives the elements and attributes of QTI 3.0 the names that they have in 2.x: `qti-choice-interaction` becomes
/// `choiceInteraction`, its `response-identifier` `responseIdentifier`.
pub(super) fn normalise(root: &mut Element) {
    let element = |name: &str| name.strip_prefix("qti-").map(camel);
    let attribute = |name: &str| (!name.starts_with("data-") && !name.starts_with("aria-")).then(|| camel(name));
    root.rename(&element, &attribute);
}

fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut parts = name.split('-');
    camel.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let mut signs = part.chars();
        camel.extend(signs.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(signs.as_str());
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_version_3_become_those_of_version_2() {
        assert_eq!(camel("choice-interaction"), "choiceInteraction");
        assert_eq!(camel("response-identifier"), "responseIdentifier");
        assert_eq!(camel("prompt"), "prompt");
    }
}
