//! The settings that change how the window looks, and the looks that follow from them and from the desktop.

use crate::app::action::Setting;
use crate::app::app::App;
use crate::app::theme::{Palette, Theme};
use crate::disk::ThemeChoice;
use egui::Context;

impl App {
    pub(in crate::app) fn set(&mut self, setting: Setting) {
        let settings = &mut self.model.settings;
        match setting {
            Setting::Theme(theme) => settings.theme = theme,
            Setting::TextScale(percent) => settings.text_scale_percent = percent.clamp(80, 200),
            Setting::ReduceMotion(reduce) => settings.reduce_motion = reduce,
            Setting::SingleLetterKeys(on) => settings.single_letter_keys = on,
        }
        self.save_settings();
    }

    /// Puts on the looks that settings and desktop ask for.
    pub(in crate::app) fn dress(&mut self, ctx: &Context) {
        let settings = &self.model.settings;
        let is_dark = match settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            ThemeChoice::System => {
                self.desktop_is_dark.unwrap_or_else(|| ctx.system_theme() == Some(egui::Theme::Dark))
            }
        };
        let reduces_motion = settings.reduce_motion.or(self.desktop_reduces_motion).unwrap_or(false);
        let looks = Theme {
            palette: if is_dark { Palette::DARK } else { Palette::LIGHT },
            is_dark,
            text_scale: f32::from(settings.text_scale_percent) / 100.0,
            has_motion: !reduces_motion,
        };
        if self.applied_looks.as_ref() != Some(&looks) {
            looks.clone().apply(ctx);
            self.applied_looks = Some(looks);
        }
    }

    pub(in crate::app) fn note_window(&mut self, ctx: &Context) {
        let (inner, outer, is_maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect, viewport.outer_rect, viewport.maximized.unwrap_or(false))
        });
        let window = &mut self.model.settings.window;
        window.is_maximized = is_maximized;
        if is_maximized {
            return;
        }
        if let Some(inner) = inner {
            (window.width, window.height) = (Some(inner.width()), Some(inner.height()));
        }
        if let Some(outer) = outer {
            (window.x, window.y) = (Some(outer.left()), Some(outer.top()));
        }
    }
}
