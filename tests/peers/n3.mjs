// Parses a Turtle, TriG or N-Quads file strictly and prints N-Quads.  Usage: node n3.mjs FILE FORMAT
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.env.PEERS_NODE_MODULES, "x.js"));
const { Parser, Writer } = require("n3");

const quads = new Parser({ format: process.argv[3] }).parse(readFileSync(process.argv[2], "utf-8"));
const writer = new Writer({ format: "N-Quads" });
writer.addQuads(quads);
writer.end((error, result) => {
  if (error) throw error;
  process.stdout.write(result);
});
