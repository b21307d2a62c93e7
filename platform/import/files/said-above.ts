/** What labelled lines above a table say of all of it: 预算年度：2026, or a label with its value in the next cell. Pure. */
import { isBlank, type Row } from "./rows.js";

const LABELLED = /([^\s:：;；,，]{2,30})[:：]\s*([^\s:：;；]{1,60})/gu;
const LABEL_ALONE = /^[^\s:：]{2,30}[:：]$/u;

/** Values by the labels as they are written; the first one of a label counts. */
export const saidAbove = (rows: readonly Row[]): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  const add = (label: string, value: string): void => {
    if (!said.has(label)) said.set(label, value);
  };
  for (const { cells } of rows) {
    const filled = cells.filter((cell) => !isBlank(cell)).map((cell) => cell.trim());
    for (const [index, cell] of filled.entries()) {
      const next = filled[index + 1];
      if (LABEL_ALONE.test(cell)) {
        if (next !== undefined && !/[:：]/u.test(next)) add(cell.slice(0, -1), next);
      } else for (const [, label, value] of cell.matchAll(LABELLED)) add(label!, value!);
    }
  }
  return said;
};
