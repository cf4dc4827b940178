"use strict";
// Light or dark: what the person chose, else what the system says.
(function () {
  const root = document.documentElement;
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", function () {
    document.getElementById("theme").addEventListener("click", function () {
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
    });

    const drop = document.getElementById("drop");
    if (!drop) return;
    const form = document.getElementById("upload");
    const file = document.getElementById("file");
    ["dragenter", "dragover"].forEach((kind) =>
      drop.addEventListener(kind, function (event) {
        event.preventDefault();
        drop.classList.add("over");
      }));
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", function (event) {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) {
        file.files = event.dataTransfer.files;
        form.requestSubmit();
      }
    });
    file.addEventListener("change", () => file.files.length && form.requestSubmit());
  });
})();
