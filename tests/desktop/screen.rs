//! An X server without a monitor, with a window manager, and the fingers and eyes that use it. Knows no program.

use crate::wait::until;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ClientMessageEvent, ConfigureWindowAux, ConnectionExt as _,
    EventMask, ImageFormat, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// Larger than the first window, so that the window manager has no reason to change its size.
const SCREEN: &str = "1600x1000x24";
/// Frames follow one another faster than this, so two equal pictures so far apart mean that nothing moves any more.
const STILLNESS: Duration = Duration::from_millis(80);

/// A key as its X keysym.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u32);

impl Key {
    pub const ONE: Self = Self::new(0x31);
    pub const BACKSPACE: Self = Self::new(0xFF08);
    pub const TAB: Self = Self::new(0xFF09);
    pub const ENTER: Self = Self::new(0xFF0D);
    pub const HOME: Self = Self::new(0xFF50);
    pub const PAGE_UP: Self = Self::new(0xFF55);
    pub const PAGE_DOWN: Self = Self::new(0xFF56);
    pub const END: Self = Self::new(0xFF57);
    pub const SHIFT: Self = Self::new(0xFFE1);
    pub const CONTROL: Self = Self::new(0xFFE3);
    pub const ALT: Self = Self::new(0xFFE9);
    pub const DEAD_ACUTE: Self = Self::new(0xFE51);

    /// The key of that keysym; for what it types without `Shift`, that is the letter's number in Latin-1.
    pub const fn new(keysym: u32) -> Self {
        Self(keysym)
    }

    /// The key of a small letter, a digit or a sign that is typed without `Shift`.
    pub fn of(letter: char) -> Self {
        assert!(letter.is_ascii_graphic() || letter == ' ', "{letter:?} has no key of its own");
        Self(letter.into())
    }
}

/// The time between the clicks of a double click.
const BETWEEN_CLICKS: Duration = Duration::from_millis(120);

/// The screen. Its server and its window manager end with it.
pub struct Screen {
    display: String,
    connection: RustConnection,
    root: Window,
    _manager: Ended,
    _server: Ended,
}

