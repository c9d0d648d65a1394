/* After logging out: the kept pages go; what was never sent is said, and can be deleted. */
(() => {
  "use strict";
  const { store } = window.jobquality || {};
  if (!store) return;
  document.currentScript.dataset.ran = "";
  const box = document.getElementById("phone-unsent");
  const person = store.owner();
  const mine = async () => (await store.all()).filter((one) => one.person === person);

  const show = async () => {
    const count = (await mine()).length;
    box.querySelectorAll("[data-text]").forEach((one) => { one.textContent = one.dataset.text.replace("{count}", count); });
    box.hidden = !count;
  };

  box.querySelector("button").addEventListener("click", async () => {
    await store.dropAll(person);
    show();
  });

  /* Words of the page that was just left come into the queue once that page is gone. */
  const gather = async () => {
    await store.takeLeft();
    await store.watch(gather);
    await show();
  };

  (async () => {
    await store.ready;
    await store.forgetPages("");
    await store.forgetSent("");
    document.getElementById("phone-cleared").hidden = false;
    await gather();
  })();
})();
