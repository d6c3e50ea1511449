// Faults for the example page: a name, how it gets into the page, and what it is caught as.

const into = (place, html) => body => body.replace(place, place + html);

export const faults = [
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
    ["white ink on paper", into("</title>", "<style>main { color: #fff !important }</style>"), "the ink is"],
];
