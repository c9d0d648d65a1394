/* What waits on this phone, in order, until the server has it.

   One line of the queue is one thing that somebody meant: its key is made once and never changes.
   A line that was sent and not yet answered is never changed either; what is typed after it
   follows it. Every change is one transaction, so two tabs never see half of one. On a shared
   phone, or where the browser keeps nothing, the same lines live in this page alone. */
(() => {
  "use strict";
  const NAME = "jobquality";
  const QUEUE = "queue";
  const SENT = "sent";
  const SHARED = "jobquality-shared";
  const OWNER = "jobquality-owner";
  const PAGES = "pages-";

  const isShared = () => {
    try {
      return localStorage.getItem(SHARED) === "yes";
    } catch {
      return true;
    }
  };

  const opened = () => new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(QUEUE, { keyPath: "id", autoIncrement: true });
      asked.result.createObjectStore(SENT, { keyPath: ["person", "place"] });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error("blocked"));
  });

  const inDatabase = (base) => (work) => new Promise((resolve, reject) => {
    const step = base.transaction([QUEUE, SENT], "readwrite", { durability: "strict" });
    const queue = step.objectStore(QUEUE);
    const sent = step.objectStore(SENT);
    let result;
    const lines = queue.getAll();
    const known = sent.getAll();
    known.onsuccess = () => {
      result = work(lines.result, known.result, {
        put: (line) => queue.put(line),
        drop: (id) => queue.delete(id),
        remember: (entry) => sent.put(entry),
        forget: (entry) => sent.delete([entry.person, entry.place]),
      });
    };
    step.oncomplete = () => resolve(result);
    step.onabort = () => reject(step.error);
  });

  const inMemory = () => {
    let lines = [];
    const sent = new Map();
    let next = 1;
    const box = {
      put: (line) => {
        if (!line.id) lines.push({ ...line, id: next++ });
        else lines = lines.map((one) => (one.id === line.id ? line : one));
      },
      drop: (id) => { lines = lines.filter((one) => one.id !== id); },
      remember: (entry) => sent.set(entry.place, entry),
      forget: (entry) => sent.delete(entry.place),
    };
    return async (work) => work(structuredClone(lines), [...sent.values()], box);
  };

  let isKept = true;
  const backend = (async () => {
    if (!isShared()) {
      try {
        return inDatabase(await opened());
      } catch {
        /* a private window, or a full disk: this page has to do */
      }
    }
    isKept = false;
    return inMemory();
  })();

  const change = async (work) => (await backend)(work);

  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const seenIn = (fields) => Number((fields.find(([name]) => name === "seen") || [0, 0])[1]) || 0;
  const withSeen = (fields, seen) => fields.map(([name, value]) => [name, name === "seen" ? String(seen) : value]);
  const meant = (fields) => JSON.stringify(withSeen(fields, 0));
  const isUnderWay = (line) => line.tried && line.state === "waiting";

  const isKnown = (known, fields) => known && known.fields && known.version === seenIn(fields)
    && meant(known.fields) === meant(fields);

  /* Keep what somebody means; returns what became of it. `known` is there where the server has it
     already, `same` where it is on its way: then nothing is added. */
  const intend = (wanted) => change((lines, sent, box) => {
    const before = lines.filter((one) => one.person === wanted.person && one.place === wanted.place);
    const known = sent.find((one) => one.person === wanted.person && one.place === wanted.place);
    const line = { state: "waiting", tried: false, tries: 0, told: null, ...wanted, key: newKey() };
    if (known && known.version > seenIn(line.fields)) line.fields = withSeen(line.fields, known.version);
    const mine = before.filter((one) => one.kind === wanted.kind);
    const last = mine[mine.length - 1];
    if (wanted.kind === "answer" && before.every((one) => one === last && !isUnderWay(one)) && isKnown(known, line.fields)) {
      if (last) box.drop(last.id);
      return { known };
    }
    if (wanted.kind === "photo" || !last) line.follows = before.length > 0;
    else if (isUnderWay(last)) {
      if (meant(last.fields) === meant(line.fields)) return { same: true };
      line.follows = true;
    } else {
      line.id = last.id;
      line.follows = last.follows;
    }
    box.put(line);
    return {};
  });

  const mayGo = (line, lines, isAlive) => {
    if (line.state === "draft") return !isAlive(line.page);
    if (line.state !== "waiting") return false;
    if (line.kind !== "submit") return true;
    return !lines.some((one) => one.assessment === line.assessment && one.kind !== "submit" && one.state !== "conflict");
  };

  /* Take the next line to send. From here on nobody changes it, whatever happens to this page. */
  const take = (person, isAlive) => change((lines, sent, box) => {
    const line = lines.find((one) => one.person === person && mayGo(one, lines, isAlive));
    if (!line) return null;
    const taken = { ...line, state: "waiting", tried: true, tries: line.tries + 1 };
    box.put(taken);
    return taken;
  });

  const followers = (line, lines) => lines.filter(
    (one) => one.id !== line.id && one.person === line.person && one.place === line.place && one.follows,
  );

  const done = (line, told) => change((lines, sent, box) => {
    box.drop(line.id);
    if (!["answer", "confirm", "choose"].includes(line.kind)) return;
    box.remember({
      person: line.person, place: line.place, assessment: line.assessment, version: told.version,
      fields: line.kind === "answer" ? line.fields : null, said: told.said, answer: told.answer, time: told.time,
    });
    followers(line, lines).forEach((one) => {
      if (!isUnderWay(one)) box.put({ ...one, fields: withSeen(one.fields, told.version), follows: false });
    });
  });

  const setState = (line, state, told) => change((lines, sent, box) => {
    if (lines.some((one) => one.id === line.id)) box.put({ ...line, state, told, tried: false });
  });

  const drop = (id) => change((lines, sent, box) => box.drop(id));

  /* What was being written in a page that is gone, or that nobody looks at, is ready to go. */
  const finish = (ids) => change((lines, sent, box) => {
    lines.filter((one) => one.state === "draft" && ids.includes(one.id))
      .forEach((one) => box.put({ ...one, state: "waiting" }));
  });

  const all = () => change((lines) => lines);
  const sentOf = (person) => change((lines, sent) => sent.filter((one) => one.person === person));

  const forgetSent = (person) => change((lines, sent, box) => {
    sent.filter((one) => !person || one.person === person).forEach(box.forget);
  });
  const dropAll = (person) => change((lines, sent, box) => {
    lines.filter((one) => one.person === person).forEach((one) => box.drop(one.id));
  });

  /* Kept pages: they are one person's, and go when that person goes. */
  const forgetPages = async (butOf) => {
    if (!("caches" in window)) return;
    const names = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGES + butOf);
    await Promise.all(names.map((name) => caches.delete(name)));
  };

  const setShared = async (yes) => {
    localStorage.setItem(SHARED, yes ? "yes" : "no");
    if (!yes) return;
    await forgetPages("");
    await forgetSent("");
    if (!navigator.serviceWorker) return;
    const found = await navigator.serviceWorker.getRegistrations();
    await Promise.all(found.map((one) => one.unregister()));
  };

  /* The queue takes a moment to write. Until it has, the words of one form also lie where they are
     written at once, so that leaving the page in that very moment loses no letter. */
  const HALF = "jobquality-half ";
  const halfKeys = () => Object.keys(localStorage).filter((name) => name.startsWith(HALF));
  const quietly = (work, otherwise) => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const half = {
    put: (place, fields) => quietly(() => isShared() || localStorage.setItem(HALF + place, JSON.stringify(fields))),
    drop: (place) => quietly(() => localStorage.removeItem(HALF + place)),
    all: () => quietly(() => halfKeys().map((name) => [name.slice(HALF.length), JSON.parse(localStorage.getItem(name))]), []),
    forget: () => quietly(() => halfKeys().forEach((name) => localStorage.removeItem(name))),
  };

  const owner = () => {
    try {
      return localStorage.getItem(OWNER) || "";
    } catch {
      return "";
    }
  };
  const setOwner = (person) => {
    if (person !== owner()) half.forget();
    try {
      localStorage.setItem(OWNER, person);
    } catch {
      /* then nothing is kept either */
    }
  };

  const sizeOf = (line) => (line.file ? line.file.size : 0) + JSON.stringify(line.fields).length;

  /* Where a form belongs, in whatever language; confirming and choosing are about the question. */
  const placeOf = (address) => new URL(address, location).pathname.replace(/^\/(en|es)\//, "/").replace(/\/(confirm|choose)$/, "");
  const assessmentOf = (place) => (place.match(/\/assessments\/([^/]+)/) || ["", ""])[1];

  /* What a form holds; an empty field says nothing, and the key is the queue's own. */
  const NOT_MEANT = new Set(["csrf_token", "key"]);
  const fieldsOf = (form, button) => [...new FormData(form, button)].filter(
    ([name, value]) => typeof value === "string" && !NOT_MEANT.has(name) && (value !== "" || name === "seen"),
  );

  /* Tell every page of ours, this one too, what happened. */
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;
  const here = (kind, detail) => document.dispatchEvent(new CustomEvent(`phone:${kind}`, { detail }));
  const tell = (kind, detail = {}) => {
    here(kind, detail);
    if (channel) channel.postMessage({ kind, detail });
  };
  if (channel) channel.onmessage = (event) => here(event.data.kind, event.data.detail);

  window.jobquality = {
    store: {
      all, change, done, drop, dropAll, finish, forgetPages, forgetSent, half, intend, isShared, owner,
      ready: backend, sentOf, setOwner, setShared, setState, sizeOf, take,
      isKept: () => isKept,
      pages: PAGES,
    },
    forms: { assessmentOf, fieldsOf, NOT_MEANT, placeOf },
    tell,
  };
})();
