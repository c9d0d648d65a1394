/* Sends what waits, one line at a time and in order, from one page only: whoever holds the lock.
   A line whose answer got lost is sent again with the same key, and the server does it once. */
(() => {
  "use strict";
  const bar = document.getElementById("phone-bar");
  if (!bar || !window.jobquality) return;
  document.currentScript.dataset.ran = "";
  const { store, tell } = window.jobquality;
  const { page } = store;
  const person = bar.dataset.person;
  const LOCK = "jobquality-send";
  const PATIENCE = [1, 2, 4, 8, 15, 30, 60];
  const LONGEST_WAIT = 600;
  const TIMES_BROKEN = 6;
  const SHORT = 30000;
  const LONG = 180000;
  const LATER = new Set([408, 425, 429, 500, 502, 503, 504]);

  let token = "";
  let failures = 0;
  let timer = 0;
  let isBusy = false;
  let isAsked = false;

  const ask = async (address, options, patience) => {
    const response = await fetch(address, {
      redirect: "manual", credentials: "same-origin", signal: AbortSignal.timeout(patience), ...options,
    });
    const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
    const text = response.type === "opaqueredirect" ? "" : await response.text();
    return { status: response.status, response, told: isJson ? JSON.parse(text || "{}") : null, text };
  };

  const isLoggedOut = (got) => got.status === 401 || got.response.type === "opaqueredirect";

  const getPass = async () => {
    const got = await ask(bar.dataset.pass, { headers: { Accept: "application/json" } }, SHORT);
    if (isLoggedOut(got)) return "login";
    if (got.status !== 200 || !got.told) return got;
    if (got.told.person !== person) return "login";
    token = got.told.csrf;
    return "";
  };

  const bodyOf = (line) => {
    const fields = [...line.fields, ["key", line.key]];
    if (!line.file) return new URLSearchParams(fields);
    const body = new FormData();
    fields.forEach(([name, value]) => body.append(name, value));
    body.append("file", line.file, line.filename);
    return body;
  };

  const post = (line) => ask(line.url, {
    method: "POST",
    body: bodyOf(line),
    // From which page it comes is told nobody, and weighs as much as a short answer.
    referrerPolicy: "origin",
    headers: { Accept: "application/json", "X-CSRFToken": token },
  }, line.file ? LONG : SHORT);

  const waitOf = (got) => {
    const asked = got && got.response ? Number(got.response.headers.get("Retry-After")) : 0;
    const own = PATIENCE[Math.min(failures, PATIENCE.length - 1)];
    failures += 1;
    return Math.min(Math.max(asked || 0, own), LONGEST_WAIT) * (1 + Math.random() / 4);
  };

  const later = (state, seconds) => {
    clearTimeout(timer);
    timer = setTimeout(kick, seconds * 1000);
    tell("state", { state });
    return false;
  };

  /* A page that says no in words of its own: they stand in its list of faults. */
  const wordsIn = (text) => {
    const shown = new DOMParser().parseFromString(text, "text/html");
    const words = [...shown.querySelectorAll(".faults li, .problem .note li")].map((one) => one.textContent.trim());
    return words.join(" ") || bar.dataset.broken;
  };

  const whole = (line) => ({ ...line, file: undefined });

  const succeeded = async (line, told) => {
    await store.done(line, told);
    tell("sent", { line: whole(line), told });
    return true;
  };

  const refused = async (line, told) => {
    await store.refuse(line, "fault", told);
    tell("refused", { line: whole(line), told });
    return true;
  };

  const met = async (line, told) => {
    if (told.kept) await store.letGo(line);
    else await store.refuse(line, "conflict", told);
    tell("conflict", { line: whole(line), told });
    return true;
  };

  const answered = async (line, got) => {
    const { status, told } = got;
    if (LATER.has(status) && !(status === 500 && line.tries >= TIMES_BROKEN)) return later("waiting", waitOf(got));
    failures = 0;
    if (isLoggedOut(got)) {
      token = "";
      return later("login", 60);
    }
    if (status >= 200 && status < 300 && told) return succeeded(line, told);
    if (status === 409 && told && told.form) return met(line, told);
    if (told) return refused(line, { said: told.said || bar.dataset.broken, faults: told.faults });
    return refused(line, { said: wordsIn(got.text) });
  };

  const hasPass = async (isOld) => {
    if (token && !isOld) return true;
    const no = await getPass();
    if (no === "login") return later("login", 60);
    return no ? later("waiting", waitOf(no)) : true;
  };

  const sendOne = async (line) => {
    tell("sending", { line: whole(line) });
    let got = await post(line);
    if (got.status === 400) {
      if (!(await hasPass(true))) return false;
      got = await post(line);
    }
    return answered(line, got);
  };

  const isWaiting = async () => {
    const isAlive = await store.livePages();
    return (await store.all()).some((one) => one.person === person
      && (one.state === "waiting" || (one.state === "draft" && !isAlive(one.page))));
  };

  /* Pages come and go while lines are sent: each is taken by who lives at that moment. */
  const sendAll = async () => {
    if (!(await hasPass())) return;
    for (;;) {
      const line = await store.take(person, await store.livePages());
      if (!line) break;
      if (!(await sendOne(line))) return;
    }
    tell("state", { state: "idle" });
  };

  const drain = async () => {
    try {
      if (await store.takeLeft()) tell("changed");
      await store.watch(kick);
      if (await isWaiting()) await sendAll();
    } catch (error) {
      later(navigator.onLine ? "waiting" : "offline", waitOf(null));
    }
  };

  const kick = async () => {
    isAsked = true;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isAsked) {
        isAsked = false;
        clearTimeout(timer);
        await store.locks.request(LOCK, drain);
      }
    } finally {
      isBusy = false;
    }
  };

  const wake = () => {
    failures = 0;
    kick();
  };

  window.addEventListener("online", wake);
  window.addEventListener("offline", () => tell("state", { state: "offline" }));
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });
  document.addEventListener("phone:changed", kick);

  window.jobquality.sender = { kick: wake, person };
  store.ready.then(kick);
})();
