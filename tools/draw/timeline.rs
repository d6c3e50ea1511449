//! Timelines: a picture of which process or thread starts, waits, signals and
//! ends, drawn as SVG from a few lines of text.
//!
//! ```text
//! title Two children, one after the other
//! lanes parent P y
//! parent forks P
//! parent waits for P
//! P: prints its line
//! P exits 0
//! parent signals y SIGTERM
//! ```
//!
//! Each line after the first two is one step: time runs down, a lane is a
//! process, and the words are printed beside the step, so that they are the
//! picture's text alternative as well.
//!
//! A lane may also be a thread, which another one starts. It ends without a
//! status, and may wait for a thing until it is handed that:
//!
//! ```text
//! main starts baker
//! baker waits for the GIL
//! main hands baker the GIL
//! baker ends
//! ```

use super::lines::lines;
use super::svg::{CHARACTER, Canvas, WIDTH, room};

/// Pixels: of a step, and above the first one.
const ROW: usize = 24;
const TOP: usize = 34;

/// What a step can be.
const STEPS: &str = "a step is `A: words`, `A forks B`, `A starts B`, \
                     `A runs PROGRAM`, `A waits for B`, `A waits for the X`, \
                     `A hands B the X`, `A signals B SIG`, `A sends B …`, \
                     `A adopts B`, `A exits N`, `A dies of SIG` or `A ends`";

struct Lane<'a> {
    name: &'a str,
    x: usize,
    /// Where the process begins; `None` before its fork.
    born: Option<usize>,
    /// Where it exits, and whether its parent has waited for it since.
    exited: Option<(usize, bool)>,
    /// What it waits for.
    waiting: Option<Awaited>,
    /// Up to where its line is drawn.
    drawn: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Awaited {
    /// The end of that lane.
    End(usize),
    /// What another lane has, and may hand over.
    Thing,
}

/// Draws a timeline. The error names the line that cannot be drawn, and why.
pub fn svg(source: &str) -> Result<String, String> {
    let mut lines = lines(source);
    let title = lines
        .next()
        .and_then(|(_, line)| line.strip_prefix("title "))
        .ok_or("the first line is `title …`")?;
    let names: Vec<&str> = lines
        .next()
        .and_then(|(_, line)| line.strip_prefix("lanes "))
        .ok_or("the second line is `lanes …`")?
        .split_whitespace()
        .collect();
    let steps: Vec<(usize, &str)> = lines.collect();
    let picture = Picture::new(&names)?;
    picture.draw(title, &steps)
}

struct Picture<'a> {
    lanes: Vec<Lane<'a>>,
    text_x: usize,
    canvas: Canvas,
}

