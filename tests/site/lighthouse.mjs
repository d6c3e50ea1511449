// What Lighthouse says of a page on a telephone.

import { createServer } from "node:net";
import { launch } from "./browser.mjs";

/** The least scores of 100. */
export const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 };

/** Lighthouse talks to a browser by a port. */
async function freePort() {
    const server = createServer();
    await new Promise(ready => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address();
    await new Promise(closed => server.close(closed));
    return port;
}

/** The scores of a page; of its speed the best of so many runs. */
export async function scores(url, runs = 3) {
    const { default: lighthouse } = await import("lighthouse");
    const port = await freePort();
    const browser = await launch(`--remote-debugging-port=${port}`);
    const best = {};
    const good = () => Object.entries(LEAST).every(([key, least]) => best[key] >= least);
    for (let n = 0; n < runs && !good(); n++) {
        const { lhr } = await lighthouse(url, { port, logLevel: "error", onlyCategories: Object.keys(LEAST) });
        for (const [key, { score }] of Object.entries(lhr.categories)) {
            best[key] = Math.max(best[key] ?? 0, Math.round(score * 100));
        }
    }
    await browser.close();
    return best;
}

/** What is less than it should be. */
export const low = scores => Object.entries(LEAST)
    .filter(([key, least]) => !(scores[key] >= least))
    .map(([key, least]) => `${key} ${scores[key]} of ${least}`);
