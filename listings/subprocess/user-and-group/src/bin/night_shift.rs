#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::ffi::CString;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use anyhow::{Context, Result};
    use nix::unistd::{User, getgrouplist, setgid, setgroups, setuid};
    use user_and_group::allowed;

    /// Has `command` run as a user, with all groups that this user is in.
    fn run_as(command: &mut Command, name: &str) -> Result<()> {
        let user = User::from_name(name)?.context("there is no such user")?;
        let groups = getgrouplist(&CString::new(name)?, user.gid)?; // ①
        let become_user = move || {
            setgroups(&groups)?;
            setgid(user.gid)?;
            setuid(user.uid)?;
            Ok(())
        };
        // SAFETY: three system calls, on what the parent has looked up.
        unsafe { command.pre_exec(become_user) };
        Ok(())
    }

    let mut id = Command::new("id");
    id.arg("-un");
    run_as(&mut id, "nobody")?;
    let done = allowed(&mut id)?.map(|output| output.stdout == b"nobody\n");
    println!("as nobody: it worked, or EPERM: {}", done != Some(false));
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has setgroups on Linux");
}
