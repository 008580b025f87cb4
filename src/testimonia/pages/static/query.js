// The page to ask on: examples, colours, the answer as a table and, where it has numbers, as a chart.
// Whatever comes from the graph is set as text, never as HTML.
"use strict";

const papers = JSON.parse(document.getElementById("papers").textContent);
const byId = (id) => document.getElementById(id);
const [form, editor, painted, picker] = ["ask", "query", "painted", "example"].map(byId);
const FORMS = { CSV: "text/csv", JSON: "application/sparql-results+json", XML: "application/sparql-results+xml", TSV: "text/tab-separated-values" };
const GRAPHS = { Turtle: "text/turtle", "JSON-LD": "application/ld+json", "N-Triples": "application/n-triples" };
const SHOWN = 1000;

function make(name, words = "", attributes = {}) {
  const node = document.createElement(name);
  node.textContent = words;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

// --- the editor ---------------------------------------------------------------------------------
const TOKEN = /(?<c>#.*)|(?<s>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<n><[^<>\s]*>|[\w-]*:[\w.-]*)|(?<v>[?$]\w+)|(?<k>\b(?:SELECT|ASK|CONSTRUCT|DESCRIBE|WHERE|PREFIX|BASE|OPTIONAL|FILTER|BIND|AS|VALUES|UNION|MINUS|GRAPH|FROM|NAMED|GROUP|ORDER|BY|HAVING|LIMIT|OFFSET|DISTINCT|REDUCED|ASC|DESC|EXISTS|NOT|IN|COUNT|SUM|MIN|MAX|AVG|GROUP_CONCAT|SEPARATOR|STR|IF|COALESCE|BOUND|CONCAT|CONTAINS|LCASE|REPLACE|STRAFTER|STRBEFORE)\b)/gi;

function paint() {
  painted.replaceChildren();
  let end = 0;
  for (const match of editor.value.matchAll(TOKEN)) {
    const kind = Object.entries(match.groups).find(([, words]) => words !== undefined)[0];
    painted.append(editor.value.slice(end, match.index), make("span", match[0], { class: kind }));
    end = match.index + match[0].length;
  }
  painted.append(editor.value.slice(end), "\n");
  follow();
}
function follow() { painted.scrollTop = editor.scrollTop; painted.scrollLeft = editor.scrollLeft; }

function pick(name) {
  const query = papers.queries.find((one) => one.name === name);
  byId("purpose").textContent = query ? query.purpose : "";
  if (query) { editor.value = query.sparql; paint(); }
}

function declarePrefixes() {
  const used = Object.entries(papers.prefixes).filter(([name]) => new RegExp(`(^|[^\\w-])${name}:`).test(editor.value));
  const missing = used.filter(([name]) => !new RegExp(`PREFIX\\s+${name}:`, "i").test(editor.value));
  editor.value = missing.map(([name, space]) => `PREFIX ${name}: <${space}>\n`).join("") + editor.value;
  paint();
}

// --- the answer ---------------------------------------------------------------------------------
const ask = (query, accept) => fetch("/sparql", {
  method: "POST", body: query, headers: { "Content-Type": "application/sparql-query", Accept: accept },
});

async function submit() {
  byId("answer").hidden = false;
  for (const id of ["table", "chart", "downloads"]) byId(id).replaceChildren();
  byId("told").textContent = "";
  byId("count").textContent = "Asking …";
  history.replaceState(null, "", "#query=" + encodeURIComponent(editor.value));
  try {
    const response = await ask(editor.value, "application/sparql-results+json, text/turtle;q=0.9, text/plain;q=0.1");
    const media = response.headers.get("Content-Type") || "";
    if (!response.ok) throw new Error(await response.text());
    if (media.includes("json")) showTable(await response.json()); else showGraph(await response.text());
  } catch (error) {
    byId("count").textContent = "No answer";
    byId("told").textContent = error.message;
  }
}

function showTable(answer) {
  if ("boolean" in answer) { byId("count").textContent = answer.boolean ? "Yes" : "No"; return; }
  const rows = answer.results.bindings, columns = answer.head.vars;
  const more = rows.length > SHOWN ? `, the first ${SHOWN} of them here` : "";
  byId("count").textContent = `${rows.length.toLocaleString("en")} row${rows.length === 1 ? "" : "s"}${more}`;
  offer(FORMS);
  drawTable(columns, rows);
  drawChart(columns, rows);
}

function showGraph(turtle) {
  byId("count").textContent = "A graph";
  offer(GRAPHS);
  byId("table").append(make("pre", turtle));
}

function offer(forms) {
  const query = editor.value;
  byId("downloads").append("Download:");
  for (const [name, media] of Object.entries(forms)) {
    const link = make("a", name, { href: "#" });
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const blob = await (await ask(query, media)).blob();
      const anchor = make("a", "", { href: URL.createObjectURL(blob), download: "answer." + ({ Turtle: "ttl", "JSON-LD": "jsonld", "N-Triples": "nt" }[name] || name.toLowerCase()) });
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
    });
    byId("downloads").append(link);
  }
}

function shorten(iri) {
  const served = Object.values(papers.spaces).find((space) => space.endsWith("/") && iri.startsWith(space));
  if (served) return iri.slice(served.length);
  const known = Object.entries(papers.prefixes).find(([, space]) => iri.startsWith(space));
  return known ? `${known[0]}:${iri.slice(known[1].length)}` : iri;
}
function address(iri) {
  for (const [prefix, space] of Object.entries(papers.spaces)) if (iri.startsWith(space)) return "/" + prefix + iri.slice(space.length);
  return /^https?:/.test(iri) ? iri : null;
}
const isNumber = (term) => term && term.type === "literal" && /#(?:integer|decimal|double|float|nonNegativeInteger|int|long)$/.test(term.datatype || "");

