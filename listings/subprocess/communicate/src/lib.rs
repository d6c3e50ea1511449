mod talk;

use std::io::{self, ErrorKind, Write};
use std::process::{Child, Output};
use std::thread::{Builder, scope};

pub use talk::talk;

/// Feeds a child its input, collects what it prints, and waits for its end.
pub fn communicate(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take(); // ①
    let feed = || match stdin.map(|mut pipe| pipe.write_all(input)) {
        Some(Err(e)) if e.kind() != ErrorKind::BrokenPipe => Err(e), // ②
        _ => Ok(()),
    };
    scope(|scope| match Builder::new().spawn_scoped(scope, feed) {
        Ok(feeder) => {
            let output = child.wait_with_output(); // ③
            let fed = feeder.join().expect("feed does not panic");
            fed.and(output) // ④
        }
        Err(error) => {
            child.kill()?; // ⑤
            child.wait()?;
            Err(error)
        }
    })
}
