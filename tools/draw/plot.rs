//! Plots of numbers that were measured, drawn as SVG from a few lines of text
//! that name them. Their table stands under the picture, and is its text
//! alternative. Points are medians, and the strokes through them the quartiles.
//!
//! Bars, one under the other:
//!
//! ```text
//! title What a child costs, against a bare fork
//! scale log
//! bar A thread: start.thread.ratio
//! bar `fork`: start.fork.ratio
//! ```
//!
//! Lines, where `*` in a key stands for a place on the x axis:
//!
//! ```text
//! title Work that computes
//! x Workers: 1 2 4 8
//! line Rust threads: workers.compute.rust-threads.*
//! ```
//!
//! `scale log` is for what differs by a factor; `holds A < B` is a claim, as
//! in a table.

use std::fmt::Write;

use super::lines::{lines, pair};
use super::svg::{CHARACTER, Canvas, WIDTH, room};
use super::table;
use crate::html::escape;
use crate::read::numbers::{self, Number, Numbers};

/// The room of a bar with its name.
const BAR: f64 = 32.0;
/// The room of the labels beside the lines, and the height of the lines.
const LEFT: f64 = 58.0;
const HEIGHT: f64 = 190.0;

/// A name, and a key in which `*` may stand for a place on the x axis.
type Series<'a> = (&'a str, &'a str);

/// Draws a plot, with its table under it, as a figure.
pub fn figure(numbers: &Numbers, source: &str) -> Result<String, String> {
    let (mut title, mut log, mut x) = (None, false, None);
    let (mut bars, mut curves) = (Vec::new(), Vec::new());
    for (n, line) in lines(source) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let wrong = |what: String| format!("line {n}: {what}");
        match (word, rest) {
            ("title", _) => title = Some(rest),
            ("scale", "log") => log = true,
            ("x", _) => x = Some(pair(rest).map_err(wrong)?),
            ("bar", _) => bars.push(pair(rest).map_err(wrong)?),
            ("line", _) => curves.push(pair(rest).map_err(wrong)?),
            ("holds", _) => numbers.check(rest).map_err(wrong)?,
            _ => {
                let what = "a line is `title`, `scale log`, `x NAME: PLACES`, \
                            `bar NAME: KEY`, `line NAME: KEY` or `holds A < B`";
                return Err(wrong(what.to_owned()));
            }
        }
    }
    let title = title.ok_or("there is no line `title …`")?;
    let (picture, table) = match (bars.is_empty(), curves.is_empty(), x) {
        (false, true, None) => draw_bars(numbers, title, log, &bars)?,
        (true, false, Some(x)) => draw_lines(numbers, title, log, x, &curves)?,
        _ => return Err("a plot has `bar`s, or `x` and `line`s".to_owned()),
    };
    Ok(format!(
        "<figure class=\"plot\">\n<figcaption>{}</figcaption>\n{picture}\n\
         <details><summary>The same as a table</summary>\n{table}</details>\n\
         </figure>\n",
        escape(title)
    ))
}

fn draw_bars(
    numbers: &Numbers,
    title: &str,
    log: bool,
    bars: &[Series],
) -> Result<(String, String), String> {
    let mut values = Vec::new();
    for (_, key) in bars {
        values.push(numbers.get(key)?);
    }
    let scale = Scale::new(log, &values)?;
    let x = |value: f64| 4.0 + (WIDTH - 12.0) * scale.place(value);
    let mut canvas = Canvas::default();
    let bottom = BAR * bars.len() as f64 + 4.0;
    for tick in scale.ticks() {
        canvas.path("grid", format_args!("M{:.1} 0V{bottom:.1}", x(tick)));
    }
    for (n, ((name, _), number)) in bars.iter().zip(&values).enumerate() {
        let (value, top) = (number.text(), BAR * n as f64);
        room(WIDTH, &format!("{name}  {value}"))?;
        label(&mut canvas, 0.0, top + 14.0, "back", name);
        label(&mut canvas, WIDTH, top + 14.0, "back end", &value);
        let y = top + 23.0;
        let [low, median, high] =
            [number.low, number.median, number.high].map(x);
        if log {
            canvas.path("stem", format_args!("M4 {y}H{median:.1}"));
            canvas.path("spread", format_args!("M{low:.1} {y}H{high:.1}"));
            marker(&mut canvas, 0, median, y);
        } else {
            canvas.path("bar", format_args!("M{:.1} {y}H{median:.1}", x(0.0)));
            canvas.path("spread", format_args!("M{low:.1} {y}H{high:.1}"));
        }
    }
    let mut free = 0.0;
    for tick in scale.ticks() {
        let value = scale.label(tick);
        let width = value.chars().count() as f64 * CHARACTER;
        let at = (x(tick) - width / 2.0).clamp(0.0, WIDTH - width);
        if at >= free {
            label(&mut canvas, at, bottom + 14.0, "", &value);
            free = at + width + CHARACTER;
        }
    }
    let rows: Vec<(&str, Vec<String>)> = bars
        .iter()
        .map(|(name, key)| (*name, vec![(*key).to_owned()]))
        .collect();
    let table =
        table::html(numbers, title, "What", &["Median, quartiles"], &rows)?;
    Ok((svg(&canvas, title, bottom + 20.0), table))
}

