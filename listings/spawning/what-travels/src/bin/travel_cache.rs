use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Book {
    recipes: Vec<String>,
    #[serde(skip)]
    found: Vec<usize>, // ①
}

fn open(book: Book) {
    println!("{} recipes, {} found", book.recipes.len(), book.found.len());
}

const OPEN: Target<Book> = Target::new("open", open);

fn main() -> Result<()> {
    guard(&[&OPEN])?;
    let recipes = vec!["soup".to_owned(), "cake".to_owned()];
    let book = Book { recipes, found: vec![1] };
    println!("{} recipes, {} found", book.recipes.len(), book.found.len());
    let child = Process::call(&OPEN, book);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    Ok(())
}
