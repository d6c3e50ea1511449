use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, ensure};

fn by_hand(raw: i32) -> String {
    let (low, high) = (raw & 0x7f, raw >> 8 & 0xff);
    match low {
        0 => format!("exit code {high}"),
        0x7f if raw == 0xffff => "continued".to_owned(),
        0x7f => format!("stopped by signal {high}"),
        _ => format!("signal {low}, core dumped: {}", raw & 0x80 != 0),
    }
}

fn by_std(status: ExitStatus) -> String {
    if let Some(code) = status.code() {
        format!("exit code {code}")
    } else if let Some(signal) = status.signal() {
        format!("signal {signal}, core dumped: {}", status.core_dumped())
    } else if let Some(signal) = status.stopped_signal() {
        format!("stopped by signal {signal}")
    } else {
        assert!(status.continued());
        "continued".to_owned()
    }
}

fn main() -> Result<()> {
    let mut real = Command::new("sh");
    let real = real.args(["-c", "exit 3"]).status().context("cannot run sh")?;
    for raw in [real.into_raw(), 0x0009, 0x008b, 0x137f, 0xffff] {
        let by_std = by_std(ExitStatus::from_raw(raw));
        ensure!(by_hand(raw) == by_std, "{raw:#06x}: {by_std}");
        println!("{raw:#06x}: {by_std}");
    }
    Ok(())
}
