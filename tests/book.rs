//! The `book` command, used as a reader and an author use it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use support::fixture;
use tempfile::TempDir;

const PAGE: &str = "src/tea/kettle.md";
const PATIENCE: Duration = Duration::from_secs(10);

fn book(root: &Path) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_book"));
    command.current_dir(root).timeout(PATIENCE);
    command
}

fn small_book() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fixture::write(dir.path());
    dir
}

/// Runs the command, which has to fail with exactly this.
fn fails(root: &Path, args: &[&str], expected: &str) {
    let output = book(root).args(args).output().expect("book");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.trim_end(), expected);
    assert_eq!(output.status.code(), Some(1));
    assert!(!root.join("book").exists(), "it leaves half a book");
}

#[test]
fn build_writes_the_book_and_replaces_the_last_one_whole() {
    let dir = small_book();
    fixture::put(dir.path(), "book/old.html", "from the last build");
    fixture::put(dir.path(), "book/.nojekyll", "from the last build");
    let output = book(dir.path()).arg("build").output().expect("book");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success());
    assert!(said.starts_with("Built 1 pages in "), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let page = dir.path().join("book/tea/kettle.html");
    let html = fs::read_to_string(page).expect("the page");
    for part in [
        // The label, the mark and its note, the command, the output, the box.
        "<span>listings/<wbr>tea/<wbr>kettle/<wbr>src/<wbr>main.rs</span> <b>Rust</b>",
        "href=\"#note-1-1\"",
        "href=\"#code-1-1\"",
        "<code>cargo run -p kettle</code>",
        "<samp>boiling\ndone</samp>",
        "Rust and Python",
        "<div class=\"pair\">",
        "admonish-pitfall",
        // The frame: what it is about, where one is, and that it may be kept.
        "<meta name=\"description\" content=\"Who boils the water? A child does.\">",
        "<a href=\"../index.html\" aria-current=\"page\">Kettle</a>",
        " data-offline",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!dir.path().join("book/old.html").exists());
    let beside = fs::read_dir(dir.path()).expect("the folder").flatten();
    let left = beside.filter(|entry| {
        entry.file_name().to_string_lossy().starts_with("book.")
    });
    assert_eq!(left.count(), 1, "only book.toml is called book.…");
}

#[test]
fn a_new_measurement_is_on_the_page() {
    let dir = small_book();
    let results = r#"{ "machine": {}, "numbers": { "boil.time":
        { "unit": "µs", "low": 4, "median": 5123, "high": 6 } } }"#;
    fixture::put(dir.path(), "measure/results.json", results);
    let sentence = "It takes {{number boil.time}}.\n\n## Output";
    fixture::edit(dir.path(), PAGE, "## Output", sentence);
    let page = || {
        book(dir.path()).arg("build").assert().success();
        let page = dir.path().join("book/tea/kettle.html");
        fs::read_to_string(page).expect("the page")
    };
    assert!(page().contains("<data value=\"boil.time\">5.12\u{a0}ms</data>."));
    fixture::edit(dir.path(), "measure/results.json", "5123", "61.2");
    assert!(page().contains("<data value=\"boil.time\">61.2\u{a0}µs</data>."));
}

