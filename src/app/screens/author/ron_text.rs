//! The text of the question that is shown, as it stands in the file, to be changed there. Form and text show one thing.

use crate::app::action::{Action, AuthorDeed};
use crate::app::state::author::Author;
use crate::app::theme::Theme;
use crate::app::widgets::{heard, scroll, text};
use crate::author::{Change, QuestionKey};
use crate::syntax::lexer::{Lexer, Token};
use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Margin, ScrollArea, TextBuffer, TextEdit, Ui};

/// What stands in the field.
#[derive(Debug, Default)]
pub(super) struct RonText {
    key: Option<QuestionKey>,
    /// What the file says, when field and file last agreed.
    told: String,
    text: String,
}

impl RonText {
    /// Takes up what has become of the text.
    pub fn follow(&mut self, author: &Author) {
        let written = written(author);
        if self.key != author.selected || self.told != written {
            (self.key, self.told, self.text) = (author.selected, written.to_owned(), written.to_owned());
        }
    }

    /// Shows the field.
    pub fn show(&mut self, ui: &mut Ui, author: &Author, actions: &mut Vec<Action>) {
        let Some(placed) = author.shown() else {
            text::soft(ui, "Choose a question to see its text.");
            return;
        };
        let theme = Theme::of(ui.ctx());
        heard::leave_out(&text::small(ui, "RON text of this question"));
        let name = "RON text of this question";
        let problem = author.fresh_check().and_then(|survey| {
            let own = super::shown_problems::shown_problems(author, survey);
            own.first().map(|index| survey.problems[*index].span.clone())
        });
        let problem = problem
            .map(|span| span.start.saturating_sub(placed.span.start)..span.end.saturating_sub(placed.span.start));
        let scrolling = ScrollArea::vertical().id_salt("author text").auto_shrink(false);
        let is_changed = scroll::show(ui, scrolling, |ui| {
            let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
                let job = highlighted(&theme, text.as_str(), width, problem.as_ref());
                ui.fonts_mut(|fonts| fonts.layout_job(job))
            };
            let edit = TextEdit::multiline(&mut self.text)
                .code_editor()
                // Whoever has only the keys must come out again.
                .lock_focus(false)
                .desired_width(f32::INFINITY)
                .frame(Frame::new().fill(theme.palette.surface).inner_margin(Margin::same(12)))
                .layouter(&mut layouter);
            let response = ui.add(edit);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
            if response.lost_focus() {
                actions.push(Action::Author(AuthorDeed::Rest));
            }
            response.changed()
        });
        if is_changed && self.text != self.told {
            self.told.clone_from(&self.text);
            let change = Change::Text { span: placed.span.clone(), new: self.text.as_str().into() };
            actions.push(Action::Author(AuthorDeed::Change(Box::new(change))));
        }
    }
}

/// The question that is shown, as it stands in the file.
fn written(author: &Author) -> &str {
    let span = author.shown().map(|placed| placed.span.clone()).unwrap_or_default();
    author.document.text().get(span).unwrap_or_default()
}

/// The text with its tokens in colours, and with the first problem underlined.
fn highlighted(theme: &Theme, text: &str, width: f32, problem: Option<&std::ops::Range<usize>>) -> LayoutJob {
    let palette = &theme.palette;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut at = 0;
    let put = |job: &mut LayoutJob, range: std::ops::Range<usize>, colour| {
        let mut format = TextFormat::simple(theme.mono(), colour);
        if problem.is_some_and(|problem| range.start < problem.end && problem.start < range.end) {
            format.underline = egui::Stroke::new(2.0, palette.wrong);
        }
        job.append(&text[range], 0.0, format);
    };
    for (token, range) in Lexer::new(text, 0) {
        if range.start > at {
            put(&mut job, at..range.start, palette.soft);
        }
        let colour = match token {
            Token::Text => palette.right,
            Token::Unclosed => palette.wrong,
            Token::Word => palette.accent,
            Token::Open(_) | Token::Close(_) | Token::Comma | Token::Colon | Token::Other => palette.text,
        };
        at = range.end;
        put(&mut job, range, colour);
    }
    if at < text.len() {
        put(&mut job, at..text.len(), palette.soft);
    }
    job
}
