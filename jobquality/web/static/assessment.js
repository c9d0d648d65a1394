/* Saves each answer as it is given. Without this file every form still saves by its button.
   One form sends one request at a time; a request whose answer got lost is sent again with the
   same key, so nothing is kept twice. */
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("by-script");

  const jobs = new WeakMap();
  const PATIENCE = [1000, 2000, 5000, 10000];

  const job = (form) => {
    if (!jobs.has(form)) jobs.set(form, { body: null, changed: false, busy: false, tries: 0, renewed: false });
    return jobs.get(form);
  };

  const say = (form, text, kind) => {
    const line = form.querySelector(".said");
    if (!line) return;
    line.textContent = text;
    form.dataset.state = kind;
    line.classList.toggle("is-bad", kind === "bad");
    line.classList.toggle("is-busy", kind === "busy");
    form.classList.toggle("is-unsaved", kind === "bad");
  };

  const put = (id, text) => {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  };

  const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body.firstElementChild;

  const showStand = (html) => {
    const old = document.getElementById("stand");
    const fresh = parsed(html);
    if (!old || !fresh) return;
    const wasOpen = old.querySelector("details").open;
    const inner = old.querySelector(".stand-in");
    const scrolled = inner ? inner.scrollTop : 0;
    fresh.querySelector("details").open = wasOpen;
    old.replaceChildren(...fresh.childNodes);
    const again = old.querySelector(".stand-in");
    if (again) again.scrollTop = scrolled;
  };

  const setToken = (token) => {
    document.querySelectorAll('input[name="csrf_token"]').forEach((field) => {
      field.value = token;
    });
  };

  const renew = (form, told) => {
    if (told.key) form.elements.key.value = told.key;
    if (told.csrf) setToken(told.csrf);
  };

  /* A form that lay open for hours has a token that is too old: get a new one, and send again. */
  const withNewToken = async (form) => {
    const work = job(form);
    work.renewed = true;
    const page = await fetch(form.action, { redirect: "manual" }).catch(() => null);
    if (!page) return later(form);
    if (page.type === "opaqueredirect") {
      work.renewed = false;
      work.body = null;
      return say(form, form.dataset.logIn, "bad");
    }
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const field = fresh.querySelector('input[name="csrf_token"]');
    if (field) {
      setToken(field.value);
      work.body.set("csrf_token", field.value);
    }
    return send(form);
  };

  const markFaults = (form, faults) => {
    form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
    const said = form.querySelector(".said");
    (faults || []).forEach((fault) => {
      const named = document.getElementById(fault.where);
      const field = named && named.matches("fieldset") ? named.querySelector("input") : named;
      if (!field || !form.contains(field)) return;
      field.setAttribute("aria-invalid", "true");
      if (said.id) field.setAttribute("aria-describedby", said.id);
      const around = field.closest("details");
      if (around) around.open = true;
    });
  };

  const saved = (form, told) => {
    const card = form.closest(".asked");
    form.elements.seen.value = told.version;
    form.querySelectorAll(".faults").forEach((box) => box.remove());
    markFaults(form, []);
    say(form, told.answer ? `${told.said} · ${told.answer}` : told.said, "good");
    put(`${card.id}-given`, "");
    Object.entries(told.now || {}).forEach(([id, text]) => put(`${id}-now`, text));
    document.querySelectorAll(`#${card.id}-bands > tr`).forEach((row, place) => {
      row.classList.toggle("is-here", place === told.lands);
      if (place === told.lands) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    card.classList.remove("is-carried");
    card.classList.toggle("is-answered", Boolean(told.answer));
    card.querySelectorAll(":scope > .carried").forEach((box) => box.remove());
    if (told.stand) showStand(told.stand);
  };

  const conflict = (form, told) => {
    const fresh = parsed(told.form);
    (form.closest(".answering") || form).replaceWith(fresh);
    const box = fresh.querySelector(".conflict");
    box.tabIndex = -1;
    box.focus();
  };

  const answered = (form, response, told) => {
    const work = job(form);
    work.body = null;
    work.tries = 0;
    work.renewed = false;
    renew(form, told);
    if (response.status === 409 && told.form) {
      conflict(form, told);
      return;
    }
    if (response.ok) saved(form, told);
    else {
      say(form, told.said, "bad");
      markFaults(form, told.faults);
    }
    if (work.changed) send(form);
  };

  const later = (form) => {
    const work = job(form);
    say(form, form.dataset.retry, "bad");
    const wait = PATIENCE[Math.min(work.tries, PATIENCE.length - 1)];
    work.tries += 1;
    setTimeout(() => send(form), wait);
  };

  const send = async (form) => {
    const work = job(form);
    if (work.busy || !form.isConnected) return;
    if (!work.body) {
      work.body = new URLSearchParams(new FormData(form));
      work.changed = false;
    }
    work.busy = true;
    say(form, form.dataset.saving, "busy");
    let response;
    let told;
    try {
      response = await fetch(form.action, {
        method: "POST",
        body: work.body,
        redirect: "manual",
        headers: {
          Accept: "application/json",
          "X-CSRFToken": form.elements.csrf_token.value,
        },
      });
      if ((response.headers.get("Content-Type") || "").startsWith("application/json")) {
        told = await response.json();
      }
    } catch {
      response = null;
    }
    work.busy = false;
    if (!response || response.status === 503) later(form);
    else if (told) answered(form, response, told);
    else if (response.status === 400 && !work.renewed) withNewToken(form);
    else {
      work.renewed = false;
      work.body = null;
      say(form, response.type === "opaqueredirect" ? form.dataset.logIn : form.dataset.broken, "bad");
    }
  };

  const STATES = ["not_offered", "na", "unknown", "declined", "none"];

  /* One answer at a time: a reason why there is none takes the answer away, and the other way. */
  const keepOne = (form, field) => {
    const chosen = (value) => form.querySelector(`input[name="state"][value="${value}"]`);
    if (field.name === "state" && field.checked && STATES.includes(field.value)) {
      if (form.elements.number) form.elements.number.value = "";
      if (form.elements.day) form.elements.day.value = "";
      form.querySelectorAll('input[name="box"]').forEach((box) => { box.checked = false; });
    } else if (["number", "day", "box"].includes(field.name)) {
      STATES.map(chosen).forEach((radio) => { if (radio) radio.checked = false; });
    }
  };

  /* The reason has to be written first; saving before that would only complain. */
  const isHalf = (form, field) => {
    const na = form.querySelector('input[name="state"][value="na"]');
    if (!na || !na.checked || form.elements.na_reason.value.trim()) return false;
    if (field.value === "na") form.elements.na_reason.focus();
    return true;
  };

  const changed = (event) => {
    const form = event.target.form;
    if (!form || !form.matches("form.answer")) return;
    keepOne(form, event.target);
    if (!form.hasAttribute("data-save") || isHalf(form, event.target)) return;
    job(form).changed = true;
    form.classList.add("is-unsaved");
    send(form);
  };

  const confirmed = async (form) => {
    const card = form.closest(".asked");
    const main = document.getElementById(`${card.id}-form`);
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
        headers: { Accept: "application/json", "X-CSRFToken": form.elements.csrf_token.value },
      });
      const told = await response.json();
      renew(form, told);
      if (response.ok) {
        saved(main, told);
        main.querySelector("input:not([type=hidden])").focus();
      } else if (told.form) conflict(main, told);
      else say(main, told.said, "bad");
    } catch {
      say(main, main.dataset.broken, "bad");
    }
    button.disabled = false;
  };

  document.addEventListener("change", changed);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("form.answer")) {
      event.preventDefault();
      job(form).changed = true;
      send(form);
    } else if (form.matches("[data-confirm]")) {
      event.preventDefault();
      confirmed(form);
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector('form[data-state="bad"], form[data-state="busy"]')) event.preventDefault();
  });

  const more = document.getElementById("stand-more");
  if (more && matchMedia("(min-width: 64rem)").matches) more.open = true;
})();
