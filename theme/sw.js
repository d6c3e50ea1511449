// Keeps the whole book for reading without a network. The build writes the list
// before this: `FILES`, from each file to the hash of what is in it.
"use strict";

const CACHE = "book";
const LIST = "files.json";

/** Fetches what has changed since the last visit, and forgets what is gone. */
async function update() {
    const cache = await caches.open(CACHE);
    const list = await cache.match(LIST);
    const kept = list ? await list.json() : {};
    await Promise.all(Object.entries(FILES).map(async ([file, hash]) => {
        if (kept[file] === hash && await cache.match(file)) return;
        const response = await fetch(file, { cache: "no-cache" });
        if (!response.ok && file !== "404.html") throw new Error(`${file}: ${response.status}`);
        await cache.put(file, response);
    }));
    await cache.put(LIST, Response.json(FILES));
    for (const request of await cache.keys()) {
        const file = request.url.slice(registration.scope.length);
        if (file !== LIST && !(file in FILES)) await cache.delete(request);
    }
}

/** The network's answer for a page, the kept one without a network. */
async function answer(request) {
    const cache = await caches.open(CACHE);
    const [address] = request.url.split(/[?#]/);
    const file = address.slice(registration.scope.length) || "index.html";
    const kept = await cache.match(file);
    // A hash in its name: what is kept is what the network would answer.
    if (kept && /-[0-9a-f]{8}\./.test(file)) return kept;
    try {
        return await fetch(request);
    } catch (error) {
        if (kept) return kept;
        const lost = request.mode === "navigate" && await cache.match("404.html");
        if (!lost) throw error;
        return new Response(lost.body, { status: 404, headers: { "Content-Type": "text/html" } });
    }
}

addEventListener("install", event => {
    skipWaiting();
    event.waitUntil(update());
});

addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("fetch", event => {
    const { request } = event;
    if (request.method === "GET" && request.url.startsWith(registration.scope)) {
        event.respondWith(answer(request));
    }
});
