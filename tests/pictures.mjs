// node tests/pictures.mjs < {page, values: [{…}, …]}: the pictures that the page of a figure shows at these values.
import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";

const parts = ["panel", "explore"].map((name) => readFile(new URL(`../bcs_helpers/${name}.js`, import.meta.url), "utf8"));
const source = Buffer.from((await Promise.all(parts)).join("\n")).toString("base64");
const { picture, unpack } = await import(`data:text/javascript;base64,${source}`);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { page, values } = JSON.parse(Buffer.concat(chunks));
const sheet = unpack(new Uint8Array(inflateSync(Buffer.from(page.match(/data-vertices="([^"]*)"/)[1], "base64"))));
const begun = performance.now();
const pictures = values.map((one) => picture(sheet, one));
process.stdout.write(JSON.stringify({ pictures, milliseconds: (performance.now() - begun) / values.length }));
