// A form while it is typed: moved about in like a sheet, pasted into, saved as it grows, kept through a lost line.
// What is right or wrong is never decided here: the server reads the form as it reads a file, and says.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-typing]");
  const status = form.querySelector("[data-status]");
  const key = form.dataset.key;
  const DELAY = 700, AGAIN = 5000;
  let timer = null, saving = false, dirty = false;

  const rows = (table) => [...table.querySelectorAll("tbody tr")];
  const inputs = (row) => [...row.querySelectorAll("td.spot input")];
  const tell = (words, time = "") => { status.textContent = time ? `${words} ${time}` : words; };

  // --- keeping and sending -------------------------------------------------------------------------------
  const keep = () => {
    const typed = {};
    for (const table of form.querySelectorAll("[data-table]")) {
      typed[table.dataset.table] = rows(table).map((row) => inputs(row).map((input) => input.value));
    }
    try { localStorage.setItem(key, JSON.stringify({ revision: form.revision.value, typed })); } catch { /* full or shut: the server has the last saving */ }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };

  const changed = () => {
    dirty = true;
    keep();
    clearTimeout(timer);
    timer = setTimeout(send, DELAY);
  };

  const send = async () => {
    if (saving) return;
    saving = true;
    dirty = false;
    tell(form.dataset.saving);
    try {
      const sent = new FormData(form);
      const response = await fetch(form.action, { method: "POST", body: sent, headers: { "X-Typing": "1" }, redirect: "error" });
      if (response.status === 409) { tell((await response.json()).refused); saving = false; return; }
      if (!response.ok) throw new Error(String(response.status));
      const told = await response.json();
      form.revision.value = told.revision;
      show(told);
      tell(form.dataset.saved, told.saved);
      if (!dirty) forget(); else keep();
    } catch {
      dirty = true;
      tell(form.dataset.lost);
      timer = setTimeout(send, AGAIN);
    }
    saving = false;
    if (dirty && !timer) timer = setTimeout(send, DELAY);
    timer = null;
  };
  window.addEventListener("online", () => { if (dirty) send(); });

  // --- what the server says -------------------------------------------------------------------------------
  // Wholly empty lines fall away on the server: its line n is the n-th line here that holds anything.
  const filled = (table) => rows(table).filter((row) => table.dataset.fixed !== undefined || inputs(row).some((input) => input.value.trim()));

  const show = (told) => {
    const at = {};
    for (const table of form.querySelectorAll("[data-table]")) {
      const code = table.dataset.table;
      table.querySelectorAll("td.spot").forEach((cell) => mark(cell, { change: "", tone: "", findings: [] }));
      table.querySelectorAll("[data-about]").forEach((about) => { about.textContent = ""; });
      filled(table).forEach((row, n) => {
        row.querySelectorAll("td.spot").forEach((cell, m) => {
          at[`${code}.${n}.${m}`] = cell;
          mark(cell, told.cells[`${code}.${n}.${m}`] || { change: "", tone: "", findings: [] });
        });
        const about = row.querySelector("[data-about]");
        if (about) about.textContent = told.about[`${code}.${n}`] || "";
      });
      const totals = table.querySelector("[data-totals]");
      if (totals) {
        totals.hidden = !told.totals[code].some(Boolean);
        totals.querySelectorAll("td.num").forEach((cell, m) => { cell.textContent = told.totals[code][m] || ""; });
      }
    }
    list("[data-faults]", told.faults, at);
    list("[data-doubts]", told.doubts, at);
    document.querySelector("[data-state]").textContent = told.state;
  };

  const mark = (cell, told) => {
    const input = cell.querySelector("input"), why = cell.querySelector(".why"), change = cell.querySelector("[data-change]");
    cell.classList.remove("bad", "warn");
    if (told.tone) cell.classList.add(told.tone);
    if (change) change.textContent = told.change;
    why.textContent = told.findings.join(" ");
    if (told.findings.length) { input.setAttribute("aria-invalid", "true"); input.setAttribute("aria-describedby", why.id); }
    else { input.removeAttribute("aria-invalid"); input.removeAttribute("aria-describedby"); }
  };

  const list = (place, findings, at) => {
    const box = document.querySelector(place), items = box.querySelector("ul");
    box.hidden = !findings.length;
    items.replaceChildren(...findings.map(([name, sentence]) => {
      const item = document.createElement("li"), target = at[name]?.querySelector("input");
      if (!target) { item.textContent = sentence; return item; }
      const link = document.createElement("a");
      link.href = `#${target.id}`;
      link.textContent = sentence;
      item.append(link);
      return item;
    }));
  };

  // --- lines ----------------------------------------------------------------------------------------------
  const number = (table) => rows(table).forEach((row, n) => {
    row.dataset.row = n + 1;
    row.querySelector("th").textContent = n + 1;
    inputs(row).forEach((input, m) => {
      const name = `${table.dataset.table}.${n}.${m}`, why = input.closest("td").querySelector(".why");
      input.name = input.id = name;
      why.id = `why-${name}`;
      input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/^([A-Z]+)\d+/, `$1${n + 1}`));
    });
  });

  const patterns = new Map();
  const addLine = (table) => {
    const last = rows(table).at(-1);
    const row = (last || patterns.get(table)).cloneNode(true);
    for (const input of inputs(row)) { input.value = ""; input.removeAttribute("aria-invalid"); input.removeAttribute("aria-describedby"); }
    row.querySelectorAll(".past > span, .why, [data-about]").forEach((old) => { old.textContent = ""; });
    row.querySelectorAll("td.spot").forEach((cell) => cell.classList.remove("bad", "warn"));
    table.querySelector("tbody").append(row);
    table.querySelector("[data-empty]")?.remove();
    number(table);
    return row;
  };
  form.addEventListener("click", (event) => {
    const add = event.target.closest("[data-add]"), remove = event.target.closest("[data-remove]");
    if (add) {
      const table = add.closest("[data-table]");
      if (!rows(table).length && !patterns.has(table)) return;  // the first line of an empty table comes from the server
      event.preventDefault();
      inputs(addLine(table))[0].focus();
    }
    if (remove) {
      const table = remove.closest("[data-table]"), row = remove.closest("tr");
      const next = row.nextElementSibling || row.previousElementSibling;
      patterns.set(table, row);
      row.remove();
      number(table);
      (next ? inputs(next)[0] : table.querySelector("[data-add]")).focus();
      changed();
    }
  });

  // --- the keyboard ---------------------------------------------------------------------------------------
  form.addEventListener("keydown", (event) => {
    const input = event.target.closest("td.spot input");
    if (!input) return;
    const table = input.closest("[data-table]"), all = rows(table);
    const line = all.indexOf(input.closest("tr")), place = inputs(all[line]).indexOf(input);
    const listed = input.hasAttribute("list");
    const go = (row, column) => { const to = all[row] && inputs(all[row])[column]; if (to) { to.focus(); to.select(); } };
    if (event.key === "Enter") { event.preventDefault(); go(line + (event.shiftKey ? -1 : 1), place); }
    if (event.key === "ArrowDown" && !listed) { event.preventDefault(); go(line + 1, place); }
    if (event.key === "ArrowUp" && !listed) { event.preventDefault(); go(line - 1, place); }
  });

  // --- a block pasted from a sheet ------------------------------------------------------------------------
  form.addEventListener("paste", (event) => {
    const input = event.target.closest("td.spot input");
    const text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!input || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const table = input.closest("[data-table]"), start = rows(table).indexOf(input.closest("tr"));
    const place = inputs(rows(table)[start]).indexOf(input);
    text.split("\n").forEach((pasted, n) => {
      const row = rows(table)[start + n] || (table.dataset.fixed === undefined ? addLine(table) : null);
      if (!row) return;
      pasted.split("\t").forEach((cell, m) => { const to = inputs(row)[place + m]; if (to) to.value = cell.trim(); });
    });
    changed();
  });

  form.addEventListener("input", (event) => { if (event.target.closest("td.spot")) changed(); });
  // Handing in waits for a saving under way: it knows the newest revision only afterwards.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (saving) {
      event.preventDefault();
      setTimeout(() => form.requestSubmit(event.submitter), 50);
      return;
    }
    saving = true;
    forget();
  });

  // --- a workbook dropped on its place --------------------------------------------------------------------
  const drop = document.querySelector("[data-drop]");
  drop?.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop?.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop?.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    drop.querySelector("input[type=file]").files = event.dataTransfer.files;
    drop.requestSubmit();
  });

  // --- what a lost line left on this machine ---------------------------------------------------------------
  const restore = () => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch { return; }
    if (!kept || kept.revision !== form.revision.value) { forget(); return; }
    for (const table of form.querySelectorAll("[data-table]")) {
      (kept.typed[table.dataset.table] || []).forEach((line, n) => {
        const row = rows(table)[n] || (rows(table).length && table.dataset.fixed === undefined ? addLine(table) : null);
        if (row) inputs(row).forEach((input, m) => { input.value = line[m] ?? ""; });
      });
    }
    tell(form.dataset.kept);
    send();
  };
  restore();
});
