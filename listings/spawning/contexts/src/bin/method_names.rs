use anyhow::{Result, bail};
use multiprocessing::{Process, StartMethod, Target, guard};

fn sort(letters: Vec<String>) {
    println!("sorting {}", letters.join(" and "));
}

const SORT: Target<Vec<String>> = Target::new("sort", sort);

/// The start method with this name in Python.
fn start_method(name: &str) -> Result<StartMethod> {
    Ok(match name {
        "fork" => StartMethod::Fork,
        "spawn" => StartMethod::Spawn,
        "forkserver" => StartMethod::ForkServer,
        _ => bail!("cannot find context for '{name}'"),
    })
}

fn main() -> Result<()> {
    guard(&[&SORT])?;
    for name in ["fork", "spawn", "forkserver", "bogus"] {
        let method = match start_method(name) {
            Ok(method) => method,
            Err(error) => {
                println!("{error}");
                continue;
            }
        };
        let letters = vec!["Ada's".to_owned(), "Alan's".to_owned()];
        let child = Process::call(&SORT, letters);
        let mut child = child.with_start_method(method);
        child.start()?;
        child.join()?;
    }
    Ok(())
}
