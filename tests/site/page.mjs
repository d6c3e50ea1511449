// What every page has to keep, at every width and in all colours.

import { createRequire } from "node:module";
import { THEMES, WIDTHS } from "./browser.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The rules of WCAG 2.2, A and AA, and axe's best practices. */
const RULES = {
    preload: false,
    resultTypes: ["violations"],
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "target-size": { enabled: true } },
};

const NO_CONTRAST = { "color-contrast": { enabled: false } };

/** All checks of the page that is open: what is wrong, a line each. */
export async function problems(page, themes = THEMES, widths = WIDTHS) {
    const found = [];
    const add = (where, lines) => found.push(...lines.map(line => `${where}: ${line}`));
    add("pictures", await page.evaluate(pictures));
    await page.addScriptTag({ path: AXE });
    for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        add(`${width} px`, await page.evaluate(sideways));
        for (const colorScheme of themes) {
            await page.emulateMedia({ colorScheme });
            add(`${width} px, ${colorScheme}`, await page.evaluate(contrast));
            // A tablet shows what a desk or a telephone shows. Of axe's rules only the one about
            // contrast depends on the colours, and that is checked above: so axe, which takes
            // most of the time, sees the page dark on a telephone and light on a desk. Half of
            // its time goes into that one rule, which looks at a desk only.
            const chosen = themes[width === 1280 ? 0 : themes.length - 1];
            if (width !== 768 && colorScheme === chosen) {
                const less = width === 360 && widths.length > 1 ? NO_CONTRAST : {};
                const rules = { ...RULES, rules: { ...RULES.rules, ...less } };
                add(`${width} px, ${colorScheme}`, await page.evaluate(axe, rules));
            }
        }
    }
    add("print", await print(page));
    return found;
}

async function axe(rules) {
    const { violations } = await window.axe.run(document, rules);
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(node => `axe ${id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`));
}

/** What axe finds in the page as it is, in all colours. */
export async function violations(page) {
    const found = [];
    await page.addScriptTag({ path: AXE });
    for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        found.push(...await page.evaluate(axe, RULES), ...await page.evaluate(contrast));
    }
    return found;
}

/** Nothing sticks out of the page but what scrolls by itself. */
function sideways() {
    const width = document.documentElement.clientWidth;
    const found = [];
    if (document.scrollingElement.scrollWidth > width) found.push("the page scrolls sideways");
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
        const { right, width: own } = element.getBoundingClientRect();
        if (own && right > width + 1 && !element.closest("pre, .table-wrapper")) {
            found.push(`<${element.localName} class="${element.getAttribute("class") ?? ""}"> sticks out`);
        }
    }
    return found.slice(0, 3);
}

/** A picture says in words what it shows, and shows it large enough. */
function pictures() {
    const found = [];
    for (const image of document.querySelectorAll("img")) {
        if (!image.getAttribute("alt")) found.push(`${image.src} has no alternative`);
    }
    for (const svg of document.querySelectorAll("main svg")) {
        const words = svg.querySelector("title")?.textContent && svg.querySelector("desc")?.textContent;
        if (svg.getAttribute("role") !== "img" || !words) found.push("a picture has no alternative");
    }
    return found;
}

/** Each pair of colours in which there is text has a contrast of 4.5. */
function contrast() {
    const numbers = color => {
        const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
        const scale = color.startsWith("color(") ? 1 : 255;
        return [red / scale, green / scale, blue / scale, alpha];
    };
    const background = element => {
        for (let at = element; at; at = at.parentElement) {
            const color = numbers(getComputedStyle(at).backgroundColor);
            if (color[3] === 1) return color;
        }
        return [1, 1, 1, 1];
    };
    const luminance = color => {
        const [red, green, blue] = color.map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const seen = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const color = element.closest("svg") ? style.fill : style.color;
        const under = background(element);
        const key = `${color} on ${under}`;
        if (seen.has(key)) continue;
        const [light, dark] = [luminance(numbers(color)), luminance(under)].sort((a, b) => b - a);
        seen.set(key, { ratio: (light + 0.05) / (dark + 0.05), element });
    }
    return [...seen].filter(([, { ratio }]) => ratio < 4.5).map(([key, { ratio, element }]) =>
        `contrast ${ratio.toFixed(2)}: ${key}, <${element.localName} class="${element.className}">`);
}

/** On paper no code is cut, nothing stays folded, and the ground is white. */
async function print(page) {
    await page.setViewportSize({ width: 680, height: 960 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const found = await page.evaluate(() => {
        const cut = [...document.querySelectorAll("main pre, main .table-wrapper")]
            .filter(block => block.scrollWidth > block.clientWidth + 1)
            .map(block => `cut: ${block.textContent.trim().slice(0, 60)}`);
        const folded = [...document.querySelectorAll("main details")]
            .filter(details => !details.lastElementChild.checkVisibility({ contentVisibilityAuto: true }))
            .map(details => `folded: ${details.textContent.trim().slice(0, 60)}`);
        const ink = getComputedStyle(document.querySelector("main")).color;
        const dark = Math.max(...ink.match(/\d+/g).map(Number)) < 128 ? [] : [`the ink is ${ink}`];
        return [...cut, ...folded, ...dark];
    });
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    return found;
}

/** The addresses that a page leads to, and the places in it that others lead to. */
export function links(page) {
    return page.evaluate(() => ({
        ids: [...document.querySelectorAll("[id]")].map(element => element.id),
        links: [...document.querySelectorAll("[href]")].map(element =>
            typeof element.href === "string" ? element.href : element.href.baseVal),
    }));
}

/** Dead links and anchors between pages: `seen` maps each address to what `links` found. */
export function dead(seen, home, exists) {
    const found = [];
    for (const [from, { links }] of seen) {
        for (const link of links) {
            if (!link.startsWith(home)) continue;
            const [address, anchor] = link.split("#");
            const target = address.endsWith("/") ? address + "index.html" : address;
            if (seen.has(target)) {
                const there = !anchor || seen.get(target).ids.includes(decodeURIComponent(anchor));
                if (!there) found.push(`${from}: dead anchor ${link}`);
            } else if (!exists(target.slice(home.length))) {
                found.push(`${from}: dead link ${link}`);
            }
        }
    }
    return found;
}