impl<'a> Picture<'a> {
    fn new(names: &[&'a str]) -> Result<Self, String> {
        let longest = names.iter().map(|name| name.chars().count()).max();
        let longest = longest.ok_or("a timeline has at least one lane")?;
        let pitch = ((longest as f64 * CHARACTER) as usize + 8).max(26);
        let mut lanes: Vec<Lane<'a>> = Vec::new();
        for (n, name) in names.iter().enumerate() {
            if lanes.iter().any(|lane| lane.name == *name) {
                return Err(format!("two lanes are called {name}"));
            }
            lanes.push(Lane {
                name,
                x: pitch / 2 + n * pitch,
                born: (n == 0).then_some(TOP - 8),
                exited: None,
                waiting: None,
                drawn: TOP - 8,
            });
        }
        Ok(Picture {
            lanes,
            text_x: names.len() * pitch + 6,
            canvas: Canvas::default(),
        })
    }

    fn lane(&self, name: &str) -> Result<usize, String> {
        let found = self.lanes.iter().position(|lane| lane.name == name);
        found.ok_or_else(|| format!("no lane is called {name}"))
    }

    /// A lane that runs: forked, and not yet ended.
    fn alive(&self, name: &str) -> Result<usize, String> {
        let n = self.lane(name)?;
        match self.lanes[n] {
            Lane { born: None, .. } => {
                Err(format!("{name} is not started yet"))
            }
            Lane { exited: Some(_), .. } => Err(format!("{name} has ended")),
            Lane { waiting: Some(_), .. } => Err(format!("{name} waits")),
            _ => Ok(n),
        }
    }

    /// The lane of the process that a step begins with.
    fn actor(&self, step: &str) -> usize {
        let name = step.split([' ', ':']).next().unwrap_or_default();
        self.lane(name).unwrap_or_default()
    }

    fn draw(
        mut self,
        title: &str,
        steps: &[(usize, &str)],
    ) -> Result<String, String> {
        for (row, (n, step)) in steps.iter().enumerate() {
            let y = TOP + 8 + row * ROW;
            let words = self
                .step(y, step)
                .map_err(|what| format!("line {n}, {step:?}: {what}"))?;
            room(WIDTH - self.text_x as f64, &words)
                .map_err(|what| format!("line {n}: {what}"))?;
            let (x, baseline) = (self.text_x, y + 4);
            let from = self.lanes[self.actor(step)].x;
            let line = format_args!("M{from} {y}H{}", x - 4);
            self.canvas.path("leader", line);
            self.canvas.label(x, baseline, "", &words);
        }
        let height = TOP + 8 + steps.len() * ROW;
        for n in 0..self.lanes.len() {
            if self.lanes[n].born.is_none() {
                let name = self.lanes[n].name;
                return Err(format!("{name} is never started"));
            }
            self.extend(n, height - 4);
            let (x, name) = (self.lanes[n].x, self.lanes[n].name);
            self.canvas.label(x, 14, "name", name);
        }
        let sentences: Vec<&str> = steps.iter().map(|(_, s)| *s).collect();
        let description = format!("{}.", sentences.join(". "));
        Ok(self.canvas.svg("timeline", title, &description, height))
    }

    /// Draws one step and returns the words that stand beside it.
    fn step(&mut self, y: usize, step: &str) -> Result<String, String> {
        if let Some((name, note)) = step.split_once(": ") {
            let lane = self.alive(name)?;
            self.extend(lane, y);
            self.dot(lane, y, "note");
            return Ok(note.to_owned());
        }
        let words: Vec<&str> = step.split_whitespace().collect();
        match words[..] {
            [a, "forks" | "starts", b] => {
                let (a, b) = (self.alive(a)?, self.lane(b)?);
                if self.lanes[b].born.is_some() {
                    let name = self.lanes[b].name;
                    return Err(format!("{name} is started twice"));
                }
                self.extend(a, y);
                self.line(a, b, y, "fork");
                self.dot(a, y, "");
                self.dot(b, y, "");
                self.lanes[b].born = Some(y);
                self.lanes[b].drawn = y;
            }
            [a, "runs", _] => {
                let a = self.alive(a)?;
                self.extend(a, y);
                self.dot(a, y, "exec");
            }
            [a, "waits", "for", "the", ..] => {
                let a = self.alive(a)?;
                self.extend(a, y);
                self.dot(a, y, "wait");
                self.lanes[a].waiting = Some(Awaited::Thing);
            }
            [a, "hands", b, ..] => {
                let (a, b) = (self.alive(a)?, self.lane(b)?);
                self.extend(b, y);
                if self.lanes[b].waiting == Some(Awaited::Thing) {
                    self.lanes[b].waiting = None;
                }
                let b = self.alive(self.lanes[b].name)?;
                self.extend(a, y);
                self.arrow(a, b, y, "sends");
                self.dot(a, y, "note");
            }
            [a, "waits", "for", b] => {
                let (a, b) = (self.alive(a)?, self.lane(b)?);
                self.extend(a, y);
                self.dot(a, y, "wait");
                match self.lanes[b].exited {
                    Some((_, false)) => self.reap(a, b, y),
                    Some(_) => return Err("it was waited for".to_owned()),
                    None => self.lanes[a].waiting = Some(Awaited::End(b)),
                }
            }
            [a, "signals", b, _] | [a, "sends", b, ..] => {
                let (a, b) = (self.alive(a)?, self.alive(b)?);
                self.extend(a, y);
                self.extend(b, y);
                self.arrow(a, b, y, words[1]);
                self.dot(a, y, "note");
            }
            [a, "adopts", b] => {
                let (a, b) = (self.alive(a)?, self.alive(b)?);
                self.extend(a, y);
                self.extend(b, y);
                self.arrow(a, b, y, "adopts");
            }
            [a, "exits", _] | [a, "dies", "of", _] | [a, "ends"] => {
                let a = self.alive(a)?;
                self.extend(a, y);
                self.dot(a, y, "exit");
                self.lanes[a].exited = Some((y, false));
                let waits_for_a =
                    |lane: &Lane| lane.waiting == Some(Awaited::End(a));
                if let Some(parent) = self.lanes.iter().position(waits_for_a) {
                    self.extend(parent, y);
                    self.lanes[parent].waiting = None;
                    self.reap(parent, a, y);
                }
            }
            _ => {
                return Err(STEPS.to_owned());
            }
        }
        Ok(words[1..].join(" "))
    }

    /// Draws a lane's line down to `y`, in the manner of what it does there.
    fn extend(&mut self, lane: usize, y: usize) {
        let Lane { x, drawn, exited, waiting, .. } = self.lanes[lane];
        let class = match (exited, waiting) {
            (Some((_, true)), _) => return,
            (Some((_, false)), _) => "zombie",
            (None, Some(_)) => "waiting",
            (None, None) => "running",
        };
        if y > drawn {
            self.canvas.path(class, format_args!("M{x} {drawn}V{y}"));
            self.lanes[lane].drawn = y;
        }
    }

    fn reap(&mut self, parent: usize, child: usize, y: usize) {
        self.extend(child, y);
        self.arrow(child, parent, y, "reap");
        if let Some((_, reaped)) = &mut self.lanes[child].exited {
            *reaped = true;
        }
    }

    fn line(&mut self, a: usize, b: usize, y: usize, class: &str) {
        let (from, to) = (self.lanes[a].x, self.lanes[b].x);
        self.canvas.path(class, format_args!("M{from} {y}H{to}"));
    }

    fn arrow(&mut self, a: usize, b: usize, y: usize, class: &str) {
        self.line(a, b, y, class);
        let (from, to) = (self.lanes[a].x, self.lanes[b].x);
        let (tip, back) =
            if from < to { (to - 5, to - 11) } else { (to + 5, to + 11) };
        let head = format_args!("M{tip} {y}L{back} {}V{}Z", y - 4, y + 4);
        self.canvas.path("head", head);
    }

    fn dot(&mut self, lane: usize, y: usize, class: &str) {
        let x = self.lanes[lane].x;
        let dot = match class {
            "exit" => {
                let (left, right) = (x - 6, x + 6);
                format!("<path class=\"exit\" d=\"M{left} {y}H{right}\"/>")
            }
            "exec" => format!(
                "<rect class=\"dot\" x=\"{}\" y=\"{}\" width=\"8\" \
                 height=\"8\"/>",
                x - 4,
                y - 4
            ),
            "wait" => format!(
                "<circle class=\"dot wait\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>"
            ),
            "note" => format!(
                "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"3.5\"/>"
            ),
            _ => {
                format!("<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>")
            }
        };
        self.canvas.above(dot);
    }
}

#[cfg(test)]
mod tests {
    use super::svg;

