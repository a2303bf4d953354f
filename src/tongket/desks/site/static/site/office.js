// The few things a page does by itself. All of it works without this file too.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  // What went wrong is read first: by eye, and by whoever listens.
  document.querySelector(".errors")?.focus();

  // A choice that filters a list is sent when it is made.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-sends]")) event.target.form.requestSubmit();
  });

  // A grave step asks once more, in the words its button carries.
  document.addEventListener("submit", (event) => {
    const asked = event.submitter?.dataset.asks;
    if (asked && !window.confirm(asked)) event.preventDefault();
  });
});
