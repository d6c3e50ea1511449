//! `cargo test` runs every listing and twin; `cargo test function-style` those
//! of one page. See `support/listings.rs`.

use std::path::Path;

use support::{listings, supervise};

fn main() {
    supervise::if_asked();
    let arguments = libtest_mimic::Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    listings::test(root, &arguments).exit();
}
