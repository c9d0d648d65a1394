/* Sends an assessment to review: what is open is said and asked about first, then it waits in
   sight until everything before it is sent. */
(() => {
  "use strict";
  const { store, sender, forms, beside, telling, tell } = window.jobquality || {};
  if (!telling) return;
  document.currentScript.dataset.ran = "";
  const { assessmentOf, fieldsOf, placeOf } = forms;
  const { fill, gives, idOf, isAnswer, isMine, madeAt } = telling;
  const words = document.getElementById("phone-bar").dataset;
  const submission = () => document.querySelector('form[data-queue="submit"]');
  const isHere = (line) => line.kind === "submit" && submission() && placeOf(submission().action) === line.place;
  const time = () => new Date(madeAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });

  /* As far as this phone knows: the page as it was made or kept, what was sent since, and what
     waits. */
  const openNow = (form, { sent, lines }) => {
    const said = new Map();
    sent.filter((one) => isMine(one) && one.since >= madeAt && "answer" in one)
      .forEach((one) => said.set(idOf(one), [Boolean(one.answer), one.label]));
    lines.filter(isAnswer).forEach((one) => said.set(idOf(one), [gives(one), one.label]));
    const isGiven = (id) => said.has(id) && said.get(id)[0];
    const listed = JSON.parse(form.dataset.open);
    const known = new Set(listed.map(([id]) => id));
    const open = listed.filter(([id, , parts]) => !isGiven(id) && !(parts.length && parts.every(isGiven)));
    const emptied = [...said].filter(([id, [is, label]]) => !is && label && !known.has(id));
    return [...open.map(([id, title]) => [id, title]), ...emptied.map(([id, [, label]]) => [id, label])];
  };

  const isStale = (found) => "kept" in document.documentElement.dataset || !navigator.onLine || found.lines.some(isMine);

  const showOpen = (found) => {
    const form = submission();
    const line = document.getElementById("submit-open");
    if (!form) return;
    const count = openNow(form, found).length;
    if (line) {
      line.hidden = !count;
      line.textContent = fill(line.dataset.text, { count });
    }
    const asOf = document.getElementById("submit-as-of");
    asOf.hidden = !isStale(found);
    asOf.textContent = fill(asOf.dataset.text, { time: time() });
  };

  const asking = (open) => {
    const box = document.getElementById("submit-ask").content.cloneNode(true).firstElementChild;
    box.querySelectorAll("[data-text]").forEach((one) => {
      one.textContent = fill(one.dataset.text, { count: open.length, time: time() });
    });
    const root = location.pathname.replace(/\/$/, "");
    box.querySelector("ul").append(...open.map(([id, title]) => {
      const entry = document.createElement("li");
      entry.append(Object.assign(document.createElement("a"), { href: `${root}/${id}`, textContent: title }));
      return entry;
    }));
    return box;
  };

  /* Whether it is to be sent; `shown` is what stands beside it where it waits. Asked once, and
     only where the page may not tell how it stands now. */
  const ask = async (form) => {
    const found = await store.found(sender.person);
    const open = openNow(form, found);
    const shown = open.length ? fill(form.dataset.shown, { count: open.length, time: time() }) : "";
    if (!open.length || !isStale(found)) return { sends: true, shown };
    const box = asking(open);
    form.hidden = true;
    form.after(box);
    box.focus();
    return new Promise((decided) => {
      box.addEventListener("click", ({ target }) => {
        if (target.value !== "send" && target.value !== "stay") return;
        box.remove();
        form.hidden = false;
        form.querySelector("button").focus();
        decided({ sends: target.value === "send", shown });
      });
    });
  };

  const submit = async (form) => {
    const place = placeOf(form.action);
    const { sends, shown } = await ask(form);
    if (!sends) return;
    await store.keep({
      person: sender.person, kind: "submit", place, assessment: assessmentOf(place), url: new URL(form.action).pathname,
      fields: fieldsOf(form), shown, label: document.querySelector("h1").textContent.trim(), from: `${location.pathname}#`,
    });
    await show();
    tell("changed");
  };

  const show = async () => {
    await beside.allowSubmit();
    const form = submission();
    if (!form) return;
    const line = (await store.all()).find((one) => one.person === sender.person && one.place === placeOf(form.action));
    let note = form.querySelector(".said");
    if (!note) {
      note = document.createElement("p");
      note.className = "said";
      note.setAttribute("role", "status");
      form.prepend(note);
    }
    note.classList.toggle("is-bad", Boolean(line && line.state === "fault"));
    if (line) note.textContent = line.state === "fault" ? line.told.said : words.will_send;
    else note.textContent = "";
    const button = form.querySelector("button");
    const isOnItsWay = Boolean(line && line.state !== "fault");
    if (isOnItsWay && document.activeElement === button) {
      note.tabIndex = -1;
      note.focus();
    }
    button.hidden = isOnItsWay;
  };

  const showAll = async () => {
    await show();
    showOpen(await store.found(sender.person));
  };

  document.addEventListener("submit", (event) => {
    if (event.target !== submission()) return;
    event.preventDefault();
    submit(event.target);
  });
  document.addEventListener("phone:sent", ({ detail: { line, told } }) => {
    if (isHere(line) && told.to) location.assign(told.to);
    else showAll();
  });
  ["changed", "refused", "conflict", "state"].forEach((name) => document.addEventListener(`phone:${name}`, showAll));
  window.jobquality.submitting = { layOver: showAll };
})();
