use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Order {
    dish: String,
    guests: u32,
}

fn cook(order: Order) {
    println!("{} for {}", order.dish, order.guests); // ③
}

const COOK: Target<Order> = Target::new("cook", cook); // ①

fn main() -> Result<()> {
    guard(&[&COOK])?; // ②
    println!("the kitchen opens");
    let order = Order { dish: "soup".to_owned(), guests: 4 };
    let mut child =
        Process::call(&COOK, order).with_start_method(StartMethod::Spawn); // ④
    child.start()?;
    child.join()?;
    println!("the kitchen closes");
    Ok(())
}