#[test]
fn a_book_with_an_address_tells_search_engines() {
    let dir = small_book();
    let build = |address: &str| {
        let mut command = book(dir.path());
        command.env("MDBOOK_PREPROCESSOR__BOOK__ADDRESS", address);
        command.arg("build").output().expect("book")
    };
    let said = build("example.org").stderr;
    assert_eq!(
        String::from_utf8_lossy(&said).trim_end(),
        "error: the address \"example.org\" is not `https://…/`"
    );
    assert!(build("https://example.org/tea/").status.success());
    for (file, part) in [
        ("index.html", "rel=\"canonical\" href=\"https://example.org/tea/\""),
        ("sitemap.xml", "<loc>https://example.org/tea/</loc>"),
        ("404.html", "<a class=\"book\" href=\"/tea/index.html\">"),
    ] {
        let path = dir.path().join("book").join(file);
        let text = fs::read_to_string(path).expect("a file");
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn a_folder_with_something_else_is_not_overwritten() {
    let dir = small_book();
    let expected = format!(
        "error: {} holds something else than a book",
        dir.path().canonicalize().expect("its path").join("src").display()
    );
    fails(dir.path(), &["build", "src"], &expected);
    assert!(dir.path().join(PAGE).is_file());
}

#[test]
fn a_missing_page_is_named() {
    let dir = small_book();
    fs::remove_file(dir.path().join(PAGE)).expect("removed");
    fails(
        dir.path(),
        &["build"],
        "error: write the missing page, or take it out of src/SUMMARY.md: \
         failed to read chapter `tea/kettle.md`: \
         No such file or directory (os error 2)",
    );
}

#[test]
fn a_broken_include_is_named() {
    let dir = small_book();
    fixture::edit(dir.path(), PAGE, "kettle/main.py}}", "kettle/no.py}}");
    let expected = "error: src/tea/kettle.md:6: cannot include \
                    listings/tea/kettle/no.py: No such file or directory \
                    (os error 2)";
    fails(dir.path(), &["build"], expected);
    fails(dir.path(), &["--port", "0"], expected);
}

#[test]
fn a_bad_command_line_is_named() {
    let dir = small_book();
    let port = "error: --port takes a number from 0 to 65535";
    fails(dir.path(), &["--port", "x"], port);
    fails(dir.path(), &["--port", "70000"], port);
    fails(dir.path(), &["--prt"], "error: invalid option '--prt'");
    let expected = "error: no command is called \"brew\"; \
                    cargo run -- --help lists them";
    fails(dir.path(), &["brew"], expected);
}

#[test]
fn a_port_in_use_is_named() {
    let dir = small_book();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port();
    let expected = format!(
        "error: port {port} is in use; choose another: cargo run -- --port {}",
        port + 1
    );
    fails(dir.path(), &["--port", &port.to_string()], &expected);
}

#[test]
fn a_folder_without_a_book_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    let here = dir.path().canonicalize().expect("its path");
    let expected =
        format!("error: no book.toml in {} or above it", here.display());
    fails(dir.path(), &["build"], &expected);
}

#[test]
fn mdbook_finds_the_preprocessor() {
    let dir = small_book();
    let supports = |renderer: &str| {
        let mut command = book(dir.path());
        command.args(["preprocess", "supports", renderer]);
        command.output().expect("book").status.success()
    };
    assert!(supports("html"));
    assert!(!supports("epub"));
}

/// A running server, and what it prints.
struct Server {
    process: Child,
    lines: BufReader<ChildStdout>,
    port: u16,
    /// Its temporary folder.
    temporary: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn start(root: &Path) -> Server {
        let temporary = tempfile::tempdir().expect("a folder");
        let mut process = Command::new(env!("CARGO_BIN_EXE_book"))
            .args(["--port", "0"])
            .current_dir(root)
            .env("TMPDIR", temporary.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("book");
        let stdout = process.stdout.take().expect("a pipe");
        let mut server = Server {
            process,
            lines: BufReader::new(stdout),
            port: 0,
            temporary,
        };
        let built = server.line();
        assert!(built.starts_with("Built 1 pages in "), "{built}");
        let address = server.line();
        let port = address
            .strip_prefix("Read them at http://127.0.0.1:")
            .and_then(|rest| rest.split(' ').next())
            .and_then(|port| port.parse().ok());
        server.port = port.unwrap_or_else(|| panic!("no port in {address:?}"));
        server
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a line");
        line
    }

    /// The status and the body of an answer.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream =
            TcpStream::connect(("127.0.0.1", self.port)).expect("a server");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        (head.lines().next().unwrap_or_default().to_owned(), body.to_owned())
    }

    /// Waits until a page has these words.
    fn shows(&self, path: &str, words: &str) {
        let start = Instant::now();
        while !self.get(path).1.contains(words) {
            assert!(start.elapsed() < PATIENCE, "{path} never has {words:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn stop(mut self, signal: Signal) {
        let start = Instant::now();
        let pid = Pid::from_raw(self.process.id() as i32);
        kill(pid, signal).expect("signalled");
        let status = self.process.wait().expect("ended");
        assert!(status.success(), "{status}");
        assert!(start.elapsed() < Duration::from_secs(2), "at once");
        let left = fs::read_dir(self.temporary.path()).expect("the folder");
        assert_eq!(left.count(), 0, "nothing is left in the temporary folder");
    }
}

#[test]
fn serve_shows_what_is_saved_until_ctrl_c() {
    let dir = small_book();
    let mut server = Server::start(dir.path());
    let (status, page) = server.get("/tea/kettle.html");
    assert_eq!(status, "HTTP/1.1 200 OK");
    assert!(page.contains("Who boils the water?"));
    assert!(page.contains("livereload"), "the page reloads itself");
    assert!(!page.contains("data-offline"), "nothing is kept of a draft");
    let (status, _) = server.get("/no-such-page.html");
    assert_eq!(status, "HTTP/1.1 404 Not Found");

    fixture::edit(dir.path(), PAGE, "Who boils", "Who heats");
    server.shows("/tea/kettle.html", "Who heats the water?");
    let built = server.line();
    assert!(built.starts_with("src/tea/kettle.md: built in "), "{built}");

    let listing = "listings/tea/kettle/src/main.rs";
    fixture::edit(dir.path(), listing, "boiling", "singing");
    server.shows("/tea/kettle.html", "singing");
    let snapshot = "listings/tea/kettle/main.snap";
    fixture::edit(dir.path(), snapshot, "boiling", "whistling");
    server.shows("/tea/kettle.html", "whistling");

    // A page that cannot be built leaves the last good one in place.
    fixture::edit(dir.path(), PAGE, "kettle/main.py}}", "kettle/no.py}}");
    let mut errors =
        BufReader::new(server.process.stderr.take().expect("pipe"));
    let mut error = String::new();
    errors.read_line(&mut error).expect("a line");
    assert!(error.contains("kettle.md:6: cannot include"), "{error}");
    assert!(server.get("/tea/kettle.html").1.contains("whistling"));
    fixture::edit(dir.path(), PAGE, "kettle/no.py}}", "kettle/main.py}}");
    fixture::edit(dir.path(), PAGE, "Who heats", "Who boils");
    server.shows("/tea/kettle.html", "Who boils the water?");

    server.stop(Signal::SIGINT);
}

#[test]
fn serve_ends_when_it_is_terminated() {
    let dir = small_book();
    Server::start(dir.path()).stop(Signal::SIGTERM);
}
