//! What the attributes of an HTML tag say. Remembers nothing.

use html5ever::tokenizer::Tag;

/// The attributes of a tag.
pub(super) struct Attributes<'t>(pub &'t Tag);

/// The name of a tag without a prefix such as `m:`.
pub(super) fn name_of(tag: &Tag) -> &str {
    tag.name.rsplit(':').next().unwrap_or_default()
}

impl Attributes<'_> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.attrs.iter().find(|attribute| *attribute.name.local == *name).map(|attribute| &*attribute.value)
    }

    /// An address of the web, and nothing that could start a program.
    pub fn web_address(&self, name: &str) -> Option<Box<str>> {
        let address = self.get(name)?.trim();
        let lower = address.get(..8.min(address.len()))?.to_ascii_lowercase();
        let is_web = lower.starts_with("http://") || lower.starts_with("https://");
        (is_web && !address.contains(|sign: char| sign.is_control())).then(|| address.replace(' ', "%20").into())
    }

    /// Whether a cell reaches over several rows or columns.
    pub fn reaches(&self) -> bool {
        ["colspan", "rowspan"]
            .iter()
            .any(|name| self.get(name).is_some_and(|count| !matches!(count.trim(), "" | "0" | "1")))
    }

    /// Whether they say bold, or italic.
    pub fn look(&self) -> Option<bool> {
        let style: String = self.get("style")?.to_ascii_lowercase().split_whitespace().collect();
        let is_bold = ["font-weight:bold", "font-weight:700", "font-weight:600", "font-weight:800", "font-weight:900"];
        if is_bold.iter().any(|bold| style.contains(bold)) {
            return Some(true);
        }
        style.contains("font-style:italic").then_some(false)
    }

    /// Whether they ask for colours, fonts or alignment.
    pub fn has_looks(&self) -> bool {
        const LOOKS: [&str; 5] = ["color", "background", "font-family", "text-align", "text-decoration"];
        let style = self.get("style").unwrap_or_default().to_ascii_lowercase();
        LOOKS.iter().any(|look| style.contains(look)) || self.get("align").is_some() || self.get("color").is_some()
    }

    /// The formula that an element of that class holds as words: whether it is displayed.
    pub fn formula_span(&self) -> Option<bool> {
        let class = self.get("class")?;
        match class {
            "math math-inline" => Some(false),
            "math math-display" => Some(true),
            _ => None,
        }
    }
}
