//! Our own shuffle over the raw ChaCha8 stream.
