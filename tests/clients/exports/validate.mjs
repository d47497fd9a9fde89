// validate.mjs SCHEMA FILE…: holds the files against a JSON Schema, which must pass
// the strict mode of ajv.

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [schema, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const fits = ajv.compile(read(schema));
for (const file of files) {
  if (!fits(read(file))) {
    console.error(`${file}: ${ajv.errorsText(fits.errors, { separator: "\n" })}`);
    process.exitCode = 1;
  }
}
