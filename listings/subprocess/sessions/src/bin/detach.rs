#[cfg(target_os = "linux")]
fn main() -> anyhow::Result<()> {
    use std::io::{Read, Write, pipe};
    use std::process::exit;

    use function_style::start;
    use nix::sys::prctl::set_child_subreaper;
    use nix::sys::wait::{WaitStatus, wait, waitpid};
    use nix::unistd::{getpid, getppid, getsid, setsid};

    set_child_subreaper(true)?; // ①
    let (me, session) = (getpid(), getsid(None)?);
    let (mut gate, key) = pipe()?;
    let (mut heard, mut tell) = pipe()?;
    let mut key = Some(key);
    let baker = || {
        key = None;
        gate.read_to_end(&mut Vec::new()).expect("main opens"); // ④
        let (alone, its) = (getsid(None) != Ok(session), getsid(None));
        let (leads, adopted) = (its == Ok(getpid()), getppid() == me);
        let facts = format!("own session: {alone}, leads it: {leads}");
        write!(tell, "{facts}, adopted: {adopted}").expect("main listens");
    };
    let middle = || {
        setsid().expect("no leader yet"); // ②
        // SAFETY: this program has one thread.
        unsafe { start(baker) }.expect("cannot start the baker"); // ③
    };
    // SAFETY: this program has one thread.
    let middle = unsafe { start(middle) }?;
    if waitpid(middle, None)? != WaitStatus::Exited(middle, 0) {
        exit(1); // the middle process has said why
    }
    drop((key, tell));
    let mut facts = String::new();
    heard.read_to_string(&mut facts)?;
    println!("{facts}");
    wait().map(drop).map_err(Into::into)
}
