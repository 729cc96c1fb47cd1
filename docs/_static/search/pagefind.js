// Pagefind's search without the results that hold nothing of what was asked for: where no word fits, it takes shorter
// ones, "Josephus" for "Josepson", and of a Chinese word, whose letters are words to it, it takes letters that stand
// anywhere. What is left shares a word with the question, of Chinese as many letters in a row, four at most.
import * as pagefind from "../../pagefind/pagefind.js";

export * from "../../pagefind/pagefind.js";

const inARow = (places) => {
  let [longest, row, before] = [0, 0, null];
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    row = place === before + 1 && before !== null ? row + 1 : 1;
    longest = Math.max(longest, row);
    before = place;
  }
  return longest;
};

export const holding = (found, term) => {
  if (!found?.results || !term) return found;
  const chinese = Math.max(0, ...(term.match(/\p{Script=Han}(?:\s*\p{Script=Han})*/gu) ?? []).map((word) => word.replace(/\s/g, "").length));
  const results = found.results.filter(({ words }) => words.length && inARow(words) >= Math.min(chinese, 4));
  return { ...found, results, unfilteredResultCount: results.length };
};
export const search = async (term, options) => holding(await pagefind.search(term, options), term);
export const debouncedSearch = async (term, options, wait) => holding(await pagefind.debouncedSearch(term, options, wait), term);