    const GOOD: &str = "title T\nlanes parent P\nparent forks P\n\
                        parent waits for P\nP: speaks\nP exits 0\n";

    #[test]
    fn the_words_are_the_text_alternative() {
        let picture = svg(GOOD).expect("a good timeline");
        assert!(picture.contains("<title>T</title>"));
        assert!(picture.contains(
            "<desc>parent forks P. parent waits for P. P: speaks. P exits 0."
        ));
    }

    #[test]
    fn what_cannot_happen_cannot_be_drawn() {
        for (step, what) in [
            ("P exits 0", "has ended"),
            ("Q exits 0", "no lane is called Q"),
            ("parent forks P", "started twice"),
            ("parent jumps", "a step is"),
            ("parent waits for P", "was waited for"),
            ("parent: says what no telephone is wide enough for", "room for"),
        ] {
            let error = svg(&format!("{GOOD}{step}\n")).expect_err(step);
            assert!(error.contains(what), "{step}: {error}");
        }
        let sleeper = "title T\nlanes a b\na forks b\na waits for b\na: eats";
        assert!(svg(sleeper).is_err_and(|e| e.contains("a waits")));
        let lanes = "title T\nlanes a b c d e f g h i j k l m n\na: sees";
        assert!(svg(lanes).is_err_and(|e| e.contains("there is room for 0")));
        let unborn = svg("title T\nlanes parent P\nparent exits 0\n");
        assert!(unborn.is_err_and(|e| e.contains("never started")));
    }

    #[test]
    fn a_thread_that_waits_for_a_thing_goes_on_when_it_is_handed_it() {
        let waits = "title T\nlanes main baker\nmain starts baker\n\
                     baker waits for the GIL\n";
        let idle = svg(&format!("{waits}baker: bakes"));
        assert!(idle.is_err_and(|e| e.contains("baker waits")));
        let picture = svg(&format!(
            "{waits}main hands baker the GIL\nmain waits for baker\n\
             baker: bakes\nbaker ends\n"
        ));
        let picture = picture.expect("a good timeline");
        assert!(picture.contains(">hands baker the GIL</text>"));
        assert_eq!(picture.matches("class=\"waiting\"").count(), 2);
        let early = svg(&format!("{waits}main hands baker2 the GIL"));
        assert!(early.is_err_and(|e| e.contains("no lane is called baker2")));
    }
}
