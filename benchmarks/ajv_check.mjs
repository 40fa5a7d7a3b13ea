// node ajv_check.mjs NODE_MODULES SCHEMA FILE...   ajv (2020-12) over the npm package yaml; ends with 1 where a file is faulty
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, schema, ...files] = process.argv.slice(2);
const require = createRequire(resolve(modules, "x.js"));
const Ajv = require("ajv/dist/2020").default;
const { parse } = require("yaml");

const check = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
let faulty = 0;
for (const file of files) {
  try {
    if (!check(parse(readFileSync(file, "utf8")))) { faulty = 1; console.log(file, JSON.stringify(check.errors)); }
  } catch (error) { faulty = 1; console.log(file, error.message); }
}
process.exit(faulty);
