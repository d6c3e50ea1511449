//! The canvas of a picture: SVG that a telephone shows unscaled, in the colours
//! of the page.

use std::fmt::{Display, Write};

use crate::html::escape;

/// Pixels. A picture this wide fits a telephone's screen unscaled.
pub const WIDTH: f64 = 324.0;

/// The advance of one character of the monospaced font at 12 pixels.
pub const CHARACTER: f64 = 7.21;

/// How many characters have room on so many pixels.
pub fn characters(pixels: f64) -> usize {
    (pixels / CHARACTER) as usize
}

/// Fails if there is no room for some words.
pub fn room(pixels: f64, words: &str) -> Result<(), String> {
    let (room, long) = (characters(pixels), words.chars().count());
    match long <= room {
        true => Ok(()),
        false => Err(format!(
            "{words:?} is {long} characters long, and there is room for {room}"
        )),
    }
}

/// What is drawn: paths, and above them what must not be hidden.
#[derive(Default)]
pub struct Canvas {
    paths: String,
    above: String,
}

impl Canvas {
    pub fn path(&mut self, class: &str, d: impl Display) {
        let _ = writeln!(self.paths, "<path class=\"{class}\" d=\"{d}\"/>");
    }

    /// An element that stands above all paths.
    pub fn above(&mut self, element: impl Display) {
        let _ = writeln!(self.above, "{element}");
    }

    pub fn label(
        &mut self,
        x: impl Display,
        y: impl Display,
        class: &str,
        words: &str,
    ) {
        let class = match class {
            "" => String::new(),
            class => format!(" class=\"{class}\""),
        };
        let words = escape(words);
        self.above(format_args!(
            "<text x=\"{x}\" y=\"{y}\"{class}>{words}</text>"
        ));
    }

    /// The picture, with the words for those who do not see it.
    pub fn svg(
        &self,
        class: &str,
        title: &str,
        description: &str,
        height: impl Display,
    ) -> String {
        format!(
            "<svg class=\"{class}\" role=\"img\" width=\"{WIDTH}\" \
             height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\">\n\
             <title>{}</title>\n<desc>{}</desc>\n{}{}</svg>",
            escape(title),
            escape(description),
            self.paths,
            self.above
        )
    }
}
