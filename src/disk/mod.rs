//! The only room that opens files, the results in SQLite aside: banks, settings, exports, changes on the disk
//! and the data folder.

pub mod bank_file;
pub mod below;
pub mod data_folder;
mod nearest;
pub mod picture;
pub mod save;
pub mod settings;
pub mod single;
mod svg;
pub mod watch;
mod watched;

pub use bank_file::{BANK_SIZE_LIMIT_BYTES, BankFileError, read_bank_text};
pub use below::{BankFiles, bank_files_below};
pub use data_folder::{DataFolder, DataFolderError};
pub use nearest::nearest_bank;
pub use picture::{Picture, PicturesBeside, picture_beside, read_picture};
pub use save::{save_atomically, save_new};
pub use settings::{Settings, SetupChoice, ThemeChoice, WindowPlace};
pub use single::{Claim, Guard, Handover, claim, claim_or_hand_over};
pub use watch::{Watch, WatchError, WatchNews};
pub use watched::Watched;
