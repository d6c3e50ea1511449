//! The floors of a crate, one above the other, drawn as SVG from the lines that
//! the test of their order writes: each uses only what stands below it.
//!
//! ```text
//! title The library, floor by floor
//! process.rs: What a child shall do
//! start/
//!     mod.rs: One way in
//!     fork.rs: A child as a copy
//! error.rs: What can go wrong
//! ```
//!
//! The top floor comes first. A folder is a floor, and so is a file beside the
//! folders; what a file is for is printed beside its name.

use super::svg::{CHARACTER, Canvas, WIDTH, characters, room};

/// Pixels: of a line, within a floor, and between two floors.
const LINE: f64 = 17.0;
const PADDING: f64 = 8.0;
const GAP: f64 = 16.0;

/// The words under the first line of a file begin so much further right.
const INDENT: usize = 2;

/// A file and what it is for.
type File<'a> = (&'a str, &'a str);

struct Floor<'a> {
    /// The name of a folder: a file alone has none.
    folder: Option<&'a str>,
    files: Vec<File<'a>>,
}

/// Draws the floors. The error names the line that cannot be drawn, and why.
pub fn svg(source: &str) -> Result<String, String> {
    // Code is not told from words in a picture.
    let source = source.replace('`', "");
    let (title, floors) = parse(&source)?;
    let mut canvas = Canvas::default();
    let mut y = 1.0;
    for (n, floor) in floors.iter().enumerate() {
        if n > 0 {
            let (x, tip) = (WIDTH / 2.0, y + GAP - 2.0);
            canvas.path("down", format_args!("M{x} {y}V{}", tip - 5.0));
            let back = tip - 6.0;
            let head =
                format_args!("M{x} {tip}L{} {back}H{}Z", x - 4.0, x + 4.0);
            canvas.path("head", head);
            y += GAP;
        }
        let top = y;
        y += PADDING;
        if let Some(folder) = floor.folder {
            y = line(&mut canvas, y, 0, "name", folder)?;
        }
        for (name, job) in &floor.files {
            y = file(&mut canvas, y, name, job)?;
        }
        y += PADDING;
        let (right, height) = (WIDTH - 2.0, y - top);
        let room = format_args!("M1 {top}h{right}v{height}h-{right}Z");
        canvas.path("floor", room);
    }
    let description: Vec<String> = floors.iter().map(words).collect();
    let description = format!("From the top: {}.", description.join(". "));
    Ok(canvas.svg("floors", title, &description, y + 1.0))
}

fn parse(source: &str) -> Result<(&str, Vec<Floor<'_>>), String> {
    let mut lines = source.lines().enumerate();
    let title = lines.next().and_then(|(_, l)| l.strip_prefix("title "));
    let title = title.ok_or("the first line is `title …`")?;
    let mut floors: Vec<Floor> = Vec::new();
    for (n, line) in lines {
        let inside = line.starts_with(' ');
        let line = line.trim();
        let last = floors.last_mut();
        match (line.split_once(": "), last) {
            (None, _) if line.ends_with('/') && !inside => {
                floors.push(Floor { folder: Some(line), files: Vec::new() });
            }
            (Some(file), Some(floor)) if inside && floor.folder.is_some() => {
                floor.files.push(file);
            }
            (Some(file), _) if !inside => {
                floors.push(Floor { folder: None, files: vec![file] });
            }
            _ => {
                return Err(format!(
                    "line {}: a line is `FOLDER/`, `FILE: WORDS`, or that with \
                     spaces before it for a file in a folder",
                    n + 1
                ));
            }
        }
    }
    match floors.is_empty() {
        true => Err("there is no floor".to_owned()),
        false => Ok((title, floors)),
    }
}

/// A floor in words.
fn words(floor: &Floor) -> String {
    let files: Vec<String> = floor
        .files
        .iter()
        .map(|(name, job)| format!("{name}: {job}"))
        .collect();
    let files = files.join("; ");
    match floor.folder {
        Some(folder) => format!("{folder} has {files}"),
        None => files,
    }
}

/// Draws a file's name and, beside and below it, what it is for.
fn file(
    canvas: &mut Canvas,
    y: f64,
    name: &str,
    job: &str,
) -> Result<f64, String> {
    let columns = characters(WIDTH - 2.0 * PADDING);
    let start = name.chars().count() + INDENT;
    let mut at = start;
    let mut words = String::new();
    let mut next = line(canvas, y, 0, "file", name)?;
    let mut here = y;
    for word in job.split_whitespace() {
        let long = words.chars().count() + usize::from(!words.is_empty());
        if at + long + word.chars().count() > columns {
            if !words.is_empty() {
                line(canvas, here, at, "", &words)?;
            }
            (here, at) = (next, INDENT);
            next += LINE;
            words.clear();
        } else if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    if !words.is_empty() {
        line(canvas, here, at, "", &words)?;
    }
    Ok(next)
}

/// Draws words from a column on, and gives where the next line is.
fn line(
    canvas: &mut Canvas,
    y: f64,
    column: usize,
    class: &str,
    words: &str,
) -> Result<f64, String> {
    let x = PADDING + column as f64 * CHARACTER;
    room(WIDTH - PADDING - x, words)?;
    canvas.label(format_args!("{x:.1}"), y + 12.0, class, words);
    Ok(y + LINE)
}

#[cfg(test)]
mod tests {
    use super::svg;

    const GOOD: &str = "title Tea, floor by floor\n\
                        pot.rs: Pours\n\
                        leaf/\n    \
                        mod.rs: What grows in a garden on a hill by the sea\n    \
                        black.rs: Steeps\n\
                        water.rs: Is `hot` & wet\n";

    #[test]
    fn the_words_are_the_text_alternative() {
        let picture = svg(GOOD).expect("good floors");
        assert!(picture.contains("<title>Tea, floor by floor</title>"));
        assert!(picture.contains(
            "<desc>From the top: pot.rs: Pours. leaf/ has mod.rs: What grows \
             in a garden on a hill by the sea; black.rs: Steeps. water.rs: Is \
             hot &amp; wet.</desc>"
        ));
    }

    #[test]
    fn a_floor_is_a_box_and_an_arrow_leads_down_to_the_next() {
        let picture = svg(GOOD).expect("good floors");
        assert_eq!(picture.matches("class=\"floor\"").count(), 3);
        assert_eq!(picture.matches("class=\"head\"").count(), 2);
        for words in [
            "class=\"name\">leaf/<",
            "class=\"file\">mod.rs<",
            // 42 characters have room beside and below a name.
            ">What grows in a garden on a hill<",
            ">by the sea<",
        ] {
            assert!(picture.contains(words), "{words} is not in {picture}");
        }
    }

    #[test]
    fn what_is_no_floor_is_an_error() {
        for (floors, what) in [
            ("pot.rs: Pours", "the first line is `title"),
            ("title T", "there is no floor"),
            ("title T\n    pot.rs: Pours", "line 2: a line is"),
            ("title T\npot.rs: Pours\n    a.rs: Is", "line 3: a line is"),
            ("title T\npot.rs", "line 2: a line is"),
            (
                "title T\nthe_name_of_a_file_that_is_wider_than_a_phone.rs: A",
                "there is room for 42",
            ),
        ] {
            let error = svg(floors).expect_err(floors);
            assert!(error.contains(what), "{floors}: {error}");
        }
    }
}
