//! `cargo test --test house` holds the order of the files: see
//! `support/house.rs`.

use std::path::Path;

use libtest_mimic::{Arguments, Trial};
use support::house::{self, House};
use support::listings;
use support::verdict::verdict;

/// The library, of which a page shows the floors.
const LIBRARY: House = House {
    dir: "listings/multiprocessing/src",
    name: "multiprocessing",
    title: "The library, floor by floor",
    floors: &[
        "error", "sys", "wire", "child", "here", "run", "start", "process",
        "lib",
    ],
};

/// The ground floor first.
const HOUSES: [House; 3] = [
    LIBRARY,
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
    let mut trials = Vec::from(trials);
    trials.push(Trial::test("the page shows the library as it is", || {
        let dir = root.join("listings/multiprocessing");
        listings::insta(&dir, "floors", &house::plan(root, &LIBRARY));
        Ok(())
    }));
    libtest_mimic::run(&arguments, trials).exit();
}
