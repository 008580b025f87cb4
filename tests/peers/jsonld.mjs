// Reads a JSON-LD file as the reference processor understands it, offline, and prints canonical N-Quads.
// Usage: node jsonld.mjs FILE
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.env.PEERS_NODE_MODULES, "x.js"));
const jsonld = require("jsonld");
const refuse = (url) => { throw new Error(`the context must be inlined, but ${url} was asked for`); };

const document = JSON.parse(readFileSync(process.argv[2], "utf-8"));
await jsonld.expand(document, { documentLoader: refuse, safe: true });
process.stdout.write(await jsonld.canonize(document, {
  algorithm: "RDFC-1.0", format: "application/n-quads", documentLoader: refuse, safe: true,
}));
