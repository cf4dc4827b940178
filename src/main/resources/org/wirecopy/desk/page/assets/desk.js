"use strict";
// Light or dark: what the person chose, else what the system says.
(function () {
  const root = document.documentElement;
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  document.addEventListener("DOMContentLoaded", function () {
    // The button itself is another one once a page was gone back to.
    document.body.addEventListener("click", function (event) {
      if (!event.target.closest("#theme")) return;
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      localStorage.setItem("theme", root.dataset.theme);
    });
    live();
    renewed();
    keys();
    drop();
  });

  // What is shown follows what happens, while somebody looks. A browser opens few connections to a
  // house, six by HTTP/1.1: a hidden page holds none, and learns on return what it missed.
  function live() {
    const parts = () => document.querySelectorAll("[hx-trigger*='sse:ledger']");
    if (!parts().length) return;
    let events = null;
    const say = function (on) {
      const sign = document.getElementById("live");
      sign.dataset.live = on ? "on" : "off";
      sign.textContent = on ? "live" : "not live, connecting again";
    };
    const close = function () {
      if (events) events.close();
      events = null;
    };
    const follow = function () {
      if (document.visibilityState === "hidden") return close();
      if (events) return;
      events = new EventSource("/events");
      events.addEventListener("open", () => say(true));
      events.addEventListener("ledger", () =>
        parts().forEach((part) => htmx.trigger(part, "sse:ledger")));
      events.addEventListener("error", function () {
        say(false);
        if (this.readyState !== EventSource.CLOSED) return;
        // The browser gives up where the house refuses; it may do so only for now.
        close();
        setTimeout(follow, 5000);
      });
    };
    document.addEventListener("visibilitychange", follow);
    follow();
  }

  // A log-in that has ended is asked for again.
  function renewed() {
    document.body.addEventListener("htmx:responseError", function (event) {
      if (event.detail.xhr.status === 401) loggedOut();
    });
    document.body.addEventListener("htmx:afterRequest", function (event) {
      if (event.detail.successful) loggedInAgain();
    });
    // What a person has opened or closed stays so when a part of the page is renewed.
    const opened = new Map();
    document.body.addEventListener("click", function (event) {
      const details = event.target.closest("summary") && event.target.closest("details[id]");
      if (details) opened.set(details.id, !details.open);
    });
    document.body.addEventListener("htmx:afterSwap", function (event) {
      event.target.querySelectorAll("details[id]").forEach(function (details) {
        if (opened.has(details.id)) details.open = opened.get(details.id);
      });
    });
  }

  // The log-in page is gone to at once, but never over what a person has typed.
  function loggedOut() {
    const main = document.getElementById("main");
    const typed = [...main.querySelectorAll("form[method=post] textarea, form[method=post] input")]
      .some((field) => field.type !== "hidden" && field.value !== field.defaultValue);
    if (!typed) {
      location.reload();
    } else if (!document.getElementById("ended")) {
      const notice = document.createElement("p");
      notice.id = "ended";
      notice.className = "said";
      notice.setAttribute("role", "alert");
      const link = document.createElement("a");
      link.href = "/login";
      link.target = "_blank";
      link.textContent = "Log in again";
      notice.append("Your log-in has ended. ", link, " in another tab: what you have typed stays here.");
      main.prepend(notice);
      notice.scrollIntoView({ block: "nearest" });
    }
  }

  // The forms of this page go on under the new log-in.
  async function loggedInAgain() {
    const notice = document.getElementById("ended");
    if (!notice) return;
    const answer = await fetch(location.href, { headers: { "X-Wirecopy-Renewal": "true" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector(".visitor input[name=csrf]");
    if (!token) return;
    document.querySelectorAll("input[name=csrf]").forEach((field) => (field.value = token.value));
    notice.remove();
  }

  // "/" leads to the search, j and k through what is listed.
  function keys() {
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest("input, select, textarea")) return;
      if (event.key === "/") {
        const search = document.getElementById("q");
        if (search) {
          event.preventDefault();
          search.focus();
        }
      } else if (event.key === "j" || event.key === "k") {
        const links = [...document.querySelectorAll(".stories h2 a, .partners h2 a")];
        const at = links.indexOf(document.activeElement);
        const next = links[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];
        if (next) next.focus();
      }
    });
  }

  function drop() {
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
  }
})();
