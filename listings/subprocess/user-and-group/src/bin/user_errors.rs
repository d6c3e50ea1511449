use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};
use nix::libc::EINVAL;
use nix::unistd::User;

fn main() -> Result<()> {
    let baker = User::from_name("no-such-baker")?;
    println!("an unknown name: {:?}", baker.map(|user| user.uid));
    let mut id = Command::new("id");
    match id.uid(u32::MAX).output() {
        Ok(_) => println!("uid 4294967295:  started"),
        Err(error) if error.raw_os_error() == Some(EINVAL) => {
            println!("uid 4294967295:  EINVAL"); // ①
        }
        Err(error) => return Err(error).context("cannot run id"),
    }
    Ok(())
}
