//! `cargo test --test house` holds the order of the files: see
//! `support/house.rs`.

#[path = "support/house.rs"]
mod house;
#[path = "support/uses.rs"]
mod uses;

use std::path::Path;

use house::House;
use libtest_mimic::{Arguments, Trial};

/// The ground floor first.
const HOUSES: [House; 1] = [House {
    dir: "tools",
    name: "book",
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
}];

fn main() {
    let arguments = Arguments::from_args();
    let root: &'static Path = Path::new(env!("CARGO_MANIFEST_DIR"));
    let trials = HOUSES.map(|house| {
        let name = format!("each file of {} uses only those below", house.dir);
        Trial::test(name, move || {
            let problems = house::check(root, &house);
            let lines = problems.iter().map(ToString::to_string);
            match problems.is_empty() {
                true => Ok(()),
                false => Err(lines.collect::<Vec<_>>().join("\n").into()),
            }
        })
    });
    libtest_mimic::run(&arguments, trials.into()).exit();
}
