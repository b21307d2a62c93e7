/** Holds loaded demonstration data against the rules of the field that the services declare, and tells what it found. */
import type { DataRule, RuleFinding } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import type { DemonstrationWorld } from "../subgraphs/demonstration.js";
import { createWorld } from "../infra/local/world.js";
import { findContents } from "./contents.js";
import { withDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";

/** A rule of a service, and what it found. */
export interface CheckedRule extends RuleFinding {
  readonly service: string;
  readonly rule: DataRule<DemonstrationWorld>;
}

/** Looks at every rule of every service. Throws a sentence where the databases hold anything but demonstration data. */
export const checkDemonstration = async (urls: ServiceUrls): Promise<readonly CheckedRule[]> => {
  const contents = await findContents(urls);
  if (contents.kind !== "demonstration" || contents.scale === "none")
    throw new Error("There is no demonstration data to check: load it with npm run seed.");
  const world = createWorld(contents.scale, contents.seed);
  const checked: CheckedRule[] = [];
  for (const { name: service, rules = [] } of SUBGRAPHS)
    await withDatabaseOf(service, urls, "govgraph-check", async (db) => {
      for (const rule of rules) checked.push({ service, rule, ...(await rule.look(db, world)) });
    });
  return checked;
};

/** The lines of a rule: one where it is kept; where it is broken also examples, the reason and the source. */
export const toldRule = ({ service, rule, rows, violations, examples }: CheckedRule): string[] => [
  `${service} ${rule.name}: ${rows} rows, ${violations} ${violations === 1 ? "violation" : "violations"}. ${rule.holds}`,
  ...examples.map((example) => `  - ${example}`),
  ...(violations > 0 ? [`  ${rule.reason} (${rule.source})`] : []),
];
