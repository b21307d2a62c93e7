/** Rules of the field that the demonstration's matters and cases obey. */
import type { DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { holdsNoPersons } from "../../demonstration-texts.js";
import { caseRules } from "./check-cases.js";
import { matterRules } from "./check-matters.js";

/** All of them. */
export const mattersRules: readonly DataRule<DemonstrationWorld>[] = [
  ...matterRules,
  ...caseRules,
  holdsNoPersons("matters"),
];
