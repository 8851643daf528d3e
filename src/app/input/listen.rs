//! The keys and drops that mean the same on every page. What a page hears by itself stands with its screen.

use crate::app::action::{Action, ImportDeed, Page, Setting};
use crate::app::app::App;
use crate::app::input::keys;
use crate::app::screens::settings::TEXT_SCALES;
use egui::{Context, Key};

impl App {
    pub(in crate::app) fn take_drops(&mut self, ctx: &Context) {
        let dropped: Vec<_> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.drop_in(dropped);
        }
    }

    pub(in crate::app) fn listen(&mut self, ctx: &Context) {
        keys::note_device(ctx, self.world.has_screen_reader(ctx));
        let scale = |step: i32| {
            let now = TEXT_SCALES.iter().position(|scale| *scale >= self.model.settings.text_scale_percent);
            let index = now.map_or(TEXT_SCALES.len() as i32 - 1, |index| index as i32) + step;
            TEXT_SCALES[index.clamp(0, TEXT_SCALES.len() as i32 - 1) as usize]
        };
        let wish = if keys::take_command(ctx, Key::Plus) || keys::take_command(ctx, Key::Equals) {
            Some(scale(1))
        } else if keys::take_command(ctx, Key::Minus) {
            Some(scale(-1))
        } else if keys::take_command(ctx, Key::Num0) {
            Some(100)
        } else {
            None
        };
        if let Some(percent) = wish {
            self.apply(ctx, Action::Set(Setting::TextScale(percent)));
        }
        if self.model.page != Page::Sitting && !self.model.is_modal_open() {
            if keys::take_command(ctx, Key::K) {
                self.apply(ctx, Action::Go(Page::Search));
            }
            if keys::take_command(ctx, Key::O) {
                let is_importing = self.model.page == Page::Import;
                let choose = if is_importing { Action::Import(ImportDeed::Choose) } else { Action::ChooseBanks };
                self.apply(ctx, choose);
            }
        }
        self.take_paste(ctx);
        let undo = self.model.notices.iter().rev().find_map(|notice| notice.action);
        // In a field, `Ctrl Z` takes back what was typed.
        if let Some(undo) = undo.filter(|_| !ctx.text_edit_focused())
            && keys::take_command(ctx, Key::Z)
        {
            self.apply(ctx, undo.action());
        }
        if keys::take_question_mark(ctx) {
            self.apply(ctx, Action::ToggleHelp);
        }
    }

    pub(in crate::app) fn toggle_help(&mut self) {
        self.model.is_help_open = !self.model.is_help_open;
    }
}
