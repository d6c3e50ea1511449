// What the pages do beside being read: colours, search, copying, turning pages, and
// reading offline. Without this script everything else is still there.
"use strict";

const page = document.documentElement;

/** Says it to a screen reader. */
function announce(words) {
    const status = document.querySelector(".announcement");
    status.textContent = "";
    setTimeout(() => { status.textContent = words; }, 50);
}

// Colours follow the system until the reader chooses the other ones.
{
    const button = document.querySelector(".colours-button");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (page.dataset.colours ?? (system.matches ? "dark" : "light")) === "dark";
    const show = () => button.setAttribute("aria-pressed", dark());
    button.addEventListener("click", () => {
        const chosen = dark() ? "light" : "dark";
        if ((chosen === "dark") === system.matches) {
            delete page.dataset.colours;
        } else {
            page.dataset.colours = chosen;
        }
        try {
            if (page.dataset.colours) localStorage.setItem("colours", chosen);
            else localStorage.removeItem("colours");
        } catch {} // Then the choice holds for this page.
        show();
    });
    system.addEventListener("change", show);
    show();
    button.hidden = false;
}

// Contents: what is current is in sight, and a choice closes them on a telephone.
{
    const contents = document.getElementById("contents");
    const current = contents.querySelector("[aria-current]");
    const place = () => current.getBoundingClientRect().top - contents.getBoundingClientRect().top;
    if (current) contents.scrollTop += place() - contents.clientHeight / 3;
    contents.addEventListener("click", event => {
        if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
    });
}

// A block that scrolls is a stop of the Tab key, and only such a block.
{
    const blocks = document.querySelectorAll("main pre, main .table-wrapper");
    const update = block => {
        if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
        else block.removeAttribute("tabindex");
    };
    const observer = new ResizeObserver(seen => seen.forEach(entry => update(entry.target)));
    for (const block of blocks) observer.observe(block);
}

// Each listing is copied without its marks; of an output, the command alone.
{
    const text = figure => {
        const command = figure.querySelector(".command");
        if (command) return command.textContent;
        const lines = figure.querySelector("pre").textContent.split("\n");
        return lines.map(line => line.replace(/\s*(\/\/|#) [①-⑳ ]+$/, "")).join("\n");
    };
    // Where there is no clipboard for scripts: a page that is not served securely.
    const copyBySelection = words => {
        const area = document.createElement("textarea");
        area.value = words;
        document.body.append(area);
        area.select();
        const done = document.execCommand("copy");
        area.remove();
        if (!done) throw new Error("the browser does not copy");
    };
    for (const figure of document.querySelectorAll("figure.listing")) {
        const button = document.createElement("button");
        const what = figure.matches(".output")
            ? "the command" : figure.querySelector("figcaption span").textContent;
        button.type = "button";
        button.className = "copy";
        button.textContent = "Copy";
        button.setAttribute("aria-label", `Copy ${what}`);
        button.addEventListener("click", async () => {
            try {
                if (navigator.clipboard) await navigator.clipboard.writeText(text(figure));
                else copyBySelection(text(figure));
                button.textContent = "Copied";
                button.classList.add("done");
                announce(`Copied ${what}`);
            } catch {
                announce("The browser does not allow copying");
            }
            button.focus();
            setTimeout(() => {
                button.textContent = "Copy";
                button.classList.remove("done");
            }, 2000);
        });
        figure.querySelector("figcaption").append(button);
    }
}

// Search is loaded when it is opened.
let opening = null;

function openSearch(words) {
    opening ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = page.dataset.search;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
    });
    opening.then(() => window.bookSearch.open(words), () => {
        opening = null;
        announce("The search cannot be loaded");
    });
}

if (page.dataset.index) {
    const button = document.querySelector(".search-button");
    button.addEventListener("click", () => openSearch());
    button.hidden = false;
    // The page for a dead address looks for the words of that address.
    if ("lost" in page.dataset) {
        const words = decodeURIComponent(location.pathname).split("/").pop();
        openSearch(words.replace(/\.html?$/, "").replaceAll("-", " "));
    }
}

// Keys. The arrows turn the page, but not under somebody who reads a listing.
document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const focus = document.activeElement;
    if (focus.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
    if ((event.key === "/" || event.key === "s") && page.dataset.index) {
        event.preventDefault();
        openSearch();
    }
    const caret = getSelection().anchorNode;
    const listing = "pre, figure, .table-wrapper";
    const reading = focus.closest(listing) || caret?.parentElement?.closest(listing);
    const turn = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (turn && !reading) document.querySelector(`.turn [rel="${turn}"]`)?.click();
});

// After one visit the whole book is there without a network.
const served = isSecureContext && location.protocol.startsWith("http");
if ("offline" in page.dataset && served && !navigator.connection?.saveData) {
    addEventListener("load", () => navigator.serviceWorker?.register(page.dataset.root + "sw.js"));
}
