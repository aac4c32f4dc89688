// Keeps what is typed into a record while it is being typed. Without it, the button does the same.
"use strict";
for (const form of document.querySelectorAll("form[data-keep]")) {
  const kept = form.querySelector("[data-kept]");
  const seen = form.querySelector("input[name=seen]");
  if (!kept || !seen || !location.pathname.includes("/record/")) continue;
  let waiting = 0;
  let busy = false;
  const keep = async () => {
    if (busy) { waiting = setTimeout(keep, 1000); return; }
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "keep");
    body.set("key", "");
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, credentials: "same-origin" });
      const told = answer.headers.get("content-type") === "application/json" ? await answer.json() : null;
      if (told && told.version) { seen.value = told.version; kept.textContent = "Kept at " + told.at; }
      else kept.textContent = "Not kept yet. Press Save.";
    } catch { kept.textContent = "Not kept yet: no connection. Your words stay here."; }
    busy = false;
  };
  form.addEventListener("input", () => { clearTimeout(waiting); kept.textContent = ""; waiting = setTimeout(keep, 2000); });
}
// The same for the form of an act in a case: what is typed is kept, and stands there again when the form is opened.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const kept = form.querySelector("[data-kept]");
  let waiting = 0;
  const keep = async () => {
    // A file is not kept: it is sent with the form, or chosen again.
    const body = new URLSearchParams([...new FormData(form)].filter(([, text]) => typeof text === "string"));
    body.set("do", "keep");
    try {
      const answer = await fetch(location.href, { method: "POST", body, credentials: "same-origin" });
      kept.textContent = answer.ok ? "Kept at " + (await answer.json()).at : "Not kept yet. Send it when you are done.";
    } catch { kept.textContent = "Not kept yet: no connection. Your words stay here."; }
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(keep, 1500); });
}
