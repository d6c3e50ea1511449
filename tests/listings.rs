//! `cargo test` runs every listing and twin; `cargo test function-style` those
//! of one page. See `support/listings.rs`.

#[path = "support/listings.rs"]
mod listings;
#[path = "support/supervise.rs"]
mod supervise;

use std::path::Path;

fn main() {
    supervise::if_asked();
    let arguments = libtest_mimic::Arguments::from_args();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    listings::test(root, &arguments).exit();
}
