use std::process::Command;
use std::sync::Mutex;
use std::thread::Builder;

use multiprocessing::{Process, Result, StartMethod, Target, exit, guard};

static BAG: Mutex<Vec<&str>> = Mutex::new(Vec::new());

/// Puts Oslo into the bag, and says how many cities were there before.
fn pack() -> i32 {
    let mut bag = BAG.lock().unwrap();
    bag.push("Oslo");
    bag.len() as i32 - 1
}

const PACK: Target<()> = Target::new("pack", |()| exit(pack() as u8));

fn in_child(method: StartMethod) -> Result<Option<i32>> {
    let mut child = Process::call(&PACK, ()).with_start_method(method);
    child.start()?;
    child.join()?;
    child.exitcode()
}

fn main() -> anyhow::Result<()> {
    guard(&[&PACK])?; // ①
    let shell = ["-c", "exit $#"]; // ②
    for way in ["thread", "fork", "spawn", "program"] {
        *BAG.lock().unwrap() = vec!["Paris", "Rome"];
        let found = match way {
            "thread" => Builder::new().spawn(pack)?.join().ok(),
            "fork" => in_child(StartMethod::Fork)?,
            "spawn" => in_child(StartMethod::Spawn)?,
            _ => Command::new("sh").args(shell).status()?.code(),
        };
        let (found, left) = (found.unwrap_or(-1), BAG.lock().unwrap().len());
        println!("{way:7} finds {found} cities and leaves {left}"); // ③
    }
    Ok(())
}
