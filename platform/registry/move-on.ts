/** Moves versions on: the machine says whether and whereto, the history who and why. */
import { next } from "../machine/index.js";
import { insertStep, moveVersion, type RegistryTransaction } from "./registry.repository.js";
import type { Act, SubgraphVersion } from "./version.js";
import { VERSION, type VersionEvent, type VersionFacts } from "./version.machine.js";

/** Brings the event about. Throws a sentence where the machine does not allow it, or the version is in another state by now. */
export const moveOn = async (
  trx: RegistryTransaction,
  version: SubgraphVersion,
  event: VersionEvent,
  act: Act,
  facts: VersionFacts = { composes: true, needed: 0, approvals: 0 },
): Promise<SubgraphVersion> => {
  const step = next(VERSION, event, { state: version.state, actor: act.actor, facts });
  if (!step.allowed) throw new Error(`Version ${version.version} of ${version.subgraph}: ${step.message}`);
  await moveVersion(trx, version, step.to);
  await insertStep(trx, version, { event, state: step.to }, act);
  return { ...version, state: step.to };
};

/** The same for versions that were handed in together. */
export const moveAllOn = async (
  trx: RegistryTransaction,
  versions: readonly SubgraphVersion[],
  event: VersionEvent,
  act: Act,
  facts: VersionFacts,
): Promise<SubgraphVersion[]> => {
  const moved: SubgraphVersion[] = [];
  for (const version of versions) moved.push(await moveOn(trx, version, event, act, facts));
  return moved;
};
