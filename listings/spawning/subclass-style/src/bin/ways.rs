use anyhow::Result;
use nix::sys::wait::waitpid;

fn greet(name: &str, way: &str) {
    println!("hello {name}, by {way}");
}

struct Guest(&'static str);

impl Guest {
    fn greet(&self, way: &str) {
        greet(self.0, way);
    }
}

trait Run {
    fn run(self);
}

struct Greeting;

impl Run for Greeting {
    fn run(self) {
        greet("Ada", "a type that can run"); // ⑤
    }
}

fn run_in_a_child(work: impl FnOnce()) -> Result<()> {
    waitpid(function_style::start(work)?, None)?; // ①
    Ok(())
}

fn main() -> Result<()> {
    let (name, guest) = ("Ada", Guest("Ada"));
    run_in_a_child(|| greet("Ada", "a function"))?; // ②
    run_in_a_child(|| println!("hello {name}, by a closure"))?; // ③
    run_in_a_child(|| guest.greet("a method"))?; // ④
    run_in_a_child(|| greet(name, "partial arguments"))?;
    run_in_a_child(|| Greeting.run())
}