/// A process that does not outlive the test, also when the test fails.
pub struct Ended(pub Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Screen {
    /// Starts a server on a display number that is free.
    pub fn open() -> Self {
        let mut server =
            start(Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]));
        let mut number = String::new();
        BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        assert_ne!(display, ":", "Xvfb has ended at once");
        let (connection, _) = x11rb::connect(Some(&display)).unwrap();
        let root = connection.setup().roots[0].root;
        let manager = start(Command::new("evilwm").args(["-display", &display, "-fn", "fixed"]));
        let screen = Self { display, connection, root, _manager: manager, _server: server };
        until("the window manager", || screen.has_manager().then_some(()));
        screen
    }

    /// What `DISPLAY` is to be.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Presses keys one after the other, without waiting for what comes of them.
    pub fn press(&self, keys: &[Key]) {
        for key in keys {
            self.press_together(&[*key]);
        }
    }

    /// Presses keys while those before them are held, and lets them go.
    pub fn press_together(&self, keys: &[Key]) {
        for key in keys {
            self.key(*key, KEY_PRESS_EVENT);
        }
        for key in keys.iter().rev() {
            self.key(*key, KEY_RELEASE_EVENT);
        }
    }

    /// Types a text of small letters and digits.
    pub fn type_text(&self, text: &str) {
        self.press(&text.chars().map(Key::of).collect::<Vec<_>>());
    }

    /// Presses a key while another is held down.
    pub fn press_with(&self, held: Key, key: Key) {
        self.key(held, KEY_PRESS_EVENT);
        self.press(&[key]);
        self.key(held, KEY_RELEASE_EVENT);
    }

    /// Holds a key down; the server repeats it as any keyboard does.
    pub fn hold(&self, key: Key, time: Duration) {
        self.key(key, KEY_PRESS_EVENT);
        sleep(time);
        self.key(key, KEY_RELEASE_EVENT);
    }

    /// Clicks a place of the window so many times, as fast as a double click is.
    pub fn click(&self, window: Window, at: (i16, i16), times: usize) {
        let place = self.connection.translate_coordinates(window, self.root, at.0, at.1).unwrap().reply().unwrap();
        self.connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root, place.dst_x, place.dst_y, 0).unwrap();
        self.connection.sync().unwrap();
        for click in 0..times {
            if click > 0 {
                sleep(BETWEEN_CLICKS);
            }
            for event in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
                self.connection.xtest_fake_input(event, 1, 0, self.root, 0, 0, 0).unwrap();
            }
            self.connection.sync().unwrap();
        }
    }

    /// Turns the wheel by one step, down the page or up, over a place of the window.
    pub fn turn_wheel(&self, window: Window, at: (i16, i16), is_down: bool) {
        let button = if is_down { 5 } else { 4 };
        let place = self.connection.translate_coordinates(window, self.root, at.0, at.1).unwrap().reply().unwrap();
        self.connection.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root, place.dst_x, place.dst_y, 0).unwrap();
        for event in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
            self.connection.xtest_fake_input(event, button, 0, self.root, 0, 0, 0).unwrap();
        }
        self.connection.sync().unwrap();
    }

    /// The middle of all that has one colour in the lowest part of the window, so many pixels high.
    pub fn middle_of(&self, window: Window, colour: [u8; 3], height: u32) -> (i16, i16) {
        let (picture, (width, whole)) = (self.still(window), self.size(window));
        let top = whole - height;
        let is_it = |pixel: &[u8]| [pixel[2], pixel[1], pixel[0]] == colour;
        let pixels = picture.chunks_exact(4).enumerate().skip((top * width) as usize);
        let places =
            pixels.filter(|(_, pixel)| is_it(pixel)).map(|(index, _)| (index as u32 % width, index as u32 / width));
        let places: Vec<(u32, u32)> = places.collect();
        let middle = |numbers: Vec<u32>| (numbers.iter().min().unwrap() + numbers.iter().max().unwrap()) / 2;
        assert!(!places.is_empty(), "nothing has the colour {colour:?}");
        let x = middle(places.iter().map(|place| place.0).collect());
        let y = middle(places.iter().map(|place| place.1).collect());
        (x.try_into().unwrap(), y.try_into().unwrap())
    }

    /// Waits until the process has a window that shows something and has the keyboard.
    pub fn window_of(&self, process_id: u32) -> Window {
        let window = until("a window", || self.find(process_id));
        let message = ClientMessageEvent::new(32, window, self.atom("_NET_ACTIVE_WINDOW"), [2, 0, 0, 0, 0]);
        self.tell_manager(message);
        until("the keyboard to go to the window", || self.has_keyboard(window).then_some(()));
        self.still(window);
        window
    }

    /// Waits until the window shows something that does not change any more, and gives its pixels.
    pub fn still(&self, window: Window) -> Vec<u8> {
        let mut before = Vec::new();
        until("a picture that stands still", || {
            let now = self.picture(window)?;
            let is_still = now == before && !is_blank(&now);
            before = now;
            if !is_still {
                sleep(STILLNESS);
            }
            is_still.then(|| before.clone())
        })
    }

    /// Asks the window to close, as a click on its cross does.
    pub fn close(&self, window: Window) {
        self.tell_manager(ClientMessageEvent::new(32, window, self.atom("_NET_CLOSE_WINDOW"), [0, 2, 0, 0, 0]));
    }

    /// Gives the window another size, as its user may.
    pub fn resize(&self, window: Window, width: u32, height: u32) {
        let size = ConfigureWindowAux::new().width(width).height(height);
        self.connection.configure_window(window, &size).unwrap();
        self.connection.sync().unwrap();
        until("the new size", || (self.size(window) == (width, height)).then_some(()));
        self.still(window);
    }

    /// Width and height of the window's inside, in pixels.
    pub fn size(&self, window: Window) -> (u32, u32) {
        let geometry = self.connection.get_geometry(window).unwrap().reply().unwrap();
        (geometry.width.into(), geometry.height.into())
    }

    fn has_manager(&self) -> bool {
        let property = self.atom("_NET_SUPPORTING_WM_CHECK");
        let reply = self.connection.get_property(false, self.root, property, AtomEnum::WINDOW, 0, 1).unwrap().reply();
        reply.is_ok_and(|reply| reply.value_len == 1)
    }

    /// The window in sight that says it belongs to the process.
    pub fn find(&self, process_id: u32) -> Option<Window> {
        self.find_below(self.root, process_id)
    }

    fn find_below(&self, window: Window, process_id: u32) -> Option<Window> {
        let property = self.atom("_NET_WM_PID");
        let owner = self.connection.get_property(false, window, property, AtomEnum::CARDINAL, 0, 1).ok()?;
        let owner = owner.reply().ok()?.value32().and_then(|mut values| values.next());
        let state = self.connection.get_window_attributes(window).ok()?.reply().ok()?.map_state;
        if owner == Some(process_id) && state == MapState::VIEWABLE {
            return Some(window);
        }
        let children = self.connection.query_tree(window).ok()?.reply().ok()?.children;
        children.into_iter().find_map(|child| self.find_below(child, process_id))
    }

    fn has_keyboard(&self, window: Window) -> bool {
        self.connection.get_input_focus().unwrap().reply().is_ok_and(|reply| reply.focus == window)
    }

    /// The window's pixels; none while it is not there.
    pub fn picture(&self, window: Window) -> Option<Vec<u8>> {
        let geometry = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let (width, height) = (geometry.width, geometry.height);
        let image = self.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX).ok()?;
        Some(image.reply().ok()?.data)
    }

    fn key(&self, key: Key, event: u8) {
        let code = self.key_code(key);
        self.connection.xtest_fake_input(event, code, 0, self.root, 0, 0, 0).unwrap();
        self.connection.sync().unwrap();
    }

    fn key_code(&self, key: Key) -> u8 {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = self.connection.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let mut codes = mapping.keysyms.chunks(mapping.keysyms_per_keycode.into()).zip(first..=last);
        codes.find(|(keysyms, _)| keysyms.first() == Some(&key.0)).unwrap().1
    }

    fn tell_manager(&self, message: ClientMessageEvent) {
        let listeners = EventMask::SUBSTRUCTURE_NOTIFY | EventMask::SUBSTRUCTURE_REDIRECT;
        self.connection.send_event(false, self.root, listeners, message).unwrap();
        self.connection.sync().unwrap();
    }

    fn atom(&self, name: &str) -> u32 {
        self.connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    }
}

/// Whether all pixels are alike: nothing has been drawn yet.
fn is_blank(picture: &[u8]) -> bool {
    picture.chunks_exact(4).all(|pixel| pixel == &picture[..4])
}

pub fn start(command: &mut Command) -> Ended {
    let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    Ended(started.unwrap_or_else(|error| {
        let name = command.get_program().display();
        panic!(
            "{name} cannot be started ({error}): apt-get install xvfb evilwm libgl1 libgl1-mesa-dri dbus at-spi2-core"
        )
    }))
}