function cell(term) {
  const td = make("td", "", isNumber(term) ? { class: "number" } : { dir: "auto" });
  if (!term) return td;
  const href = term.type === "uri" ? address(term.value) : null;
  if (href) td.append(make("a", shorten(term.value), { href, title: term.value })); else td.textContent = term.value;
  if (term["xml:lang"]) td.lang = term["xml:lang"];
  return td;
}

function drawTable(columns, rows) {
  const table = make("table"), head = make("tr"), body = make("tbody");
  let order = [...rows], by = null, down = false;
  const fill = () => body.replaceChildren(...order.slice(0, SHOWN).map((row) => {
    const tr = make("tr");
    tr.append(...columns.map((column) => cell(row[column])));
    return tr;
  }));
  columns.forEach((column) => {
    const th = make("th", "", { scope: "col" }), button = make("button", column, { type: "button", title: "Sort" });
    button.addEventListener("click", () => {
      down = by === column && !down; by = column;
      order = [...rows].sort((a, b) => compare(a[column], b[column]) * (down ? -1 : 1));
      head.querySelectorAll("th").forEach((one) => one.removeAttribute("aria-sort"));
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      fill();
    });
    th.append(button); head.append(th);
  });
  const thead = make("thead"); thead.append(head);
  table.append(make("caption", "", { hidden: "" }), thead, body);
  fill();
  byId("table").append(table);
}
function compare(a, b) {
  if (!a || !b) return !a - !b;
  return isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value) : a.value.localeCompare(b.value, "en");
}

// A bar for each row, from low to high where the answer has such a pair.
function drawChart(columns, rows) {
  const numbers = columns.filter((column) => rows.some((row) => isNumber(row[column])) && rows.every((row) => !row[column] || isNumber(row[column])));
  if (!numbers.length || rows.length < 2) return;
  const pair = numbers.includes("low") && numbers.includes("high");
  const skip = new Set(["side", "start", "end", "latitude", "longitude", "confidence", "quote_start", "quote_end"]);
  const one = numbers.find((column) => !skip.has(column));
  if (!pair && !one) return;
  const names = columns.filter((column) => !numbers.includes(column) && rows.some((row) => row[column] && row[column].type === "literal"));
  const label = names.find((column) => ["claimants", "label", "party", "quote", "who"].includes(column)) || names[0];
  const bars = rows.filter((row) => pair ? row.low || row.high : row[one]).slice(0, 30);
  const value = (row, column) => (row[column] ? Number(row[column].value) : null);
  const ends = bars.map((row) => pair ? [value(row, "low") ?? value(row, "high"), value(row, "high") ?? value(row, "low")] : [0, value(row, one)]);
  const most = Math.max(...ends.flat(), 1), least = Math.min(0, ...ends.flat());
  // As wide as the page allows, so that its words are as large on a phone as elsewhere.
  const whole = Math.min(920, byId("chart").clientWidth), left = Math.min(220, 0.4 * whole), width = whole - left - 60;
  const letters = Math.floor((left - 8) / 7.5), height = 22, x = (n) => left + ((n - least) / (most - least)) * width;
  const svg = (name, attributes, words = "") => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, each] of Object.entries(attributes)) node.setAttribute(key, each);
    node.textContent = words;
    return node;
  };
  const picture = svg("svg", { viewBox: `0 0 ${whole} ${bars.length * height + 8}`, role: "img", "aria-labelledby": "caption" });
  picture.append(svg("line", { x1: x(0), x2: x(0), y1: 0, y2: bars.length * height, class: "axis" }));
  bars.forEach((row, number) => {
    const y = number * height + 4, [low, high] = ends[number];
    const named = row[label] || row.quote || row[names[0]];
    const words = named ? named.value : `row ${number + 1}`;
    picture.append(svg("text", { x: left - 8, y: y + 12, "text-anchor": "end" }, words.length > letters ? words.slice(0, letters - 1) + "…" : words));
    picture.append(svg("rect", { x: x(Math.min(low, high)), y, width: Math.max(3, Math.abs(x(high) - x(low))), height: height - 7, rx: 2 }));
    picture.append(svg("text", { x: x(Math.max(low, high)) + 6, y: y + 12 }, pair && low !== high ? `${low}–${high}` : `${high}`));
  });
  const figure = make("figure");
  const cut = rows.length > bars.length ? `, ${bars.length} of ${rows.length} rows` : "";
  figure.append(picture, make("figcaption", `${pair ? "low to high" : one}${label ? ` by ${label}` : ""}${cut}`, { id: "caption" }));
  byId("chart").append(figure);
}

// --- beginning ----------------------------------------------------------------------------------
for (const each of document.querySelectorAll(".scripted")) each.hidden = false;
editor.parentElement.classList.add("painted");
editor.addEventListener("input", () => { picker.value = ""; byId("purpose").textContent = ""; paint(); });
editor.addEventListener("scroll", follow);
new ResizeObserver(follow).observe(editor);
editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); }
});
form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
picker.addEventListener("change", () => pick(picker.value));
byId("declare").addEventListener("click", declarePrefixes);
if (location.hash.startsWith("#query=")) { editor.value = decodeURIComponent(location.hash.slice(7)); paint(); }
else if (editor.value) paint();
else { picker.value = papers.queries[0].name; pick(picker.value); }
