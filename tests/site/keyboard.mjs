// A tour of a page by keyboard alone: 21 checks.

/** What has the focus: its role, name and place. */
const focus = page => page.evaluate(() => {
    const element = document.activeElement;
    return {
        tag: element.localName,
        class: element.className,
        text: (element.getAttribute("aria-label") ?? element.textContent).trim(),
        inText: Boolean(element.closest("main")),
        outline: getComputedStyle(element).outlineStyle !== "none",
        pressed: element.getAttribute("aria-pressed"),
    };
});

const tab = async page => {
    await page.keyboard.press("Tab");
    return focus(page);
};

const status = (page, within) => page.locator(`${within} [role=status], ${within}[role=status]`)
    .first().textContent();

/** Presses Tab until something has the focus, or 200 times. */
async function tabTo(page, wanted) {
    for (let n = 0; n < 200; n++) {
        const at = await tab(page);
        if (wanted(at)) return at;
    }
    throw new Error("not reached by Tab");
}

const expect = (good, what) => {
    if (!good) throw new Error(what);
};

/** The checks: what holds, and how it is tried. `home` is the page of `join`. */
export const checks = [
    ["the first Tab stop is the skip link, and it is seen", async page => {
        const first = await tab(page);
        expect(first.text === "Skip to the text", first.text);
        const box = await page.locator(".skip").boundingBox();
        expect(box.y >= 0 && first.outline, "it is out of sight");
    }],
    ["the skip link leads to the text", async page => {
        await tab(page);
        await page.keyboard.press("Enter");
        expect((await tab(page)).inText, "the next stop is not in the text");
    }],
    ["header, contents, text is the order of the stops", async page => {
        const order = [];
        for (let n = 0; n < 5; n++) order.push((await tab(page)).text);
        expect(order.slice(1, 4).join() === "Process by Process,Search /,Dark colours", order.join());
        expect(order[4] === "Introduction", order[4]);
    }],
    ["each stop is seen to have the focus", async page => {
        for (let n = 0; n < 120; n++) {
            const at = await tab(page);
            if (at.tag === "body") break;
            expect(at.outline, `no outline: <${at.tag} class="${at.class}"> ${at.text}`);
        }
    }],
    ["there is no trap: the last stop is in the footer", async page => {
        let last;
        for (let n = 0; n < 300; n++) {
            const at = await tab(page);
            if (at.tag === "body" || at.text === "Skip to the text" && n > 0) break;
            last = at;
        }
        expect(last.text === "The whole book on one page", last.text);
    }],
    ["the current page is marked in the contents", async page => {
        const current = await page.locator("#contents [aria-current=page]").allTextContents();
        expect(current.join() === "join", current.join());
    }],
    ["contents open and close by a button where there is no room", async page => {
        await page.setViewportSize({ width: 800, height: 900 });
        const button = await tabTo(page, at => at.text === "Contents");
        expect(button.tag === "button", button.tag);
        await page.keyboard.press("Enter");
        expect(await page.locator("#contents").isVisible(), "they do not open");
        expect((await tab(page)).text === "Introduction", "the next stop is not in them");
    }],
    ["Escape closes the contents and goes back to their button", async page => {
        await page.setViewportSize({ width: 800, height: 900 });
        await tabTo(page, at => at.text === "Contents");
        await page.keyboard.press("Space");
        await tab(page);
        await page.keyboard.press("Escape");
        expect(!await page.locator("#contents").isVisible(), "they stay");
        expect((await focus(page)).text === "Contents", (await focus(page)).text);
    }],
    ["colours change by a button that says which ones there are", async page => {
        const before = await tabTo(page, at => at.text === "Dark colours");
        const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const light = await ground();
        await page.keyboard.press("Space");
        expect(before.pressed === "false" && (await focus(page)).pressed === "true", "aria-pressed");
        expect(await ground() !== light, "they stay the same");
    }],
    ["the choice of colours is kept", async page => {
        await tabTo(page, at => at.text === "Dark colours");
        await page.keyboard.press("Space");
        await page.reload();
        const chosen = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
        expect(chosen === "dark", chosen);
    }],
    ["`/` opens the search, and the focus is where one types", async page => {
        await page.keyboard.press("/");
        await page.locator("#search input:focus").waitFor();
    }],
    ["results come while typing, and their number is announced", async page => {
        await page.keyboard.press("/");
        await page.locator("#search input:focus").waitFor();
        await page.keyboard.type("is_alive");
        await page.locator("#search li a").first().waitFor();
        const said = await status(page, "#search");
        expect(/^\d+ results?/.test(said), said);
    }],
    ["that nothing was found is announced", async page => {
        await page.keyboard.press("/");
        await page.locator("#search input:focus").waitFor();
        await page.keyboard.type("zzzz");
        await page.getByText("No results").waitFor();
    }],
    ["the arrows move the focus through the results and back", async page => {
        await page.keyboard.press("/");
        await page.locator("#search input:focus").waitFor();
        await page.keyboard.type("is_alive");
        await page.locator("#search li a").first().waitFor();
        await page.keyboard.press("ArrowDown");
        await page.locator("#search li:first-child a:focus").waitFor();
        await page.keyboard.press("ArrowUp");
        await page.locator("#search input:focus").waitFor();
    }],
    ["Enter opens the first result", async page => {
        await page.keyboard.press("/");
        await page.locator("#search input:focus").waitFor();
        await page.keyboard.type("is_alive");
        await page.locator("#search li a").first().waitFor();
        await page.keyboard.press("Enter");
        await page.waitForURL("**/is-alive.html*");
    }],
    ["Escape closes the search and goes back to where the focus was", async page => {
        await tabTo(page, at => at.text === "Search /");
        await page.keyboard.press("Enter");
        await page.locator("#search input:focus").waitFor();
        await page.keyboard.press("Escape");
        expect((await focus(page)).text === "Search /", (await focus(page)).text);
    }],
    ["a copy button copies the commands alone, and says so", async page => {
        await tabTo(page, at => at.text === "Copy the command");
        await page.keyboard.press("Enter");
        await page.locator(".announcement", { hasText: "Copied the command" }).waitFor({ state: "attached" });
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied === "cargo run -p join", copied);
    }],
    ["a listing is copied without its marks", async page => {
        await tabTo(page, at => at.text.startsWith("Copy listings/"));
        await page.keyboard.press("Enter");
        await page.locator(".announcement", { hasText: "Copied" }).waitFor({ state: "attached" });
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.includes("Process") && !/[①-⑳]/.test(copied), copied);
    }],
    ["the arrows turn the page", async page => {
        await page.keyboard.press("ArrowRight");
        await page.waitForURL("**/is-alive.html");
        await page.keyboard.press("ArrowLeft");
        await page.waitForURL("**/join.html");
    }],
    ["the arrows do not turn the page in a listing, by focus or by caret", async page => {
        const here = page.url();
        await page.evaluate(() => { document.querySelector("main pre").tabIndex = 0; });
        await page.locator("main pre").first().focus();
        await page.keyboard.press("ArrowRight");
        await page.evaluate(() => {
            document.activeElement.blur();
            getSelection().collapse(document.querySelector("main pre code").firstChild, 0);
        });
        await page.keyboard.press("ArrowRight");
        await page.waitForTimeout(200);
        expect(page.url() === here, page.url());
    }],
    ["what is too wide for a telephone scrolls by keyboard", async page => {
        await page.setViewportSize({ width: 360, height: 900 });
        await page.waitForTimeout(100);
        await tabTo(page, at => at.tag === "pre");
        await page.keyboard.press("ArrowRight");
        await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
    }],
];
