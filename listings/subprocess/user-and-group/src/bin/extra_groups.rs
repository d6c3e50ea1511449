#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::collections::BTreeSet;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use anyhow::{Context, Result};
    use nix::unistd::{Gid, getegid, getgid, getgroups, getuid, setgroups};

    type Groups = BTreeSet<u32>;

    /// The groups of a child.
    fn groups(id: &mut Command) -> Result<Groups> {
        let output = id.arg("-G").output().context("cannot run id")?;
        let text = String::from_utf8(output.stdout)?;
        Ok(text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
    }

    let two = [Gid::from_raw(4), Gid::from_raw(20)];
    let may_set = setgroups(&two).is_ok(); // ①
    let main = getegid().as_raw();
    let mine = getgroups()?.into_iter().map(Gid::as_raw);
    let mine: Groups = mine.chain([main]).collect();

    let id = || Command::new("id");
    println!("nothing set: kept {}", groups(&mut id())? == mine);
    let gid = groups(id().gid(getgid().as_raw()))?;
    println!("gid:         kept {}", gid == mine);
    let uid = groups(id().uid(getuid().as_raw()))?; // ②
    let only_main = Groups::from([main]);
    let expected = if may_set { &only_main } else { &mine };
    println!("uid:         lost where it can be {}", uid == *expected);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("nix has setgroups on Linux");
}
