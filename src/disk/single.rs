//! Sees to it that one window at a time works on a data folder, and hands the files of a second start to the first.
//! Never opens those files.
//!
//! The lock is the kernel's, so it ends with its process however that ends. The socket only carries paths; who has the
//! lock is the first, whatever the socket says.

use super::DataFolder;
use interprocess::local_socket::traits::{Listener as _, Stream as _};
use interprocess::local_socket::{
    GenericFilePath, GenericNamespaced, Listener, ListenerOptions, Name, NameType, Stream,
};
use interprocess::local_socket::{ToFsName, ToNsName};
use sha2::{Digest, Sha256};
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Some hundreds of long paths; whatever is longer was not sent by a second start.
const LONGEST_MESSAGE_BYTES: u64 = 256 * 1024;
/// A second start speaks at once; whoever takes longer is not listened to.
const PATIENCE: Duration = Duration::from_secs(2);
/// A first that is just starting may not listen yet.
const RETRY_PAUSE: Duration = Duration::from_millis(50);
/// What the first answers when it has taken the paths.
const TAKEN: &[u8] = b"taken\n";

/// Whether this process is the first on a data folder.
#[derive(Debug)]
pub enum Claim {
    /// It is, until the guard is dropped.
    First(Guard),
    /// Another one is.
    Second(Handover),
}

/// Claims `folder`, which must have been made. Where locks do not work, as on some network folders, everybody is the
/// first.
pub fn claim(folder: &DataFolder) -> Claim {
    let address = Address::of(folder);
    let path = folder.root().join("torus.lock");
    let Ok(file) = File::options().create(true).truncate(false).write(true).open(path) else {
        return Claim::First(Guard { address, lock: None, listening: None });
    };
    match file.try_lock() {
        Ok(()) => Claim::First(Guard { address, lock: Some(file), listening: None }),
        Err(TryLockError::WouldBlock) => Claim::Second(Handover { address }),
        Err(TryLockError::Error(_)) => Claim::First(Guard { address, lock: None, listening: None }),
    }
}

/// Claims `folder`, or hands `paths` to the process that has it: then there is no guard.
///
/// A process that was killed a moment ago can still have the lock, and answers no more. So whoever does not answer is
/// asked again, and the folder is ours as soon as it is free.
///
/// # Errors
/// What [`Handover::hand_over`] returns, where the folder stays with a process that does not answer.
pub fn claim_or_hand_over(folder: &DataFolder, paths: &[PathBuf]) -> io::Result<Option<Guard>> {
    let started = Instant::now();
    loop {
        // Asked before the claim, so that there is one more claim after the last answer that did not come.
        let is_last = started.elapsed() >= PATIENCE;
        let handover = match claim(folder) {
            Claim::First(guard) => return Ok(Some(guard)),
            Claim::Second(handover) => handover,
        };
        match handover.hand_over(paths) {
            Ok(()) => return Ok(None),
            Err(error) if is_last || error.kind() == ErrorKind::InvalidInput => return Err(error),
            Err(_) => thread::sleep(RETRY_PAUSE),
        }
    }
}

/// Holds a data folder.
#[derive(Debug)]
pub struct Guard {
    address: Address,
    /// `None` where locks do not work.
    lock: Option<File>,
    listening: Option<Listening>,
}

