/* The list of what waits on this phone: what it is, to send now, or to delete after asking. */
(() => {
  "use strict";
  const { store, sender, tell } = window.jobquality || {};
  if (!sender) return;
  document.currentScript.dataset.ran = "";
  const page = document.getElementById("phone-page");
  const list = document.getElementById("phone-list");
  const row = document.getElementById("phone-row");
  const words = document.getElementById("phone-words").content;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const kilobytes = (bytes) => Math.max(1, Math.round(bytes / 1024));
  const word = (kind, name) => words.querySelector(`[data-${kind}="${name}"]`).textContent;
  const mine = async () => (await store.all()).filter((one) => one.person === sender.person);
  const others = document.getElementById("phone-others");
  const pictures = [];
  let drawn = "";
  let asked = null;

  const ask = (entry, line) => {
    asked = line.id;
    const sure = entry.querySelector(".phone-sure");
    const what = [line.label, line.shown].filter(Boolean).join(": ");
    const words = line.kind === "submit" ? page.dataset.submitAsk : page.dataset.deleteAsk;
    sure.querySelector("p").textContent = fill(words, { what, size: kilobytes(store.sizeOf(line)) });
    sure.hidden = false;
    sure.querySelector('[value="keep"]').focus();
  };

  const pressed = async (event, entry, line) => {
    const what = event.target.value;
    if (what === "ask") ask(entry, line);
    else if (what === "keep") {
      asked = null;
      entry.querySelector(".phone-sure").hidden = true;
      entry.querySelector('[value="ask"]').focus();
    } else if (what === "delete") {
      await store.drop(line.id);
      tell("changed");
      document.getElementById("phone-waiting").focus();
    }
  };

  const picture = (entry, line) => {
    if (!line.file || !line.file.type.startsWith("image/")) return;
    const image = entry.querySelector("img");
    image.src = URL.createObjectURL(line.file);
    pictures.push(image.src);
    image.hidden = false;
  };

  const shown = (line) => {
    const entry = row.content.cloneNode(true).firstElementChild;
    const link = entry.querySelector("h3 a");
    link.textContent = line.label;
    link.href = line.from;
    entry.querySelector(".phone-value").textContent = line.shown;
    entry.querySelector(".phone-kind").textContent = word("kind", line.kind);
    entry.querySelector(".phone-state").textContent = word("state", line.state);
    const why = entry.querySelector(".phone-why");
    why.hidden = !(line.told && line.told.said);
    if (!why.hidden) why.textContent = line.told.said;
    entry.querySelector('[value="ask"] .hidden').textContent = ` ${line.label}`;
    entry.addEventListener("click", (event) => pressed(event, entry, line));
    picture(entry, line);
    return entry;
  };

  /* Each try to send tells its state, every few seconds without a connection. Only what changed
     is drawn anew, and a question that somebody is about to answer stays open. */
  const draw = (lines) => {
    const now = JSON.stringify(lines.map(({ id, state, shown: text, told }) => [id, state, text, told && told.said]));
    if (now === drawn) return;
    drawn = now;
    pictures.splice(0).forEach((one) => URL.revokeObjectURL(one));
    list.replaceChildren(...lines.map(shown));
    const open = lines.findIndex((one) => one.id === asked);
    if (open >= 0) ask(list.children[open], lines[open]);
  };

  const show = async () => {
    const every = await store.all();
    const lines = every.filter((one) => one.person === sender.person);
    draw(lines);
    others.hidden = lines.length === every.length;
    others.textContent = fill(others.dataset.text, { count: every.length - lines.length });
    document.getElementById("phone-nothing").hidden = lines.length > 0;
    document.getElementById("phone-send").parentElement.hidden = !lines.length;
    const clearing = document.getElementById("phone-clearing");
    clearing.hidden = !lines.length;
    clearing.textContent = fill(page.dataset.clearing, {
      answers: lines.filter((one) => one.kind === "answer" || one.kind === "confirm").length,
      photos: lines.filter((one) => one.kind === "photo").length,
      size: kilobytes(lines.reduce((sum, one) => sum + store.sizeOf(one), 0)),
    });
    showShared(lines.length, every.length - lines.length);
  };

  const box = document.getElementById("phone-shared");
  const showShared = (count, foreign) => {
    document.getElementById("phone-shared-field").hidden = false;
    box.checked = store.isShared();
    box.disabled = count + foreign > 0;
    document.getElementById("phone-shared-wait").hidden = !box.disabled;
  };

  box.addEventListener("change", async () => {
    await store.setShared(box.checked);
    location.reload();
  });

  const showPages = async () => {
    const names = "caches" in window ? await caches.keys() : [];
    const entries = [];
    for (const name of names.filter((one) => one.startsWith(store.pages))) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        const html = await (await cache.match(key)).text();
        const title = new DOMParser().parseFromString(html, "text/html").title.replace(/ · jobquality$/, "");
        if (/\/assessments\/[^/]+$/.test(key.url)) entries.push([key.url, title]);
      }
    }
    document.getElementById("phone-no-pages").hidden = entries.length > 0;
    document.getElementById("phone-kept").replaceChildren(...entries.map(([address, title]) => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = address;
      link.textContent = title;
      entry.append(link);
      return entry;
    }));
  };

  document.getElementById("phone-send").addEventListener("click", async () => {
    await store.finish((await mine()).map((one) => one.id));
    sender.kick();
  });
  document.getElementById("phone-not-kept").hidden = !("notKept" in document.documentElement.dataset);
  ["changed", "sent", "refused", "conflict", "state"].forEach((name) => document.addEventListener(`phone:${name}`, show));
  store.ready.then(show).then(showPages);
})();
