use std::time::Duration;

use anyhow::{Result, bail};
use build_run::{Error, Run};

fn main() -> Result<()> {
    let sort = Run::new("sort").input("Oslo\nLima\nCairo\n");
    let sorted = sort.capture().check().run()?; // ①
    print!("{}", str::from_utf8(&sorted.stdout)?);

    let letter = vec![b'x'; 1 << 20];
    let copy = Run::new("cat").input(letter.clone()).capture().run()?;
    println!("cat: the same, {}", copy.stdout == letter);
    let unread = Run::new("true").input(letter).run()?;
    println!("true: returncode {}", unread.returncode());

    let fruit = "printf apple; printf orange >&2; kill -KILL $$";
    let fruit = Run::new("sh").arg("-c").arg(fruit);
    let fruit = fruit.capture_merged().run()?; // ②
    println!("sh: returncode {}", fruit.returncode());
    println!("    {}", str::from_utf8(&fruit.stdout)?);

    let bake = Run::new("sh").arg("-c").arg("echo dough; exec sleep 60");
    match bake.capture().timeout(Duration::from_millis(300)).run() {
        Err(Error::TimedOut { program, stdout, .. }) => {
            // ③
            let so_far = str::from_utf8(&stdout)?.trim();
            println!("{}: too late, so far {so_far}", program.display());
        }
        other => bail!("sleep has slept for a minute: {:?}", other?),
    }
    Ok(())
}
