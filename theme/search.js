// The search: a dialog, and an index that is loaded with it (`data-index`). The index
// is made by the build and says what is in it: tools/site/search.rs.
"use strict";

window.bookSearch = (() => {
    const RESULTS = 20;
    const page = document.documentElement;

    const dialog = document.createElement("dialog");
    dialog.id = "search";
    dialog.setAttribute("aria-label", "Search the book");
    dialog.innerHTML = `
        <form role="search">
            <input type="search" aria-label="Search the book" placeholder="A name, an error, a question"
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go">
            <button type="button">Close</button>
        </form>
        <p role="status"></p>
        <ol></ol>
        <p class="keys"><kbd>↓</kbd> <kbd>↑</kbd> choose, <kbd>Enter</kbd> opens, <kbd>Esc</kbd> closes.
            On a page <kbd>/</kbd> searches; <kbd>←</kbd> <kbd>→</kbd> turn the page, but not in a listing.</p>`;
    document.body.append(dialog);
    const input = dialog.querySelector("input");
    const status = dialog.querySelector("[role=status]");
    const list = dialog.querySelector("ol");

    /** What is left of a word when its ending does not matter. */
    function stem(word) {
        return word.length < 5 ? word : word.replace(/(?:ing|ed|es|s|e)$/, "");
    }

    function words(text) {
        return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
    }

    let index = null;

    function load() {
        return new Promise((resolve, reject) => {
            if (index) return resolve();
            const script = document.createElement("script");
            script.src = page.dataset.index;
            script.onerror = reject;
            script.onload = () => {
                index = read(window.searchIndex);
                resolve();
            };
            document.head.append(script);
        });
    }

    /** Unpacks the index: see tools/site/search.rs. */
    function read({ pages, sections, words: lines }) {
        const vocabulary = lines.split("\n").map(line => {
            const [word, ...steps] = line.split(" ");
            let section = 0;
            const found = steps.map(step => section += parseInt(step, 36));
            return { word, stem: stem(word), parts: word.split("_"), found };
        });
        return {
            vocabulary,
            sections: sections.map(([number, anchor, title, beginning]) => {
                const [file, name] = pages[number];
                return { file, name, anchor, title, beginning,
                    name_words: words(name), title_words: words(title) };
            }),
        };
    }

    /** How well a word answers what was typed: 0 is not at all. */
    function match(asked, { word, stem: root, parts }) {
        if (word === asked) return 4;
        if (root === stem(asked)) return 3;
        if (parts.includes(asked)) return 2;
        if (asked.length > 1 && word.startsWith(asked)) return 1.5;
        if (asked.length > 2 && word.includes(asked)) return 1;
        return 0;
    }

    /** The sections that answer a question, the best one first. */
    function find(question) {
        const saying = window.searchIndex.saying(question);
        const asked = [...new Set(saying.flatMap(words))];
        const scores = new Map();
        for (const [n, one] of asked.entries()) {
            const best = new Map();
            for (const entry of index.vocabulary) {
                const quality = match(one, entry);
                if (!quality) continue;
                const rare = Math.log(1 + index.sections.length / entry.found.length);
                for (const section of entry.found) {
                    best.set(section, Math.max(best.get(section) ?? 0, quality * rare));
                }
            }
            for (const [number, score] of best) {
                const section = index.sections[number];
                const named = section.name_words.some(word => stem(word) === stem(one));
                const titled = section.title_words.some(word => stem(word) === stem(one));
                const seen = scores.get(number) ?? { score: 0, asked: 0, number };
                seen.score += score * (1 + (named ? 2 : 0) + (titled ? 1 : 0));
                seen.asked += 1;
                scores.set(number, seen);
            }
        }
        const found = [...scores.values()].sort((a, b) =>
            b.asked - a.asked || b.score - a.score || a.number - b.number);
        // The terms of the book's index come before everything else: theme/terms.js.
        const numbers = [...window.searchIndex.pinned(question), ...found.map(result => result.number)];
        return [...new Set(numbers)].map(number => index.sections[number]);
    }

    function show() {
        const question = input.value.trim();
        const found = index && question ? find(question) : [];
        list.replaceChildren(...found.slice(0, RESULTS).map(section => {
            const link = document.createElement("a");
            const title = document.createElement("b");
            const beginning = document.createElement("span");
            link.href = page.dataset.root + section.file + (section.anchor && `#${section.anchor}`);
            title.textContent = section.title === section.name
                ? section.name : `${section.name} › ${section.title}`;
            beginning.textContent = section.beginning;
            link.append(title, beginning);
            const item = document.createElement("li");
            item.append(link);
            return item;
        }));
        status.textContent = !question ? ""
            : !index ? "Loading the index"
            : found.length === 1 ? "1 result"
            : `${found.length || "No"} results${found.length > RESULTS ? `, the best ${RESULTS} shown` : ""}`;
    }

    input.addEventListener("input", show);
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    dialog.querySelector("form").addEventListener("submit", event => {
        event.preventDefault();
        list.querySelector("a")?.click();
    });
    dialog.addEventListener("click", event => {
        if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    dialog.addEventListener("keydown", event => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const stops = [input, ...list.querySelectorAll("a")];
        stops[stops.indexOf(document.activeElement) + step]?.focus();
    });

    return {
        find: question => find(question),
        open(question) {
            if (question !== undefined) input.value = question;
            if (!dialog.open) dialog.showModal();
            input.focus();
            input.select();
            show();
            load().then(show, () => { status.textContent = "The index cannot be loaded"; });
        },
    };
})();
