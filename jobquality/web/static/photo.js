/* Photos from the phone: made smaller here, kept in the queue, sent in the background. Drawing a
   photo anew leaves behind where and with what it was taken. */
(() => {
  "use strict";
  const { store, sender, forms, tell } = window.jobquality || {};
  if (!sender) return;
  document.currentScript.dataset.ran = "";
  const LARGEST_SIDE = 1600;
  const QUALITY = 0.82;
  const { assessmentOf, fieldsOf, placeOf } = forms;

  const drawn = (picture, width, height) => {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  };

  /* What is no picture, or none that this browser can read, is sent as it is: the server decides. */
  const smaller = async (file) => {
    if (!file.type.startsWith("image/")) return { file, filename: file.name };
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
    if (!picture) return { file, filename: file.name };
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
    const made = await drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
    picture.close();
    return made ? { file: made, filename: "photo.jpg" } : { file, filename: file.name };
  };

  const say = (form, text, isBad) => {
    const line = form.querySelector(".said") || form.appendChild(document.createElement("p"));
    line.className = "said";
    line.setAttribute("role", "status");
    line.textContent = text;
    line.classList.toggle("is-bad", Boolean(isBad));
  };

  const keep = async (form) => {
    const chosen = form.querySelector('input[type="file"]').files[0];
    const title = form.elements.title.value.trim();
    if (!chosen || !title) {
      say(form, form.dataset.missing, true);
      (title ? form.querySelector('input[type="file"]') : form.elements.title).focus();
      return;
    }
    if (!await intend(form, chosen)) return;
    const details = form.closest("details");
    const summary = details.querySelector("summary");
    details.open = false;
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "center" });
  };

  /* A file lies nowhere else: where the phone has no room for it, the form keeps it, and says so. */

  const intend = async (form, chosen) => {
    const place = placeOf(form.action);
    const kept = await store.keep({
      person: sender.person, kind: "photo", place: `${place}#${Date.now()}${Math.random()}`,
      assessment: assessmentOf(place), url: new URL(form.action).pathname,
      fields: fieldsOf(form), label: form.dataset.label, shown: form.elements.title.value.trim(),
      from: `${location.pathname}#${form.dataset.card || ""}`,
      ...(chosen ? { file: chosen, filename: chosen.name, state: "raw" } : {}),
    }).catch(() => null);
    if (!kept) {
      say(form, document.getElementById("phone-bar").dataset.no_room, true);
      return false;
    }
    form.reset();
    tell("changed");
    await shrink();
    return true;
  };

  /* A photo is kept as it is before anything is done with it, and never sent as it is: whoever
     finds one that was not made smaller, since its page is gone, does it now. */
  const shrink = () => (navigator.locks ? navigator.locks.request("jobquality-shrink", shrinkAll) : shrinkAll());
  const shrinkAll = async () => {
    for (const line of (await store.all()).filter((one) => one.state === "raw" && one.person === sender.person)) {
      await store.setState({ ...line, ...(await smaller(line.file)) }, "waiting", null);
      tell("changed");
    }
  };

  /* One form serves every question: it is put where it is asked for. */
  const model = document.getElementById("photo-form");
  const open = (details) => {
    if (!details.open || details.querySelector("form")) return;
    const form = model.content.cloneNode(true).querySelector("form");
    form.action = details.dataset.action;
    form.dataset.label = details.dataset.label;
    form.dataset.card = details.dataset.card;
    form.querySelectorAll("[id]").forEach((one) => { one.id = `${details.dataset.card}-${one.id}`; });
    form.querySelectorAll("[for]").forEach((one) => { one.htmlFor = `${details.dataset.card}-${one.htmlFor}`; });
    form.querySelectorAll("[aria-describedby]").forEach((one) => {
      one.setAttribute("aria-describedby", `${details.dataset.card}-${one.getAttribute("aria-describedby")}`);
    });
    details.append(form);
  };

  const offer = (link) => {
    const card = link.closest(".asked");
    const summary = document.createElement("summary");
    summary.textContent = model.dataset.add;
    const details = document.createElement("details");
    details.className = "more photo";
    details.dataset.action = link.href;
    details.dataset.card = card.id;
    details.dataset.label = document.getElementById(`${card.id}-title`).textContent.trim();
    details.append(summary);
    details.addEventListener("toggle", () => open(details));
    link.closest(".behind").append(details, Object.assign(document.createElement("ul"), { className: "plain photos" }));
  };

  /* Photos that wait are shown at their question. */
  const pictures = [];
  const pictureOf = (line) => {
    if (!line.file || !line.file.type.startsWith("image/")) return [];
    const image = document.createElement("img");
    image.alt = "";
    image.width = 64;
    image.height = 64;
    image.src = URL.createObjectURL(line.file);
    pictures.push(image.src);
    return [image];
  };

  const show = async () => {
    pictures.splice(0).forEach((one) => URL.revokeObjectURL(one));
    document.querySelectorAll(".photos").forEach((one) => one.replaceChildren());
    (await store.all()).filter((line) => line.kind === "photo" && line.person === sender.person).forEach((line) => {
      const behind = [...document.querySelectorAll(".photo")].find((one) => line.place.startsWith(`${placeOf(one.dataset.action)}#`));
      if (!behind) return;
      const entry = document.createElement("li");
      const words = document.createElement("span");
      words.textContent = line.told ? `${line.shown || line.label}: ${line.told.said}` : `${line.shown || line.label} · ${document.getElementById("phone-bar").dataset.waits}`;
      words.classList.toggle("fault", Boolean(line.told));
      entry.append(...pictureOf(line), words);
      behind.parentElement.querySelector(".photos").append(entry);
    });
  };

  const sent = (event) => {
    const { line } = event.detail;
    const behind = [...document.querySelectorAll(".photo")].find((one) => line.place.startsWith(`${placeOf(one.dataset.action)}#`));
    if (behind && behind.matches("[data-evidence]")) {
      location.reload();
      return;
    }
    show().then(() => {
      if (!behind || line.kind !== "photo") return;
      const entry = document.createElement("li");
      entry.setAttribute("role", "status");
      entry.textContent = model.dataset.sent.replace("{title}", line.shown);
      behind.parentElement.querySelector(".photos").append(entry);
    });
  };

  /* The page that asks for evidence has a form of its own, which goes the same way. */
  const page = document.querySelector("form[data-evidence]");
  if (page) {
    page.classList.add("photo");
    page.dataset.action = page.action;
    page.after(Object.assign(document.createElement("ul"), { className: "plain photos" }));
  }

  if (model) document.querySelectorAll(".behind a.add").forEach(offer);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-photo], form[data-evidence]")) return;
    event.preventDefault();
    if (form.matches("[data-photo]")) keep(form);
    else intend(form, form.querySelector('input[type="file"]').files[0]);
  });
  document.addEventListener("phone:sent", sent);
  ["changed", "refused"].forEach((name) => document.addEventListener(`phone:${name}`, show));
  store.ready.then(show).then(shrink);
})();
