// Keys for a reviewer, and answers said to without loading the page again. All of it works without.
"use strict";

(() => {
  document.currentScript.dataset.ran = "";
  const looks = [...document.querySelectorAll("[data-look]")];
  const progress = document.getElementById("progress");
  const bar = document.getElementById("progress-bar");
  const box = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  if (!looks.length || !progress) return;
  const KEPT = "review-keys-off";
  let place = Math.max(0, looks.findIndex((one) => `#${one.id}` === location.hash));

  const kept = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(KEPT);
      if (value) localStorage.setItem(KEPT, "yes");
      else localStorage.removeItem(KEPT);
    } catch { /* a browser that keeps nothing: the keys are on each time */ }
    return null;
  };
  box.hidden = false;
  on.checked = kept() !== "yes";
  on.addEventListener("change", () => kept(!on.checked));

  const go = (to) => {
    if (to < 0 || to >= looks.length) return;
    place = to;
    looks[place].focus({ preventScroll: true });
    looks[place].scrollIntoView({ block: "start" });
  };

  const next = document.getElementById("next-open");
  const showNext = () => {
    const open = looks.find((one) => one.classList.contains("look-open"));
    if (!next) return;
    next.href = open ? `#${open.id}` : "#decide";
    if (!open) next.textContent = next.dataset.decide;
  };

  const countUnknown = (look) => {
    const button = document.getElementById("accept-unknown");
    if (!button || look.dataset.unknown === undefined) return;
    button.dataset.count = String(Number(button.dataset.count) - 1);
    button.textContent = button.dataset.words.replace("{count}", button.dataset.count);
    button.form.hidden = button.dataset.count === "0";
  };

  const count = (look, verdict) => {
    const was = look.classList.contains("look-open");
    look.classList.remove("look-open", "look-accepted", "look-asked");
    look.classList.add(`look-${verdict}`);
    const status = look.querySelector("[data-status]");
    status.textContent = status.dataset[verdict];
    showNext();
    if (was) countUnknown(look);
    const looked = Number(progress.dataset.looked) + (was ? 1 : 0);
    progress.dataset.looked = String(looked);
    for (const place of document.querySelectorAll("[data-progress]")) {
      place.textContent = place.dataset.words
        .replace("{looked}", looked)
        .replace("{count}", progress.dataset.count);
    }
    const partly = document.querySelector("#partly[data-only-looks]");
    if (partly) partly.hidden = looked === Number(progress.dataset.count);
    bar.setAttribute("width", String(Math.round((100 * looked) / Number(progress.dataset.count))));
  };

  const say = async (look, form, verdict) => {
    const sent = new FormData(form);
    sent.set("verdict", verdict);
    let told;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(sent),
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      told = await answer.json();
      if (!answer.ok) {
        look.querySelector("[data-status]").textContent = told.said;
        return;
      }
    } catch {
      const button = form.querySelector(`[name="verdict"][value="${verdict}"]`);
      form.dataset.plain = "yes";
      form.requestSubmit(button);
      return;
    } finally {
      if (told && told.key) {
        form.elements.key.value = told.key;
        form.elements.csrf_token.value = told.csrf;
      }
    }
    count(look, told.status);
    const at = looks.indexOf(look);
    if (at + 1 < looks.length) go(at + 1);
    else document.getElementById("decide").scrollIntoView();
  };

  for (const look of looks) {
    look.addEventListener("focusin", () => { place = looks.indexOf(look); });
    const form = look.querySelector("form");
    form.addEventListener("submit", (event) => {
      if (form.dataset.plain || !event.submitter) return;
      event.preventDefault();
      say(look, form, event.submitter.value);
    });
  }

  const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const keys = {
    j: () => go(document.activeElement === document.body && !location.hash ? 0 : place + 1),
    k: () => go(place - 1),
    a: () => looks[place].querySelector("[data-accept]").click(),
    r: () => {
      const fold = looks[place].querySelector("[data-fold]");
      if (fold) fold.open = true;
      const details = looks[place].querySelector("details:not([data-fold])");
      details.open = true;
      details.querySelector("textarea").focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
