use std::env;

use anyhow::Result;
use multiprocessing::{Process, Target, guard};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::stat::{Mode, umask};
use passed_on::{by_each_method, nice};

const FILES: Resource = Resource::RLIMIT_NOFILE;

fn row((who, first): (String, i32)) {
    let menu = env::var("MENU").unwrap_or_default();
    let dir = env::current_dir().unwrap_or_default();
    let mask = umask(Mode::empty()); // ①
    umask(mask);
    let nice = nice(0) - first;
    let (files, _) = getrlimit(FILES).unwrap_or_default();
    let dir = dir.display();
    println!("{who:<11}{menu:<5}{dir:<5}{mask:03o}   +{nice:<4}{files}");
}

const ROW: Target<(String, i32)> = Target::new("row", row);

fn main() -> Result<()> {
    guard(&[&ROW])?;
    let first = nice(0);
    println!("{:<11}menu cwd  umask nice files", "");
    let changes = [("tea", "/", 0o27, 200), ("cake", "/dev", 0o77, 100)];
    for (menu, dir, mask, files) in changes {
        // SAFETY: this process has one thread.
        unsafe { env::set_var("MENU", menu) };
        env::set_current_dir(dir)?;
        umask(Mode::from_bits_truncate(mask));
        nice(1);
        setrlimit(FILES, files, getrlimit(FILES)?.1)?;
        row(("parent".to_owned(), first)); // ②
        by_each_method(|name| Process::call(&ROW, (name, first)))?; // ③
    }
    Ok(())
}
