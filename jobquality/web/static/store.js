/* What waits on this phone, in order, until the server has it.

   One line of the queue is one thing that somebody meant: its key is made once and never changes.
   A line that was sent and not yet answered is never changed either; what is typed after it
   follows it. Every change is one transaction, so two tabs never see half of one. On a shared
   phone, or where the browser keeps nothing, the same lines live in this page alone.

   The way in is `keep` alone: the words lie in a letter at once, then in the queue, and only then
   is the letter thrown away. Only the page that wrote a letter touches it while that page lives;
   once it is gone, whoever sends takes it into the queue (`takeLeft`). */
(() => {
  "use strict";
  document.currentScript.dataset.ran = "";
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
  const isAbout = (one, wanted) => one.person === wanted.person && one.place === wanted.place;
  const isUnderWay = (line) => line.tried && line.state === "waiting";

  const isKnown = (known, fields) => known && known.fields && known.version === seenIn(fields)
    && meant(known.fields) === meant(fields);

  /* Lay what somebody means into the queue; returns what became of it. `known` is there where the
     server has it already, `same` where it is on its way: then nothing is added. */
  const lay = (wanted, lines, sent, box) => {
    const before = lines.filter((one) => isAbout(one, wanted));
    const known = sent.find((one) => isAbout(one, wanted));
    const line = { state: "waiting", tried: false, tries: 0, told: null, ...wanted };
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
  };

  const mayGo = (line, lines, isAlive) => {
    if (line.state === "draft") return !isAlive(line.page);
    if (line.state !== "waiting") return false;
    if (line.kind !== "submit") return true;
    const isBefore = (one) => one.assessment === line.assessment && one.kind !== "submit" && one.state !== "conflict";
    return !lines.some(isBefore) && !letters.all().some((one) => one.person === line.person && isBefore(one));
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
    if (!["answer", "confirm", "choose", "working"].includes(line.kind)) return;
    box.remember({
      person: line.person, place: line.place, assessment: line.assessment, version: told.version,
      fields: ["answer", "working"].includes(line.kind) ? line.fields : null,
      said: told.said, answer: told.answer, time: told.time, kind: line.kind, at: line.at, since: Date.now(),
      label: line.label, now: told.now, progress: told.progress, uncounted: told.uncounted,
    });
    if (line.kind === "working") return;
    followers(line, lines).forEach((one) => {
      if (!isUnderWay(one)) box.put({ ...one, fields: withSeen(one.fields, told.version), follows: false });
    });
  });

  const setState = (line, state, told) => change((lines, sent, box) => {
    if (lines.some((one) => one.id === line.id)) box.put({ ...line, state, told, tried: false });
  });

  /* It was not taken. It stays to be looked at, unless newer words for the same thing follow it:
     then it was corrected before anybody knew that it had to be. */
  const refuse = (line, state, told) => change((lines, sent, box) => {
    const newer = lines.find((one) => one.id > line.id && one.kind === line.kind && isAbout(one, line));
    if (!lines.some((one) => one.id === line.id)) return;
    if (!newer) box.put({ ...line, state, told, tried: false });
    else {
      box.drop(line.id);
      box.put({ ...newer, follows: line.follows });
    }
  });

  /* The server has it beside another answer, and asks which counts. */
  const letGo = (line) => change((lines, sent, box) => {
    box.drop(line.id);
    box.remember({ ...sent.find((one) => isAbout(one, line)), person: line.person, place: line.place, kind: line.kind, at: line.at });
  });

  const drop = (id) => change((lines, sent, box) => box.drop(id));

  /* What was being written in a page that is gone, or that nobody looks at, is ready to go. */
  /* Half-typed words are done; what was refused is asked once more, for what was missing may be
     there by now. Nothing refused was kept, so its key is as good as new. */
  const finish = (ids) => change((lines, sent, box) => {
    lines.filter((one) => ["draft", "fault"].includes(one.state) && ids.includes(one.id))
      .forEach((one) => box.put({ ...one, state: "waiting", told: null }));
  });

  const all = () => change((lines) => lines);
  const sentOf = (person) => change((lines, sent) => sent.filter((one) => one.person === person));

  /* Whether the queue, or what was sent, has these words of a letter or newer ones. */
  const isCovered = (letter, lines, sent) => [...lines, ...sent].some(
    (one) => isAbout(one, letter) && one.kind === letter.kind && one.at >= letter.at,
  );

  /* Everything that is to be laid over a page, of one moment: letters come last and count as lines. */
  const found = (person) => {
    const left = letters.all();
    return change((lines, sent) => ({
      sent: sent.filter((one) => one.person === person),
      lines: [...lines, ...left.filter((one) => !isCovered(one, lines, sent))].filter((one) => one.person === person),
    }));
  };

  const forgetSent = (person) => change((lines, sent, box) => {
    sent.filter((one) => !person || one.person === person).forEach(box.forget);
  });
  const dropAll = (person) => {
    letters.all().filter((one) => one.person === person).forEach(letters.drop);
    return change((lines, sent, box) => {
      lines.filter((one) => one.person === person).forEach((one) => box.drop(one.id));
    });
  };

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

  /* Each page holds a lock of its own while it lives, so that others know who still writes. Who
     waits for its end only shares it. */
  const page = [...crypto.getRandomValues(new Uint32Array(2))].map((one) => one.toString(36)).join("");
  const locks = navigator.locks || { request: (name, how, work = how) => work(), query: async () => ({ held: [] }) };
  if (navigator.locks) navigator.locks.request(`page-${page}`, () => new Promise(() => {}));

  const livePages = async () => {
    const { held } = await locks.query();
    const names = new Set((held || []).filter((one) => one.mode === "exclusive").map((one) => one.name));
    return (one) => one === page || names.has(`page-${one}`);
  };

  /* The queue takes a moment to write. Until it has, the words also lie where they are written at
     once, so that leaving the page in that very moment loses no letter. */
  const LETTER = "jobquality-letter ";
  const nameOf = (one) => `${LETTER}${one.page} ${one.kind} ${one.place}`;
  const quietly = (work, otherwise) => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const read = (name) => quietly(() => JSON.parse(localStorage.getItem(name)), null);
  const letters = {
    put: (one) => quietly(() => isShared() || localStorage.setItem(nameOf(one), JSON.stringify(one))),
    /* A newer one of the same page stays. */
    drop: (one) => quietly(() => {
      if (localStorage.getItem(nameOf(one)) === JSON.stringify(one)) localStorage.removeItem(nameOf(one));
    }),
    all: () => quietly(() => Object.keys(localStorage).filter((name) => name.startsWith(LETTER)), [])
      .map(read).filter((one) => one && Array.isArray(one.fields)).sort((one, other) => one.at - other.at),
  };

  /* One write of one thing at a time; of what is typed meanwhile the last counts. Whoever began
     hears what became of it; the others hear nothing, and need not. */
  const next = new Map();
  const writing = new Set();
  const write = async (name) => {
    let result = null;
    writing.add(name);
    try {
      while (next.has(name)) {
        const wanted = next.get(name);
        next.delete(name);
        result = await change((lines, sent, box) => lay(wanted, lines, sent, box));
        letters.drop(wanted);
      }
    } finally {
      writing.delete(name);
      next.delete(name);
    }
    return result;
  };

  /* Keep what somebody means: the only way in. What came of it, or null where it goes with what
     is being written already. If the queue cannot be written, it `fails`, and the letter lies there
     until it can; a file has no letter, so its failure is the caller's to tell. */
  let latest = 0;
  const keep = (given) => {
    latest = Math.max(Date.now(), latest + 1);
    const wanted = { ...given, page, at: latest, key: newKey() };
    const name = nameOf(wanted);
    if (!wanted.file) letters.put(wanted);
    next.set(name, wanted);
    if (writing.has(name)) return Promise.resolve(null);
    return wanted.file ? write(name) : write(name).catch(() => ({ fails: true }));
  };
  const isWriting = (place) => [...writing].some((name) => name.endsWith(` ${place}`));

  /* Letters of pages that are gone, or that this page could not lay into the queue, go into it: of
     everybody, each for its owner. What the queue has already, or has newer, is left out. */
  const takeLeft = async () => {
    if (isShared()) return 0;
    const isAlive = await livePages();
    const left = letters.all().filter((one) => (one.page === page ? !writing.has(nameOf(one)) : !isAlive(one.page)));
    for (const letter of left) {
      await change((lines, sent, box) => isCovered(letter, lines, sent) || lay(letter, lines, sent, box));
      letters.drop(letter);
    }
    return left.length;
  };

  /* Nobody tells when a page is gone that had begun something: its lock does. */
  const watched = new Set();
  const watch = async (then) => {
    const isAlive = await livePages();
    const begun = [...letters.all(), ...(await all()).filter((one) => one.state === "draft")].map((one) => one.page);
    [...new Set(begun)].filter((one) => one !== page && isAlive(one) && !watched.has(one)).forEach((one) => {
      watched.add(one);
      locks.request(`page-${one}`, { mode: "shared" }, () => watched.delete(one)).then(then);
    });
  };

  const owner = () => {
    try {
      return localStorage.getItem(OWNER) || "";
    } catch {
      return "";
    }
  };
  const setOwner = (person) => {
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

  /* Whether somebody wrote in a form of a page that the browser did not fill in by itself. */
  const differs = (field) => (["radio", "checkbox"].includes(field.type) ? field.checked !== field.defaultChecked
    : field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue);
  const isTyped = (form) => (performance.getEntriesByType("navigation")[0] || {}).type === "navigate"
    && [...form.elements].some(differs);

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
      all, change, done, drop, dropAll, finish, forgetPages, forgetSent, found, isShared, isWriting, keep, letGo, letters,
      livePages, locks, owner, page, ready: backend, refuse, sentOf, setOwner, setShared, setState, sizeOf, take, takeLeft, watch,
      isKept: () => isKept,
      pages: PAGES,
    },
    forms: { assessmentOf, fieldsOf, isTyped, NOT_MEANT, placeOf },
    tell,
  };
})();
