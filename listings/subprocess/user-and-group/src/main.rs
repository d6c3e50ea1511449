use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::Result;
use nix::unistd::{getgid, getuid};
use user_and_group::allowed;

/// The user that owns nothing.
const NOBODY: u32 = 65534;

/// Asks a child who it is. `None`: it may not become that user.
fn became(uid: u32, gid: u32) -> Result<Option<bool>> {
    let mut id = Command::new("id");
    id.arg("-u").uid(uid).gid(gid); // ①
    let Some(output) = allowed(&mut id)? else { return Ok(None) };
    let answer = String::from_utf8(output.stdout)?;
    Ok(Some(answer.trim() == uid.to_string()))
}

fn main() -> Result<()> {
    let myself = became(getuid().as_raw(), getgid().as_raw())?;
    println!("as myself: it worked: {}", myself == Some(true)); // ②
    let nobody = became(NOBODY, NOBODY)?;
    println!("as nobody: it worked, or EPERM: {}", nobody != Some(false)); // ③
    Ok(())
}
