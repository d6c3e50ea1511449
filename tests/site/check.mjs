// Checks the built book in a browser: `node check.mjs FOLDER GROUP`. Prints what it measures,
// then what is wrong, a line each, and exits with 1 if anything is.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { each, launch, pages, serve, trial, watch } from "./browser.mjs";
import * as faults from "./faults.mjs";
import * as keyboard from "./keyboard.mjs";
import { LEAST, low, scores } from "./lighthouse.mjs";
import { offline } from "./offline.mjs";
import { dead, links, problems, violations } from "./page.mjs";
import * as plain from "./plain.mjs";
import { heavy, paints, searchWeight, weighing } from "./weight.mjs";

/** A page with everything: a table, pairs, marks, a picture, boxes, a folded solution. */
export const EXAMPLE = "process/join.html";

const groups = {
    /** Every page, at every width, in all colours. */
    async pages({ browser, server, dir, wrong, say }) {
        const seen = new Map();
        const files = await pages(dir);
        const worst = { kilobytes: 0, requests: 0 };
        await each(files, 2, async file => {
            // The whole book on one page is made of pages that were looked at.
            const context = await browser.newContext({ serviceWorkers: "block" });
            const page = await context.newPage();
            const noise = watch(page, server.url);
            const weighed = weighing(page, server);
            await page.goto(server.url + file);
            await page.evaluate(() => document.fonts.ready);
            const weight = weighed();
            seen.set(server.url + file, await links(page));
            const found = [];
            if (file !== "print.html") {
                found.push(...heavy(weight), ...await problems(page));
                for (const key in worst) worst[key] = Math.max(worst[key], weight[key]);
            }
            wrong(...[...new Set([...found, ...noise])].map(line => `${file}: ${line}`));
            await context.close();
        });
        wrong(...dead(seen, server.url, file => existsSync(join(dir, file))));
        say(`${files.length} pages, at most ${worst.kilobytes.toFixed()} KB in ${worst.requests} requests`);
    },

    /** What opens over a page. */
    async open({ browser, server, wrong }) {
        wrong(...await opened(browser, server));
    },

    /** What readers ask, typed into the box, has its page first. */
    async search({ browser, server, wrong, say }) {
        const lines = await readFile(new URL("../search/queries.txt", import.meta.url), "utf8");
        const queries = lines.split("\n").filter(line => line && !line.startsWith("#"));
        wrong(...await missed(browser, server, queries));
        say(`${queries.length} questions`);
    },

    async keyboard({ browser, server, wrong, say }) {
        let passed = 0;
        for (const [name, check] of keyboard.checks) {
            const found = await byKeyboard(browser, server, check);
            wrong(...found.map(line => `${name}: ${line}`));
            passed += found.length === 0;
        }
        say(`${passed} of ${keyboard.checks.length} checks by keyboard`);
    },

    async plain({ browser, dir, wrong, say }) {
        let passed = 0;
        for (const [name, check] of plain.checks) {
            const found = await fromFolder(browser, dir, name, check);
            wrong(...found.map(line => `${name}: ${line}`));
            passed += found.length === 0;
        }
        say(`${passed} of ${plain.checks.length} checks from a folder`);
    },

    async speed({ browser, server, wrong, say }) {
        const search = await searchWeight(browser, server);
        say(search.words);
        wrong(...search.wrong);
        const painted = await paints(browser, server, EXAMPLE);
        say(painted.words);
        wrong(...painted.wrong);
        const found = await scores(server.url + EXAMPLE);
        say(Object.keys(LEAST).map(key => `${key} ${found[key]}`).join(", "));
        wrong(...low(found));
    },

    async offline({ browser, server, wrong }) {
        await offline(browser, server).catch(error => wrong(error.message));
    },

    /** The checks can fail. */
    async faults({ browser, server, dir, wrong, say }) {
        const expect = (name, found, expected) => {
            if (!found.some(line => line.includes(expected))) {
                wrong(`${name}: should be caught as "${expected}"; caught: ${found.join("; ")}`);
            }
        };
        /** A change of the files whose names begin so; `none` are those that it misses. */
        const changing = (name, start, from, to, none) => {
            none.add(name);
            return (path, text) => {
                const file = path.startsWith("/") ? path.split("/").pop() : path;
                const body = file.startsWith(start) ? text.replaceAll(from, to) : text;
                if (body !== text) none.delete(name);
                return body;
            };
        };
        const none = new Set();

        await each(faults.ofPages, 2, async ([name, fault, expected]) => {
            const context = await browser.newContext({ serviceWorkers: "block" });
            const page = await context.newPage();
            const noise = watch(page, server.url);
            const weighed = weighing(page, server);
            none.add(name);
            await page.route(`**/${EXAMPLE}`, async route => {
                const response = await route.fetch();
                const body = await response.text();
                const broken = fault(body);
                if (broken !== body) none.delete(name);
                await route.fulfill({ response, body: broken });
            });
            await page.goto(server.url + EXAMPLE);
            const weight = weighed();
            const here = new Map([[server.url + EXAMPLE, await links(page)]]);
            expect(name, [...noise, ...heavy(weight), ...dead(here, server.url, file => file !== "no.html"),
                ...await problems(page, ["light"], [360])], expected);
            await context.close();
        });

        // Each check of the two tours has a fault that it catches.
        for (const [checks, tour, run] of [
            [keyboard.checks, faults.ofKeyboard,
                (name, check, change) => byKeyboard(browser, server, check, change)],
            [plain.checks, faults.ofPlain,
                (name, check, change) => fromFolder(browser, dir, name, check, change)],
        ]) {
            if (tour.length !== checks.length) wrong(`${tour.length} faults for ${checks.length} checks`);
            await each(checks.map((check, n) => [...check, ...tour[n]]), 4, async fault => {
                const [name, check, start, from, to] = fault;
                const found = await run(name, check, changing(name, start, from, to, none));
                if (!found.length) wrong(`${name}: its fault is not caught`);
            });
        }

        const others = async ([group, expected, start, from, to]) => {
            const name = `${group}, ${expected}`;
            const broken = await serve(dir, changing(name, start, from, to, none));
            const found = await {
                open: () => opened(browser, broken),
                search: () => missed(browser, broken, ["join => process/join"]),
                page: async () => {
                    const page = await browser.newPage({ serviceWorkers: "block" });
                    const weighed = weighing(page, broken);
                    await page.goto(broken.url + EXAMPLE);
                    await page.close();
                    return heavy(weighed());
                },
                weight: async () => (await searchWeight(browser, broken)).wrong,
                paint: async () => (await paints(browser, broken, EXAMPLE, 1)).wrong,
                offline: () => offline(browser, broken).then(() => [], error => [error.message]),
                lighthouse: async () => low(await scores(broken.url + EXAMPLE, 1)),
            }[group]();
            for (const line of [expected].flat()) expect(name, found, line);
            broken.close();
        };
        const isAlone = ([group]) => group === "lighthouse";
        await each(faults.ofOthers.filter(fault => !isAlone(fault)), 2, others);
        for (const fault of faults.ofOthers.filter(isAlone)) await others(fault);
        wrong(...[...none].map(name => `${name}: the fault has no place`));
        const count = Object.values(faults).reduce((sum, list) => sum + list.length, 0);
        say(`${count} faults caught`);
    },
};

