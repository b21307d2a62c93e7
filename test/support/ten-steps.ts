/** The ten steps of docs/partners/README.md: what its reader types, step by step. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";

/** Page that a partner begins with. */
export const FIRST_PAGE = "docs/partners/README.md";

/** Pages that are read on the way, the first one first. */
export const PATH_PAGES = [
  FIRST_PAGE,
  ...["rules", "viewer", "production", "leaving"].map((name) => `docs/partners/${name}.md`),
] as const;

/** Words that a page has to be read, code and tables included. */
export const wordsOf = (page: string): number =>
  readFileSync(projectPath(page), "utf8")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Fenced lines of each step, by its number; a step may have several places. */
export const readSteps = (): ReadonlyMap<number, readonly string[]> => {
  const [, ...steps] = readFileSync(projectPath(FIRST_PAGE), "utf8").split(/^## (?=\d+\. )/m);
  return new Map(
    steps.map((text) => [
      Number.parseInt(text, 10),
      [...text.matchAll(/^```\n(.*?)^```$/gms)].map(([, lines]) => lines!),
    ]),
  );
};
