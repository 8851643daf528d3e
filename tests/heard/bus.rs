//! The accessibility bus of a desktop of its own: what happens on it, and what the objects on it are. Says nothing.

use crate::screen::{Ended, start};
use crate::wait::until;
use atspi::{Role, StateSet};
use futures_lite::StreamExt as _;
use futures_lite::future::block_on;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread::spawn;
use std::time::Duration;
use tempfile::TempDir;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue, Type, Value};
use zbus::{Connection, MatchRule, Message, MessageStream, connection::Builder};

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
/// More than happen in any step.
const MOST_EVENTS: usize = 10_000;

/// An object on the bus, by who owns it and where it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    owner: String,
    path: String,
}

/// What screen readers listen for.
#[derive(Clone, Debug)]
pub enum Event {
    /// An object has got the keyboard.
    Focused(Object),
    /// An object is checked now, or not any more.
    Checked(Object, bool),
    /// An object has another name.
    Renamed(Object, String),
    /// An object has another description.
    Described(Object, String),
    /// Something else is selected in an object.
    Selected(Object),
    /// Words that are to be said as they are.
    Announced(String),
}

/// A D-Bus session with the accessibility bus.
pub struct Bus {
    session: String,
    connection: Connection,
    events: Receiver<Event>,
    _daemon: Ended,
    _runtime: TempDir,
}

impl Bus {
    /// Starts a session in which a screen reader is in use.
    pub fn open() -> Self {
        // The socket of the accessibility bus stands here, so no two sessions may share it.
        let runtime = tempfile::tempdir().unwrap();
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--print-address=1"]).env("XDG_RUNTIME_DIR", runtime.path());
        let mut daemon = start(daemon.env_remove("DISPLAY"));
        let mut session = String::new();
        BufReader::new(daemon.0.stdout.take().unwrap()).read_line(&mut session).unwrap();
        let session = session.trim().to_owned();
        assert_ne!(session, "", "dbus-daemon has ended at once");
        let address = address(&session);
        let connection = block_on(Builder::address(address.as_str()).unwrap().build()).unwrap();
        let events = listen(&connection);
        Self { session, connection, events, _daemon: daemon, _runtime: runtime }
    }

    /// What `DBUS_SESSION_BUS_ADDRESS` is to be.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// What happens within a time, if anything.
    pub fn next(&self, patience: Duration) -> Option<Event> {
        self.events.recv_timeout(patience).ok()
    }

    /// Whether the object is still there.
    pub fn is_there(&self, object: &Object) -> bool {
        self.property(object, "Name").is_some()
    }

    pub fn name(&self, object: &Object) -> String {
        self.text_property(object, "Name")
    }

    pub fn description(&self, object: &Object) -> String {
        self.text_property(object, "Description")
    }

    pub fn parent(&self, object: &Object) -> Option<Object> {
        let (owner, path): (String, OwnedObjectPath) = self.property(object, "Parent")?.try_into().ok()?;
        Some(Object { owner, path: path.to_string() })
    }

    /// The objects around it, from the inside out, up to the window.
    pub fn around(&self, object: &Object) -> Vec<Object> {
        let parent = |object: &Object| self.parent(object).filter(|parent| self.role(parent) != Role::Application);
        std::iter::successors(parent(object), |object| parent(object)).collect()
    }

    pub fn children(&self, object: &Object) -> Vec<Object> {
        let found: Vec<(String, OwnedObjectPath)> = self.ask(object, "GetChildren").unwrap_or_default();
        found.into_iter().map(|(owner, path)| Object { owner, path: path.to_string() }).collect()
    }

    /// The first object below this one whose role and name are those, depth first.
    pub fn find(&self, below: &Object, is_it: &dyn Fn(Role, &str) -> bool) -> Option<Object> {
        self.children(below).into_iter().find_map(|child| {
            let is_found = is_it(self.role(&child), &self.name(&child));
            if is_found { Some(child) } else { self.find(&child, is_it) }
        })
    }

    /// Left and upper edge, width and height of what it takes of its window.
    pub fn place(&self, object: &Object) -> Option<(i32, i32, i32, i32)> {
        const IN_WINDOW: u32 = 1;
        let reply = self.call(object, "org.a11y.atspi.Component", "GetExtents", &(IN_WINDOW,))?;
        reply.body().deserialize().ok()
    }

