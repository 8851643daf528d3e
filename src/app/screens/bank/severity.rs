//! How a severity looks.

use crate::app::theme::Theme;
use crate::bank::Severity;
use egui::Color32;
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_ERROR, ICON_WARNING};

/// Sign, word and colour of a severity.
pub(in crate::app::screens) fn sign(severity: Severity, theme: &Theme) -> (MaterialIcon, &'static str, Color32) {
    match severity {
        Severity::Error => (ICON_ERROR, "error", theme.palette.wrong),
        Severity::Warning => (ICON_WARNING, "warning", theme.palette.amber),
    }
}
