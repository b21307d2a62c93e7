/** Mutants of figures and of the negative list: small groups given away, reviews that are due and not said to be. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const SUPPRESS = { file: "test/unit/disclosure/suppress.test.ts" };

export const FIGURE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/disclosure/suppression/suppress.ts", SUPPRESS, [
    ["a group of four is shown", "export const MIN_GROUP = 5;", "export const MIN_GROUP = 4;"],
    ["a small group is shown", "for (const arc of small) arc.hidden = true;", ""],
    ["a small group is hidden alone", "if (!safe.has(arc)) protect(arc,", "if (false) protect(arc,"],
    ["a small group may be one more", "while (small.count + small.moved < minGroup) {", "while (small.moved < 1) {"],
    ["whatever was touched is safe", "if (arc.count + arc.moved >= minGroup) safe.add(arc);", "safe.add(arc);"],
    ["whoever is in two cells is known to be", "count - 1) - twice)", "count - 1))"],
    ["a group that is not empty may seem empty", "Math.min(movable, count - 1)", "Math.min(movable, count)"],
    ["rates of lateness are forgotten", "Math.min(movable, count - 1)", "(count - 1)"],
    ["an empty cell is hidden", "cells.filter(({ count }) => count > 0)", "cells.filter(() => true)"],
    ["a cell may lose more than it has", "Infinity : arc.spare + arc.moved", "Infinity : Infinity"],
    [
      "a part of three sums is taken",
      "if (to.length > 1 || from.length > 1 || within.length > 2) throw",
      "if (false) throw",
    ],
  ]),
  ...mutantsOf("platform/disclosure/table/negative-list.ts", { file: "test/unit/disclosure/negative-list.test.ts" }, [
    ["a review is never due", "rule.until < on;", "false;"],
    ["a review is due on its last day", "rule.until < on;", "rule.until <= on;"],
  ]),
  ...mutantsOf("platform/disclosure/table/negative-list.ts", { file: "test/unit/disclosure/negative-list.test.ts" }, [
    ["a field that is closed counts as open", "open: fields - closed,", "open: fields,"],
    [
      "the share of open fields is that of closed ones",
      "(((fields - closed) / fields) * 100)",
      "((closed / fields) * 100)",
    ],
    [
      "reviews that are due are counted of all subgraphs",
      "rule.subgraph === subgraph && isOverdue(rule, on)",
      "isOverdue(rule, on)",
    ],
    ["the list does not say that signing in is required", '...(requires?.authenticated ? ["sign-in"] : []),', ""],
    ["the list does not say which scope is required", "...(requires?.scopes ?", "...(false && requires?.scopes ?"],
  ]),
];
