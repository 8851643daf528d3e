//! The actions about a bank that goes to another program: what would arrive is worked out first, and saved where it is wanted.

use crate::app::action::{BankExportDeed, Export, Page};
use crate::app::app::App;
use crate::app::inbox::Message;
use crate::app::state::bank_export::{BankExport, Written};
use crate::app::workers::bank_export::write_for;
use crate::app::workers::export::Saved;
use crate::disk::save_atomically;
use crate::exchange::Target;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Carries out what a teacher does with a bank that goes to another program.
    pub(in crate::app) fn export_bank(&mut self, deed: BankExportDeed) {
        match deed {
            BankExportDeed::Open(bank_id) => self.open_export(&bank_id),
            BankExportDeed::For(target) => self.export_for(target),
            BankExportDeed::Save => self.save_export(),
        }
    }

    fn open_export(&mut self, bank_id: &str) {
        let Some(bank) = self.model.banks.iter().find(|bank| *bank.id == *bank_id).cloned() else { return };
        let before = self.model.bank_export.take();
        let (target, number) = before.map_or((Target::ALL[0], 0), |before| (before.target, before.number));
        self.screens.bank_export = crate::app::screens::bank_export::BankExportScreen::default();
        self.model.bank_export = Some(BankExport { bank, target, written: None, number });
        self.model.page = Page::BankExport;
        self.export_for(target);
    }

    /// Works out what arrives there.
    fn export_for(&mut self, target: Target) {
        let (writer, reporter) = (self.world.question_writer(), self.inbox.reporter());
        let Some(export) = &mut self.model.bank_export else { return };
        (export.target, export.written) = (target, None);
        export.number += 1;
        let (bank, number) = (Arc::clone(&export.bank), export.number);
        let file = self.path_of(&bank.id);
        write_for(writer, bank, file, target, number, reporter);
    }

    pub(in crate::app) fn bank_written(&mut self, number: u64, written: Written) {
        if let Some(export) = self.model.bank_export.as_mut().filter(|export| export.number == number) {
            export.written = Some(Arc::new(written));
        }
    }

    fn save_export(&self) {
        let Some(export) = self.model.bank_export.as_ref().filter(|export| export.is_ready()) else { return };
        let file_name = export_name(export);
        let folder = self.model.settings.last_export_folder.clone().map(PathBuf::from);
        let wanted = Export::Bank(export.target);
        self.world.choose_place(folder.as_deref(), &file_name, wanted, self.inbox.reporter());
    }

    /// Saves what was worked out and told.
    pub(in crate::app) fn save_export_at(&self, path: PathBuf, target: Target) {
        let Some(export) = self.model.bank_export.as_ref().filter(|export| export.target == target) else { return };
        let Some(written) = export.written.clone() else { return };
        let path = if path.extension().is_none() { path.with_extension(target.ending()) } else { path };
        let reporter = self.inbox.reporter();
        std::thread::spawn(move || {
            let outcome = save(&path, &written).map(|()| Saved::default()).map_err(Into::into);
            reporter.send(Message::Saved { path, outcome });
        });
    }
}

fn export_name(export: &BankExport) -> String {
    let plain = |sign: char| if sign.is_alphanumeric() { sign } else { '-' };
    let name: String = export.bank.id.chars().map(plain).collect();
    format!("{name}.{}", export.target.ending())
}

fn save(path: &Path, written: &Written) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    save_atomically(path, |file| file.write_all(&written.exported.bytes))
}
