// Asks the search of a built book, without a browser: `node ask.mjs BOOK` reads a
// question a line and writes `question => page` for each, the page that comes first.
// There is no document; what the dialog does to it is taken and forgotten.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

const [book] = process.argv.slice(2);

/** Stands for any element: whatever is asked of it is another one, and nothing is typed. */
function element() {
    return new Proxy(() => element(), {
        get: (_, name) => (name === "value" ? "" : name === Symbol.toPrimitive ? () => "" : element()),
        set: () => true,
    });
}

function only(folder, start) {
    const names = readdirSync(join(book, folder)).filter(name => name.startsWith(start) && name.endsWith(".js"));
    if (names.length !== 1) throw new Error(`${folder}/${start}*.js: ${names.length} files`);
    return readFileSync(join(book, folder, names[0]), "utf8");
}

globalThis.window = globalThis;
const index = only(".", "search-index");
const page = { dataset: { index: "search-index.js", root: "" } };
let loaded;
globalThis.document = {
    documentElement: page,
    body: element(),
    createElement: name => (name === "script" ? {} : element()),
    // The script of the index is at hand.
    head: {
        append(script) {
            runInThisContext(index, { filename: "search-index.js" });
            loaded = Promise.resolve().then(() => script.onload());
        },
    },
};
runInThisContext(only("theme", "search"), { filename: "search.js" });
window.bookSearch.open();
await loaded;

for (const question of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const [first] = window.bookSearch.find(question);
    const place = first ? first.file + (first.anchor && `#${first.anchor}`) : "nothing";
    console.log(`${question} => ${place}`);
}
