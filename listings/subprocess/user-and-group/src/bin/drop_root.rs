use std::fs::{Permissions, set_permissions, write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::{env, process::Command, ptr};

use anyhow::Result;
use nix::unistd::{Gid, Uid, setgid, setuid};
use nix::{errno::Errno, libc::setgroups};
use user_and_group::{STRANGER, allowed};

/// Can the child read our ledger? `None`: it was not allowed to start.
fn reads(cat: &mut Command) -> Result<Option<bool>> {
    Ok(allowed(cat.arg("ledger"))?.map(|output| output.status.success()))
}

fn main() -> Result<()> {
    let folder = tempfile::tempdir()?;
    env::set_current_dir(&folder)?; // ①
    set_permissions(".", Permissions::from_mode(0o755))?;
    write("ledger", "42 euros")?;
    set_permissions("ledger", Permissions::from_mode(0o640))?; // ②
    let (user, group) = (Uid::from_raw(STRANGER), Gid::from_raw(STRANGER));
    let [mut alone, mut late, mut all] = [(); 3].map(|()| Command::new("cat"));
    // SAFETY: the closures make system calls only. The list has no entry.
    unsafe {
        alone.pre_exec(move || Ok(setuid(user)?));
        late.pre_exec(move || Ok(setuid(user).and_then(|()| setgid(group))?));
        let no_groups = || Errno::result(setgroups(0, ptr::null()));
        let ids = move || setgid(group).and_then(|()| setuid(user));
        all.pre_exec(move || Ok(no_groups().and_then(|_| ids())?));
    }
    let leaked = reads(&mut alone)? != Some(false);
    println!("setuid alone:          leaks or EPERM {leaked}"); // ③
    let refused = reads(&mut late)?.is_none();
    println!("setuid before setgid:  EPERM {refused}"); // ④
    println!("groups, group, user:   leaks {}", reads(&mut all)? == Some(true));
    let std = reads(Command::new("cat").gid(STRANGER).uid(STRANGER))?;
    println!("gid and uid:           leaks {}", std == Some(true)); // ⑤
    Ok(())
}
