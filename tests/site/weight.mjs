// What a page weighs, and how soon it is seen.

/** Kilobytes of 1024, compressed, for a page or for what the search adds; milliseconds. */
const LIMITS = { page: 150, requests: 25, search: 100, paint: 1000, shift: 0.1 };

/** Notes what a page asks for from now on: gives a function that says how much it was. */
export function weighing(page, server) {
    const asked = [];
    page.on("request", request => {
        const { protocol, pathname } = new URL(request.url());
        if (protocol === "http:") asked.push(decodeURIComponent(pathname));
    });
    return () => ({
        kilobytes: asked.reduce((sum, path) => sum + (server.sent.get(path) ?? 0), 0) / 1024,
        requests: asked.length,
    });
}

/** What of a page's weight is too much. */
export function heavy({ kilobytes, requests }) {
    const wrong = [];
    if (kilobytes > LIMITS.page) wrong.push(`${kilobytes.toFixed()} KB`);
    if (requests > LIMITS.requests) wrong.push(`${requests} requests`);
    return wrong;
}

/** What is sent when the search is opened: in words, and what is wrong. */
export async function searchWeight(browser, server) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(server.url, { waitUntil: "networkidle" });
    const weighed = weighing(page, server);
    await page.keyboard.press("/");
    await page.waitForFunction(() => window.searchIndex);
    await context.close();
    const { kilobytes } = weighed();
    const words = `the search adds ${kilobytes.toFixed()} KB`;
    return { words, wrong: kilobytes > LIMITS.search ? [words] : [] };
}

/**
 * How soon a page is painted: the best of so many times, because the machine that measures
 * has other work to do. Gives what is measured in words, and what is wrong.
 */
export async function paints(browser, server, file, times = 5) {
    const wrong = [];
    const paints = [];
    for (let n = 0; n < times; n++) paints.push(await paint(browser, server, file));
    const [best] = paints.sort((a, b) => a.first - b.first);
    const first = `first paint after ${best.first.toFixed()} ms`;
    if (best.first > LIMITS.paint) wrong.push(first);
    if (best.shift > LIMITS.shift) wrong.push(`the page jumps while it loads: ${best.shift.toFixed(3)}`);
    const words = `${first} on a processor four times slower, `
        + `the largest after ${best.largest.toFixed()} ms, shift ${best.shift.toFixed(3)}`;
    return { words, wrong };
}

/** Milliseconds to the first and the largest paint on a processor four times slower. */
async function paint(browser, server, path) {
    const context = await browser.newContext({
        serviceWorkers: "block", viewport: { width: 412, height: 823 },
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(server.url + path, { waitUntil: "load" });
    const times = await page.evaluate(() => new Promise(resolve => {
        const times = { first: 0, largest: 0, shift: 0 };
        const observe = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each))
            .observe({ type, buffered: true });
        observe("paint", entry => {
            if (entry.name === "first-contentful-paint") times.first = entry.startTime;
        });
        observe("largest-contentful-paint", entry => { times.largest = entry.startTime; });
        observe("layout-shift", entry => { times.shift += entry.value; });
        setTimeout(() => resolve(times), 500);
    }));
    await context.close();
    return times;
}
