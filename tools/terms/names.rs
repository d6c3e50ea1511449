//! The names in a piece of code, and what each is the name of.

use super::term::Kind;

/// What a name says about itself; `or` is what it is otherwise.
pub fn kind_of(name: &str, or: Kind) -> Kind {
    let upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let is_constant = |start: &str| {
        let rest = name.strip_prefix(start);
        rest.is_some_and(|rest| rest.len() > 1 && rest.chars().all(upper))
    };
    let is_errno = is_constant("E") && name != "EOF";
    let ends = ["Error", "Exception", "Expired", "Exit", "Interrupt"];
    let is_exception = name.starts_with(|c: char| c.is_ascii_uppercase())
        && !name.contains([' ', ':'])
        && ends.iter().any(|end| name.ends_with(end));
    if is_constant("SIG") {
        Kind::Signal
    } else if is_errno || is_exception {
        Kind::Error
    } else if name.contains("::") || name.ends_with('!') {
        Kind::Rust
    } else {
        or
    }
}

/// The modules that a name may begin with. Elsewhere, what stands before the
/// last point is a variable: `p.join()` names `join`.
const MODULES: [&str; 12] = [
    "asyncio",
    "io",
    "libc",
    "nix",
    "os",
    "resource",
    "shlex",
    "shutil",
    "signal",
    "std",
    "sys",
    "threading",
];

/// The names in a piece of code: what is called, given by keyword, or stands
/// alone. `run(args, text=True)` names `run` and `text`.
pub fn names(code: &str, or: Kind) -> Vec<(String, Kind)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(start) = code[at..].find(|c: char| part(c)) {
        let start = at + start;
        let mut end = start;
        loop {
            let rest = &code[end..];
            end += rest.find(|c| !part(c)).unwrap_or(rest.len());
            let rest = &code[end..];
            let joint = ["::", "."].into_iter().find(|joint| {
                rest.strip_prefix(joint).is_some_and(|r| r.starts_with(part))
            });
            match joint {
                Some(joint) => end += joint.len(),
                None => break,
            }
        }
        let path = &code[start..end];
        let rest = code[end..].trim_start();
        let quoted = code[..start].matches('"').count() % 2 == 1;
        let alone = start == 0 && rest.is_empty();
        let called = rest.starts_with('(') || rest.starts_with('!');
        let keyword = rest.starts_with('=')
            && !rest.starts_with("==")
            && or == Kind::Python;
        at = end;
        let first = path.split(['.', ':']).next().unwrap_or_default();
        let module = MODULES.contains(&first)
            || first.starts_with(|c: char| c.is_uppercase());
        let name = match module || !path.contains('.') {
            true => path,
            false => path.rsplit('.').next().unwrap_or(path),
        };
        let kind = kind_of(name, or);
        let method = code[..start].ends_with('.');
        let wanted = match kind {
            Kind::Signal | Kind::Error => true,
            Kind::SystemCall | Kind::Subject => {
                start == 0
                    && (alone || called)
                    && name.chars().all(|c| {
                        c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
                    })
            }
            _ => alone || called || keyword || method,
        };
        let name = match rest.starts_with('!') && or == Kind::Rust {
            true => format!("{name}!"),
            false => name.to_owned(),
        };
        let starts_well =
            name.starts_with(|c: char| c.is_alphabetic() || c == '_');
        if wanted
            && !quoted
            && starts_well
            && name.chars().count() > 1
            && !KEYWORDS.contains(&name.as_str())
        {
            names.push((name, kind));
        }
    }
    names
}

/// Words of the languages, which name nothing that a page is about.
const KEYWORDS: [&str; 14] = [
    "Err", "False", "None", "Ok", "Some", "True", "async", "bool", "false",
    "match", "move", "self", "true", "unsafe",
];

#[cfg(test)]
mod tests {
    use super::names;
    use crate::terms::Kind;

    #[test]
    fn code_names_what_it_calls() {
        let of = |code, kind| -> Vec<String> {
            names(code, kind).into_iter().map(|(name, _)| name).collect()
        };
        assert_eq!(of("p.join(seconds)", Kind::Python), ["join"]);
        assert_eq!(of("run(args, text=True)", Kind::Python), ["run", "text"]);
        assert_eq!(of("os.killpg(p.pid, n)", Kind::Python), ["os.killpg"]);
        assert_eq!(of(".output()", Kind::Rust), ["output"]);
        assert_eq!(of("Stdio::piped()", Kind::Rust), ["Stdio::piped"]);
        assert_eq!(of("env(\"A\", \"1\")", Kind::Rust), ["env"]);
        assert_eq!(of("fcntl(fd, F_SETFD, 0)", Kind::SystemCall), ["fcntl"]);
        assert_eq!(of("waitid", Kind::Subject), ["waitid"]);
        assert_eq!(of("kill(SIGTERM)", Kind::Python), ["kill", "SIGTERM"]);
    }
}
