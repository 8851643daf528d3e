//! One frame of the window: hears the world, shows the page, carries out what it pushed.

use crate::app::action::{Action, Page};
use crate::app::app::App;
use crate::app::screens;
use crate::app::state::play::Phase;
use crate::app::widgets::heard;
use egui::{Context, Rect, Role, Ui};

impl App {
    /// Whether something lies over the page that has to be answered first.
    fn is_something_over_the_page(&self) -> bool {
        let play = self.model.play.as_ref().filter(|_| self.model.page == Page::Sitting);
        self.model.is_modal_open() || play.is_some_and(|play| self.screens.overview.is_asking(play))
    }

    /// Shows the page; gives back where it stands.
    fn show_page(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Rect {
        let (model, screens) = (&self.model, &mut self.screens);
        let place = model.place();
        if model.page == Page::Sitting
            && let Some(play) = &model.play
        {
            ui.push_id(place, |ui| match play.phase {
                Phase::Overview => screens.overview.show(ui, model, play, actions),
                Phase::Pause => screens::pause::show(ui, model, play, actions),
                Phase::Asking | Phase::Feedback => screens.question.show(ui, model, play, actions),
            });
            return ui.ctx().content_rect();
        }
        let here = screens::shell::side_bar(ui, model, actions);
        let page = ui.available_rect_before_wrap();
        egui::CentralPanel::default().frame(screens::frame::canvas(ui)).show(ui, |ui| {
            // The region is that of the page, whatever of it is shown.
            ui.push_id(model.page, |ui| {
                heard::as_group(ui, Role::Main, &screens::name_of_page(model));
                ui.push_id(place, |ui| match model.page {
                    Page::Library | Page::Sitting => screens::library::show(ui, model, actions),
                    Page::Search => screens.search.show(ui, model, actions),
                    Page::SetUp => screens.setup.show(ui, model, actions),
                    Page::Bank => match &model.bank_page {
                        Some(page) => screens.bank.show(ui, model, page, actions),
                        None => screens::library::show(ui, model, actions),
                    },
                    Page::Author => match &model.author {
                        Some(author) => screens.author.show(ui, model, author, actions),
                        None => screens::library::show(ui, model, actions),
                    },
                    Page::Import => screens.import.show(ui, model, actions),
                    Page::BankExport => match &model.bank_export {
                        Some(export) => screens.bank_export.show(ui, model, export, actions),
                        None => screens::library::show(ui, model, actions),
                    },
                    Page::Result => match &model.result {
                        Some(result) => screens::result::show(ui, model, result, actions),
                        None => screens::library::show(ui, model, actions),
                    },
                    Page::Review => screens.review.show(ui, model, actions),
                    Page::Progress => screens.progress.show(ui, model, actions),
                    Page::History => screens.history.show(ui, model, actions),
                    Page::Marking => screens.marking.show(ui, model, actions),
                    Page::Teach => screens.teach.show(ui, model, actions),
                    Page::Learners => screens.learners.show(ui, model, actions),
                    Page::Settings => screens.settings.show(ui, model, actions),
                });
            });
        });
        if let Some(here) = here {
            screens::frame::hold_focus(ui, &here);
        }
        page
    }
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut egui::RawInput) {
        let now_secs = raw_input.time.unwrap_or_else(|| ctx.input(|input| input.time));
        if self.keys.pace(raw_input, ctx.text_edit_focused(), now_secs) {
            ctx.request_repaint();
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.receive(ctx);
        self.run_clock(ctx);
        self.follow_day();
        self.take_drops(ctx);
        self.expire_notices(ctx);
        self.note_window(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.listen(&ctx);
        let is_modal_open = self.is_something_over_the_page();
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
        if self.model.is_title_open {
            self.screens.title.show(&ctx, &mut actions);
        }
        let page = self.show_page(ui, &mut actions);
        screens::toasts::show(&ctx, page, &self.model, &mut actions);
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            screens::shell::drop_place(&ctx);
        }
        if !actions.is_empty() {
            ctx.request_repaint();
            let clicked_at =
                ctx.input(|input| input.pointer.interact_pos().filter(|_| input.pointer.primary_clicked()));
            if let Some(at) = clicked_at {
                self.keys.spend_click(at);
            }
        }
        let (before, newest_notice) = (self.model.place(), self.notices_told);
        self.has_failed = false;
        for action in actions {
            self.apply(&ctx, action);
            if self.has_failed {
                // What could not be kept must stay on the screen, not be left for the next question.
                break;
            }
        }
        self.leave_notices(before, newest_notice);
        if self.model.place() != before {
            self.keys.rest();
            self.forget_added();
            self.focus.leave();
        }
        self.focus.end(&ctx, is_modal_open);
        // What was asked for before a pass is forgotten where all is shown once more, so it is asked for in each pass.
        if self.keys.is_waiting() {
            ctx.request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.note_place();
        self.save_settings();
        self.finish_author();
        self.finish_papers();
        self.finish_handing_in();
        self.finish_purge();
    }
}
