//! `cargo test --test house` holds the order of the files: see
//! `support/house.rs`.

use std::path::Path;

use libtest_mimic::{Arguments, Trial};
use support::house::{self, House};
use support::verdict::verdict;

/// The ground floor first.
const HOUSES: [House; 2] = [
    House {
        dir: "tools",
        name: "book",
        title: "The book command, floor by floor",
        floors: &[
            "files",
            "html",
            "read",
            "terms",
            "draw",
            "pages",
            "site",
            "render",
            "downloads",
            "build",
            "serve",
            "lib",
            "main",
        ],
    },
    House {
        dir: "tests/support",
        name: "support",
        title: "The tests, floor by floor",
        floors: &[
            "machine",
            "verdict",
            "fixture",
            "supervise",
            "case",
            "run",
            "strace",
            "cargo",
            "listings",
            "page",
            "book",
            "html",
            "numbers",
            "names",
            "uses",
            "house",
            "lib",
        ],
    },
];

fn main() {
    let arguments = Arguments::from_args();
    let root: &'static Path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let trials = HOUSES.map(|house| {
        let name = format!("each file of {} uses only those below", house.dir);
        Trial::test(name, move || verdict(&house::check(root, &house)))
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}