/** What is wrong with what opens over a page. */
async function opened(browser, server) {
    const wrong = [];
    const context = await browser.newContext({
        serviceWorkers: "block", viewport: { width: 360, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(server.url + EXAMPLE);
    await page.getByRole("button", { name: "Contents" }).click();
    wrong.push(...(await violations(page)).map(line => `contents: ${line}`));
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.locator("#search input:focus").waitFor();
    await page.keyboard.type("child");
    await page.locator("#search li a").first().waitFor();
    wrong.push(...(await violations(page)).map(line => `search: ${line}`));
    await page.goto(server.url + "no/kill-child.html");
    await page.locator("#search li a").first().waitFor();
    wrong.push(...(await violations(page)).map(line => `404: ${line}`));
    await context.close();
    return wrong;
}

/** The questions, `words => page`, whose page is not the first result. */
async function missed(browser, server, queries) {
    const wrong = [];
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.keyboard.press("/");
    const box = page.locator("#search input:focus");
    await box.fill("join");
    const first = page.locator("#search li a").first();
    await first.waitFor();
    for (const query of queries) {
        const [question, place] = query.split(/ => (?!.* => )/);
        await box.fill(question);
        const link = await first.getAttribute("href", { timeout: 2000 }).catch(() => "nothing");
        const found = link.replace(".html", "");
        if (found !== place && found.split("#")[0] !== place) {
            wrong.push(`${question}: ${found} stands before ${place}`);
        }
    }
    await context.close();
    return wrong;
}

/** Tries one check of the tour by keyboard. */
function byKeyboard(browser, server, check, change) {
    const options = { serviceWorkers: "block", permissions: ["clipboard-read", "clipboard-write"] };
    return trial(browser, server.url + EXAMPLE, check,
        { home: server.url, options, change, timeout: change && 2000 });
}

/** Tries one check of a page that is opened from a folder, without scripts or with them. */
function fromFolder(browser, dir, name, check, change) {
    const options = { javaScriptEnabled: plain.withScripts.some(([other]) => other === name) };
    return trial(browser, pathToFileURL(join(dir, EXAMPLE)).href, check,
        { home: pathToFileURL(dir).href, options, change, timeout: change && 2000 });
}

const [folder, group] = process.argv.slice(2);
if (!groups[group]) {
    console.error(`usage: node check.mjs FOLDER ${Object.keys(groups).join("|")}`);
    process.exit(2);
}
const dir = resolve(folder);
const found = [];
const server = await serve(dir);
const browser = await launch();
await groups[group]({ browser, server, dir, wrong: (...lines) => found.push(...lines), say: console.log });
await browser.close();
server.close();
console.log(found.join("\n"));
process.exit(found.length ? 1 : 0);
