// Reads QuickStatements and prints the edits they mean, as JSON.  Usage: node quickstatements-to-wikibase-edit.mjs FILE
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(join(process.env.PEERS_NODE_MODULES, "x.js"));
const convert = require("quickstatements-to-wikibase-edit");

process.stdout.write(JSON.stringify(convert(readFileSync(process.argv[2], "utf-8"))));
