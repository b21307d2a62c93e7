/** Mutants of figures and of the negative list: small groups given away, reviews that are due and not said to be. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const SUPPRESS = { file: "test/unit/disclosure/suppress.test.ts" };
const TREE = { file: "test/unit/disclosure/suppress-tree.test.ts" };

export const FIGURE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/disclosure/suppress.ts", SUPPRESS, [
    ["a group of four is shown", "export const MIN_GROUP = 5;", "export const MIN_GROUP = 4;"],
    [
      "a small group is shown",
      "child.hidden = child.count < minGroup || !settle(child, minGroup);",
      "child.hidden = !settle(child, minGroup);",
    ],
    [
      "a small group is hidden alone, so that the total gives it away",
      "hidden.length > 1 && slack >= minGroup - 1",
      "slack >= 0",
    ],
    [
      "hidden groups that are few together are enough",
      "hidden.length > 1 && slack >= minGroup - 1",
      "hidden.length > 1",
    ],
    [
      "a total is shown where its groups leave nothing to hide among",
      "(root.count < minGroup || !settle(root, minGroup))",
      "(root.count < minGroup || (settle(root, minGroup) && false))",
    ],
    ["a small population is shown", "(root.count < minGroup || !settle(root, minGroup))", "!settle(root, minGroup)"],
    ["what is finer than a hidden group is shown", "child.hidden ||= cell.hidden;", ""],
    ["a group within a group protects nothing above", "if (!next) return false;", "if (!next) return true;"],
    ["groupings that give each other away are taken", "if (!begins(one) || !begins(other))", "if (false)"],
    ["a least group below five is taken", "if (minGroup < MIN_GROUP) throw", "if (false) throw"],
    ["every hidden group may be empty", "child.count - leastOf(child)", "child.count"],
  ]),
  ...mutantsOf("platform/disclosure/suppress-tree.ts", TREE, [
    [
      "a small cell is shown",
      "node.hidden = count > 0 && (count < minGroup || !settle(node, minGroup));",
      "node.hidden = count > 0 && !settle(node, minGroup);",
    ],
    [
      "a parent is shown where its children leave nothing to hide among",
      "(count < minGroup || !settle(node, minGroup))",
      "(count < minGroup || (settle(node, minGroup) && false))",
    ],
    ["a small cell is hidden alone", "if (within.length > 1 && slack >= minGroup - 1) return true;", "return true;"],
    [
      "two small cells that are few together are enough",
      "within.length > 1 && slack >= minGroup - 1",
      "within.length > 1",
    ],
    ["one cell with a large rest is enough", "within.length > 1 && slack >= minGroup - 1", "slack >= minGroup - 1"],
    ["what lies below a hidden cell is shown", "hide(child, above || node.hidden)", "hide(child, false)"],
    [
      "whoever is in two cells is counted twice",
      "Math.min(rest, sum(within.map((child) => child.cell.count)))",
      "sum(within.map((child) => child.cell.count))",
    ],
    ["an empty cell is hidden", "!hidden && count > 0", "!hidden"],
    ["every hidden cell may be empty", " - sum(within.map(leastOf));", ";"],
  ]),
  ...mutantsOf("platform/disclosure/negative-list.ts", { file: "test/unit/disclosure/negative-list.test.ts" }, [
    ["a review is never due", "rule.until < on;", "false;"],
    ["a review is due on its last day", "rule.until < on;", "rule.until <= on;"],
  ]),
  ...mutantsOf("platform/disclosure/negative-list.ts", { file: "test/unit/disclosure/negative-list.test.ts" }, [
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
