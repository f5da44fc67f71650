"use strict";
(() => {
  const form = document.getElementById("filters");
  const status = document.getElementById("status");
  const tip = document.getElementById("tip");
  const lines = (text) => (text ? text.split("\n") : []);
  const cards = [...document.querySelectorAll("article")].map((card) => ({
    card,
    channels: lines(card.dataset.channels),
    brand: card.dataset.brand || "",
    owner: card.dataset.owner || "",
    found: [...card.querySelectorAll("ol.found > li")].map((item) => ({
      item, severity: item.dataset.severity, rule: item.dataset.rule, channel: item.dataset.channel,
    })),
  }));
  const groups = [...document.querySelectorAll("[data-group]")];
  const chosen = (name) => (form.elements[name] ? form.elements[name].value : "");

  function apply() {
    const severities = new Set(
      [...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const [rule, channel, brand, owner] = ["rule", "channel", "brand", "owner"].map(chosen);
    const narrowed = rule || severities.size < 3 || form.elements.faulty.checked;
    let findings = 0, drafts = 0;
    for (const { card, channels, brand: own, owner: mine, found } of cards) {
      const fits = (!channel || channels.includes(channel) || found.some((f) => f.channel === channel))
        && (!brand || own === brand) && (!owner || mine === owner);
      let left = 0;
      if (fits) {
        for (const f of found) {
          const off = !severities.has(f.severity) || (rule && f.rule !== rule)
            || (channel && f.channel && f.channel !== channel);
          if (f.item.hidden !== Boolean(off)) f.item.hidden = Boolean(off);
          if (!off) left += 1;
        }
      }
      const hide = !fits || (narrowed && !left);
      if (card.hidden !== hide) card.hidden = hide;
      if (!hide) {
        findings += left;
        if (!card.hasAttribute("data-beside")) drafts += 1;
        if (found.length) quiet(card);
      }
    }
    for (const group of groups) {
      const hide = !group.querySelector("article:not([hidden])");
      if (group.hidden !== hide) group.hidden = hide;
    }
    status.textContent =
      `${findings} ${status.dataset.found} ${drafts} ${status.dataset.drafts}`;
    close();
  }

  function items(mark) {
    return mark.dataset.f.split(" ").map((id) => document.getElementById(id))
      .filter((item) => item && !item.hidden);
  }

  function quiet(card) {
    for (const mark of card.querySelectorAll("mark")) {
      const off = !items(mark).length;
      mark.toggleAttribute("data-off", off);
      mark.tabIndex = off ? -1 : 0;
    }
  }

  function open(mark) {
    const told = items(mark);
    if (!told.length) return;
    tip.replaceChildren(...told.flatMap((item) =>
      [...item.querySelectorAll("p")].map((line) => {
        const copy = document.createElement("p");
        copy.className = line.className;
        copy.textContent = line.textContent;
        return copy;
      })));
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left) + window.scrollX}px`;
    tip.style.top = `${box.bottom + 4 + window.scrollY}px`;
  }

  function close() { tip.hidden = true; }

  function turn(button) {
    button.previousElementSibling.classList.toggle("open");
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
  }

  function unfold(mark) {
    const folded = mark.closest(".folded:not(.open)");
    if (folded && mark.closest(".rest")) turn(folded.nextElementSibling);
  }

  function step(way) {
    const marks = [...document.querySelectorAll("article:not([hidden]) mark:not([data-off])")]
      .filter((mark) => !mark.closest("[hidden]"));
    if (!marks.length) return;
    const now = marks.indexOf(document.activeElement);
    const next = now < 0 ? (way > 0 ? 0 : marks.length - 1) : (now + way + marks.length) % marks.length;
    unfold(marks[next]);
    marks[next].focus();
    marks[next].scrollIntoView({ block: "center" });
    open(marks[next]);
  }

  let leaving = 0;
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    if (mark || event.target.closest("#tip")) clearTimeout(leaving);
    if (mark) open(mark);
  });
  document.addEventListener("mouseout", (event) => {
    if (!event.target.closest("mark, #tip")) return;
    clearTimeout(leaving);
    leaving = setTimeout(close, 200);
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark");
    if (mark) open(mark); else close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".more");
    if (button) turn(button);
  });
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.getElementById("bar").hidden = false;
  document.getElementById("drafts").classList.add("ready");
  apply();
})();
