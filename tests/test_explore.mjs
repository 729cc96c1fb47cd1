// node tests/test_explore.mjs: what a kernel is asked, in which order, and what is shown. No page is needed for it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const parts = ["panel", "explore"].map((name) => readFile(new URL(`../bcs_helpers/${name}.js`, import.meta.url), "utf8"));
const source = Buffer.from((await Promise.all(parts)).join("\n")).toString("base64");
const { beside, latest, nearest, short, tiedPlace } = await import(`data:text/javascript;base64,${source}`);

const range = Array.from({ length: 21 }, (_, i) => i / 10);
const sheet = { first: { frame: "F" }, controls: [{ name: "a", values: range }, { name: "b", values: ["x", "y"] }] };

assert.equal(short(0.123456), "0.1235");
assert.equal(short("s-wave"), "s-wave");
assert.equal(nearest(range, 0.74), 7);
assert.equal(nearest(range, 99), 20);
assert.equal(nearest(["x", "y"], "y"), 1);
assert.deepEqual(beside(sheet, { a: 0, b: "x" }, "a").map(({ a }) => a), [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
assert.deepEqual(beside(sheet, { a: 1, b: "x" }, "a").map(({ a }) => a).slice(0, 4), [1.1, 0.9, 1.2, 0.8]);

// a slider from 10 to 20, tied to a kink that another one moves: up to 1 at 10, from there to 2 up to 18, and beyond
const tie = ["x", [0, 1, 2], [10, 10, 18]];
assert.deepEqual([10, 15, 18, 18.5, 20].map((value) => tiedPlace(tie, [10, 20], value, 2)), [0, 1 - Math.sqrt(3 / 8), 1, 1.5, 2]);
assert.deepEqual([10, 12, 14, 20].map((value) => tiedPlace(tie, [10, 20], value, 1.5)), [0, 1 - Math.sqrt(2 / 4), 1, 2]);
assert.deepEqual([10, 12.5, 20].map((value) => tiedPlace(tie, [10, 20], value, 0.5)), [1, 1.5, 2]);
assert.deepEqual([10, 12, 20].map((value) => tiedPlace([null, [0], [12]], [10, 20], value)), [0, 1, 2]);

function stage() {
  const log = { asked: [], shown: [], said: [], alarms: [] };
  const feed = latest(
    sheet,
    (question) => log.asked.push(question),
    (picture) => log.shown.push(picture),
    (text) => log.said.push(text),
    (alarm) => log.alarms.push(alarm),
    () => {},
  );
  const answer = (more = {}) => feed.answered({ key: log.asked.at(-1).key, moving: `at ${log.asked.at(-1).values.a}`, ...more });
  return { ...log, feed, answer };
}

// one question at a time; of those that wait only the newest is asked
let { feed, answer, asked, shown, said, alarms } = stage();
for (const a of [0.5, 0.6, 0.7, 1.5]) feed.want({ a, b: "x" }, "a");
assert.deepEqual(asked.map(({ values }) => values.a), [0.5]);
answer();
assert.deepEqual(asked.map(({ values }) => values.a), [0.5, 1.5]);
assert.equal(shown.length, 0); // 0.5 is stale
answer();
assert.deepEqual(shown, [{ moving: "at 1.5", error: undefined, frame: "F" }]);

// then what is beside the hand, and it is shown at once when the hand comes there
while (asked.at(-1).values.a !== 1.6) answer();
answer();
const before = asked.length;
feed.want({ a: 1.6, b: "x" }, "a");
assert.equal(shown.at(-1).moving, "at 1.6");
assert.equal(asked.length, before); // nothing was asked for it
for (let i = 0; i < 50; i++) answer();
assert.ok(asked.length < 20); // the neighbours, each once, and no more

// an error is shown, and the next good value recovers; a frame that came along is used
({ feed, answer, asked, shown, said, alarms } = stage());
feed.want({ a: 2, b: "y" }, "a");
answer({ error: "ValueError: no" });
assert.equal(shown.at(-1).error, "ValueError: no");
feed.want({ a: 0, b: "y" }, "a");
answer();
answer({ frame: "G" });
assert.ok(shown.some(({ moving, error }) => moving === "at 0" && error === undefined));

// no answer: it says so, and the next movement asks again
({ feed, answer, asked, shown, said, alarms } = stage());
feed.want({ a: 1, b: "x" }, "a");
alarms[0]();
assert.match(said[0], /No answer from the kernel/);
feed.want({ a: 2, b: "x" }, "a");
assert.equal(asked.length, 2);

// a long drag keeps a bounded number of pictures
({ feed, answer, asked, shown, said, alarms } = stage());
for (let i = 0; i < 1000; i++) {
  feed.want({ a: i, b: "x" }, "b");
  answer();
}
feed.want({ a: 0, b: "x" }, "b");
while (asked.length < 3000 && asked.at(-1).values.a !== 0) answer();
assert.ok(asked.filter(({ values }) => values.a === 0 && values.b === "x").length === 2); // it was forgotten
