use anyhow::Result;
use multiprocessing::{Process, StartMethod, Target, guard};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Plates(Option<Box<Plates>>); // ①

#[derive(Serialize, Deserialize)]
struct Login {
    name: String,
    #[serde(skip_serializing)]
    password: String, // ②
}

const WASH: Target<Plates> = Target::new("wash", |_| ());
const ENTER: Target<Login> = Target::new("enter", |login| drop(login.password));
const COUNT: Target<u32> = Target::new("count", |_| ());
const COUNT_ALL: Target<i64> = Target::new("count", |_| ()); // ③

fn main() -> Result<()> {
    guard(&[&WASH, &ENTER, &COUNT])?;
    let pile = (0..401).fold(Plates(None), |p, _| Plates(Some(p.into())));
    let login = Login { name: "Ada".into(), password: "soup".into() };
    let closure = Process::new(|| ());
    let (pile, login) =
        (Process::call(&WASH, pile), Process::call(&ENTER, login));
    let count = Process::call(&COUNT_ALL, 3);
    for child in [closure, pile, login, count] {
        let mut child = child.with_start_method(StartMethod::Spawn);
        let error = child.start().unwrap_err();
        println!("start: {:#}", anyhow::Error::from(error));
    }
    let child = Process::call(&COUNT, 3);
    let mut child = child.with_start_method(StartMethod::Spawn);
    child.start()?;
    child.join()?;
    println!("exit code: {:?}", child.exitcode()?);
    Ok(())
}
