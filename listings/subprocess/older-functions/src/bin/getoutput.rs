use anyhow::{Context, Result};
use older_functions::getstatusoutput;

fn main() -> Result<()> {
    let commands = [
        "echo rye; echo burnt >&2",
        r"printf 'oat\n\n'; exit 3",
        "kill $$",
        "no-such-oven 2>/dev/null",
    ];
    for command in commands {
        let (code, text) = getstatusoutput(command).context("cannot run sh")?;
        println!("{code:>3} {text:?}  {command}");
    }
    Ok(())
}
