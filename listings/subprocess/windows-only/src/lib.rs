/// The command line that a Windows program, if it goes by the rules of
/// Microsoft's C library, takes apart into these arguments.
pub fn list2cmdline(args: &[&str]) -> String {
    let quoted: Vec<String> = args.iter().map(|arg| quote(arg)).collect();
    quoted.join(" ") // ①
}

fn quote(arg: &str) -> String {
    let spaced = arg.is_empty() || arg.contains([' ', '\t']);
    let around = if spaced { "\"" } else { "" }; // ②
    let mut line = around.to_owned();
    let mut backslashes = 0;
    for letter in arg.chars() {
        if letter == '"' {
            line += &"\\".repeat(backslashes + 1); // ③
        }
        line.push(letter);
        let again = letter == '\\';
        backslashes = if again { backslashes + 1 } else { 0 };
    }
    if spaced {
        line += &"\\".repeat(backslashes); // ④
    }
    line + around
}
