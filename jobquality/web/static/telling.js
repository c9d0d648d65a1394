/* What the server said and what waits on this phone, told where it is about: what is wrong at its
   field, how much is answered, and why an answer does not count yet. */
(() => {
  "use strict";
  const { store, sender, forms } = window.jobquality || {};
  if (!sender) return;
  document.currentScript.dataset.ran = "";
  const { assessmentOf, placeOf } = forms;
  const here = assessmentOf(placeOf(location.href));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const element = (name, given = {}) => Object.assign(document.createElement(name), given);

  /* At its field stands what is wrong with it, and whoever comes there hears it. */
  const describe = (field, id) => {
    const known = (field.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && !one.endsWith("-fault"));
    const ids = id ? [...known, id] : known;
    if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
    else field.removeAttribute("aria-describedby");
  };

  const clearFaults = (form) => {
    form.querySelectorAll("p.fault").forEach((line) => line.remove());
    form.querySelectorAll("[aria-invalid]").forEach((field) => {
      field.removeAttribute("aria-invalid");
      describe(field, "");
    });
  };

  const showFault = (form, fault) => {
    const named = document.getElementById(fault.where);
    if (!named || !form.contains(named)) return null;
    const field = named.matches("fieldset") ? named.querySelector("input") : named;
    const line = element("p", { className: "fault", id: `${fault.where}-fault` });
    line.textContent = `${fault.message} ${fault.remedy}`.trim();
    if (named === field) field.before(line);
    else named.querySelector("legend").after(line);
    field.setAttribute("aria-invalid", "true");
    describe(field, line.id);
    const around = field.closest("details");
    if (around) around.open = true;
    return field;
  };

  /* Whoever pressed a button is led to the first fault; whoever went on typing stays there. */
  const markFaults = (form, faults = []) => {
    clearFaults(form);
    const fields = faults.map((fault) => showFault(form, fault));
    const isEachAtItsField = fields.length > 0 && fields.every(Boolean);
    const said = form.querySelector(":scope > .said");
    if (said) said.classList.toggle("off", isEachAtItsField);
    if ("pressed" in form.dataset && fields[0]) {
      fields[0].focus({ preventScroll: true });
      fields[0].scrollIntoView({ block: "center" });
    }
    delete form.dataset.pressed;
  };

  /* How much is answered, as the server counts it. */
  const showProgress = (told) => Object.entries(told.progress || {}).forEach(([name, [answered, asked, count]]) => {
    document.querySelectorAll(`[data-progress="${name}"]`).forEach((one) => {
      const words = [fill(one.dataset.text, { answered, asked }), ...(count ? [fill(one.dataset.confirm, { count })] : [])];
      one.textContent = words.join(" · ");
    });
  });

  const words = document.querySelector("[data-uncounted]");
  const showUncounted = (told) => Object.keys(told.now || {}).forEach((id) => {
    const [text, address] = (told.uncounted || {})[id] || [];
    const now = document.getElementById(`${id}-now`);
    if (!now) return;
    const known = document.getElementById(`${id}-uncounted`);
    if (known) known.remove();
    if (!text) return;
    const line = element("p", { className: "uncounted", id: `${id}-uncounted`, textContent: `${words.dataset.uncounted} ${text} ` });
    line.setAttribute("role", "status");
    if (address) line.append(element("a", { href: address, textContent: words.dataset.add }));
    now.after(line);
  });

  const show = (told) => {
    showProgress(told);
    showUncounted(told);
  };

  /* What waits here is counted beside it, each question once. */
  const idOf = (one) => one.place.split("/").pop();
  const isMine = (one) => one.assessment === here;
  const isAnswer = (one) => isMine(one) && (one.kind === "answer" || one.kind === "confirm");
  const GIVES = ["number", "day", "box", "state"];
  const gives = (one) => one.state !== "fault" && (one.kind === "confirm"
    || (one.fields || []).some(([name, value]) => GIVES.includes(name) && value.trim() && value !== "value"));

  const countHere = (lines) => {
    const onPage = [...document.querySelectorAll("form.answer")].map((form) => placeOf(form.action).split("/").pop());
    const ids = [...new Set(lines.filter((one) => isAnswer(one) && gives(one)).map(idOf))];
    document.querySelectorAll("[data-kept-here]").forEach((span) => {
      const places = span.dataset.keptHere === "here" ? onPage : span.dataset.keptHere.split(" ").filter(Boolean);
      const count = ids.filter((id) => !places.length || places.includes(id)).length;
      const text = count ? fill(span.dataset.text, { count }) : "";
      if (span.textContent !== text) span.textContent = text;
    });
  };

  const madeAt = Date.parse(document.documentElement.dataset.kept || "") || performance.timeOrigin;
  const count = async () => countHere((await store.found(sender.person)).lines);

  const layOver = ({ sent, lines }) => {
    sent.filter((one) => isMine(one) && one.since >= madeAt).sort((one, other) => one.since - other.since).forEach(show);
    countHere(lines);
  };

  document.addEventListener("phone:sent", ({ detail }) => { if (isMine(detail.line)) show(detail.told); });
  ["changed", "sent", "refused", "conflict", "state"].forEach((name) => document.addEventListener(`phone:${name}`, count));
  window.jobquality.telling = { fill, gives, idOf, isAnswer, isMine, layOver, madeAt, markFaults };
})();
