use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, exit, guard};
use nix::sys::prctl::{get_no_new_privs, set_no_new_privs};
use passed_on::{by_each_method, exit_code};

fn row(who: String) {
    let set = get_no_new_privs().unwrap_or(false);
    println!("{who:<11}{}", if set { "set" } else { "not set" });
}

const ROW: Target<String> = Target::new("row", row);

fn compare(has_server: bool) -> Result<()> {
    if has_server {
        let first = Process::call(&ROW, "first".to_owned()); // ①
        exit_code(first.with_start_method(StartMethod::ForkServer))?;
    }
    set_no_new_privs()?;
    row("parent".to_owned());
    by_each_method(|who| Process::call(&ROW, who))?;
    Ok(())
}

fn main() -> Result<()> {
    guard(&[&ROW])?;
    for has_server in [false, true] {
        let parent = Process::new(move || {
            compare(has_server).unwrap_or_else(|error| {
                eprintln!("Error: {error:?}"); // ②
                exit(1)
            });
        });
        if exit_code(parent)? != 0 {
            exit(1); // it has said why
        }
    }
    Ok(())
}
