use std::env;
use std::fs::File;
use std::io::{Read, Seek, Write, pipe, read_to_string};

use anyhow::Result;
use multiprocessing::Process;

fn look(who: &str, loaves: u32, mut recipe: &File) -> Result<()> {
    let mut line = [0; 6];
    recipe.read_exact(&mut line)?;
    let line = str::from_utf8(&line)?.trim_end();
    let oven = env::var("OVEN").unwrap_or("cold".into());
    let at_root = env::current_dir()?.parent().is_none();
    println!("{who}: loaves {loaves}, OVEN {oven}, in /: {at_root}");
    println!("{who}: the recipe goes on with {line}");
    Ok(())
}

fn main() -> Result<()> {
    let (mut loaves, mut recipe) = (0, tempfile::tempfile()?);
    recipe.write_all(b"flour\nwater\n")?;
    recipe.rewind()?;
    let (reader, mut writer) = pipe()?;

    let mut child = Process::new(|| {
        loaves += 1; // ①
        env::set_current_dir("/").expect("everybody may enter it"); // ②
        // SAFETY: there is one thread.
        unsafe { env::set_var("OVEN", "hot") };
        look("child", loaves, &recipe).expect("the recipe has a line"); // ③
        writer.write_all(b"one loaf").expect("the parent reads"); // ④
    });
    child.start()?;
    child.join()?;
    drop(child);
    look("parent", loaves, &recipe)?;
    drop(writer); // ⑤
    println!("parent: the child wrote: {}", read_to_string(reader)?);
    Ok(())
}
