/** Every rule of disclosure in the code, each switched off in turn; what none of the tests would notice is not enforced. */
import type { CodeMutant } from "./code-mutant.js";
import { BUNDLE_MUTANTS } from "./code/bundles.js";
import { DECISION_MUTANTS } from "./code/decision.js";
import { FEED_MUTANTS } from "./code/feed.js";
import { FEW_PERSONS_MUTANTS } from "./code/few-persons.js";
import { FILE_MUTANTS } from "./code/files.js";
import { FIGURE_MUTANTS } from "./code/figures.js";
import { GATE_MUTANTS } from "./code/gates.js";
import { GATEWAY_MUTANTS } from "./code/gateway.js";
import { LIVE_MUTANTS } from "./code/live.js";
import { GUARD_MUTANTS } from "./code/guards.js";
import { IDENTITY_MUTANTS } from "./code/identity.js";
import { IMPORT_MUTANTS } from "./code/imports.js";
import { LAW_MUTANTS } from "./code/law.js";
import { LIMIT_MUTANTS } from "./code/limits.js";
import { MACHINE_MUTANTS } from "./code/machines.js";
import { MASK_MUTANTS } from "./code/masks.js";
import { MISTAKES } from "./code/mistakes.js";
import { OPERATOR_MUTANTS } from "./code/operator.js";
import { PUBLICATION_MUTANTS } from "./code/publication.js";
import { SERVICE_MUTANTS } from "./code/service.js";
import { USE_MUTANTS } from "./code/use.js";
import { WHOSE_MUTANTS } from "./code/whose.js";
import { WHOSE_ROW_MUTANTS } from "./code/whose-rows.js";
import { WORK_MUTANTS } from "./code/work.js";

/** All of them. */
export const CODE_MUTANTS: readonly CodeMutant[] = [
  ...MASK_MUTANTS,
  ...DECISION_MUTANTS,
  ...GATEWAY_MUTANTS,
  ...LIVE_MUTANTS,
  ...SERVICE_MUTANTS,
  ...GATE_MUTANTS,
  ...FIGURE_MUTANTS,
  ...FEW_PERSONS_MUTANTS,
  ...IDENTITY_MUTANTS,
  ...WHOSE_MUTANTS,
  ...WHOSE_ROW_MUTANTS,
  ...IMPORT_MUTANTS,
  ...PUBLICATION_MUTANTS,
  ...FEED_MUTANTS,
  ...WORK_MUTANTS,
  ...OPERATOR_MUTANTS,
  ...LAW_MUTANTS,
  ...LIMIT_MUTANTS,
  ...MACHINE_MUTANTS,
  ...GUARD_MUTANTS,
  ...USE_MUTANTS,
  ...BUNDLE_MUTANTS,
  ...FILE_MUTANTS,
  ...MISTAKES,
];
