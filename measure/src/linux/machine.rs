//! What the numbers were measured on, and with which versions.

use std::collections::BTreeMap;
use std::ffi::CStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, ensure};
use nix::libc;
use nix::sys::utsname::uname;

use super::python;

/// The crates that are measured beside the library.
const PEERS: [&str; 4] = ["duct", "procspawn", "rusty-fork", "subprocess"];

pub fn facts() -> Result<BTreeMap<&'static str, String>> {
    let cpuinfo = fs::read_to_string("/proc/cpuinfo")?;
    let field = |name: &str| {
        let line = cpuinfo.lines().find(|line| line.starts_with(name));
        line.and_then(|line| Some(line.split_once(": ")?.1.trim()))
    };
    let kind = match field("flags").is_some_and(|f| f.contains("hypervisor")) {
        true => "a virtual machine",
        false => "a machine",
    };
    let release = uname()?.release().to_string_lossy().into_owned();
    let kernel = release.split('-').next().unwrap_or_default();
    let mut facts = BTreeMap::from([
        ("kind", kind.to_owned()),
        ("cores", thread::available_parallelism()?.to_string()),
        ("processor", field("model name").unwrap_or("unknown").to_owned()),
        ("kernel", kernel.to_owned()),
        ("huge-pages", huge_pages()),
        ("scheduler", scheduler().to_owned()),
        ("libc", libc_version()),
        ("rust", second_word("rustc")?),
        ("python", second_word(&python::program()?)?),
    ]);
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = fs::read_to_string(lock).context("cannot read Cargo.lock")?;
    for peer in PEERS {
        let version = lock
            .split_once(&format!("name = \"{peer}\"\nversion = \""))
            .and_then(|(_, rest)| Some(rest.split_once('"')?.0));
        let version = version.with_context(|| format!("no crate {peer}"))?;
        facts.insert(peer, version.to_owned());
    }
    Ok(facts)
}

/// The mode that stands in brackets: `always`, `madvise` or `never`.
fn huge_pages() -> String {
    let file = "/sys/kernel/mm/transparent_hugepage/enabled";
    let modes = fs::read_to_string(file).unwrap_or_default();
    let mode = modes.split(['[', ']']).nth(1);
    mode.unwrap_or("unknown").to_owned()
}

/// A program under `chrt -f 1` has no neighbours to wait for.
fn scheduler() -> &'static str {
    // SAFETY: 0 is this process.
    match unsafe { libc::sched_getscheduler(0) } {
        libc::SCHED_FIFO => "SCHED_FIFO",
        libc::SCHED_OTHER => "SCHED_OTHER",
        _ => "another scheduler",
    }
}

#[cfg(target_env = "gnu")]
fn libc_version() -> String {
    // SAFETY: it returns a string that is there for ever.
    let version = unsafe { CStr::from_ptr(libc::gnu_get_libc_version()) };
    format!("glibc {}", version.to_string_lossy())
}

#[cfg(not(target_env = "gnu"))]
fn libc_version() -> String {
    "another libc than glibc".to_owned()
}

/// The version in what `PROGRAM --version` prints.
fn second_word(program: &str) -> Result<String> {
    let output = Command::new(program)
        .arg("--version")
        .output()
        .with_context(|| format!("cannot run {program}"))?;
    ensure!(output.status.success(), "{program}: {}", output.status);
    let said = String::from_utf8_lossy(&output.stdout);
    let word = said.split_whitespace().nth(1);
    Ok(word.context("no version")?.to_owned())
}
