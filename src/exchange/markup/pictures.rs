//! Where the pictures of another program's text go. Opens and fetches nothing.

use crate::exchange::Remark;

/// Gives the path of a picture in the bank for its address in the other program's text.
pub trait PictureTaker {
    /// The path relative to the bank.
    ///
    /// # Errors
    /// Why there is none: [`Remark::RemotePicture`] puts a link in its place, all others its words.
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark>;
}

/// Has no picture: those of the net are told as such, all others as missing.
pub struct NoPictures;

impl PictureTaker for NoPictures {
    fn take(&mut self, address: &str) -> Result<Box<str>, Remark> {
        if address.starts_with("http") {
            Err(Remark::RemotePicture(address.into()))
        } else {
            Err(Remark::MissingPicture(address.into()))
        }
    }
}
