/* The line that always says what is saved and what waits on this phone; what a log-out does. */
(() => {
  "use strict";
  const bar = document.getElementById("phone-bar");
  if (!bar || !window.jobquality) return;
  document.currentScript.dataset.ran = "";
  const { store, tell } = window.jobquality;
  const person = bar.dataset.person;
  const said = bar.querySelector(".phone-said");
  const link = bar.querySelector("a");
  const words = bar.dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const now = { state: "idle", time: "", note: "", asksToStay: false };

  const line = (mine, others) => {
    const count = mine.length;
    const faulty = mine.filter((one) => one.state === "fault" || one.state === "conflict").length;
    const parts = [];
    if (count) parts.push(fill(words.unsent, { count }));
    else if (!others) parts.push(now.time ? fill(words.saved_at, { time: now.time }) : words.saved);
    if (faulty) parts.push(fill(words.faulty, { count: faulty }));
    if (count && now.state === "login") parts.push(words.log_in);
    else if (!navigator.onLine || now.state === "offline") parts.push(words.offline);
    if (others) parts.push(fill(words.other, { count: others }));
    if (!store.isKept()) parts.push(words.memory);
    if (now.note) parts.push(now.note);
    return parts.join(" · ");
  };

  const show = async () => {
    const lines = await store.all();
    const mine = lines.filter((one) => one.person === person);
    const others = lines.length - mine.length;
    const text = line(mine, others);
    if (said.textContent !== text) said.textContent = text;
    bar.hidden = !("keep" in words) && !lines.length && !now.note;
    bar.classList.toggle("is-unsent", mine.length > 0);
    bar.classList.toggle("is-faulty", mine.some((one) => one.state === "fault" || one.state === "conflict"));
    link.hidden = !lines.length;
    if (now.state === "login" && mine.length) {
      link.href = `${words.login}?next=${encodeURIComponent(location.pathname)}`;
    } else link.href = words.list;
    if (mine.length) askToStay();
    guard(mine.length);
  };

  /* Browsers may throw away what lies there long, unless they promised not to. */
  const askToStay = () => {
    if (now.asksToStay || !store.isKept() || !navigator.storage || !navigator.storage.persist) return;
    now.asksToStay = true;
    navigator.storage.persist().catch(() => null);
  };

  /* What is kept on the phone needs no warning; what lies in this page alone does. */
  const warn = (event) => event.preventDefault();
  const guard = (count) => {
    const needed = count > 0 && !store.isKept();
    if (needed) window.addEventListener("beforeunload", warn);
    else window.removeEventListener("beforeunload", warn);
  };

  const told = (event) => {
    now.time = event.detail.told.time || now.time;
    now.state = "idle";
    show();
  };

  document.addEventListener("phone:sent", told);
  ["changed", "sending", "refused", "conflict"].forEach((name) => document.addEventListener(`phone:${name}`, show));
  document.addEventListener("phone:state", (event) => {
    now.state = event.detail.state;
    show();
  });
  /* What no script keeps cannot be sent now; the browser would put an empty page in its place. */
  window.addEventListener("submit", (event) => {
    if (event.defaultPrevented || navigator.onLine || event.target.method !== "post") return;
    event.preventDefault();
    now.note = words.needs_line;
    show();
    bar.scrollIntoView({ block: "nearest" });
  });

  window.addEventListener("online", () => { now.note = ""; });
  window.addEventListener("online", show);
  window.addEventListener("offline", show);

  /* Logging out: what is not sent is said first, with how much it is. */
  const dialog = document.getElementById("phone-leave");
  const mineNow = async () => (await store.all()).filter((one) => one.person === person);

  const leave = async (form, what) => {
    dialog.close();
    if (what === "stay") return;
    if (what === "delete") await store.dropAll(person);
    await goes(form);
  };

  const goes = async (form) => {
    await store.forgetPages("");
    await store.forgetSent(person);
    const pass = await fetch(words.pass, { headers: { Accept: "application/json" }, redirect: "manual" }).catch(() => null);
    if (!pass) {
      now.note = words.leave_offline;
      show();
    } else if (pass.status === 401) location.assign(words.left);
    else {
      if (pass.ok) form.elements.csrf_token.value = (await pass.json()).csrf;
      form.submit();
    }
  };

  const leaving = async (event) => {
    const form = event.target;
    if (!form.matches(".work-bar form")) return;
    event.preventDefault();
    const count = (await mineNow()).length;
    if (!count) {
      await goes(form);
      return;
    }
    dialog.querySelectorAll("[data-text]").forEach((one) => { one.textContent = fill(one.dataset.text, { count }); });
    dialog.onclick = (click) => { if (click.target.value) leave(form, click.target.value); };
    dialog.showModal();
  };
  document.addEventListener("submit", leaving);

  /* What was kept for somebody else goes when another person works here; what they did not
     send stays for them. */
  const takeOver = async () => {
    await store.forgetPages(person);
    if (store.owner() && store.owner() !== person) await store.forgetSent(store.owner());
    store.setOwner(person);
  };

  const other = (address) => address.replace(/^\/(en|es)\//, (whole, language) => (language === "en" ? "/es/" : "/en/"));

  /* The worker says which of the pages it could not fetch. */
  const fetched = (worker, addresses, fresh) => new Promise((told) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => told(event.data);
    worker.postMessage({ kind: "keep", addresses, fresh }, [port2]);
  });

  const PAUSES = [1, 2, 4, 8, 15, 30, 60];
  const pause = (tries) => new Promise((goOn) => {
    setTimeout(goOn, PAUSES[Math.min(tries, PAUSES.length - 1)] * 1000);
    window.addEventListener("online", goOn, { once: true });
  });

  /* A line that loses the worker or a page is asked again until all is here. */
  const keepPages = async () => {
    if (!navigator.serviceWorker || store.isShared() || !("keep" in words)) return;
    let missing = null;
    for (let tries = 0; ; tries += 1) {
      try {
        const left = await keepMissing(missing);
        if (!left.length) return;
        if (!missing || left.length < missing.length) tries = 0;
        missing = left;
      } catch (error) {
        if (error.name === "SecurityError") return; // this browser wants no worker here
      }
      await pause(tries);
    }
  };

  const keepMissing = async (missing) => {
    const registered = await navigator.serviceWorker.register(words.worker, { scope: words.worker.replace(/[^/]*$/, "") });
    await navigator.serviceWorker.register(other(words.worker), { scope: other(words.worker).replace(/[^/]*$/, "") });
    await navigator.serviceWorker.ready;
    const addresses = words.keep.split(" ").filter(Boolean).map((one) => new URL(one, location).href);
    const here = location.origin + location.pathname;
    const fresh = document.documentElement.dataset.kept ? "" : here;
    return fetched(registered.active, missing || [...new Set([here, ...addresses])], fresh);
  };

  const isKeptPage = document.documentElement.dataset.kept;
  if (isKeptPage) {
    const time = new Date(isKeptPage).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
    const note = document.createElement("p");
    note.className = "phone-copy";
    note.textContent = fill(words.kept, { time });
    bar.after(note);
  }

  const start = async () => {
    await store.ready;
    await takeOver();
    await show();
    const idle = window.requestIdleCallback || ((work) => setTimeout(work, 500));
    idle(keepPages);
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
