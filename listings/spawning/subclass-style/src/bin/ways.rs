use anyhow::Result;
use nix::sys::wait::waitpid;

trait Run {
    fn run(self);
}
impl<F: FnOnce()> Run for F {
    fn run(self) {
        self();
    }
}
fn greet(name: &str, way: &str) {
    println!("hello {name}, by {way}");
}
struct Guest(&'static str);
impl Guest {
    fn greet(&self, way: &str) {
        greet(self.0, way);
    }
}
impl Run for Guest {
    fn run(self) {
        self.greet("a type that can run"); // ⑤
    }
}

fn run_in_a_child(work: impl Run) -> Result<()> {
    // SAFETY: this program has one thread.
    let child = unsafe { function_style::start(|| work.run()) }?; // ①
    Ok(waitpid(child, None).map(drop)?)
}

fn main() -> Result<()> {
    let (name, guest) = ("Ada", Guest("Ada"));
    run_in_a_child(|| greet("Ada", "a function"))?; // ②
    run_in_a_child(|| println!("hello {name}, by a closure"))?; // ③
    run_in_a_child(|| guest.greet("a method"))?; // ④
    run_in_a_child(|| greet(name, "partial arguments"))?;
    run_in_a_child(guest)
}
