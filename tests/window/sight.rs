//! What the window shows and says, as tests look at it: by role and name. Presses nothing.

use crate::journey::Journey;
use egui::accesskit::{Action, Live, Role, Toggled};
use egui_kittest::Node;
use egui_kittest::kittest::{AccessKitNode, NodeT};
use torus::app::state::card::Card;

impl Journey {
    /// Every node of the tree that screen readers see and that stands at a place of the window: what had the focus before
    /// stays in the tree without one.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        let nodes = self.harness().root().children_recursive();
        nodes.filter(|node| node.accesskit_node().raw_bounds().is_some()).collect()
    }

    /// Every name and text on the screen, in order.
    pub fn names(&self) -> Vec<String> {
        self.nodes().iter().map(name_of).filter(|name| !name.is_empty()).collect()
    }

    /// What stands on the screen, one line a node, for messages.
    pub fn shown(&self) -> String {
        let lines = self.nodes().into_iter().filter(|node| !name_of(node).is_empty());
        lines.map(|node| format!("  {:?} {:?}\n", node.accesskit_node().role(), name_of(&node))).collect()
    }

    /// Whether some text on the screen contains `words`.
    pub fn says(&self, words: &str) -> bool {
        self.nodes().iter().any(|node| name_of(node).contains(words) || node.value().is_some_and(|v| v.contains(words)))
    }

    pub fn assert_says(&self, words: &str) {
        assert!(self.says(words), "{words:?} is not on the screen:\n{}", self.shown());
    }

    pub fn assert_silent(&self, words: &str) {
        assert!(!self.says(words), "{words:?} is on the screen:\n{}", self.shown());
    }

    /// The titles and headings of the page, in order.
    pub fn headings(&self) -> Vec<String> {
        let headings = self.nodes().into_iter().filter(|node| node.accesskit_node().role() == Role::Heading);
        headings.map(|node| name_of(&node)).collect()
    }

    /// What stands on the screen with this role and exactly this name, where there is one such thing.
    pub fn find(&self, role: Role, name: &str) -> Option<Node<'_>> {
        let mut found = self.nodes().into_iter().filter(|node| is_named(node, role, name));
        let first = found.next();
        assert!(found.next().is_none(), "two of {role:?} {name:?}:\n{}", self.shown());
        first
    }

    pub fn get(&self, role: Role, name: &str) -> Node<'_> {
        self.find(role, name).unwrap_or_else(|| panic!("no {role:?} {name:?}:\n{}", self.shown()))
    }

    pub fn has_button(&self, name: &str) -> bool {
        self.find(Role::Button, name).is_some()
    }

    /// Whether a radio button or check box is picked.
    pub fn is_picked(&self, role: Role, name: &str) -> bool {
        self.get(role, name).accesskit_node().toggled() == Some(Toggled::True)
    }

    pub fn is_enabled(&self, role: Role, name: &str) -> bool {
        !self.get(role, name).accesskit_node().is_disabled()
    }

    /// How many files of the learner have a card, whether they can be played or not.
    pub fn own_cards(&self) -> usize {
        let is_own = |card: &&Card| card.as_bank().is_none_or(|bank| bank.path.is_some());
        self.app().model().cards.iter().filter(is_own).count()
    }

    /// What stands in the text field of that name.
    pub fn field(&self, name: &str) -> String {
        self.get(Role::TextInput, name).value().unwrap_or_default()
    }

    /// Texts that screen readers say of themselves when they appear: live text, and name and description of what has the
    /// focus.
    pub fn announced(&self) -> Vec<String> {
        let nodes = self.nodes();
        let live = nodes.iter().filter(|node| node.accesskit_node().live() != Live::Off).map(name_of);
        let focused = nodes.iter().filter(|node| node.accesskit_node().is_focused());
        let said = focused.flat_map(|node| [name_of(node), node.accesskit_node().description().unwrap_or_default()]);
        live.chain(said).collect()
    }

    /// Role and name of what has the keyboard's focus; of a list that has it, screen readers are told its selected row.
    pub fn focus(&self) -> Option<(Role, String)> {
        let focused = self.nodes().into_iter().find(|node| node.accesskit_node().is_focused_in_tree())?;
        let role = focused.accesskit_node().role();
        self.harness().ctx.memory(|memory| memory.focused()).map(|_| (role, name_of(&focused)))
    }

    /// Whether the overview of a test is shown, with everything answered or not.
    pub fn is_on_overview(&self) -> bool {
        self.names().iter().any(|name| name == "Hand in" || name.starts_with("Hand in with "))
    }

    /// The first name on the screen that begins so, spoken by something that can be used.
    pub fn name_beginning(&self, beginning: &str) -> String {
        let names = self.names();
        names
            .iter()
            .find(|name| name.starts_with(beginning))
            .cloned()
            .unwrap_or_else(|| panic!("{beginning:?}:\n{}", self.shown()))
    }
}

/// The name that a screen reader says; for a text, the text.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    let name = if node.role() == Role::Label { node.value() } else { node.label() };
    name.unwrap_or_default()
}

/// Whether it does something when it is clicked.
pub fn can_click(node: &Node<'_>) -> bool {
    let node: AccessKitNode<'_> = node.accesskit_node();
    node.data().supports_action(Action::Click) && !node.is_disabled()
}

/// Whether it can have the keyboard's focus.
pub fn can_focus(node: &Node<'_>) -> bool {
    let node: AccessKitNode<'_> = node.accesskit_node();
    node.data().supports_action(Action::Focus) && !node.is_disabled()
}

fn is_named(node: &Node<'_>, role: Role, name: &str) -> bool {
    node.accesskit_node().role() == role && name_of(node) == name
}