#[derive(Debug)]
struct Listening {
    is_over: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Guard {
    /// Calls `on_paths` with the absolute paths that each second start was given, possibly none, on a thread of its
    /// own. It should be quick: put them into a channel, wake the window.
    ///
    /// # Errors
    /// When no socket can be made. Everything else works without one; a second start then cannot hand over its files.
    pub fn listen(&mut self, on_paths: impl Fn(Vec<PathBuf>) + Send + 'static) -> io::Result<()> {
        self.stop_listening();
        // A name that somebody else still holds is left over from a process that was killed, for the lock is ours.
        let options = ListenerOptions::new().name(self.address.name()?).try_overwrite(self.lock.is_some());
        let listener = options.max_spin_time(PATIENCE).create_sync()?;
        let is_over = Arc::new(AtomicBool::new(false));
        let is_over_there = Arc::clone(&is_over);
        let thread = thread::Builder::new().name("second starts".into());
        let thread = thread.spawn(move || serve(&listener, &is_over_there, &on_paths))?;
        self.listening = Some(Listening { is_over, thread });
        Ok(())
    }

    fn stop_listening(&mut self) {
        let Some(Listening { is_over, thread }) = self.listening.take() else { return };
        is_over.store(true, Ordering::SeqCst);
        // The thread waits for a connection: it gets one. Where that fails it is left to the end of the process.
        if self.address.connect().is_ok() {
            let _ = thread.join();
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.stop_listening();
    }
}

/// The way to the process that has the data folder.
#[derive(Debug)]
pub struct Handover {
    address: Address,
}

impl Handover {
    /// Hands `paths` to the first process, which shows its window also when there are none.
    ///
    /// # Errors
    /// When it does not answer within two seconds, or a path is not Unicode or the message too long.
    pub fn hand_over(&self, paths: &[PathBuf]) -> io::Result<()> {
        let paths = paths.iter().map(std::path::absolute).collect::<io::Result<Vec<_>>>()?;
        let mut message = serde_json::to_vec(&paths).map_err(|error| io::Error::new(ErrorKind::InvalidInput, error))?;
        message.push(b'\n');
        if message.len() as u64 > LONGEST_MESSAGE_BYTES {
            return Err(io::Error::new(ErrorKind::InvalidInput, "these are too many files to hand over at once"));
        }
        let mut stream = self.connect()?;
        set_patience(&stream);
        stream.write_all(&message)?;
        stream.flush()?;
        let mut answer = [0; TAKEN.len()];
        stream.read_exact(&mut answer)?;
        if answer == *TAKEN { Ok(()) } else { Err(ErrorKind::InvalidData.into()) }
    }

    fn connect(&self) -> io::Result<Stream> {
        let started = Instant::now();
        loop {
            match self.address.connect() {
                Err(_) if started.elapsed() < PATIENCE => thread::sleep(RETRY_PAUSE),
                outcome => return outcome,
            }
        }
    }
}

/// The name of the socket: the same for everybody who means the same folder, and short enough for any platform.
#[derive(Clone, Debug)]
struct Address(String);

impl Address {
    fn of(folder: &DataFolder) -> Self {
        let path = fs::canonicalize(folder.root()).unwrap_or_else(|_| folder.root().to_owned());
        let hash = Sha256::digest(path.as_os_str().as_encoded_bytes());
        let digits: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self(format!("torus-{digits}.sock"))
    }

    fn name(&self) -> io::Result<Name<'_>> {
        if GenericNamespaced::is_supported() {
            return self.0.as_str().to_ns_name::<GenericNamespaced>();
        }
        std::env::temp_dir().join(&self.0).to_fs_name::<GenericFilePath>().map(Name::into_owned)
    }

    fn connect(&self) -> io::Result<Stream> {
        Stream::connect(self.name()?)
    }
}

fn serve(listener: &Listener, is_over: &AtomicBool, on_paths: &dyn Fn(Vec<PathBuf>)) {
    while !is_over.load(Ordering::SeqCst) {
        match listener.accept() {
            Ok(_) if is_over.load(Ordering::SeqCst) => return,
            // What cannot be understood is passed over: the socket is open to every program of this computer.
            Ok(stream) => drop(take(stream, on_paths)),
            // Out of handles, say: not for ever.
            Err(_) => thread::sleep(RETRY_PAUSE),
        }
    }
}

/// Takes one message: a line with a JSON list of absolute paths.
fn take(mut stream: Stream, on_paths: &dyn Fn(Vec<PathBuf>)) -> io::Result<()> {
    set_patience(&stream);
    let line = read_line(&mut stream)?;
    let paths: Vec<PathBuf> = serde_json::from_slice(&line)?;
    if paths.iter().all(|path| path.is_absolute()) {
        on_paths(paths);
        stream.write_all(TAKEN)?;
    }
    Ok(())
}

/// Reads up to a line feed, for no longer than [`PATIENCE`] and no more than [`LONGEST_MESSAGE_BYTES`].
fn read_line(stream: &mut Stream) -> io::Result<Vec<u8>> {
    let started = Instant::now();
    let mut line = Vec::new();
    let mut part = [0; 4096];
    while started.elapsed() < PATIENCE && (line.len() as u64) < LONGEST_MESSAGE_BYTES {
        let count = match stream.read(&mut part)? {
            0 => return Err(ErrorKind::UnexpectedEof.into()),
            count => count,
        };
        line.extend_from_slice(&part[..count]);
        if let Some(end) = memchr::memchr(b'\n', &line) {
            line.truncate(end);
            return Ok(line);
        }
    }
    Err(ErrorKind::InvalidData.into())
}

/// Where a platform has no time limits for sockets, a silent partner is waited for.
fn set_patience(stream: &Stream) {
    let _ = stream.set_recv_timeout(Some(PATIENCE));
    let _ = stream.set_send_timeout(Some(PATIENCE));
}

#[cfg(test)]
mod tests;
