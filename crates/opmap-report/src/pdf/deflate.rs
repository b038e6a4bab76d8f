//! Compression of what goes into the file.

use std::num::NonZero;
use std::sync::mpsc;
use std::thread;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Dictionary, Stream};

/// Compresses what `make` hands over, each while the next is made, and returns it in the same order.
pub(super) fn all(make: impl FnOnce(&mut dyn FnMut(Vec<u8>))) -> Vec<Vec<u8>> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let begin = |_| {
            let (sender, receiver) = mpsc::channel::<Vec<u8>>();
            let work = move || {
                let mut compressor = Compressor::default();
                receiver.iter().map(|bytes| compressor.compress(&bytes)).collect::<Vec<_>>()
            };
            (sender, scope.spawn(work))
        };
        let (senders, handles): (Vec<_>, Vec<_>) = (0..workers).map(begin).unzip();
        // Each has its turn, so that the order is known.
        let mut turns = senders.iter().cycle();
        make(&mut |bytes| {
            if let Some(sender) = turns.next() {
                sender.send(bytes).expect("the other side listens to the end");
            }
        });
        drop(senders);
        let done = handles.into_iter().map(|it| it.join().expect("compression does not fail").into_iter());
        let mut done: Vec<_> = done.collect();
        let mut turn = 0;
        let in_order = std::iter::from_fn(|| {
            let next = done[turn].next();
            turn = (turn + 1) % workers;
            next
        });
        in_order.collect()
    })
}

/// Compresses some bytes.
pub(super) fn one(bytes: &[u8]) -> Vec<u8> {
    Compressor::default().compress(bytes)
}

/// What compresses one thing after another: its memory is large, and the same for each.
struct Compressor(Compress);

impl Default for Compressor {
    fn default() -> Self {
        Self(Compress::new(Compression::default(), true))
    }
}

impl Compressor {
    fn compress(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut compressed = Vec::with_capacity(bytes.len() / 4);
        let mut rest = bytes;
        loop {
            // It says that it cannot go on where it is given no room at all.
            compressed.reserve(1024);
            let before = self.0.total_in();
            let status = self.0.compress_vec(rest, &mut compressed, FlushCompress::Finish);
            if status.expect("bytes can be compressed, whatever they are") == Status::StreamEnd {
                return compressed;
            }
            let taken = usize::try_from(self.0.total_in() - before).expect("what was taken was in memory");
            rest = &rest[taken..];
        }
    }
}

/// A stream of the file with what is compressed already.
pub(super) fn stream(dictionary: Dictionary, compressed: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dictionary, compressed);
    stream.dict.set("Filter", "FlateDecode");
    stream
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::ZlibDecoder;

    #[test]
    fn what_is_compressed_comes_in_the_order_in_which_it_was_handed_over() {
        let texts: Vec<Vec<u8>> = (0..100_u8).map(|it| vec![it; usize::from(it) * 50]).collect();
        let compressed = super::all(|compress| texts.iter().cloned().for_each(compress));
        let read = |bytes: Vec<u8>| {
            let mut text = Vec::new();
            ZlibDecoder::new(&*bytes).read_to_end(&mut text).unwrap();
            text
        };
        assert_eq!(compressed.into_iter().map(read).collect::<Vec<_>>(), texts);
        assert!(super::all(|_| {}).is_empty());
    }
}
