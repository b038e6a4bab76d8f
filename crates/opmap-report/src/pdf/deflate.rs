//! Compression of what goes into the file.

use std::io::Write;
use std::sync::mpsc;
use std::thread;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Stream};

/// Compresses what `make` hands over, each while the next is made, and returns it in the same order.
pub(super) fn all(make: impl FnOnce(&mut dyn FnMut(Vec<u8>))) -> Vec<Vec<u8>> {
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel::<Vec<u8>>();
        let beside = scope.spawn(move || receiver.iter().map(|bytes| one(&bytes)).collect());
        make(&mut |bytes| sender.send(bytes).expect("the other side listens to the end"));
        drop(sender);
        beside.join().expect("compression does not fail")
    })
}

/// Compresses some bytes.
pub(super) fn one(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let compressed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    compressed.expect("memory takes whatever is written to it")
}

/// A stream of the file with what is compressed already.
pub(super) fn stream(dictionary: Dictionary, compressed: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dictionary, compressed);
    stream.dict.set("Filter", "FlateDecode");
    stream
}
