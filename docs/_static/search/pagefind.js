// Pagefind's search without the results that hold nothing of what was asked for: where no word fits, it takes shorter
// ones, "Josephus" for "Josepson", and of a Chinese word, whose letters are words to it, it takes letters that stand
// anywhere. What is left shares a word with the question, and has its Chinese letters in pairs: 超导能隙 as 超导 and 能隙.
import * as pagefind from "../../pagefind/pagefind.js";

export * from "../../pagefind/pagefind.js";

const pairs = (term) => (term.match(/\p{Script=Han}(?:\s*\p{Script=Han})+/gu) ?? []).flatMap((word) => word.replace(/\s/g, "").match(/..(?:.$)?/gsu));
const holding = async (found, term) => {
  if (!found?.results || !term) return found;
  let results = found.results.filter(({ words }) => words.length);
  for (const pair of new Set(pairs(term))) {
    const pages = new Set((await pagefind.search(`"${[...pair].join(" ")}"`)).results.map(({ id }) => id));
    results = results.filter(({ id }) => pages.has(id));
  }
  return { ...found, results, unfilteredResultCount: results.length };
};
export const search = async (term, options) => holding(await pagefind.search(term, options), term);
export const debouncedSearch = async (term, options, wait) => holding(await pagefind.debouncedSearch(term, options, wait), term);
