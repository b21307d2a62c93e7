/** Rules of the field that the demonstration's directory of standards obeys. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";

/** All of them. */
export const standardRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<{ code: string; publisher: string }, DemonstrationWorld>({
    name: "standards-name-bodies-that-exist",
    holds:
      "A word by which a standard names who publishes stands in the name of an agency, and in no name of a government.",
    reason: "A standard of an unknown agency is owed by nobody; 民政 alone would be owed by every 人民政府.",
    source: "国办发〔2019〕54号 on basic-level openness; columns of the national directories (公开主体)",
    rows: "select code, publisher from openness_standards where publisher is not null",
    breach: ({ organizations }) => {
      const names = organizations.filter(({ role }) => role === "agency").map(({ name }) => name);
      return ({ code, publisher }) =>
        "人民政府".includes(publisher) || !names.some((name) => name.includes(publisher))
          ? `${code} names ${publisher}`
          : undefined;
    },
  }),
];
