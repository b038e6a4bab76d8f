//! Compression of what goes into the file.

use std::io::Write;
use std::num::NonZero;
use std::sync::mpsc;
use std::thread;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Stream};

/// Compresses what `make` hands over, each while the next is made, and returns it in the same order.
pub(super) fn all(make: impl FnOnce(&mut dyn FnMut(Vec<u8>))) -> Vec<Vec<u8>> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let begin = |_| {
            let (sender, receiver) = mpsc::channel::<Vec<u8>>();
            let work = move || receiver.iter().map(|bytes| one(&bytes)).collect::<Vec<_>>();
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
