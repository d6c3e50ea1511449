use std::io::ErrorKind;

use anyhow::Result;
use build_run::{Error, Run};
use launch_errors::LaunchError::{Directory, Program};

fn main() -> Result<()> {
    let killed = Run::new("sh").arg("-c").arg("kill -KILL $$");
    let runs = [
        Run::new("false").check(),
        killed.check(),
        Run::new("nosuch"),
        Run::new("true").current_dir("/nosuch"),
    ];
    for run in runs {
        match run.run() {
            Err(Error::Failed(done)) => {
                let code = done.returncode();
                println!("{} returned {code}", done.program.display());
            }
            Err(Error::Launch(Program(program, source))) // ①
                if source.kind() == ErrorKind::NotFound =>
            {
                println!("cannot find {}", program.display());
            }
            Err(Error::Launch(Directory(folder, _))) => { // ②
                println!("cannot enter {}", folder.display());
            }
            other => println!("{:?}", other?),
        }
    }
    Ok(())
}
