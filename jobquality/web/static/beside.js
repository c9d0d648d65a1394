/* What is said beside the answers, kept on this phone like them: which of two answers counts, and
   what somebody works from. Without this file both forms save by their buttons. */
(() => {
  "use strict";
  const { store, sender, forms, tell } = window.jobquality || {};
  if (!sender) return;
  document.currentScript.dataset.ran = "";
  const { assessmentOf, fieldsOf, placeOf } = forms;
  const words = document.getElementById("phone-bar").dataset;
  const KINDS = { choose: /\/choose$/, working: /\/working$/ };
  const BESIDE = ["source", "grade", "on"];

  const kindOf = (form) => Object.keys(KINDS).find((kind) => form.method === "post" && KINDS[kind].test(new URL(form.action).pathname));
  const formsOf = (kind) => [...document.querySelectorAll("form")].filter((form) => kindOf(form) === kind);
  const valueOf = (fields, wanted) => (fields.find(([name]) => name === wanted) || ["", ""])[1];

  const say = (form, text, isBad) => {
    let line = form.querySelector(":scope > .said");
    if (!line) {
      line = document.createElement("p");
      line.className = "said";
      line.setAttribute("role", "status");
      form.append(line);
    }
    line.textContent = text;
    line.classList.toggle("is-bad", Boolean(isBad));
    line.classList.toggle("is-busy", !isBad);
  };

  /* Which button is pressed can be seen; another one may still be pressed until it is sent. */
  const showChoice = (line) => {
    formsOf("choose").filter((form) => placeOf(form.action) === line.place).forEach((form) => {
      const isHere = form.elements.waiting.value === valueOf(line.fields, "waiting");
      form.querySelectorAll("button").forEach((button) => {
        button.setAttribute("aria-pressed", String(isHere && button.value === valueOf(line.fields, "take")));
      });
      say(form, isHere ? `${line.shown} · ${words.waits}` : "");
    });
  };

  /* A new answer starts from it, also where last time's stands; one that was given or begun does
     not. */
  const startFrom = (fields) => {
    document.querySelectorAll("form.answer").forEach((form) => {
      const isNew = form.elements.seen.value === "0" || form.closest(".asked.is-carried");
      if (!isNew || "begun" in form.dataset) return;
      BESIDE.forEach((name) => { form.elements[name].value = valueOf(fields, name) || (name === "grade" ? "E0" : ""); });
      const said = form.querySelector(".more > summary .quiet");
      if (said) said.textContent = [form.elements.grade.value, form.elements.source.value.slice(0, 40)].filter(Boolean).join(" · ");
    });
  };

  const showWorking = (line, text) => {
    startFrom(line.fields);
    formsOf("working").forEach((form) => {
      BESIDE.forEach((name) => { form.elements[name].value = valueOf(line.fields, name) || (name === "grade" ? "E0" : ""); });
      say(form, text);
    });
  };

  /* A page that was made before it was sent does not know it yet. */
  const madeAt = Date.parse(document.documentElement.dataset.kept || "") || performance.timeOrigin;
  const showSaid = (sent) => sent.filter((one) => one.kind === "working" && one.since >= madeAt)
    .filter((one) => formsOf("working").some((form) => placeOf(form.action) === one.place))
    .forEach((one) => showWorking(one, words.saved));

  const show = (line) => {
    if (line.kind === "choose") showChoice(line);
    else if (line.kind === "working") showWorking(line, words.waits);
    if (line.state === "fault") showRefused(line, line.told);
  };

  const showRefused = (line, told) => {
    if (!KINDS[line.kind]) return;
    formsOf(line.kind).filter((form) => placeOf(form.action) === line.place).forEach((form) => say(form, told.said, true));
  };

  const keep = async (form, button, { label }) => {
    const kind = kindOf(form);
    const place = placeOf(form.action);
    if (kind === "working") startFrom(fieldsOf(form));
    await store.keep({
      person: sender.person, kind, place, assessment: assessmentOf(place), url: new URL(form.action).pathname,
      fields: fieldsOf(form, button), from: `${location.pathname}${location.hash}`,
      label: label || form.closest("details").querySelector("summary").firstChild.textContent.trim(),
      shown: kind === "choose" ? button.textContent.trim() : form.elements.source.value.trim(),
    });
    const lines = (await store.all()).filter((one) => one.person === sender.person);
    lines.filter((one) => one.kind === kind && one.place === place).forEach(show);
    tell("changed");
  };

  /* Answers of last time that were all confirmed or changed here need no more looking at, so that
     an afternoon can be ended where it was spent. The server checks again. */
  const allowSubmit = async () => {
    const later = document.getElementById("submit-later");
    if (!later) return;
    const ids = later.dataset.carried.split(" ");
    const said = [...await store.all(), ...await store.sentOf(sender.person)].filter((one) => one.person === sender.person);
    const looked = new Set(said.filter((one) => one.kind === "confirm" || one.kind === "answer" || one.version)
      .map((one) => one.place.split("/").pop()));
    if (!ids.every((id) => looked.has(id))) return;
    document.getElementById("submit-first").remove();
    later.replaceWith(later.content);
  };

  document.addEventListener("phone:sent", (event) => {
    const { line, told } = event.detail;
    if (line.kind === "working") formsOf("working").forEach((form) => say(form, told.said || words.saved));
  });

  window.jobquality.beside = {
    allowSubmit, keep, showRefused, takes: (form) => Boolean(kindOf(form)),
    layOver: (lines, sent) => {
      showSaid(sent);
      lines.forEach(show);
    },
  };
})();
