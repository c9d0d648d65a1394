/* Fetches again what a bad line lost: what ran says `data-ran`. A page names this three times. */
(() => {
  "use strict";
  const root = document.documentElement;
  if ("heals" in root.dataset) return;
  root.dataset.heals = "";
  const PAUSES = [0.5, 1, 2, 4, 8, 15, 30];

  const isLost = (one) => !("ran" in one.dataset) && (one.localName === "script" || !one.sheet);
  const lost = () => [...document.querySelectorAll('link[rel="stylesheet"], script[defer]:not([data-again])')].find(isLost);

  const copy = (old) => {
    if (old.localName === "link") return old.cloneNode();
    return Object.assign(document.createElement("script"), { defer: true, async: false, src: old.src });
  };

  const fetchAgain = (old) => new Promise((done) => {
    const fresh = copy(old);
    fresh.onload = () => {
      fresh.dataset.ran = "";
      done(true);
    };
    fresh.onerror = () => done(false);
    old.replaceWith(fresh);
  });

  const pause = (seconds) => new Promise((goOn) => {
    setTimeout(goOn, seconds * 1000);
    window.addEventListener("online", goOn, { once: true });
  });

  const heal = async () => {
    let failures = 0;
    for (let one = lost(); one; one = lost()) {
      if (await fetchAgain(one)) failures = 0;
      else await pause(PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    }
  };

  document.addEventListener("DOMContentLoaded", heal);
})();
