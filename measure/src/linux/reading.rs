//! Reading much from a child, each time in a fresh process, so that its peak of
//! memory is its own.

use std::env;
use std::io::Read;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use super::child::kib;
use super::python::Python;
use super::results::Results;
use super::rounds::{Rounds, Said, time};

const ROUNDS: usize = 10;
const BYTES: usize = 256 << 20;

pub fn run(results: &mut Results) -> Result<()> {
    let me = env::current_exe()?.display().to_string();
    let mut rounds = Rounds::new("reading");
    for how in ["output", "loop", "duct", "subprocess"] {
        let me = &me;
        rounds.add_all(move || {
            let output = Command::new(me)
                .args(["--read", how, &BYTES.to_string()])
                .stderr(Stdio::inherit())
                .output()?;
            let text = String::from_utf8(output.stdout)?;
            let numbers = text.split_whitespace().map(str::parse);
            said(how, &numbers.collect::<Result<Vec<f64>, _>>()?)
        });
    }
    let request = format!("read {BYTES} {me}");
    rounds.add_all(move || {
        said("python-run", &Python::start("reading.py")?.ask(&request)?)
    });
    let samples = rounds.run(ROUNDS)?;
    for name in samples.names() {
        let unit = if name.ends_with(".time") { "µs" } else { "KiB" };
        results.put(format!("reading.{name}"), unit, samples.of(name));
        if let Some(how) = name.strip_suffix(".time") {
            let ratio = samples.ratio(name, "output.time");
            results.put(format!("reading.{how}.ratio"), "×", ratio);
        }
    }
    results.put_noise(&samples);
    Ok(())
}

fn said(how: &str, numbers: &[f64]) -> Result<Said> {
    let [time, peak] = numbers else { bail!("{how} says {numbers:?}") };
    Ok(vec![(format!("{how}.time"), *time), (format!("{how}.peak"), *peak)])
}

/// The fresh process: prints the time and the peak of its memory.
pub fn read(how: &str, bytes: &str) -> Result<()> {
    let size: usize = bytes.parse()?;
    let me = env::current_exe()?;
    let took = time(1, || {
        let got = match how {
            "output" => {
                Command::new(&me).args(["--emit", bytes]).output()?.stdout.len()
            }
            "loop" => by_loop(Command::new(&me).args(["--emit", bytes]))?,
            "duct" => {
                let emit = duct::cmd!(&me, "--emit", bytes);
                emit.stdout_capture().run()?.stdout.len()
            }
            "subprocess" => {
                let emit = subprocess::Exec::cmd(&me).args(["--emit", bytes]);
                emit.capture()?.stdout.len()
            }
            other => bail!("nothing reads by {other:?}"),
        };
        ensure!(got == size, "{how} reads {got} bytes");
        Ok(())
    })?;
    println!("{took} {}", kib("/proc/self/status", "VmHWM")?);
    Ok(())
}

/// Reads and forgets, block by block.
fn by_loop(command: &mut Command) -> Result<usize> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut stdout = child.stdout.take().context("no pipe")?;
    let mut block = vec![0; 1 << 16];
    let mut sum = 0;
    let read = loop {
        match stdout.read(&mut block) {
            Ok(0) => break Ok(sum),
            Ok(n) => sum += n,
            Err(error) => break Err(error),
        }
    };
    child.wait()?;
    Ok(read?)
}