fn draw_lines(
    numbers: &Numbers,
    title: &str,
    log: bool,
    (axis, places): (&str, &str),
    curves: &[Series],
) -> Result<(String, String), String> {
    let places: Vec<&str> = places.split_whitespace().collect();
    let mut rows = Vec::new();
    let mut all = Vec::new();
    for (name, key) in curves {
        let keys: Vec<String> =
            places.iter().map(|place| key.replace('*', place)).collect();
        for key in &keys {
            all.push(numbers.get(key)?);
        }
        rows.push((*name, keys));
    }
    let scale = Scale::new(log, &all)?;
    let step = (WIDTH - LEFT - 28.0) / (places.len().max(2) - 1) as f64;
    let x = |n: usize| LEFT + 10.0 + step * n as f64;
    let y = |value: f64| 8.0 + HEIGHT * (1.0 - scale.place(value));
    let mut canvas = Canvas::default();
    for tick in scale.ticks() {
        let (at, value) = (y(tick), scale.label(tick));
        room(LEFT - 6.0, &value)?;
        canvas.path("grid", format_args!("M{LEFT} {at:.1}H{WIDTH}"));
        label(&mut canvas, LEFT - 6.0, at + 4.0, "end", &value);
    }
    let bottom = 8.0 + HEIGHT;
    for (n, place) in places.iter().enumerate() {
        label(&mut canvas, x(n), bottom + 18.0, "middle", place);
    }
    label(&mut canvas, (LEFT + WIDTH) / 2.0, bottom + 34.0, "middle", axis);
    for (n, (name, keys)) in rows.iter().enumerate() {
        let mut line = String::new();
        let mut points = Vec::new();
        for (place, key) in keys.iter().enumerate() {
            let number = numbers.get(key)?;
            let [low, median, high] =
                [number.low, number.median, number.high].map(y);
            let at = x(place);
            let _ = write!(
                line,
                "{}{at:.1} {median:.1}",
                if place == 0 { 'M' } else { 'L' }
            );
            canvas.path("spread", format_args!("M{at:.1} {low:.1}V{high:.1}"));
            points.push((at, median));
        }
        canvas.path(&format!("line s{n}"), &line);
        // Marks stand above the lines, and the later ones are hollow: where two
        // lines are one, both are seen.
        for (at, median) in points {
            marker(&mut canvas, n, at, median);
        }
        let top = bottom + 62.0 + 20.0 * n as f64;
        room(WIDTH - 40.0, name)?;
        canvas.path(
            &format!("line s{n}"),
            format_args!("M4 {:.1}H32", top - 4.0),
        );
        marker(&mut canvas, n, 18.0, top - 4.0);
        label(&mut canvas, 40.0, top, "", name);
    }
    let table = table::html(numbers, title, axis, &places, &rows)?;
    let height = bottom + 68.0 + 20.0 * (rows.len() - 1) as f64;
    Ok((svg(&canvas, title, height), table))
}

/// An axis: which part of it a value takes.
struct Scale {
    log: bool,
    unit: String,
    /// What stands at its ends; for a logarithmic one, powers of ten.
    from: f64,
    to: f64,
    step: f64,
}

