// Faults, one for each check of the site: the checks can fail.

import { randomBytes } from "node:crypto";

const into = (place, html) => body => body.replace(place, place + html);

/** What no server makes smaller than this. */
const noise = bytes => randomBytes(bytes).toString("hex");

/** What is wrong, how it gets into the example page, and what it is caught as. */
export const ofPages = [
    ["a button without a name", into("<footer>", "<button></button>"), "axe button-name"],
    ["a heading out of order", into("<footer>", "<h6>deep</h6>"), "axe heading-order"],
    ["text outside of a landmark", into("</footer>", "<p>lost</p>"), "axe region"],
    ["a small target", into("<footer>", "<button style='min-height:0;height:9px;width:9px;padding:0'>x</button>"
        + "<button style='min-height:0;height:9px;width:9px;padding:0'>y</button>"), "axe target-size"],
    ["a link that only its colour shows", into("</h1>",
        "<p>Some words <a href='#join' style='text-decoration:none'>and a link</a> and words</p>"),
    "axe link-in-text-block"],
    ["pale text", into("<footer>", "<p style='color:#999'>pale</p>"), "contrast 2."],
    ["a pale colour of code", into("</title>", "<style>.listing .k { color: #c9a !important }</style>"), "contrast 2."],
    ["a block too wide", into("<footer>", "<p style='width:500px'>wide</p>"), "sticks out"],
    ["a page that scrolls sideways", into("<footer>", "<div style='width:500px;height:1px'></div>"),
        "scrolls sideways"],
    ["a picture without words", into("<footer>", "<img src='../favicon.svg'>"), "has no alternative"],
    ["a timeline without words", body => body.replace(/<desc>[^]*?<\/desc>/, ""), "has no alternative"],
    ["a request to another host", into("</title>", "<script src='https://example.invalid/x.js'></script>"),
        "asks another host"],
    ["an error in a script", into("</title>", "<script>nothing.there()</script>"), "script: nothing"],
    ["a message on the console", into("</title>", "<script>console.error('hot')</script>"), "console: hot"],
    ["a dead link", into("<footer>", "<a href='../no.html'>no</a>"), "dead link"],
    ["a dead anchor", into("<footer>", "<a href='#no'>no</a>"), "dead anchor"],
    ["code that is cut on paper", into("</title>",
        "<style>@media print { main .listing pre, main pre code { white-space: pre !important } }"
        + ".listing pre { width: 200px; overflow: hidden !important }</style>"), "cut: "],
    ["a solution that stays folded on paper", into("</title>",
        "<style>details::details-content { content-visibility: hidden !important }</style>"),
    "folded: "],
    ["many requests", into("<footer>", [...Array(25).keys()]
        .map(n => `<img src="../favicon.svg?${n}" alt="icon">`).join("")), "requests"],
    ["white ink on paper", into("</title>", "<style>main { color: #fff !important }</style>"), "the ink is"],
];

/** For each check of the tour by keyboard, in its order: a file, what is there, what then is. */
export const ofKeyboard = [
    ["join", "<a class=\"skip\"", "<a tabindex=\"-1\" class=\"skip\""],
    ["join", "href=\"#text\"", "href=\"#nowhere\""],
    ["join", "<a class=\"book\"", "<a tabindex=\"-1\" class=\"book\""],
    ["join", "</title>", "</title><style>:focus-visible { outline: none !important }</style>"],
    ["join", "</title>", "</title><script>addEventListener('keydown', event => "
        + "event.key === 'Tab' && document.activeElement.closest('main') && event.preventDefault())</script>"],
    ["join", " aria-current=\"page\"", ""],
    ["join", " popovertarget=\"contents\"", ""],
    ["join", "<nav id=\"contents\" popover", "<nav id=\"contents\" popover=\"manual\""],
    ["book-", "button.setAttribute(\"aria-pressed\", dark())", "0"],
    ["book-", "localStorage.setItem(\"colours\", chosen)", "0"],
    ["book-", "event.key === \"/\" ||", ""],
    ["search-", "} results${found", "}${found"],
    ["search-", "|| \"No\"", "|| \"\""],
    ["search-", "ArrowDown: 1", "ArrowDown: 0"],
    ["search-", "list.querySelector(\"a\")?.click()", "0"],
    ["search-", "dialog.showModal()", "dialog.show()"],
    ["book-", "return command.textContent", "return figure.textContent"],
    ["book-", ".replace(/\\s*(\\/\\/|#) [①-⑳ ]+$/, \"\")", ""],
    ["book-", "ArrowRight: \"next\"", "ArrowRight: \"last\""],
    ["book-", "turn && !reading", "turn"],
    ["book-", "block.tabIndex = 0", "block.tabIndex = -1"],
];

/** The same for a page that is opened from a folder. */
export const ofPlain = [
    ["join", "<main id", "<main style=\"display: none\" id"],
    ["join", "<span class=", "<span lang="],
    ["join", /<li><a href="\.\.\/.*/g, ""],
    ["join", "<ol class=\"sections\"", "<ol hidden class=\"sections\""],
    ["join", "href=\"../process/is-alive.html\"", "href=\"#\""],
    ["join", "<a class=\"next\"", "<a hidden class=\"next\""],
    ["join", "href=\"#code-1-1\"", "href=\"#\""],
    ["join", "<details", "<details inert"],
    ["book-", "color-scheme: light dark", "color-scheme: light"],
    ["join", "<button class=\"search-button\" type=\"button\" hidden", "<button type=\"button\""],
    ["join", " popovertarget=\"contents\"", ""],
    ["join", "fonts/source", "fonts/nothing"],
    ["join", " data-index=", " data-nothing="],
    ["book-", "button.classList.add(\"done\")", "0"],
];

/** For all else: the group, what the fault is caught as, a file, what is there, what then is. */
export const ofOthers = [
    ["open", "contents: axe button-name", "join", "aria-label=\"Contents of the book\">",
        "aria-label=\"Contents of the book\"><button></button>"],
    ["open", "search: axe button-name", "search-", ">Close<", "><"],
    ["open", "404: contrast", "kill-child", "</title>", "</title><style>main { color: #999 }</style>"],
    ["search", "stands before process/join", "search-", "window.searchIndex.pinned(question)", "[9]"],
    ["page", "KB", "join", "</main>", `<!--${noise(160_000)}--></main>`],
    ["weight", "the search adds", "search-index", "window.", `/*${noise(100_000)}*/window.`],
    ["paint", "first paint", "join", "</title>",
        "</title><script>for (const end = Date.now() + 1100; Date.now() < end;);</script>"],
    ["paint", "the page jumps", "join", "</body>", "<script>addEventListener('load', () => setTimeout(() => "
        + "document.querySelector('h1').style.marginTop = '500px', 200))</script></body>"],
    ["lighthouse", ["performance", "accessibility"], "join", "</title>",
        "</title><meta name=\"viewport\" content=\"user-scalable=no\">"
        + "<script>for (const end = Date.now() + 1500; Date.now() < end;);</script>"],
    ["offline", "no unvisited page", "sw", /"process\/join.html":"\w+",/g, ""],
    ["offline", "no stylesheet", "sw", /"theme\/book-\w+.css":"\w+",/g, ""],
    ["offline", "Timeout", "sw", /"search-index-\w+.js":"\w+",/g, ""],
    ["offline", "ERR_FAILED", "sw", /"404.html":"\w+",/g, ""],
];
