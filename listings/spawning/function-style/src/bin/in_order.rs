use anyhow::Result;
use function_style::start;
use nix::sys::wait::waitpid;

fn main() -> Result<()> {
    for (i, name) in (1..).zip("Python".chars()) {
        // SAFETY: this program has one thread.
        let child = unsafe { start(|| println!("no. {i} is {name}")) }?;
        waitpid(child, None)?; // the next one starts after this one's end
    }
    Ok(())
}
