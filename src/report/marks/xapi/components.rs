//! Options as the components of an interaction, each with an id that is made of its text. Knows no kind.

use crate::report::marks::xapi::words::Words;
use crate::text::plain;
use indexmap::IndexMap;
use serde::Serialize;

/// An option, an item, or one side of a pair.
#[derive(Clone, Serialize)]
pub(super) struct Component {
    id: String,
    description: Words,
}

/// Texts with their ids, in the order in which they were first named.
#[derive(Default)]
pub(super) struct Components(IndexMap<String, String>);

impl Components {
    /// These texts and then others, each once.
    pub fn of(texts: impl IntoIterator<Item = String>) -> Self {
        let mut components = Self::default();
        texts.into_iter().for_each(|text| components.add(text));
        components
    }

    fn add(&mut self, text: String) {
        if self.0.contains_key(&text) {
            return;
        }
        let wanted = slug(&text);
        let is_taken = |id: &str| self.0.values().any(|taken| taken == id);
        let mut id = wanted.clone();
        let mut number = 1;
        while is_taken(&id) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        self.0.insert(text, id);
    }

    /// The id of a text; one that is no option, since a question had other options once, has the id that it would have.
    pub fn id(&self, text: &str) -> String {
        self.0.get(text).cloned().unwrap_or_else(|| slug(text))
    }

    /// The components as statements have them.
    pub fn written(&self) -> Vec<Component> {
        self.0.iter().map(|(text, id)| Component { id: id.clone(), description: Words::of(&plain(text)) }).collect()
    }
}

/// Small letters, digits and hyphens: neither blanks, which ids should not have, nor the signs that stand between ids.
fn slug(text: &str) -> String {
    const MOST_CHARS: usize = 60;
    let mut slug = String::new();
    for letter in text.to_lowercase().chars().take(MOST_CHARS) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "option".to_owned() } else { slug.to_owned() }
}
