// Asks an endpoint with Comunica, an independent SPARQL client: node query-sparql.mjs URL QUERY → JSON rows.
import { createRequire } from "node:module";
const require = createRequire(process.env.PEERS_NODE_MODULES + "/");
const { QueryEngine } = require("@comunica/query-sparql");
const [url, query] = process.argv.slice(2);
const bindings = await new QueryEngine().queryBindings(query, { sources: [{ type: "sparql", value: url }] });
const rows = (await bindings.toArray()).map((row) => Object.fromEntries([...row].map(([name, term]) => [name.value, term.value])));
process.stdout.write(JSON.stringify(rows));
