//! A screen reader that writes down what it would say, by the rules of Orca 43 (Debian 12) for programs without documents:
//! <https://gitlab.gnome.org/GNOME/orca>, `speech_generator.py` and `scripts/default.py`.
//!
//! - Where the focus comes to, it says the named groups entered on the way, then the thing with its role, state, value,
//!   place among its like and description. That it is a paragraph it does not say.
//! - Which groups were entered it knows by what had the focus before, at first the window; where that is gone, it says none.
//! - Of changes, it says another name, description, value or state of what has the focus, and nothing of what has not.
//! - Announcements stand apart, because Orca 43 has no ear for them; Orca 48 says them too.

use crate::bus::{Bus, Event, Object};
use atspi::{Role, State};

/// A screen reader on a bus.
pub struct Reader<'a> {
    bus: &'a Bus,
    focus: Option<Object>,
    /// Name and description that were said last: a change to what was said already is none.
    last_name: String,
    last_description: String,
}

impl<'a> Reader<'a> {
    pub fn new(bus: &'a Bus) -> Self {
        Self { bus, focus: None, last_name: String::new(), last_description: String::new() }
    }

    /// What is said when all this has happened, a line for each thing.
    pub fn say(&mut self, events: Vec<Event>) -> Vec<String> {
        events.into_iter().flat_map(|event| self.say_one(event)).collect()
    }

    fn say_one(&mut self, event: Event) -> Vec<String> {
        let has_focus = |object: &Object| self.focus.as_ref() == Some(object);
        let line = match event {
            Event::Focused(object) if has_focus(&object) => return Vec::new(),
            Event::Focused(object) if !self.bus.is_there(&object) => return Vec::new(),
            Event::Focused(object) => return self.say_focus(object),
            Event::Checked(object, is_on) if has_focus(&object) => checked(is_on).to_owned(),
            Event::Renamed(object, words) if has_focus(&object) => {
                return said_anew(&mut self.last_name, words);
            }
            Event::Described(object, words) if has_focus(&object) => {
                return said_anew(&mut self.last_description, words);
            }
            Event::Selected(object) if has_focus(&object) => match self.value(&object) {
                Some(value) => value,
                None => return Vec::new(),
            },
            Event::Announced(words) => format!("(announced) {words}"),
            _ => return Vec::new(),
        };
        vec![line]
    }

    fn say_focus(&mut self, object: Object) -> Vec<String> {
        let prior = self.focus.replace(object.clone());
        let mut lines: Vec<String> =
            self.entered(&object, prior.as_ref()).iter().map(|group| self.group(group)).collect();
        lines.reverse();
        self.last_name = self.bus.name(&object);
        self.last_description = self.bus.description(&object);
        lines.push(self.thing(&object));
        lines
    }

    /// The named groups around it that are not around what had the focus before, from the inside out.
    fn entered(&self, object: &Object, prior: Option<&Object>) -> Vec<Object> {
        let is_gone = prior.is_some_and(|prior| !self.bus.is_there(prior));
        let is_beside = prior.is_some_and(|prior| self.bus.parent(prior) == self.bus.parent(object));
        if is_gone || is_beside || self.bus.role(object) == Role::PageTab {
            return Vec::new();
        }
        let known: Vec<Object> =
            prior.into_iter().flat_map(|prior| [self.bus.around(prior), vec![prior.clone()]].concat()).collect();
        let around = self.bus.around(object).into_iter().take_while(|group| !known.contains(group));
        around.filter(|group| is_group(self.bus.role(group)) && !self.bus.name(group).is_empty()).collect()
    }

    fn group(&self, group: &Object) -> String {
        let mut words = vec![self.bus.name(group), self.bus.role(group).name().to_owned()];
        if self.bus.states(group).contains(State::Modal) {
            words.push("modal".to_owned());
        }
        words.push(self.bus.description(group));
        joined(words)
    }

    fn thing(&self, object: &Object) -> String {
        let (role, states, attributes) = (self.bus.role(object), self.bus.states(object), self.bus.attributes(object));
        let name = self.bus.name(object);
        let mut words = vec![if name.is_empty() { "(no name)".to_owned() } else { name }];
        if role != Role::Paragraph {
            words.push(role.name().to_owned());
        }
        if states.contains(State::Checkable) {
            words.push(checked(states.contains(State::Checked)).to_owned());
        }
        if states.contains(State::Selected) {
            words.push("selected".to_owned());
        }
        if !states.contains(State::Sensitive) && !states.contains(State::ReadOnly) && role != Role::Frame {
            words.push("cannot be used".to_owned());
        }
        words.extend(self.value(object));
        if let (Some(place), Some(count)) = (attributes.get("posinset"), attributes.get("setsize")) {
            words.push(format!("{place} of {count}"));
        }
        words.push(self.bus.description(object));
        joined(words)
    }

    /// What stands in a field, and what is chosen in a list that is closed.
    fn value(&self, object: &Object) -> Option<String> {
        match self.bus.role(object) {
            Role::Entry => Some(self.bus.text(object)).filter(|text| !text.is_empty()).map(|text| format!("“{text}”")),
            Role::ComboBox => {
                let chosen = self.bus.children(object);
                let chosen = chosen.into_iter().find(|child| self.bus.states(child).contains(State::Selected))?;
                Some(self.bus.name(&chosen))
            }
            _ => None,
        }
    }
}

/// What is said when words have become others.
fn said_anew(last: &mut String, words: String) -> Vec<String> {
    if *last == words {
        return Vec::new();
    }
    last.clone_from(&words);
    if words.is_empty() { Vec::new() } else { vec![words] }
}

fn is_group(role: Role) -> bool {
    matches!(
        role,
        Role::Alert
            | Role::Dialog
            | Role::Form
            | Role::Landmark
            | Role::List
            | Role::ListBox
            | Role::Menu
            | Role::PageTabList
            | Role::Panel
            | Role::ToolBar
    )
}

fn checked(is_on: bool) -> &'static str {
    if is_on { "checked" } else { "not checked" }
}

fn joined(words: Vec<String>) -> String {
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}
