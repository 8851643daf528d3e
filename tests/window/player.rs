//! Plays questions by what stands on the screen. Knows the answers of the bank with every kind of question.

use crate::banks::{Known, known};
use crate::journey::Journey;
use crate::sight::name_of;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

/// The labels of the fields that answers are typed into.
pub const NUMBER_FIELD: &str = "Your answer";
pub const TEXT_FIELD: &str = "Your answer";

/// How a person works.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hand {
    Mouse,
    Keys,
}

impl Journey {
    /// The question on the screen: its prompt is the first heading.
    pub fn prompt(&self) -> String {
        self.headings().into_iter().next().unwrap_or_else(|| panic!("no title:\n{}", self.shown()))
    }

    /// What is known of the question on the screen.
    pub fn known(&self) -> &'static Known {
        known(&self.prompt())
    }

    /// Enters an answer to the question on the screen, without confirming it.
    pub fn enter(&mut self, hand: Hand, parts: &[&str]) {
        match hand {
            Hand::Mouse => self.enter_by_mouse(parts),
            Hand::Keys => self.enter_by_keys(parts),
        }
    }

    /// Presses the primary button, by the mouse or by the key that it shows.
    pub fn go_on(&mut self, hand: Hand, button: &str) {
        match hand {
            Hand::Mouse => self.click(button),
            Hand::Keys => {
                assert!(self.has_button(button), "no button {button:?}:\n{}", self.shown());
                self.keys("Enter");
            }
        }
    }

    /// Presses another button, by the mouse or by going to it with `Tab`.
    pub fn activate(&mut self, hand: Hand, role: Role, name: &str) {
        match hand {
            Hand::Mouse => self.click_on(role, name),
            Hand::Keys => {
                self.tab_to(role, name);
                self.keys(if role == Role::Button || role == Role::Tab { "Enter" } else { "Space" });
            }
        }
    }

    /// Goes to another question of a practice: leaves this one for later where it can be, or else says not to know it.
    pub fn pass_on(&mut self) {
        let can_skip = self.app().model().play.as_ref().is_some_and(|play| play.sitting.can_skip());
        self.keys(if can_skip { "Alt S" } else { "Alt D, Enter" });
    }

    /// Whether the first round is over and the second tries have not begun.
    pub fn is_on_pause(&self) -> bool {
        self.app().model().play.as_ref().is_some_and(|play| play.phase == torus::app::state::play::Phase::Pause)
    }

    /// Answers the question on the screen, which asks for it, with the mouse in practice.
    pub fn practise(&mut self, parts: &[&str]) {
        self.enter(Hand::Mouse, parts);
        self.click("Check");
    }

    /// The options on the screen, in the order shown.
    pub fn options(&self) -> Vec<String> {
        let is_option = |role| matches!(role, Role::RadioButton | Role::CheckBox);
        let options = self.nodes().into_iter().filter(|node| is_option(node.accesskit_node().role()));
        options.map(|node| name_of(&node)).collect()
    }

    /// Clicks into a field and types, in place of what stood there.
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.click_on(Role::TextInput, field);
        self.keys("Ctrl A");
        self.type_text(text);
        assert_eq!(self.field(field), text);
    }

    fn enter_by_mouse(&mut self, parts: &[&str]) {
        match self.known().kind {
            "choice" | "true_false" => self.click_on(Role::RadioButton, parts[0]),
            "choices" => parts.iter().for_each(|part| self.click_on(Role::CheckBox, part)),
            "number" => self.type_into(NUMBER_FIELD, parts[0]),
            "text" => self.type_into(TEXT_FIELD, parts[0]),
            kind => panic!("no such kind: {kind}"),
        }
    }

    /// By the digits that options show, or by typing: a field has the focus when it appears.
    fn enter_by_keys(&mut self, parts: &[&str]) {
        match self.known().kind {
            "number" | "text" => self.type_text(parts[0]),
            _ => {
                for part in parts {
                    let number = self.options().iter().position(|option| option == part).expect("an option") + 1;
                    self.keys(&number.to_string());
                }
            }
        }
    }
}
