//! An element of XML with what is in it, and how to find something there. Reads no text.

/// An element. Names stand without their prefix.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange) struct Element {
    pub name: Box<str>,
    pub attributes: Vec<(Box<str>, Box<str>)>,
    pub nodes: Vec<Node>,
    /// The line that it begins on, from 1.
    pub line: u32,
    /// Whether its end was not there.
    pub is_cut: bool,
}

/// What stands in an element.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::exchange) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An element without a name that holds these.
    pub fn holding(nodes: &[Node]) -> Self {
        Self { nodes: nodes.to_vec(), ..Self::default() }
    }

    /// The value of an attribute; empty where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| **known == *name).map_or("", |(_, value)| value)
    }

    /// Its elements.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Its elements of that name.
    pub fn children<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.elements().filter(move |element| *element.name == *name)
    }

    /// The first of its elements of that name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| *element.name == *name)
    }

    /// All elements in it at any depth of which this holds, in the order of the file. What is in one of them is not looked at.
    pub fn all<'e>(&'e self, is_wanted: &dyn Fn(&Self) -> bool) -> Vec<&'e Self> {
        let mut found = Vec::new();
        self.collect(is_wanted, &mut found);
        found
    }

    fn collect<'e>(&'e self, is_wanted: &dyn Fn(&Self) -> bool, found: &mut Vec<&'e Self>) {
        for element in self.elements() {
            if is_wanted(element) {
                found.push(element);
            } else {
                element.collect(is_wanted, found);
            }
        }
    }

    /// All elements in it of that name, at any depth.
    pub fn all_named(&self, name: &str) -> Vec<&Self> {
        self.all(&|element| *element.name == *name)
    }

    /// The first element in it of that name, at any depth.
    pub fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(|element| if *element.name == *name { Some(element) } else { element.find(name) })
    }

    /// Its words and those of all elements in it, without blanks around them.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text.trim().to_owned()
    }

    fn gather(&self, text: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.gather(text),
                Node::Text(words) => text.push_str(words),
            }
        }
    }

    /// Whether it or something in it was cut off.
    pub fn is_cut_anywhere(&self) -> bool {
        self.is_cut || self.elements().any(Self::is_cut_anywhere)
    }

    /// Gives it and all that is in it other names, for elements and for their attributes.
    pub fn rename(&mut self, element: &dyn Fn(&str) -> Option<String>, attribute: &dyn Fn(&str) -> Option<String>) {
        if let Some(name) = element(&self.name) {
            self.name = name.into();
            for (name, _) in &mut self.attributes {
                if let Some(better) = attribute(name) {
                    *name = better.into();
                }
            }
        }
        for node in &mut self.nodes {
            if let Node::Element(child) = node {
                child.rename(element, attribute);
            }
        }
    }
}
