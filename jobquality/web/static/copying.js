// Copies a link or a key, and hands it on where the device can. All of it works without.
"use strict";

(() => {
  document.currentScript.dataset.ran = "";
  for (const box of document.querySelectorAll("[data-copy-of]")) {
    const source = document.getElementById(box.dataset.copyOf);
    const [copy, share] = ["[data-copy]", "[data-share]"].map((one) => box.querySelector(one));
    const said = box.querySelector("[role=status]");
    const whole = () => (source.value === undefined ? source.textContent : source.value).trim();
    const text = () => (box.dataset.without ? whole().split(box.dataset.without).join("") : whole());
    const mark = () => {
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
    };
    box.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text());
        said.textContent = said.dataset.done;
      } catch {
        mark();
        said.textContent = said.dataset.marked;
      }
    });
    if (!share || !navigator.share) continue;
    share.hidden = false;
    share.addEventListener("click", () => navigator.share({ text: text() }).catch(() => {}));
  }
})();
