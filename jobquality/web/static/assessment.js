/* Keeps each answer as it is given: on this phone first, then on the server. Without this file
   every form still saves by its button. */
(() => {
  "use strict";
  const { store, sender, forms, beside, telling, submitting, tell } = window.jobquality || {};
  const isWhole = telling && (submitting || !document.querySelector('script[src*="/submitting.js"]'));
  if (!isWhole) return;
  document.currentScript.dataset.ran = "";
  const words = document.getElementById("phone-bar").dataset;
  const { person } = sender;
  const { page } = store;
  document.documentElement.classList.add("by-script");

  const { assessmentOf, fieldsOf, isTyped, NOT_MEANT, placeOf } = forms;
  const formAt = (place) => [...document.querySelectorAll("form.answer")].find((form) => placeOf(form.action) === place);
  const cardOf = (form) => form.closest(".asked");

  const say = (form, text, kind) => {
    const line = form.querySelector(":scope > .said");
    form.dataset.state = kind;
    if (!line) return;
    line.textContent = text;
    line.classList.remove("off");
    line.classList.toggle("is-bad", kind === "bad");
    line.classList.toggle("is-busy", kind === "busy" || kind === "phone");
  };

  const put = (id, text) => {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  };

  const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body.firstElementChild;

  const labelOf = (field) => {
    const label = field.labels && field.labels[0];
    const text = label && (label.querySelector(":scope > span") || label);
    return text ? text.firstChild.textContent.trim() : field.value;
  };

  /* What was given, in the words of the page, for the list of what waits. */
  const inWords = (form) => {
    const chosen = [...form.querySelectorAll('input[name="state"]:checked, input[name="box"]:checked')].map(labelOf);
    const typed = ["number", "day", "na_reason", "source", "note"]
      .map((name) => form.elements[name] && form.elements[name].value.trim()).filter(Boolean);
    return [...chosen, ...typed].join(" · ");
  };

  const titleOf = (form) => {
    const card = cardOf(form);
    const title = card && document.getElementById(`${card.id}-title`);
    return title ? title.textContent.trim() : document.title;
  };

  const wanted = (form, kind) => {
    const place = placeOf(form.action);
    return {
      person, kind, place, assessment: assessmentOf(place), url: new URL(form.action).pathname,
      fields: fieldsOf(form), label: titleOf(form), shown: inWords(form),
      from: `${location.pathname}#${cardOf(form) ? cardOf(form).id : ""}`,
    };
  };

  /* What this phone cannot write now it tries again with whatever is sent next. */
  const keep = async (form, state) => {
    const kept = await store.keep({ ...wanted(form, "answer"), state });
    if (!kept) return;
    if (kept.fails) say(form, words.broken, "bad");
    else if (kept.known) say(form, `${kept.known.said}${kept.known.answer ? ` · ${kept.known.answer}` : ""}`, "good");
    else if (!kept.same) say(form, words.waits, "phone");
    tell("changed");
  };

  /* One answer at a time: a reason why there is none takes the answer away, and the other way. */
  const STATES = ["not_offered", "na", "unknown", "declined", "none"];
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

  /* The reason has to be written first; sending before that would only complain. */
  const isHalf = (form, field) => {
    const na = form.querySelector('input[name="state"][value="na"]');
    if (!na || !na.checked || form.elements.na_reason.value.trim()) return false;
    if (field && field.value === "na") form.elements.na_reason.focus();
    return true;
  };

  const isAnswer = (form) => form && form.matches("form.answer");
  const saves = (form) => isAnswer(form) && form.hasAttribute("data-save");

  /* Every key that is pressed is kept. What is begun here starts from no other source any more. */
  const typing = (event) => {
    const { form } = event.target;
    if (!saves(form) || !event.target.name) return;
    form.dataset.begun = "";
    if (event.target.matches('input[type="radio"], input[type="checkbox"], select')) return;
    keepOne(form, event.target);
    drafts.add(form);
    keep(form, "draft");
  };

  const drafts = new Set();
  const settled = (form, field) => {
    drafts.delete(form);
    keep(form, isHalf(form, field) ? "draft" : "waiting");
  };

  const changed = (event) => {
    const { form } = event.target;
    if (!isAnswer(form) || replaced.has(form)) return;
    form.dataset.begun = "";
    keepOne(form, event.target);
    if (saves(form)) settled(form, event.target);
  };

  /* Nobody looks at this page any more: what is half written is as finished as it will be. */
  const hidden = () => {
    if (!document.hidden) return;
    document.querySelectorAll("form.answer[data-save]").forEach((form) => {
      if (drafts.has(form)) settled(form, null);
    });
  };

  /* The thumb stays where it is: the next answer of last time comes to it. */
  const goOn = (card) => {
    const buttons = [...document.querySelectorAll("[data-confirm] button:not(:disabled)")];
    const next = buttons.find((one) => card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const link = document.querySelector("a[data-go-on]");
    if (next) {
      next.focus({ preventScroll: true });
      cardOf(next).scrollIntoView();
    } else if (link && link.dataset.goOn === "now") location.assign(link.href);
    else if (link) link.focus();
  };

  const confirmed = async (form) => {
    const card = cardOf(form);
    await store.keep(wanted(form, "confirm"));
    showConfirmed(card);
    tell("changed");
    goOn(card);
  };

  const showConfirmed = (card) => {
    card.querySelectorAll(":scope > .carried button").forEach((button) => { button.disabled = true; });
    const main = card.querySelector("form.answer");
    if (main) say(main, words.confirmed, "phone");
  };

  document.addEventListener("input", typing);
  document.addEventListener("change", changed);
  document.addEventListener("visibilitychange", hidden);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (isAnswer(form)) {
      event.preventDefault();
      form.dataset.pressed = "";
      settled(form, null);
    } else if (form.matches("[data-confirm]")) {
      event.preventDefault();
      confirmed(form);
    } else if (beside.takes(form)) {
      event.preventDefault();
      beside.keep(form, event.submitter, { label: cardOf(form) ? titleOf(form) : "" });
    }
  });

  const showSaved = (form, told) => {
    const card = cardOf(form);
    form.elements.seen.value = told.version;
    form.querySelectorAll(".faults").forEach((box) => box.remove());
    telling.markFaults(form);
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
  };

  /* Lay what was given over the fields, as it was typed. */
  const fillIn = (form, fields) => {
    const given = new Map();
    fields.forEach(([name, value]) => given.set(name, [...(given.get(name) || []), value]));
    [...form.elements].forEach((field) => {
      if (!field.name || NOT_MEANT.has(field.name) || field.name === "back") return;
      const values = given.get(field.name) || [];
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else if (field.tagName === "SELECT") field.value = values[0] || field.value;
      else field.value = values[0] || (field.name === "seen" ? "0" : "");
    });
  };

  /* A field that is taken away while somebody is in it tells of a change that is none. */
  const replaced = new WeakSet();
  const showConflict = (form, told) => {
    if (!drafts.has(form)) replaced.add(form);
    put(`${cardOf(form).id}-given`, "");
    const fresh = parsed(told.form);
    fresh.querySelectorAll("form.answer").forEach((one) => { one.dataset.begun = ""; });
    (form.closest(".answering") || form).replaceWith(fresh);
    return fresh;
  };

  const atLine = (line) => line.person === person && formAt(line.place);

  const onSent = async (event) => {
    const { line, told } = event.detail;
    const form = atLine(line);
    const others = (await store.all()).filter((one) => one.person === person && one.place === line.place);
    const isStill = others.length > 0 || store.isWriting(line.place);
    if (form && line.kind === "choose") showConflict(form, told);
    else if (form && (line.kind === "answer" || line.kind === "confirm")) {
      form.elements.seen.value = told.version;
      if (!isStill && !drafts.has(form)) {
        if (line.page !== page && line.kind === "answer") fillIn(form, line.fields);
        showSaved(form, told);
      }
    }
    refresh();
  };

  const onRefused = (event) => {
    const { line, told } = event.detail;
    beside.showRefused(line, told);
    const form = atLine(line);
    if (!form || line.kind !== "answer") return;
    say(form, told.said, "bad");
    form.classList.add("is-unsaved");
    telling.markFaults(form, told.faults);
  };

  const onConflict = (event) => {
    const form = atLine(event.detail.line);
    if (!form) return;
    const fresh = showConflict(form, event.detail.told);
    const box = fresh.querySelector(".conflict") || fresh;
    if (event.detail.line.page === page) {
      box.tabIndex = -1;
      box.focus({ preventScroll: document.activeElement !== document.body });
    }
  };

  const onSending = (event) => {
    const form = atLine(event.detail.line);
    if (form && event.detail.line.kind === "answer") say(form, words.saving, "busy");
  };

  /* A line that could not go waits on the phone again, and says so. */
  const onState = async (event) => {
    if (event.detail.state === "idle") return;
    (await store.all()).filter((one) => one.person === person && one.state === "waiting").forEach((line) => {
      const form = atLine(line);
      if (form && line.kind === "answer") say(form, words.waits, "phone");
    });
  };

  document.addEventListener("phone:sent", onSent);
  document.addEventListener("phone:refused", onRefused);
  document.addEventListener("phone:conflict", onConflict);
  document.addEventListener("phone:sending", onSending);
  document.addEventListener("phone:state", onState);

  /* The score beside the questions is fetched when all is sent and nobody is waiting for it. */
  let standTimer = 0;
  const standAddress = () => {
    const found = document.querySelector('#stand a[href$="/stand"]');
    return found ? found.href : "";
  };

  const showStand = (html) => {
    const old = document.getElementById("stand");
    const fresh = parsed(html);
    if (!old || !fresh) return;
    const inner = old.querySelector(".stand-in");
    const scrolled = inner ? inner.scrollTop : 0;
    fresh.querySelector("details").open = old.querySelector("details").open;
    old.replaceChildren(...fresh.childNodes);
    const again = old.querySelector(".stand-in");
    if (again) again.scrollTop = scrolled;
  };

  const fetchStand = async () => {
    if (document.hidden || !navigator.onLine || (await store.all()).some((one) => one.person === person && one.state === "waiting")) return;
    const response = await fetch(standAddress(), { headers: { Accept: "application/json" } }).catch(() => null);
    if (response && response.ok) showStand((await response.json()).stand);
  };

  const refresh = () => {
    if (!standAddress()) return;
    clearTimeout(standTimer);
    standTimer = setTimeout(() => {
      const idle = window.requestIdleCallback || ((work) => work());
      idle(() => fetchStand().catch(() => null));
    }, 1200);
  };

  /* Somebody may have typed before this script was there. */
  const keepTyped = () => [...document.querySelectorAll("form.answer[data-save]")].filter(isTyped).forEach((form) => {
    form.dataset.begun = "";
    settled(form, null);
  });

  /* On opening: what was sent since this page was kept, then what still waits. What somebody typed
     here before that was found is newer than all of it. */
  const layOver = async () => {
    const { sent, lines } = await store.found(person);
    const typed = new Set(document.querySelectorAll("form.answer[data-begun]"));
    sent.forEach((entry) => {
      const form = formAt(entry.place);
      if (!form || typed.has(form) || !(entry.version > Number(form.elements.seen.value))) return;
      if (entry.fields) fillIn(form, entry.fields);
      showSaved(form, entry);
    });
    lines.forEach((line) => {
      const form = formAt(line.place);
      if (!form || typed.has(form)) return;
      if (line.state === "conflict") return showConflict(form, line.told);
      if (line.kind === "confirm") return showConfirmed(cardOf(form));
      if (line.kind !== "answer") return;
      fillIn(form, line.fields);
      form.dataset.begun = "";
      if (line.state === "fault") onRefused({ detail: { line, told: line.told } });
      else say(form, words.waits, "phone");
    });
    beside.layOver(lines, sent);
    telling.layOver({ lines, sent });
    if (submitting) await submitting.layOver();
  };

  const more = document.getElementById("stand-more");
  if (more && matchMedia("(min-width: 64rem)").matches) more.open = true;
  keepTyped();
  store.ready.then(layOver).then(() => document.documentElement.setAttribute("data-ready", ""));
})();
