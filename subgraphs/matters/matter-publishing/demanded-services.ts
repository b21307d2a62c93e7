/** Which intermediary services a draft demands without a pass of the list. Pure but for the keys. */
import { badInput } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { demandPasses } from "../intermediary-service/demand-pass.js";
import type { MatterContent } from "../matter/matter.js";
import type { DemandPassInput } from "./matter-publishing.input.js";

/** Most passes of a step: as many as a draft has materials. */
const MOST = 100;

/** Codes of those without, each once, in the order of the materials. Throws BAD_USER_INPUT (MAX) for more passes than a draft can need. */
export const unlisted = (
  { materials }: Pick<MatterContent, "materials">,
  given: readonly DemandPassInput[],
  { codeKeys, asOf }: Pick<ServiceDependencies, "codeKeys" | "asOf">,
): string[] => {
  if (given.length > MOST) throw badInput("demandPasses", "MAX", `demandPasses has at most ${MOST} entries.`);
  const shown = new Map(given.map(({ code, pass }) => [code, pass]));
  const demanded = new Set(
    materials.flatMap(({ intermediaryServiceCode: code }) => (code === undefined ? [] : [code])),
  );
  if (demanded.size === 0) return [];
  const passes = demandPasses(codeKeys);
  return [...demanded].filter((code) => !passes.isRight(shown.get(code) ?? "", code, asOf));
};
