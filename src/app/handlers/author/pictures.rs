//! Pictures that come into a question: chosen, dropped or pasted. Each is copied beside the bank before the question names it.

use crate::app::app::App;
use crate::app::wording::author_words;
use crate::disk::authoring::{PictureNotKept, keep_picture, keep_picture_bytes};
use egui::{ColorImage, Context, Event};
use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    pub(in crate::app) fn picture_chosen(&mut self, path: Option<PathBuf>, was_seen: bool) {
        match path {
            Some(path) => self.take_picture(&path),
            None if was_seen => {}
            None => self.tell(author_words::NO_PICTURE_DIALOG),
        }
    }

    /// Copies a picture beside the bank that is written, and hands it to the form.
    pub(in crate::app) fn take_picture(&mut self, path: &Path) {
        let Some(author) = &self.model.author else { return };
        let kept = keep_picture(&author.path, path);
        self.hand_picture(kept);
    }

    /// Takes a picture that is pasted, whatever has the keyboard.
    pub(in crate::app) fn take_pasted_picture(&mut self, ctx: &Context) {
        let pasted = ctx.input(|input| {
            let picture = |event: &Event| match event {
                Event::PasteImage(picture) => Some(Arc::clone(picture)),
                _ => None,
            };
            input.events.iter().find_map(picture)
        });
        if let Some(picture) = pasted {
            self.paste_picture(&picture);
        }
    }

    fn paste_picture(&mut self, picture: &ColorImage) {
        let Some(author) = &self.model.author else { return };
        let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(0));
        let mut bytes = Vec::new();
        let pixels: Vec<u8> = picture.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied()).collect();
        let written = PngEncoder::new(&mut bytes).write_image(&pixels, width, height, ExtendedColorType::Rgba8);
        let kept = match written {
            Ok(()) => keep_picture_bytes(&author.path, "pasted", "png", &bytes),
            Err(_) => Err(PictureNotKept::NotShown),
        };
        self.hand_picture(kept);
    }

    fn hand_picture(&mut self, kept: Result<String, PictureNotKept>) {
        match kept {
            Ok(named) => {
                self.screens.author.hand_picture(named);
                self.tell(author_words::PICTURE_TAKEN);
            }
            Err(error) => self.warn(author_words::picture_not_taken(&error)),
        }
    }
}
