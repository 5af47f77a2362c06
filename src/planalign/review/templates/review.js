"use strict";
// Keys press what is on the page; without this script the page works by mouse.
(() => {
  let leaving = false;
  const field = (element) => element && element.matches("input:not([type=radio]):not([type=checkbox]), select, textarea");
  const adjust = document.getElementById("adjust");

  // An input method in use reports "Process" in place of the letter.
  const keyOf = (event) =>
    event.key === "Process" && event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();

  const open = (name) => {
    const part = document.getElementById(name);
    if (part instanceof HTMLDialogElement) {
      part.showModal();
    } else {
      part.open = true;
      part.scrollIntoView({ block: "nearest" });
      part.querySelector("select, input")?.focus();
    }
  };

  const leave = () => {
    document.activeElement?.blur();
    if (adjust) adjust.open = false;
  };

  const inField = (event, here) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      leave();
    } else if (event.key === "Enter" && here.name === "reason") {
      event.preventDefault();
      here.blur();
    } else if (event.key === "Enter" && here.closest(".adjust")) {
      event.preventDefault();
      document.querySelector("[data-save]").click();
    }
  };

  const pick = (number) => adjust?.open && adjust.querySelectorAll(".pick input")[number - 1]?.click();

  document.addEventListener("keydown", (event) => {
    const here = document.activeElement;
    if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = keyOf(event);
    if (/^[1-9]$/.test(key) && adjust?.open && !(here instanceof HTMLInputElement && field(here))) {
      event.preventDefault();
      return pick(Number(key));
    }
    if (field(here)) return inField(event, here);
    if (event.key === "Escape") return leave();
    if (event.key === "Enter" && adjust?.open && !(here instanceof HTMLButtonElement) && !(here instanceof HTMLAnchorElement)) {
      event.preventDefault();
      return document.querySelector("[data-save]").click();
    }
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"], [data-focus="${CSS.escape(key)}"]`);
    if (!target || leaving) return;
    event.preventDefault();
    // A key held down must not decide one item after the other.
    if (event.repeat && !["j", "k"].includes(key)) return;
    if (target.dataset.focus) target.focus();
    else target.click();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-opens], [data-closes]");
    if (button?.dataset.opens) open(button.dataset.opens);
    if (button?.dataset.closes) leave();
  });
  document.addEventListener("submit", (event) => {
    if (event.target.method === "dialog") return;
    if (leaving) event.preventDefault();
    leaving = true;
  });
  // A page from the browser's memory would be out of date.
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.querySelectorAll(".filters select, .filters [type=radio]").forEach((each) =>
    each.addEventListener("change", () => each.form.requestSubmit()),
  );
  // The list alone is moved: in a narrow window it lies below the item.
  const here = document.querySelector(".list [aria-current]");
  if (here) {
    const list = here.closest(".list");
    list.scrollTop = here.offsetTop - list.offsetTop - list.clientHeight / 2;
  }
})();
