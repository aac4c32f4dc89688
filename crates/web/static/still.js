// Searches the services that stand in the page. Nothing is fetched and nothing is sent.
"use strict";
const form = document.querySelector("form");
const look = document.getElementById("look");
const told = document.getElementById("told");
const items = [...document.querySelectorAll("#services > li")];
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[^a-z0-9 ]+/g, " ");
const texts = (window.kithServices || []).map((one) => plain([one.name, one.summary, one.words].join(" ")));
// Whether two words are the same but for one letter: a slip of the hand.
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1 || a.length < 4) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
};
const has = (text, word) => text.includes(word) || text.split(" ").some((known) => near(word, known));
const search = () => {
  const words = plain(look.value).split(" ").filter((word) => word.length > 1);
  let shown = 0;
  items.forEach((item, place) => {
    item.hidden = !words.every((word) => has(texts[place] || "", word));
    if (!item.hidden) shown += 1;
  });
  if (shown === 0) items.forEach((item) => { item.hidden = false; });
  told.textContent = words.length === 0 ? "" : shown === 0
    ? "Nothing fits these words, so all services are shown." : `${shown} of ${items.length} services fit.`;
};
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
look.addEventListener("input", search);
