// A server of the built book, and a browser that reads it.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const TYPES = {
    ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript",
    ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2",
};

/** The viewports of a telephone, a tablet and a desk. */
export const WIDTHS = [360, 768, 1280];

/** The colours that the book offers. */
export const THEMES = ["light", "dark"];

/** The pages of the book in `dir`, as paths from it. */
export async function pages(dir) {
    const files = await readdir(dir, { recursive: true });
    return files.filter(file => file.endsWith(".html")).sort();
}

/**
 * Serves `dir` as a host for static sites does: compressed, and with its page for dead
 * addresses. `sent` has the number of bytes of each path that was sent.
 * With `change`, which gets the path and the text of a file, something is wrong with it.
 */
export async function serve(dir, change) {
    const sent = new Map();
    const server = createServer(async (request, response) => {
        const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
        const file = join(dir, path.endsWith("/") ? path + "index.html" : path);
        let status = 200;
        let body = await readFile(file).catch(() => null);
        if (!body || relative(dir, file).startsWith("..")) {
            status = 404;
            body = await readFile(join(dir, "404.html"));
        }
        const type = TYPES[status === 404 ? ".html" : extname(file)] ?? "application/octet-stream";
        const headers = { "Content-Type": type, "Cache-Control": "no-cache" };
        if (!/font|png/.test(type)) {
            if (change) body = change(path, String(body));
            body = gzipSync(body);
            headers["Content-Encoding"] = "gzip";
        }
        sent.set(path, body.length);
        response.writeHead(status, headers).end(body);
    });
    await new Promise(ready => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${server.address().port}/`;
    const close = () => {
        server.close();
        server.closeAllConnections();
    };
    return { url, sent, close };
}

/** Debian's Chromium, or the one that `CHROMIUM` names, with a profile of its own. */
export function launch(...more) {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ...more,
        ],
    });
}

/** What goes wrong while a page is open: messages, errors, requests to other hosts. */
export function watch(page, home) {
    const problems = [];
    page.on("console", message => {
        const ours = message.text().startsWith("Service Worker registration blocked by Playwright");
        const bad = ["error", "warning"].includes(message.type());
        if (bad && !ours) problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", error => problems.push(`script: ${error.message}`));
    page.on("request", request => {
        const url = request.url();
        if (!url.startsWith(home) && !url.startsWith("data:")) problems.push(`asks another host: ${url}`);
    });
    page.on("response", response => {
        if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
    });
    return problems;
}

/**
 * Opens the page at `url` in a browser of its own, and tries whether a check of it holds.
 * Gives what is wrong. `change` gets the name and the text of each file of the page.
 */
export async function trial(browser, url, check, { home, options, change, timeout = 5000 }) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    if (change) {
        await context.route(/\.(html|css|js)([?#]|$)/, async route => {
            const address = route.request().url();
            const text = address.startsWith("file:")
                ? readFile(new URL(address.split(/[?#]/)[0]), "utf8")
                : (await route.fetch()).text();
            const body = change(new URL(address).pathname, await text);
            await route.fulfill({ body, contentType: TYPES[extname(new URL(address).pathname)] });
        });
    }
    const page = await context.newPage();
    page.setDefaultTimeout(timeout);
    const noise = watch(page, home);
    // A busy machine is no fault of the page: what has to be quick is the check.
    await page.goto(url, { timeout: 30000 });
    const wrong = await check(page).then(() => [], error => [error.message]);
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
    return [...wrong, ...noise];
}

/** Does the work of each item, so many at a time. */
export async function each(items, count, work) {
    const todo = [...items];
    const worker = async () => {
        while (todo.length) await work(todo.shift());
    };
    await Promise.all(Array.from({ length: count }, worker));
}