impl Scale {
    fn new(log: bool, numbers: &[&Number]) -> Result<Self, String> {
        let unit = numbers[0].unit.clone();
        if let Some(other) = numbers.iter().find(|n| n.unit != unit) {
            return Err(format!("one axis has {unit:?} and {:?}", other.unit));
        }
        let high = numbers.iter().map(|n| n.high).fold(0.0, f64::max);
        let low = numbers.iter().map(|n| n.low).fold(high, f64::min);
        if high <= 0.0 || log && low <= 0.0 {
            return Err("a number on the axis is not above 0".to_owned());
        }
        if log {
            let from = low.log10().floor();
            let to = high.log10().ceil().max(from + 1.0);
            return Ok(Scale { log, unit, from, to, step: 1.0 });
        }
        // The smallest round step that needs at most five of it.
        let power = 10f64.powf(high.log10().floor() - 1.0);
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].map(|n| n * power);
        let step = steps.into_iter().find(|step| step * 5.0 >= high);
        let step = step.unwrap_or(high);
        let to = step * (high / step).ceil();
        Ok(Scale { log, unit, from: 0.0, to, step })
    }

    fn place(&self, value: f64) -> f64 {
        let value = if self.log { value.log10() } else { value };
        (value - self.from) / (self.to - self.from)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let count = ((self.to - self.from) / self.step).round() as usize;
        (0..=count).map(|n| {
            let at = self.from + self.step * n as f64;
            if self.log { 10f64.powf(at) } else { at }
        })
    }

    fn label(&self, tick: f64) -> String {
        numbers::text(tick, &self.unit)
    }
}

/// A mark of the series `n`, of its own shape, so that colour is not all that
/// tells it.
fn marker(canvas: &mut Canvas, n: usize, x: f64, y: f64) {
    let d = match n % 4 {
        0 => format!("M{:.1} {y:.1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z", x - 4.0),
        1 => format!("M{:.1} {:.1}h8v8h-8Z", x - 4.0, y - 4.0),
        2 => format!("M{x:.1} {:.1}l5 9h-10Z", y - 5.0),
        _ => format!("M{x:.1} {:.1}l5 5l-5 5l-5 -5Z", y - 5.0),
    };
    canvas.path(&format!("mark s{n}"), d);
}

fn label(canvas: &mut Canvas, x: f64, y: f64, class: &str, words: &str) {
    let (x, y) = (format_args!("{x:.1}"), format_args!("{y:.1}"));
    canvas.label(x, y, class, &words.replace('`', ""));
}

fn svg(canvas: &Canvas, title: &str, height: f64) -> String {
    let description = "Its numbers are in the table below.";
    canvas.svg("plot", title, description, height)
}

#[cfg(test)]
mod tests {
    use super::figure;
    use crate::read::numbers::tests::numbers;

    const BARS: &str = "title T\nbar `fork`: start.fork.time\n\
                        bar spawn: start.spawn.time\n";
    const LINES: &str = "title T\nscale log\nx How: fork spawn\n\
                         line Rust: start.*.time\n";

    #[test]
    fn a_bar_is_as_long_as_its_number() {
        let html = figure(&numbers(), BARS).expect("a good plot");
        // From 0 to 2 ms on 312 pixels.
        for part in [
            "<figcaption>T</figcaption>",
            "<title>T</title>\n<desc>Its numbers are in the table below.</desc>",
            "<path class=\"bar\" d=\"M4.0 23H26.1\"/>",
            "<path class=\"bar\" d=\"M4.0 55H224.0\"/>",
            "class=\"back end\">141\u{a0}µs</text>",
            "<th scope=\"row\"><code>fork</code></th><td><data",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(!html.contains("\n\n"));
    }

    #[test]
    fn a_line_goes_through_its_numbers() {
        let html = figure(&numbers(), LINES).expect("a good plot");
        // From 0.1 ms to 10 ms on 190 pixels.
        for part in [
            "<path class=\"line s0\" d=\"M68.0 183.7L306.0 88.8\"/>",
            ">100\u{a0}µs</text>",
            ">10\u{a0}ms</text>",
            ">Rust</text>",
            "<th>fork</th><th>spawn</th>",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error() {
        for (plot, what) in [
            ("bar x: start.fork.time", "no line `title"),
            ("title T", "a plot has"),
            ("title T\nbar a: start.clone.time", "no number is called"),
            ("title T\npie a: start.fork.time", "line 2: a line is"),
            ("title T\nbar a: start.fork.time\nbar b: memory.fork", "one axis"),
            ("title T\nbar a: memory.fork\nholds memory.fork < 1", "not hold"),
            (
                "title T\nbar a name that no telephone is wide enough for: \
                 memory.fork",
                "there is room for 44",
            ),
        ] {
            let error = figure(&numbers(), plot).expect_err(plot);
            assert!(error.contains(what), "{plot}: {error}");
        }
    }
}
