/* Boxes are drawn on a page with the mouse, a pen or a finger. Each box is a row of numbers in the
   form; without this file the numbers are typed. */
(() => {
  "use strict";
  document.currentScript.dataset.ran = "";
  const form = document.querySelector("form[data-boxes]");
  if (!form) return;
  const PARTS = ["page", "left", "top", "width", "height"];
  const SMALLEST = 0.5;
  const SVG = "http://www.w3.org/2000/svg";
  const list = form.querySelector(".box-list");
  const faces = [...form.querySelectorAll(".sheet-face")];

  const rows = () => [...list.querySelectorAll(".box-row")];
  const field = (row, part) => row.querySelector(`[data-part="${part}"]`);
  const read = (row, part) => Number.parseFloat(field(row, part).value.replace(",", "."));
  const isEmpty = (row) => PARTS.slice(1).every((part) => !field(row, part).value.trim());

  const put = (svg, box, isNear) => {
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of [["x", box.left], ["y", box.top], ["width", box.width], ["height", box.height]]) {
      rect.setAttribute(name, String(value));
    }
    rect.classList.toggle("is-near", isNear);
    svg.append(rect);
  };

  const show = (draft) => {
    for (const face of faces) {
      const svg = face.querySelector("svg");
      svg.replaceChildren();
      for (const row of rows()) {
        const box = Object.fromEntries(PARTS.map((part) => [part, read(row, part)]));
        const isHere = String(box.page) === face.dataset.page && !field(row, "remove").checked;
        if (isHere && PARTS.every((part) => Number.isFinite(box[part]))) put(svg, box, row.contains(document.activeElement));
      }
      if (draft && draft.face === face) put(svg, draft.box, true);
    }
  };

  const emptyRow = () => {
    const found = rows().find(isEmpty);
    if (found) return found;
    const count = rows().length;
    const row = rows()[count - 1].cloneNode(true);
    row.querySelector("legend").textContent = form.dataset.box.replace("#", String(count + 1));
    for (const input of row.querySelectorAll("input")) {
      const name = `${input.dataset.part}-${count}`;
      input.parentElement.querySelector("label").htmlFor = name;
      input.id = name;
      input.name = name;
      input.removeAttribute("aria-invalid");
      if (input.type === "checkbox") input.checked = false;
      else input.value = "";
    }
    list.append(row);
    return row;
  };

  const keep = (face, box) => {
    if (box.width < SMALLEST || box.height < SMALLEST) return;
    const row = emptyRow();
    field(row, "page").value = face.dataset.page;
    for (const part of PARTS.slice(1)) field(row, part).value = box[part].toFixed(2);
    field(row, "remove").checked = false;
  };

  const percent = (face, event) => {
    const edge = face.getBoundingClientRect();
    const within = (value) => Math.min(100, Math.max(0, value));
    return {
      x: within(((event.clientX - edge.left) / edge.width) * 100),
      y: within(((event.clientY - edge.top) / edge.height) * 100),
    };
  };

  const between = (from, to) => ({
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  });

  const follow = (face) => {
    let from = null;
    face.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (event.pointerType === "touch" && !face.classList.contains("is-drawing")) return;
      event.preventDefault();
      face.setPointerCapture(event.pointerId);
      from = percent(face, event);
    });
    face.addEventListener("pointermove", (event) => {
      if (from) show({ face, box: between(from, percent(face, event)) });
    });
    face.addEventListener("pointerup", (event) => {
      if (!from) return;
      keep(face, between(from, percent(face, event)));
      from = null;
      show();
    });
    face.addEventListener("pointercancel", () => {
      from = null;
      show();
    });
  };

  const byHand = form.querySelector(".by-hand");
  const toggle = form.querySelector("[data-draw]");
  byHand.hidden = false;
  toggle.addEventListener("click", () => {
    const isOn = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(isOn));
    faces.forEach((face) => face.classList.toggle("is-drawing", isOn));
  });
  faces.forEach(follow);
  list.addEventListener("input", () => show());
  list.addEventListener("focusin", () => show());
  show();
})();
