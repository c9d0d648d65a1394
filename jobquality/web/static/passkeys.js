// Passkeys need a script: this one asks the browser, and sends its answer in a usual form.
// Source: https://www.w3.org/TR/webauthn-3/
"use strict";
document.currentScript.dataset.ran = "";

const BUFFERS = ["rawId", "clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function readOptions(holder) {
  const options = JSON.parse(holder.dataset.options);
  options.challenge = toBytes(options.challenge);
  if (options.user) options.user.id = toBytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials])
    for (const one of list || []) one.id = toBytes(one.id);
  return options;
}

function readAnswer(credential) {
  const response = {};
  for (const name of BUFFERS)
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
  });
}

function send(holder, credential) {
  const form = holder.closest("form");
  form.elements[holder.dataset.field].value = readAnswer(credential);
  form.noValidate = true;
  form.requestSubmit();
}

async function offerWhileTyping(holder, stop) {
  const can = window.PublicKeyCredential.isConditionalMediationAvailable;
  if (!can || !(await can.call(window.PublicKeyCredential))) return;
  try {
    const asked = { mediation: "conditional", publicKey: readOptions(holder), signal: stop.signal };
    send(holder, await navigator.credentials.get(asked));
  } catch {
    // The button asks anew; nothing was lost.
  }
}

function prepare(holder) {
  const button = holder.querySelector("button");
  const said = holder.querySelector("[data-said]");
  const makes = holder.dataset.passkey === "create";
  const stop = new AbortController();
  holder.hidden = false;
  button.addEventListener("click", async () => {
    if (makes && !holder.closest("form").reportValidity()) return;
    stop.abort();
    said.hidden = true;
    try {
      const asked = { publicKey: readOptions(holder) };
      send(holder, await navigator.credentials[makes ? "create" : "get"](asked));
    } catch {
      said.hidden = false;
    }
  });
  if ("auto" in holder.dataset) offerWhileTyping(holder, stop);
}

if (window.PublicKeyCredential)
  for (const holder of document.querySelectorAll("[data-passkey]")) prepare(holder);
