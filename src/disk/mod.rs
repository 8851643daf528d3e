//! The only room that opens files, the results in SQLite aside: banks, settings, exports, changes on the disk
//! and the data folder.

pub mod authoring;
mod bank_file;
mod below;
mod class_file;
mod class_tables;
mod data_folder;
mod hand_in;
mod hand_in_outbox;
mod handed_in;
mod head;
mod imported;
mod letters;
mod nearest;
mod picture;
mod platform;
mod save;
mod settings;
mod single;
mod svg;
mod watch;
mod watched;

pub use bank_file::{BANK_SIZE_LIMIT_BYTES, BankFileError, read_bank_text, read_table_text};
pub use below::{FilesBelow, bank_files_below, csv_files_below, kept_papers_below};
pub use class_file::ClassChoices;
pub use class_tables::{ClassTables, TableFileError, gather_tables};
pub use data_folder::{DataFolder, DataFolderError};
pub use hand_in::{HandInError, hand_in, handed_in_file, try_folder};
pub use hand_in_outbox::{Outbox, Waiting};
pub use handed_in::{FileStamp, FolderLook, HandedIn, HandedInFile};
pub use head::head_of;
pub use imported::{ImportError, import_into};
pub use letters::LettersOfFonts;
pub use nearest::nearest_bank;
pub use picture::{Picture, PictureBytes, PicturesBeside, picture_beside, read_picture};
pub use platform::{remember_data_folder, usual_data_folder};
pub use save::{free_path, save_atomically, save_new};
pub use settings::{HandInChoice, Settings, SetupChoice, ThemeChoice, WindowPlace};
pub use single::{Claim, Guard, Handover, claim, claim_or_hand_over};
pub use watch::{Watch, WatchError, WatchNews};
pub use watched::Watched;
