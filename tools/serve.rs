//! Serves the book on this machine, builds it again whenever one of its files
//! is saved, and has the open pages reload themselves.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Error, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::response::IntoResponse;
use notify_debouncer_mini::new_debouncer;
use notify_debouncer_mini::notify::RecursiveMode;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};
use tower_livereload::LiveReloadLayer;

use crate::files::files_below;
use crate::render::{Site, render};
use crate::site::For;

/// The files and folders that the book is made of.
const SOURCES: [&str; 5] = ["book.toml", "listings", "measure", "src", "theme"];

/// A save writes a file in several steps; this long they count as one.
const DEBOUNCE: Duration = Duration::from_millis(50);

/// The folder of the builds. Whoever builds holds the lock.
struct Builds {
    dir: TempDir,
    count: u32,
    /// The newest build that succeeded, and the one before it, which a request
    /// may still be reading.
    good: [Option<PathBuf>; 2],
}

impl Builds {
    fn build(&mut self, root: &Path) -> Result<Site> {
        self.count += 1;
        let dest = self.dir.path().join(self.count.to_string());
        let built = render(root, &dest, For::Author);
        let stale = match &built {
            Ok(_) => {
                self.good.rotate_right(1);
                self.good[0].replace(dest)
            }
            Err(_) => Some(dest),
        };
        if let Some(stale) = stale.filter(|dir| dir.exists()) {
            fs::remove_dir_all(&stale).with_context(|| {
                format!("cannot remove {}", stale.display())
            })?;
        }
        built
    }
}

/// Serves until Ctrl-C. Fails if the port is taken or the first build fails.
pub fn serve(root: &Path, port: u16, open: bool) -> Result<()> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|e| match e
            .kind()
        {
            io::ErrorKind::AddrInUse => Error::msg(format!(
                "port {port} is in use; choose another: cargo run -- --port {}",
                port.checked_add(1).unwrap_or(3000)
            )),
            _ => Error::new(e).context(format!("cannot listen on port {port}")),
        })?;
    let address = listener.local_addr()?;
    listener.set_nonblocking(true)?;
    let dir = TempDir::with_prefix("book-")
        .context("cannot create a temporary folder")?;
    let builds =
        Arc::new(Mutex::new(Builds { dir, count: 0, good: [None, None] }));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?;
    let url = format!("http://{address}");
    let result = runtime.block_on(async {
        tokio::select! {
            result = run(root, listener, &url, open, &builds) => result,
            stopped = stopped() => stopped,
        }
    });
    // A build that still runs ends first, so that nothing is left behind.
    let builds = builds.lock().unwrap_or_else(PoisonError::into_inner);
    fs::remove_dir_all(builds.dir.path())
        .context("cannot remove the temporary folder")?;
    result
}

/// Ends with the first Ctrl-C, SIGTERM, or end of the terminal.
async fn stopped() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hangup = signal(SignalKind::hangup())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
        _ = terminate.recv() => Ok(()),
        _ = hangup.recv() => Ok(()),
    }
}

async fn run(
    root: &Path,
    listener: TcpListener,
    url: &str,
    open: bool,
    builds: &Arc<Mutex<Builds>>,
) -> Result<()> {
    let (changed, mut changes) = mpsc::channel(1);
    let mut debouncer = new_debouncer(DEBOUNCE, move |_| {
        // A full channel already holds the news that something changed.
        let _ = changed.try_send(());
    })
    .context("cannot watch the book's files")?;
    // A book need not have numbers.
    for source in SOURCES.iter().filter(|s| root.join(s).exists()) {
        debouncer
            .watcher()
            .watch(&root.join(source), RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {source}"))?;
    }
    let mut seen = state_of(root);

    let site = rebuild(root, builds).await?;
    println!("Built {} pages in {:.2?}.", site.pages(), site.took);
    let current = Arc::new(RwLock::new(site.dir));
    println!("Read them at {url} (Ctrl-C ends this).");
    if open && let Err(e) = opener::open_browser(url) {
        eprintln!("warning: cannot open a browser: {e}");
    }

    let livereload = LiveReloadLayer::new();
    let reloader = livereload.reloader();
    let app = Router::new()
        .fallback(file)
        .with_state(Arc::clone(&current))
        .layer(livereload);
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let watch = async {
        while changes.recv().await.is_some() {
            let state = state_of(root);
            let names = difference(&seen, &state);
            // Reading a file is an event as well; the build reads them all.
            if names.is_empty() {
                continue;
            }
            seen = state;
            match rebuild(root, builds).await {
                Ok(site) => {
                    *current.write().unwrap_or_else(PoisonError::into_inner) =
                        site.dir;
                    reloader.reload();
                    println!(
                        "{}: built in {:.2?}.",
                        names.join(", "),
                        site.took
                    );
                }
                Err(e) => eprintln!("error: {e:#}"),
            }
        }
    };
    tokio::select! {
        served = async { axum::serve(listener, app).await } => Ok(served?),
        () = watch => Err(Error::msg("the watch on the book's files ended")),
    }
}

/// Builds on a thread of its own, so that pages are served meanwhile.
async fn rebuild(root: &Path, builds: &Arc<Mutex<Builds>>) -> Result<Site> {
    let (root, builds) = (root.to_owned(), Arc::clone(builds));
    tokio::task::spawn_blocking(move || {
        builds.lock().unwrap_or_else(PoisonError::into_inner).build(&root)
    })
    .await?
}

/// One file of the newest build, or its page for a dead address.
async fn file(
    State(current): State<Arc<RwLock<PathBuf>>>,
    request: Request,
) -> impl IntoResponse {
    let dir = current.read().unwrap_or_else(PoisonError::into_inner).clone();
    let lost = ServeFile::new(dir.join("404.html"));
    ServeDir::new(dir).not_found_service(lost).oneshot(request).await
}

type Files = BTreeMap<PathBuf, (SystemTime, u64)>;

/// When each source was last written, and its size.
fn state_of(root: &Path) -> Files {
    let files =
        SOURCES.iter().flat_map(|source| files_below(root, Path::new(source)));
    let state = files.filter_map(|file| {
        // A file may be gone by now.
        let meta = fs::metadata(root.join(&file)).ok()?;
        Some((file, (meta.modified().ok()?, meta.len())))
    });
    state.collect()
}

/// The files that one state has and the other has not, or not the same.
fn difference(before: &Files, after: &Files) -> Vec<String> {
    let mut names: Vec<String> = before
        .keys()
        .chain(after.keys())
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| path.display().to_string())
        .collect();
    names.sort();
    names.dedup();
    names
}
