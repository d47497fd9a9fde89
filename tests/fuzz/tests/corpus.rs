//! Every input of the corpus keeps the promises: the seeds, and what a fuzzer has
//! found to break one, which is added here when it is mended.

use std::{fs, path::Path};

use fuzz_tests::{Reader, Target};

#[test]
fn every_input_of_the_corpus_keeps_the_promises() {
    let reader = Reader::new();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in Target::ALL {
        let folder = fs::read_dir(corpus.join(target.name())).expect("it is there");
        let mut inputs = 0;
        for entry in folder {
            let path = entry.expect("it can be listed").path();
            println!("{}", path.display());
            reader.run(target, &fs::read(path).expect("it can be read"));
            inputs += 1;
        }
        assert!(inputs > 2, "{} of {}", inputs, target.name());
    }
}

#[test]
fn bytes_of_no_kind_are_read_by_every_target() {
    let reader = Reader::new();
    let long = vec![b'('; 100_000];
    let all: Vec<u8> = (0..=255).collect();
    for target in Target::ALL {
        for bytes in [&b""[..], b"\xff\xfe", b"\0", b"%", &all, &long] {
            reader.run(target, bytes);
        }
    }
}
