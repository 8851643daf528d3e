//! The screens, one a file. Each sees the model, keeps its own drafts, and pushes actions.

pub mod answers;
pub mod author;
pub mod bank;
pub mod bank_export;
pub mod certainty;
pub mod dispute;
pub mod feedback;
pub mod folder;
pub mod frame;
pub mod handing_in;
pub mod help;
pub mod history;
pub mod import;
pub mod learners;
pub mod library;
pub mod marking;
pub mod overview;
pub mod path;
pub mod pause;
pub mod printing;
pub mod progress;
pub mod question;
pub mod remark_list;
pub mod result;
pub mod review;
pub mod search;
pub mod settings;
pub mod setup;
pub mod shell;
pub mod teach;
pub mod toasts;
pub mod trial;
pub mod unfinished;
pub mod why;

use crate::app::action::Page;
use crate::app::state::model::Model;

/// What a screen reader calls the page when the focus comes into it.
pub fn name_of_page(model: &Model) -> String {
    match model.page {
        Page::Library => "Library".to_owned(),
        Page::Search => "Find a question".to_owned(),
        Page::SetUp => "How the quiz is to be held".to_owned(),
        Page::Bank => model.bank_page.as_ref().map_or_else(String::new, |page| format!("Bank {}", page.file_name)),
        Page::Author => model.author.as_ref().map_or_else(String::new, |author| format!("Write {}", author.title())),
        Page::Import => import::name_of_page(model),
        Page::BankExport => bank_export::name_of_page(model),
        Page::Sitting => "Question".to_owned(),
        Page::Result => match &model.result {
            Some(result) => result::spoken(result),
            None => "Result".to_owned(),
        },
        Page::Review => "Review".to_owned(),
        Page::Progress => "Progress".to_owned(),
        Page::History => "History".to_owned(),
        Page::Marking => marking::name_of_page(model),
        Page::Teach => teach::name_of_page(model),
        Page::Learners => "Learners".to_owned(),
        Page::Settings => "Settings".to_owned(),
    }
}