    pub fn role(&self, object: &Object) -> Role {
        let number: u32 = self.ask(object, "GetRole").unwrap_or_default();
        Role::try_from(number).unwrap_or(Role::Invalid)
    }

    pub fn states(&self, object: &Object) -> StateSet {
        self.ask(object, "GetState").unwrap_or_else(StateSet::empty)
    }

    pub fn attributes(&self, object: &Object) -> HashMap<String, String> {
        self.ask(object, "GetAttributes").unwrap_or_default()
    }

    /// What stands in a field.
    pub fn text(&self, object: &Object) -> String {
        let reply = self.call(object, "org.a11y.atspi.Text", "GetText", &(0_i32, -1_i32));
        reply.and_then(|reply| reply.body().deserialize().ok()).unwrap_or_default()
    }

    fn text_property(&self, object: &Object, name: &str) -> String {
        self.property(object, name).and_then(|value| value.try_into().ok()).unwrap_or_default()
    }

    fn property(&self, object: &Object, name: &str) -> Option<OwnedValue> {
        let reply = self.call(object, "org.freedesktop.DBus.Properties", "Get", &(ACCESSIBLE, name))?;
        reply.body().deserialize().ok()
    }

    fn ask<T>(&self, object: &Object, method: &str) -> Option<T>
    where
        T: DeserializeOwned + Type,
    {
        self.call(object, ACCESSIBLE, method, &())?.body().deserialize().ok()
    }

    fn call<B>(&self, object: &Object, interface: &str, method: &str, body: &B) -> Option<Message>
    where
        B: Serialize + DynamicType,
    {
        let owner = Some(object.owner.as_str());
        block_on(self.connection.call_method(owner, object.path.as_str(), Some(interface), method, body)).ok()
    }
}

/// Turns the accessibility of a session on, which starts its bus; gives back the address of that.
fn address(session: &str) -> String {
    let connection = block_on(Builder::address(session).unwrap().build()).unwrap();
    let (owner, path) = (Some("org.a11y.Bus"), "/org/a11y/bus");
    let address = until("the accessibility bus", || {
        let reply = block_on(connection.call_method(owner, path, Some("org.a11y.Bus"), "GetAddress", &()));
        reply.ok()?.body().deserialize::<String>().ok().filter(|address| !address.is_empty())
    });
    for property in ["IsEnabled", "ScreenReaderEnabled"] {
        let body = ("org.a11y.Status", property, Value::from(true));
        let properties = Some("org.freedesktop.DBus.Properties");
        block_on(connection.call_method(owner, path, properties, "Set", &body)).unwrap();
    }
    address
}

/// Hands over what happens on the bus.
fn listen(connection: &Connection) -> Receiver<Event> {
    let rule = MatchRule::builder()
        .msg_type(zbus::message::Type::Signal)
        .interface("org.a11y.atspi.Event.Object")
        .unwrap()
        .build();
    let mut stream = block_on(MessageStream::for_match_rule(rule, connection, Some(MOST_EVENTS))).unwrap();
    let (sender, receiver) = channel();
    spawn(move || {
        while let Some(Ok(message)) = block_on(stream.next()) {
            if let Some(event) = event_of(&message)
                && sender.send(event).is_err()
            {
                return;
            }
        }
    });
    receiver
}

fn event_of(message: &Message) -> Option<Event> {
    let header = message.header();
    let object = Object { owner: header.sender()?.to_string(), path: header.path()?.to_string() };
    let body = message.body();
    let (kind, is_on, _, data, _): (String, i32, i32, OwnedValue, HashMap<String, OwnedValue>) =
        body.deserialize().ok()?;
    let words = || String::try_from(data.try_clone().ok()?).ok();
    match (header.member()?.as_str(), kind.as_str()) {
        ("StateChanged", "focused") if is_on == 1 => Some(Event::Focused(object)),
        ("StateChanged", "checked") => Some(Event::Checked(object, is_on == 1)),
        ("PropertyChange", "accessible-name") => Some(Event::Renamed(object, words()?)),
        ("PropertyChange", "accessible-description") => Some(Event::Described(object, words()?)),
        ("SelectionChanged", _) => Some(Event::Selected(object)),
        ("Announcement", _) => Some(Event::Announced(words()?)),
        _ => None,
    }
}
