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
 * addresses. `sent` has what was sent: a path and a number of bytes for each request.
 */
export async function serve(dir) {
    const sent = [];
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
            body = gzipSync(body);
            headers["Content-Encoding"] = "gzip";
        }
        sent.push({ path, bytes: body.length });
        response.writeHead(status, headers).end(body);
    });
    await new Promise(ready => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${server.address().port}/`;
    return { url, sent, close: () => server.close() };
}

/** Debian's Chromium, or the one that `CHROMIUM` names, with a profile of its own. */
export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
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

/** Does the work of each item, two at a time. */
export async function inPairs(items, work) {
    const todo = [...items];
    const worker = async () => {
        while (todo.length) await work(todo.shift());
    };
    await Promise.all([worker(), worker()]);
}
