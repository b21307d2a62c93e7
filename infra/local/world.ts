/** The demonstration world: organisations, catalogue and matters that the seeds of all services share. All of it is generated. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { parseLegalBases } from "../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../subgraphs/demonstration.js";
import { COUNTIES, FUND_POLICIES, INTERMEDIARY_SERVICES } from "./catalogue.js";
import { createCases } from "./cases.js";
import { createPersons } from "./persons.js";
import { DEMONSTRATION_DAY } from "./demonstration-day.js";
import { createRandom } from "./random.js";
import { createCatalogue, createMatters } from "./world-matters.js";
import { courtsAfter, createOrganizations, publicInstitutionsAfter } from "./world-organizations.js";

/** Seed number of the shipped data. */
export const DEFAULT_SEED = 20160217;

/** Creates the world of a scale; the same arguments give the same world. */
export const createWorld = (scale: "small" | "demo", seed = DEFAULT_SEED): DemonstrationWorld => {
  const random = (stream: string): (() => number) => createRandom(seed, stream);
  const catalogue = createCatalogue();
  const others = createOrganizations(scale, random("organizations"));
  const organizations = [...others, ...courtsAfter()];
  const matters = createMatters(scale, catalogue, organizations, random("matters.promises"));
  const persons = createPersons(COUNTIES);
  const codesOf = (names: readonly string[]): string[] =>
    names.flatMap((name) => catalogue.filter((item) => item.taskName === name).map((item) => item.catalogCode));
  return {
    scale,
    today: DEMONSTRATION_DAY,
    random,
    organizations,
    publicInstitutions: publicInstitutionsAfter(others.length),
    catalogue,
    matters,
    persons,
    cases: createCases({ scale, today: DEMONSTRATION_DAY, matters, persons, organizations, random: random("cases") }),
    intermediaryServices: INTERMEDIARY_SERVICES.map(({ code, name, basis, result, requiredBy }) => ({
      code,
      name,
      legalBasisId: basis,
      resultName: result,
      catalogCodes: codesOf(requiredBy),
    })),
    fundPolicies: FUND_POLICIES.map(({ policyCode, name, appliedBy }) => ({
      policyCode,
      name,
      catalogCodes: codesOf(appliedBy),
    })),
    legalBases: parseLegalBases("legal-bases.json", readFileSync(projectPath("schema/legal-bases.json"), "utf8")).bases,
  };
};
