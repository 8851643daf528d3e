//! Which letters the window can show: those of its own fonts, and those that the fonts of the system have.

use crate::bank::LetterFinder;
use crate::fonts::FONTS;
use egui::epaint::text::{Fonts, TextOptions};
use egui::{FontData, FontDefinitions, FontFamily, FontId};
use egui_system_font_provider::SystemFontProvider;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Arc;

/// Letters are looked for, not measured.
const ANY_SIZE: f32 = 12.0;

/// The fonts of the program and of this computer, asked as the window asks them. The system's are listed when a letter is
/// met that the program's own have not: that takes up to half a second, once.
#[derive(Default)]
pub struct LettersOfFonts {
    own: RefCell<Option<Fonts>>,
    system: RefCell<Option<Fonts>>,
    /// What is known already: the same letters stand in most questions.
    known: RefCell<HashMap<char, bool>>,
}

impl LetterFinder for LettersOfFonts {
    fn can_show(&self, letter: char) -> bool {
        let known = self.known.borrow().get(&letter).copied();
        known.unwrap_or_else(|| {
            let can_show = self.is_in_own(letter) || self.is_in_system(letter);
            self.known.borrow_mut().insert(letter, can_show);
            can_show
        })
    }
}

impl LettersOfFonts {
    fn is_in_own(&self, letter: char) -> bool {
        has(self.own.borrow_mut().get_or_insert_with(own_fonts), letter)
    }

    fn is_in_system(&self, letter: char) -> bool {
        let with_system = || own_fonts().with_font_providers(vec![Arc::new(SystemFontProvider::new())]);
        has(self.system.borrow_mut().get_or_insert_with(with_system), letter)
    }
}

fn has(fonts: &mut Fonts, letter: char) -> bool {
    fonts.has_glyph(&FontId::new(ANY_SIZE, FontFamily::Proportional), letter)
}

fn own_fonts() -> Fonts {
    let data = FONTS.iter().map(|font| (font.name.into(), Arc::new(FontData::from_static(font.bytes))));
    let names = FONTS.iter().map(|font| font.name.into()).collect();
    let families = BTreeMap::from([(FontFamily::Proportional, names), (FontFamily::Monospace, Vec::new())]);
    Fonts::new(TextOptions::default(), FontDefinitions { font_data: data.collect(), families })
}

impl fmt::Debug for LettersOfFonts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("LettersOfFonts").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_own_fonts_are_found_without_asking_the_system() {
        let letters = LettersOfFonts::default();
        for letter in ['a', 'é', 'Ω', 'ж', '→', '≤', '₂', '½'] {
            assert!(letters.can_show(letter), "{letter}");
        }
        assert!(letters.system.borrow().is_none());
    }

    #[test]
    fn a_letter_that_is_in_no_font_is_told() {
        // Unicode will never give this place to a letter.
        assert!(!LettersOfFonts::default().can_show('\u{10FFFE}'));
    }
}
