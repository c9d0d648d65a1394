/* Fetches again what a bad line lost of this page: scripts in their order, and styles, each until
   it is there. A script that ran says so (`data-ran`); one that found nothing to build on does not.
   The page names this file three times, since nothing else would fetch it again. */
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

  /* Until some time has passed, or the connection is said to be back. */
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
