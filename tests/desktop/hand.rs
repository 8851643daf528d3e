//! A hand with a mouse, led to where the window's widgets say that they stand. Judges nothing.

use crate::bus::{Bus, Event, Object};
use crate::program::{Home, Running};
use crate::screen::Screen;
use crate::wait::until;
use atspi::{Role, State};
use std::ffi::OsStr;
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(10);

/// The window, and where everything in it stands.
pub struct Hand<'a> {
    bus: &'a Bus,
    pub running: Running<'a>,
    window: Object,
}

impl<'a> Hand<'a> {
    /// Opens the window.
    pub fn open(home: &Home, screen: &'a Screen, bus: &'a Bus) -> Self {
        let session = [("DBUS_SESSION_BUS_ADDRESS", OsStr::new(bus.session()))];
        let running = home.open_with(screen, &[], &session);
        let window = until("the window on the bus", || match bus.next(PAUSE) {
            Some(Event::Focused(object)) => bus.around(&object).pop(),
            _ => None,
        });
        Self { bus, running, window }
    }

    /// Waits for something with this role, whose name begins so.
    pub fn find(&self, role: Role, name: &str) -> Object {
        until(&format!("{role:?} {name:?}"), || self.bus.find(&self.window, &is(role, name)))
    }

    /// Clicks its middle.
    pub fn click(&self, role: Role, name: &str) {
        let (left, top, width, height) = self.place(role, name);
        self.click_at(left + width / 2, top + height / 2);
    }

    /// Clicks the box before a row.
    pub fn tick(&self, row: &str) {
        const TO_MIDDLE_OF_BOX: i32 = 22;
        let (left, top, _, height) = self.place(Role::ListItem, row);
        self.click_at(left + TO_MIDDLE_OF_BOX, top + height / 2);
    }

    /// The rows of a list in sight, and the one out of sight that is selected.
    pub fn rows(&self, list: &str) -> Vec<String> {
        let list = self.find(Role::ListBox, list);
        let rows = self.bus.children(&list).into_iter().filter(|row| self.bus.role(row) == Role::ListItem);
        rows.map(|row| self.bus.name(&row)).collect()
    }

    /// The row of a list that is selected.
    pub fn selected(&self, list: &str) -> String {
        let list = self.find(Role::ListBox, list);
        let is_selected = |row: &Object| self.bus.states(row).contains(State::Selected);
        until("a selected row", || {
            self.bus.children(&list).into_iter().find(is_selected).map(|row| self.bus.name(&row))
        })
    }

    fn place(&self, role: Role, name: &str) -> (i32, i32, i32, i32) {
        until(&format!("{name:?} in sight"), || {
            self.running.picture();
            let place = self.bus.place(&self.find(role, name))?;
            let (_, height) = self.running.screen.size(self.running.window);
            let is_below = place.1 + place.3 > i32::try_from(height).unwrap();
            if is_below || place.1 < 0 {
                self.turn_wheel(is_below);
                return None;
            }
            Some(place)
        })
    }

    /// Turns the wheel over the page.
    fn turn_wheel(&self, is_down: bool) {
        let (width, height) = self.running.screen.size(self.running.window);
        let at = ((width / 2).try_into().unwrap(), (height / 2).try_into().unwrap());
        self.running.screen.turn_wheel(self.running.window, at, is_down);
    }

    fn click_at(&self, x: i32, y: i32) {
        let at = (x.try_into().unwrap(), y.try_into().unwrap());
        self.running.screen.click(self.running.window, at, 1);
    }
}

fn is(role: Role, beginning: &str) -> impl Fn(Role, &str) -> bool {
    move |found, name| found == role && name.starts_with(beginning)
}
