// After one visit the book is read without a network.

const expect = (good, what) => {
    if (!good) throw new Error(what);
};

/** Visits the first page, cuts the network, and reads on. */
export async function offline(browser, server) {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => (await caches.match("files.json")) !== undefined);
    // A service worker asks past what the browser is told of its network.
    await context.setOffline(true);
    server.close();

    await page.goto(server.url + "process/join.html");
    expect(await page.getByRole("heading", { name: "join", exact: true }).isVisible(), "no unvisited page");
    const styled = await page.evaluate(() => getComputedStyle(document.body).margin);
    expect(styled === "0px", "no stylesheet");
    await page.keyboard.press("/");
    await page.locator("#search input:focus").waitFor();
    await page.keyboard.type("is_alive");
    await page.locator("#search li a").first().click();
    await page.waitForURL("**/is-alive.html*");
    await page.goto(server.url + "no/such-page.html");
    expect(await page.getByRole("heading", { name: "There is no such page" }).isVisible(), "no 404 page");
    await context.close();
}
