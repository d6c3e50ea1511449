// What a page weighs, and how soon it is seen.

/** Kilobytes of 1024, compressed, for a page or for what the search adds. */
export const LIMITS = { page: 150, requests: 25, search: 100, paint: 1000 };

const kilobytes = sent => sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

/** Opens a page with an empty cache: what is sent. */
export async function weigh(browser, server, path) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    server.sent.length = 0;
    await page.goto(server.url + path, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    const weight = { kilobytes: kilobytes(server.sent), requests: server.sent.length };
    await context.close();
    return weight;
}

/** What is sent when the search is opened. */
export async function weighSearch(browser, server) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(server.url, { waitUntil: "networkidle" });
    server.sent.length = 0;
    await page.keyboard.press("/");
    await page.waitForFunction(() => window.searchIndex);
    await context.close();
    return kilobytes(server.sent);
}

/** Milliseconds to the first and the largest paint on a processor four times slower. */
export async function paint(browser, server, path) {
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
