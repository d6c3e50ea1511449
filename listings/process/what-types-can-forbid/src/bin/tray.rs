use anyhow::Result;
use what_types_can_forbid::{Ended, Fresh, Process, Started};

enum Loaf {
    Dough(Process<Fresh>),
    Baking(Process<Started>),
    Bread(Process<Ended>),
}

impl Loaf {
    fn advance(self) -> Result<Self> {
        Ok(match self {
            Loaf::Dough(loaf) => Loaf::Baking(loaf.start()?),
            Loaf::Baking(loaf) => Loaf::Bread(loaf.join()?),
            Loaf::Bread(loaf) => Loaf::Bread(loaf), // ①
        })
    }

    fn state(&self) -> &str {
        match self {
            Loaf::Dough(_) => "dough",
            Loaf::Baking(_) => "baking",
            Loaf::Bread(_) => "bread",
        }
    }
}

fn main() -> Result<()> {
    let mut tray = Vec::new();
    for steps in 0..4 {
        let mut loaf = Loaf::Dough(Process::new(|| ()));
        for _ in 0..steps {
            loaf = loaf.advance()?; // ②
        }
        tray.push(loaf);
    }
    let states: Vec<&str> = tray.iter().map(Loaf::state).collect();
    println!("{}", states.join(", "));
    Ok(())
}
