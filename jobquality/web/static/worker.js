/* Serves the pages of an assessment that are kept on this phone when there is no connection.
   It keeps a page only where the server says so, for the person whom the server names, and
   never anything of the public pages: those lie outside its addresses. */
"use strict";
const PAGES = "pages-";
const STATIC = "static";
const SAYS_KEEP = "Keep-On-Phone";
const AT_WORK = /^\/(en|es)\/work\//;
const PATIENCE = 4000;
const MOST_PAGES = 200;
const MOST_FILES = 80;
const DOWN = new Set([502, 503, 504]);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const pagesOf = async () => (await caches.keys()).filter((name) => name.startsWith(PAGES));

const trim = async (cache, most) => {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
};

const keep = async (address, response) => {
  const person = response.headers.get(SAYS_KEEP);
  if (!person) return;
  const name = PAGES + person;
  const others = (await pagesOf()).filter((one) => one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
  const headers = new Headers(response.headers);
  headers.set("X-Kept-At", new Date().toISOString());
  const cache = await caches.open(name);
  const where = new URL(address);
  await cache.put(where.origin + where.pathname, new Response(await response.blob(), { headers }));
  await trim(cache, MOST_PAGES);
};

const kept = async (address) => {
  const where = new URL(address);
  for (const name of await pagesOf()) {
    const found = await (await caches.open(name)).match(where.origin + where.pathname);
    if (found) return found;
  }
  return null;
};

/* The page says when it was kept; the script lays over it what was written since. */
const shown = async (response) => {
  const headers = new Headers(response.headers);
  const html = (await response.text()).replace("<html ", `<html data-kept="${headers.get("X-Kept-At")}" `);
  return new Response(html, { headers });
};

/* A question has no kept page of its own, but its topic has one. */
const topicWith = async (address) => {
  const found = address.match(/^(.*\/assessments\/[^/]+)\/([a-z0-9_]+)$/);
  if (!found) return null;
  for (const name of await pagesOf()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      if (!key.url.startsWith(`${found[1]}/topics/`)) continue;
      const page = await (await cache.match(key)).text();
      if (page.includes(`id="${found[2]}"`)) return Response.redirect(`${key.url}#${found[2]}`);
    }
  }
  return null;
};

const whereNothingIs = async (address) => {
  const language = new URL(address).pathname.slice(1, 3);
  const list = await kept(new URL(`/${language}/work/phone`, address).href);
  if (!list) return Response.error();
  const html = await (await shown(list)).text();
  return new Response(html.replace("<html ", '<html data-not-kept="" '), { status: 503, headers: list.headers });
};

const without = async (address) => {
  const found = await kept(address);
  if (found) return shown(found);
  const plain = address.split(/[?#]/)[0];
  return (await topicWith(plain)) || whereNothingIs(address);
};

const fromNetwork = async (event) => {
  const response = await fetch(event.request);
  if (response.ok && response.headers.has(SAYS_KEEP)) event.waitUntil(keep(event.request.url, response.clone()));
  return response;
};

const page = async (event) => {
  const network = fromNetwork(event);
  event.waitUntil(network.catch(() => null));
  const known = await kept(event.request.url);
  const slow = new Promise((resolve) => { setTimeout(() => resolve(null), PATIENCE); });
  try {
    const response = await (known ? Promise.race([network, slow]) : network);
    if (response && !DOWN.has(response.status)) return response;
    return known ? shown(known) : (response || without(event.request.url));
  } catch {
    return without(event.request.url);
  }
};

/* A file is the same under each name that a page has for it. */
const file = async (request) => {
  const where = new URL(request.url);
  const name = `${where.pathname}?v=${where.searchParams.get("v")}`;
  const cache = await caches.open(STATIC);
  const known = await cache.match(name);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(name, response.clone());
    await trim(cache, MOST_FILES);
  }
  return response;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const where = new URL(request.url);
  if (request.method !== "GET" || where.origin !== self.location.origin) return;
  if (where.pathname.startsWith("/static/") && where.searchParams.has("v")) event.respondWith(file(request));
  else if (request.mode === "navigate" && AT_WORK.test(where.pathname)) event.respondWith(page(event));
});

/* What a page needs besides itself stands in it, and is here before the page is. */
const filesIn = (html) => [...new Set(html.match(/\/static\/[^"?\s]+\?v=[0-9a-f]+/g) || [])];

const bring = async (address) => {
  const response = await fetch(address, { credentials: "same-origin", headers: { Accept: "text/html" }, redirect: "manual" });
  if (!response.ok || !response.headers.has(SAYS_KEEP)) return;
  const html = await response.clone().text();
  for (const one of filesIn(html)) await file(new Request(new URL(one, address)));
  await keep(response.url, response);
};

/* A line that loses one is left alone for now: what is missing is told to the page, which asks for
   it again, and what was lost comes last. */
let bringing = Promise.resolve();
const bringAll = async (addresses, fresh) => {
  for (const [place, address] of addresses.entries()) {
    try {
      if (address === fresh || !(await kept(address))) await bring(address);
    } catch {
      return [...addresses.slice(place + 1), address];
    }
  }
  return [];
};

self.addEventListener("message", (event) => {
  if (!event.data || event.data.kind !== "keep") return;
  const { addresses, fresh } = event.data;
  const brought = () => bringAll(addresses, fresh).catch(() => addresses);
  bringing = bringing.then(brought).then((missing) => event.ports.forEach((port) => port.postMessage(missing)));
  event.waitUntil(bringing);
});
