// Search in the index that lies beside the pages; how it is made is told in pages/search.py.
"use strict";
const testimonia = (() => {
  const SHOWN = 20;
  const page = JSON.parse(document.getElementById("papers").textContent);
  const form = document.getElementById("search");
  const answer = document.getElementById("answer");
  const told = document.getElementById("number");
  const more = document.getElementById("more");
  const files = new Map();   // address to promise of what the file hands over
  const waiting = new Map(); // address to what fulfils that promise
  let shown = SHOWN;
  let asked = 0;

  const load = (place) => {
    if (!files.has(place)) {
      files.set(place, new Promise((fulfil, refuse) => {
        waiting.set(place, fulfil);
        const script = document.createElement("script");
        script.src = page.home + place;
        script.onerror = () => refuse(new Error("A part of the index cannot be loaded."));
        document.head.append(script);
      }));
    }
    return files.get(place);
  };

  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]{2,}/gu) || [];
  const keyOf = (start) =>
    /^[\x00-\x7f]+$/.test(start) ? start : [...start].map((c) => c.codePointAt(0).toString(16)).join("-");
  const numbers = (written) => {
    let at = 0;
    return written ? written.split(" ").map((step) => (at += parseInt(step, 36))) : [];
  };

  // Everything with a word that begins so: the numbers that have it in a name, and those that have it anywhere.
  const having = async (word) => {
    const names = new Set(), all = new Set();
    const near = page.starts.filter((start) => start.startsWith(word) || word.startsWith(start));
    for (const part of await Promise.all(near.map((start) => load(`search/words/${keyOf(start)}.js`)))) {
      for (const [found, [named, quoted]] of Object.entries(part)) {
        if (found.startsWith(word)) {
          for (const one of numbers(named)) { names.add(one); all.add(one); }
          for (const one of numbers(quoted)) all.add(one);
        }
      }
    }
    return { names, all };
  };

  const marked = async (mark) => {
    const found = await load(`search/words/${mark.split(":")[0]}.js`);
    return new Set(numbers((found[mark] || [""])[0]));
  };

  const both = (one, other) => new Set([...one].filter((each) => other.has(each)));

  const search = async (words, marks) => {
    let names = null, all = null;
    for (const word of words) {
      const found = await having(word);
      names = names ? both(names, found.names) : found.names;
      all = all ? both(all, found.all) : found.all;
    }
    for (const mark of marks) {
      const found = await marked(mark);
      names = names ? both(names, found) : found;
      all = all ? both(all, found) : found;
    }
    const first = [...(names || [])].sort((a, b) => a - b);
    const rest = [...(all || [])].filter((each) => !names.has(each)).sort((a, b) => a - b);
    return [...first, ...rest];
  };

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // The text with the words that were asked for in bold.
  const stressed = (text, words) => {
    const made = element("bdi");
    let last = 0;
    for (const hit of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (words.some((word) => plain(hit[0]).startsWith(word))) {
        made.append(text.slice(last, hit.index), element("b", hit[0]));
        last = hit.index + hit[0].length;
      }
    }
    made.append(text.slice(last));
    return made;
  };

  const item = ([place, name, line, quotes], words) => {
    const made = element("li");
    const link = element("a", "", { href: page.home + place });
    link.append(stressed(name, words));
    made.append(link, element("p", line, { class: "quiet", dir: "auto" }));
    const met = (quote) => words.filter((word) => wordsOf(quote).some((one) => one.startsWith(word))).length;
    const hits = quotes.filter(([, quote]) => met(quote)).sort(([, one], [, other]) => met(other) - met(one));
    for (const [anchor, quote] of hits.slice(0, 3)) {
      const to = element("a", "", { href: `${page.home}${place}#${anchor}`, class: "quote" });
      const q = element("q");
      q.append(stressed(quote, words));
      to.append(q);
      made.append(to);
    }
    if (hits.length > 3) made.append(element("small", `and ${hits.length - 3} more quotes`, { class: "quiet" }));
    return made;
  };

  const show = async () => {
    const mine = ++asked;
    const data = new FormData(form);
    const words = wordsOf(data.get("q"));
    const marks = [...form.querySelectorAll("select")].map((one) => one.value).filter(Boolean);
    const kept = new URLSearchParams([...data].filter(([, value]) => value));
    history.replaceState(null, "", `?${kept}`);
    const found = words.length || marks.length ? await search(words, marks) : [];
    const things = await Promise.all(found.slice(0, shown).map(async (number) =>
      (await load(`search/things/${Math.floor(number / page.perFile)}.js`))[number % page.perFile]));
    if (mine !== asked) return; // something else was asked meanwhile
    answer.replaceChildren(...things.map((thing) => item(thing, words)));
    told.textContent = words.length || marks.length
      ? (found.length ? `${found.length.toLocaleString(page.tag)} found` : "Nothing was found.")
      : "";
    more.hidden = found.length <= shown;
  };

  const tell = (error) => { told.textContent = error.message; };
  const again = () => { shown = SHOWN; show().catch(tell); };
  return {
    start() {
      for (const [name, value] of new URLSearchParams(location.search)) {
        if (form.elements[name]) form.elements[name].value = value;
      }
      form.addEventListener("input", again);
      form.addEventListener("submit", (event) => { event.preventDefault(); again(); });
      more.addEventListener("click", () => { shown += SHOWN; show().catch(tell); });
      form.hidden = false;
      document.getElementById("without").hidden = true;
      show().catch(tell);
    },
    words: (key, found) => waiting.get(`search/words/${key}.js`)(found),
    things: (number, found) => waiting.get(`search/things/${number}.js`)(found),
  };
})();
testimonia.start();
