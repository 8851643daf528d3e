//! One frame of the window: hears the world, shows the page, carries out what it pushed.

use super::action::{Action, Page};
use super::app::App;
use super::model::Phase;
use super::screens;
use super::widgets::heard;
use egui::{Context, Role, Ui};

impl App {
    fn show_page(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        let (model, screens) = (&self.model, &mut self.screens);
        let place = model.place();
        if model.page == Page::Sitting
            && let Some(play) = &model.play
        {
            screens::shell::notices(ui, model, actions);
            ui.push_id(place, |ui| match play.phase {
                Phase::Overview => screens::overview::show(ui, model, play, actions),
                Phase::Asking | Phase::Feedback => screens.question.show(ui, model, play, actions),
            });
            return;
        }
        let here = screens::shell::side_bar(ui, model, actions);
        screens::shell::notices(ui, model, actions);
        egui::CentralPanel::default().frame(screens::frame::canvas(ui)).show(ui, |ui| {
            // The region is that of the page, whatever of it is shown.
            ui.push_id(model.page, |ui| {
                heard::as_group(ui, Role::Main, &screens::name_of_page(model));
                ui.push_id(place, |ui| match model.page {
                    Page::Library | Page::Sitting => screens.library.show(ui, model, actions),
                    Page::Search => screens.search.show(ui, model, actions),
                    Page::SetUp => screens.setup.show(ui, model, actions),
                    Page::Bank => match &model.bank_page {
                        Some(page) => screens.bank.show(ui, model, page, actions),
                        None => screens.library.show(ui, model, actions),
                    },
                    Page::Result => match &model.result {
                        Some(result) => screens::result::show(ui, model, result, actions),
                        None => screens.library.show(ui, model, actions),
                    },
                    Page::History => screens::history::show(ui, model, actions),
                    Page::Learners => screens.learners.show(ui, model, actions),
                    Page::Settings => screens.settings.show(ui, model, actions),
                });
            });
        });
        if let Some(here) = here {
            screens::frame::hold_focus(ui, &here);
        }
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut egui::RawInput) {
        if self.keys.pace(raw_input) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.receive(ctx);
        self.run_clock(ctx);
        self.take_drops(ctx);
        self.note_window(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.listen(&ctx);
        let is_modal_open = self.model.is_modal_open();
        heard::window(&ctx, "Torus");
        self.focus.begin(&ctx, is_modal_open);
        heard::whole_page(ui, is_modal_open);
        let mut actions = Vec::new();
        if self.model.is_help_open {
            screens::help::show(&ctx, &mut actions);
        }
        if self.model.is_path_open {
            self.screens.path.show(&ctx, &mut actions);
        }
        self.show_page(ui, &mut actions);
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            screens::shell::drop_place(&ctx);
        }
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        let before = self.model.place();
        self.has_failed = false;
        for action in actions {
            self.apply(&ctx, action);
            if self.has_failed {
                // What could not be kept must stay on the screen, not be left for the next question.
                break;
            }
        }
        if self.model.place() != before {
            self.keys.rest();
            self.focus.leave();
        }
        self.focus.end(&ctx, is_modal_open);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.note_place();
        self.save_settings();
        self.finish_purge();
    }
}
