//! Sees the first frame of a window as soon as it is there. Looks little, so as not to slow down what it looks at.

use crate::screen::Screen;
use std::thread::sleep;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt as _, EventMask, ImageFormat, Window};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How exactly a time is told.
const PAUSE: Duration = Duration::from_micros(500);
/// No window takes so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Eyes on one screen.
pub struct Eyes<'a> {
    screen: &'a Screen,
    connection: RustConnection,
}

impl<'a> Eyes<'a> {
    /// Begins to look; to be called before the program is started.
    pub fn open(screen: &'a Screen) -> Self {
        let (connection, _) = x11rb::connect(Some(screen.display())).expect("the screen");
        let root = connection.setup().roots[0].root;
        let wish = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        connection.change_window_attributes(root, &wish).expect("sent");
        connection.sync().expect("answered");
        Self { screen, connection }
    }

    /// Waits until a window of the process has come into sight and something is drawn in it.
    pub fn wait_for_first_frame(&self, process_id: u32) {
        let began = Instant::now();
        let mut window = None;
        loop {
            while let Some(event) = self.connection.poll_for_event().expect("the screen") {
                if window.is_none() && matches!(event, Event::MapNotify(_)) {
                    window = self.screen.find(process_id);
                }
            }
            if window.is_some_and(|window| self.is_drawn(window)) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "no window has come");
            sleep(PAUSE);
        }
    }

    /// Whether the row of pixels in the middle is not black any more, as the server makes it.
    fn is_drawn(&self, window: Window) -> bool {
        let (width, height) = self.screen.size(window);
        let (width, middle) = (width as u16, (height / 2) as i16);
        let row = self.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, middle, width, 1, u32::MAX);
        let row = row.expect("sent").reply();
        row.is_ok_and(|row| row.data.chunks_exact(4).any(|pixel| pixel[..3] != [0, 0, 0]))
    }
}
