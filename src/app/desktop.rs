//! What the desktop portal says about dark or light and about motion. Asks once, then listens.

use crate::app::inbox::Reporter;

/// Reports the desktop's wishes now and whenever they change, from a thread of its own.
///
/// Where there is no portal nothing is ever reported, and the settings decide.
#[cfg(target_os = "linux")]
pub fn watch(reporter: Reporter) {
    std::thread::spawn(move || {
        // No portal is the normal case on many school computers: nothing to tell the user.
        let _ = pollster::block_on(portal::listen(&reporter));
    });
}

/// Other desktops tell the window system, which egui asks by itself.
#[cfg(not(target_os = "linux"))]
pub fn watch(_reporter: Reporter) {}

#[cfg(target_os = "linux")]
mod portal {
    use crate::app::inbox::{Message, Reporter};
    use ashpd::desktop::settings::{ColorScheme, Settings};
    use futures_lite::StreamExt;

    pub async fn listen(reporter: &Reporter) -> ashpd::Result<()> {
        let settings = Settings::new().await?;
        let mut told = (None, None);
        report(&settings, &mut told, reporter).await;
        let mut changes = settings.receive_setting_changed().await?;
        while changes.next().await.is_some() {
            report(&settings, &mut told, reporter).await;
        }
        Ok(())
    }

    /// Tells the wishes where they are others than those `told` last.
    async fn report(settings: &Settings, told: &mut (Option<bool>, Option<bool>), reporter: &Reporter) {
        let is_dark = settings.color_scheme().await.ok().and_then(|scheme| match scheme {
            ColorScheme::PreferDark => Some(true),
            ColorScheme::PreferLight => Some(false),
            ColorScheme::NoPreference => None,
        });
        let reduces_motion =
            settings.read::<u32>("org.freedesktop.appearance", "reduced-motion").await.ok().map(|wish| wish == 1);
        if std::mem::replace(told, (is_dark, reduces_motion)) != (is_dark, reduces_motion) {
            reporter.send(Message::Desktop { is_dark, reduces_motion });
        }
    }
}
