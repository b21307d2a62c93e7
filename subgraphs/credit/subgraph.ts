/** The credit subgraph: licences and penalties in publicity, credit lists, commitments, evaluation and repair (公共信用信息). */
import "reflect-metadata";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { CreditServices } from "./context.js";
import { reconsiderPenalties } from "./counterparty/reconsider.repository.js";
import { rehashRecordKeys } from "./counterparty/record-rehash.repository.js";
import { sealingRulesOn } from "./counterparty/sealed.js";
import { loading } from "./loading.js";
import { migrations } from "./migrations/index.js";
import * as nouns from "./nouns.js";
import { referenceData } from "./seeds/measures.js";
import { creditRules } from "./seeds/check.js";
import { clearCredit, seedCredit } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const credit = defineSubgraph<CreditServices, DemonstrationWorld>({
  name: "credit",
  nouns,
  loading,
  migrations,
  codes: "the codes by which credit reports are verified (核验码)",
  referenceData,
  rehash: rehashRecordKeys,
  reconsider: { rulesOn: sealingRulesOn, run: reconsiderPenalties },
  clear: clearCredit,
  seed: seedCredit,
  rules: creditRules,
});
