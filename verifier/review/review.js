// The keys and the mouse of the review page. What is decided is posted as a form without script would, and its card put in the old one's place.
"use strict";
const root = document.documentElement, status = document.getElementById("status"), keys = document.getElementById("keys");
const cards = () => [...document.querySelectorAll(".card")];
let at = -1;

function show(number, focus) {
  const all = cards();
  if (number < 0 || number >= all.length) return;
  at = number;
  all.forEach((card, i) => card.classList.toggle("on", i === at));
  let first = null;
  for (const words of document.querySelectorAll(".said")) {
    const on = words.dataset.cards.split(" ").includes(String(at));
    words.classList.toggle("on", on);
    if (on && !first) first = words;
  }
  const place = first || document.querySelector(`.mark[href="#${all[at].id}"]`);
  const text = document.getElementById("text");
  if (place && text.scrollHeight > text.clientHeight + 1) {
    text.scrollTop += place.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
  history.replaceState(null, "", `#${all[at].id}`);
  for (const box of all[at].querySelectorAll(".source")) {
    const marked = box.querySelector("mark");
    if (marked) box.scrollTop += marked.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
  if (focus) all[at].focus({ preventScroll: false });
}

const ofHash = () => cards().findIndex((card) => `#${card.id}` === location.hash);

async function decide(form, choice) {
  const number = at, data = new URLSearchParams(new FormData(form));
  data.set("choice", choice);
  status.textContent = "…";
  let answer, html;
  try {
    answer = await fetch("/decide", { method: "POST", body: data, headers: { Accept: "text/x-card" } });
    html = await answer.text();
  } catch {
    status.textContent = "Nothing was kept: the server does not answer. Is “verifier review” still running?";
    return;
  }
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!answer.ok) {
    status.textContent = `Nothing was kept: ${page.querySelector("#said")?.textContent ?? answer.status}`;
    return;
  }
  cards()[number].replaceWith(page.querySelector(".card"));
  const card = cards()[number];
  document.getElementById("left").textContent = answer.headers.get("X-Left");
  status.textContent = `${card.querySelector("h2").textContent.trim()}: ${card.querySelector(".decided strong").textContent}`;
  show(choice !== "remark" && number + 1 < cards().length ? number + 1 : number, true);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".card form")) return;
  event.preventDefault();
  decide(event.target, event.submitter?.value ?? "remark");
});

document.addEventListener("click", (event) => {
  const words = event.target.closest(".said"), mark = event.target.closest("a.mark");
  if (mark) {
    event.preventDefault();
    show(cards().findIndex((card) => `#${card.id}` === mark.getAttribute("href")), true);
  } else if (words) {
    show(Number(words.dataset.cards.split(" ")[0]), false);
  }
});

document.getElementById("next").addEventListener("click", () => show(at + 1, false));
document.getElementById("previous").addEventListener("click", () => show(at - 1, false));
window.addEventListener("hashchange", () => show(ofHash(), true));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches("textarea")) {
    if (event.key === "Escape") cards()[at].focus();
    return;
  }
  if (!keys.checked || at < 0) return;
  const form = cards()[at].querySelector("form");
  const act = {
    j: () => show(at + 1, true),
    k: () => show(at - 1, true),
    a: () => decide(form, "accept"),
    r: () => decide(form, "reject"),
    n: () => form.querySelector("textarea").focus(),
  }[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

root.classList.add("scripted");
const undecided = cards().findIndex((card) => !card.dataset.decided);
show(ofHash() >= 0 ? ofHash() : Math.max(0, undecided), false);
