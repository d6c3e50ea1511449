// Which sections come first for a question. The build puts this behind the index, in
// which each term is its words and then its sections: tools/site/search.rs.
"use strict";

Object.assign(window.searchIndex, (() => {
    const { pages, sections, terms } = window.searchIndex;

    // Before the last part of a name: the part of the book that it belongs to.
    const OWNERS = {
        process: "process/", multiprocessing: "process/", mp: "process/", p: "process/",
        subprocess: "subprocess/", popen: "subprocess/", command: "subprocess/", child: "subprocess/",
        completedprocess: "subprocess/", exitstatus: "subprocess/", stdio: "subprocess/",
    };
    const SMALL = new Set(("a an and are as at be by can do does for from get has have how i if in is it its me my "
        + "of on or so than that the their then there this to use using was what when where which who why will with you your "
        + "python rust").split(" "));
    const IRREGULAR = { children: "child", died: "die", dead: "die", death: "die", dying: "die", ran: "run" };
    /** Up to so many terms come before what else is found. */
    const PINNED = 3;
    /** How much of a question and of a term must be the same; 1 is all. */
    const ALIKE = 0.45;

    /** What is left of a name when its spelling does not matter; `key` in tools/terms/term.rs. */
    function key(name) {
        const [, start, rest] = name.trim().toLowerCase().match(/^(_*)(.*)$/s);
        return start + rest.replace(/[^\p{L}\p{N}]+/gu, "");
    }

    /** What is left of a word when its ending does not matter. */
    function stem(word) {
        let root = IRREGULAR[word] ?? word;
        for (let last = ""; last !== root;) {
            last = root;
            const shorter = root.replace(/(?:ing|ed|es|s|e)$/, "");
            if (shorter.length > 2) root = shorter;
        }
        return root.replace(/(.)\1$/, "$1");
    }

    /** The words of a text that say something; all of them if none does. */
    function words(text) {
        const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        const said = all.filter(word => !SMALL.has(word));
        return said.length ? said : all;
    }

    const entries = terms.map(([name, ...found]) => (
        { key: key(name), stems: new Set(words(name).map(stem)), found }));
    const by_key = new Map(entries.map(entry => [entry.key, entry]));
    const frequency = new Map();
    for (const { stems } of entries) {
        for (const root of stems) frequency.set(root, (frequency.get(root) ?? 0) + 1);
    }
    /** A rare word says more. */
    function weight(root) {
        return Math.log(1 + entries.length / (frequency.get(root) ?? entries.length / 4));
    }

    /** The sections of a name, those of its owner's part first. */
    function of_owner(found, owner) {
        const part = OWNERS[key(owner)];
        const inside = number => pages[sections[number][0]][0].startsWith(part);
        return part ? [...found.filter(inside), ...found.filter(number => !inside(number))] : found;
    }

    /** A name as it is typed in a program: `a::b`, `a.b()`, `b(c)`. */
    function named(question) {
        const name = question.trim().replace(/\(.*$|[?!;,:.=]+$/gs, "");
        const whole = by_key.get(key(name));
        if (whole) return whole.found;
        const parts = name.split(/::|\.|\s+/).filter(Boolean);
        const spaced = /\s/.test(name);
        if (parts.length < 2 || (spaced && (parts.length > 2 || !(key(parts[0]) in OWNERS)))) return [];
        const last = by_key.get(key(parts.at(-1)));
        return last ? of_owner(last.found, parts.at(-2)) : [];
    }

    /** A question, by the words that it has in common with a term. */
    function asked(question) {
        const said = words(question);
        const exact = by_key.get(key(said.join("")));
        if (exact) return exact.found;
        const stems = [...new Set(said.map(stem))];
        const total = stems.reduce((sum, root) => sum + weight(root), 0);
        const scores = [];
        for (const entry of entries) {
            if (entry.stems.size < 2) continue;
            let common = 0, all = total;
            for (const root of entry.stems) {
                if (stems.includes(root)) common += weight(root);
                else all += weight(root);
            }
            const score = common / all;
            if (score >= ALIKE) scores.push({ score, found: entry.found });
        }
        scores.sort((a, b) => b.score - a.score);
        return scores.slice(0, PINNED).flatMap(({ found }) => found.slice(0, 1));
    }

    /** Names that stand in a longer question: they have capitals or a `_`. */
    function inside(question) {
        const names = question.match(/[\w:.]*(?:[A-Z_]|::)[\w:.]*/g) ?? [];
        return names.flatMap(name => (name.length > 2 ? named(name).slice(0, 1) : []));
    }

    /** The names that begin so, while they are typed. */
    function begun(question) {
        const start = key(question);
        if (start.length < 3) return [];
        const names = entries.filter(entry => entry.key.startsWith(start));
        names.sort((a, b) => a.key.length - b.key.length);
        return names.slice(0, PINNED).flatMap(({ found }) => found.slice(0, 1));
    }

    /** The numbers of the sections that answer a question, the best one first. */
    function pinned(question) {
        for (const way of [named, asked, inside, begun]) {
            const found = way(question);
            if (found.length) return [...new Set(found)].slice(0, PINNED);
        }
        return [];
    }

    return { pinned, saying: words };
})());
