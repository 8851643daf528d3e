//! The smallest window that eframe makes with the features and the size of Torus: what a start is measured against.
//! Does nothing.

use egui::{FontData, FontDefinitions, FontFamily, Ui, ViewportBuilder};
use std::sync::Arc;

struct Hello;

impl eframe::App for Hello {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.heading("Hello, world"));
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default().with_title("Hello").with_inner_size([1280.0, 800.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let create = |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        creation.egui_ctx.set_fonts(one_font());
        Ok(Box::new(Hello))
    };
    eframe::run_native("hello", options, Box::new(create))
}

/// Torus is built without egui's fonts, so this window brings one.
fn one_font() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let font = FontData::from_static(include_bytes!("../assets/fonts/DejaVuSans.ttf"));
    fonts.font_data.insert("one".to_owned(), Arc::new(font));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["one".to_owned()]);
    }
    fonts
}
