// A page from a folder, without a server, and most of it without scripts: 14 checks.

const expect = (good, what) => {
    if (!good) throw new Error(what);
};

/** With scripts switched off. */
export const without = [
    ["the text is there", async page => {
        expect(await page.getByRole("heading", { name: "Edge cases" }).isVisible(), "no heading");
    }],
    ["listings are coloured", async page => {
        const colours = await page.evaluate(() => new Set([...document.querySelectorAll("main pre span")]
            .map(span => getComputedStyle(span).color)).size);
        expect(colours >= 4, `${colours} colours`);
    }],
    ["the contents have every page", async page => {
        const links = await page.locator("#contents > ol a").count();
        expect(links > 30, `${links} links`);
    }],
    ["the contents have the sections of the page", async page => {
        expect(await page.locator("#contents a[href='#edge-cases']").isVisible(), "no section");
    }],
    ["the contents lead to other pages", async page => {
        await page.locator("#contents").getByRole("link", { name: "is_alive" }).click();
        await page.waitForURL("**/is-alive.html");
    }],
    ["previous and next are there", async page => {
        await page.locator(".turn .next").click();
        await page.waitForURL("**/is-alive.html");
        await page.locator(".turn .previous").click();
        await page.waitForURL("**/join.html");
    }],
    ["marks lead to their notes and back", async page => {
        await page.locator("pre .mark").first().click();
        expect(page.url().endsWith("#note-1-1"), page.url());
        await page.locator(".note .mark").first().click();
        expect(page.url().endsWith("#code-1-1"), page.url());
    }],
    ["what is folded opens", async page => {
        await page.locator("details summary").first().click();
        expect(await page.locator("details figure").first().isVisible(), "it stays folded");
    }],
    ["colours follow the system", async page => {
        const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const light = await ground();
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await ground() !== light, light);
    }],
    ["no control is shown that would do nothing", async page => {
        for (const name of [/^Search/, "Dark colours", /^Copy/]) {
            expect(await page.getByRole("button", { name }).count() === 0, `${name}`);
        }
    }],
    ["on a telephone the contents open", async page => {
        await page.setViewportSize({ width: 360, height: 800 });
        expect(!await page.locator("#contents").isVisible(), "they are open");
        await page.getByRole("button", { name: "Contents" }).click();
        expect(await page.locator("#contents").isVisible(), "they stay closed");
    }],
    ["fonts are loaded from the folder", async page => {
        const loaded = await page.evaluate(async () => {
            await document.fonts.ready;
            return [...document.fonts].filter(font => font.status === "loaded").length;
        });
        expect(loaded >= 2, `${loaded} fonts`);
    }],
];

/** With scripts. */
export const withScripts = [
    ["the search finds a name", async page => {
        await page.keyboard.press("/");
        await page.locator("#search input:focus").waitFor();
        await page.keyboard.type("is_alive");
        await page.locator("#search li a").first().click();
        await page.waitForURL("**/is-alive.html*");
    }],
    ["copying works", async page => {
        await page.getByRole("button", { name: "Copy the command" }).first().click();
        await page.locator(".copy.done").waitFor();
    }],
];

/** All of them. */
export const checks = [...without, ...withScripts];
