//! Answers on paper: which printed paper, and then what stands on it, a line a learner. Marks nothing by itself.

mod again;
mod grid;
mod list;

use self::again::AgainForm;
use self::grid::Grid;
use self::list::PaperList;
use crate::app::action::Action;
use crate::app::state::model::Model;
use egui::Ui;

/// The drafts of the page.
#[derive(Debug, Default)]
pub struct MarkingScreen {
    list: PaperList,
    again: AgainForm,
    grid: Grid,
}

impl MarkingScreen {
    /// Shows the page.
    pub fn show(&mut self, ui: &mut Ui, model: &Model, actions: &mut Vec<Action>) {
        match &model.marking.open {
            Some(open) => self.grid.show(ui, model, open, actions),
            None => {
                self.grid = Grid::default();
                self.list.show(ui, model, &mut self.again, actions);
            }
        }
    }
}

/// What a screen reader calls the page.
pub fn name_of_page(model: &Model) -> String {
    match &model.marking.open {
        Some(open) => format!("Mark paper {}", open.paper.code),
        None => "Mark a paper".to_owned(),
    }
}
