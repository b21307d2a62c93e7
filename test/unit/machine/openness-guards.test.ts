/** Truth tables of the guards of the openness service's machines. */
import "reflect-metadata";
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { StatutoryStep } from "../../../subgraphs/openness/decision/decision.enums.js";
import { DECISION, type DecisionGuardFacts } from "../../../subgraphs/openness/decision/decision.machine.js";
import { OPINION } from "../../../subgraphs/openness/opinion/opinion.machine.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const PUBLICATION = basisOfProcedure("DECISION-PUBLICATION")();
const OPINIONS = basisOfProcedure("DECISION-OPINIONS")();
const IN_ORDER: DecisionGuardFacts = { missing: [], document: "11990101MB9000015E/2025-00001" };
const missing = [StatutoryStep.RISK_ASSESSMENT];

truthTable(DECISION, IN_ORDER, [
  ["DRAFT", "PROPOSED", "OFFICER", {}, "DRAFTED"],
  ["CONSULT", "DRAFTED", "OFFICER", {}, "CONSULTING"],
  ["SUMMARISE", "CONSULTING", "OFFICER", {}, "SUMMARISED"],
  ["REVIEW", "SUMMARISED", "OFFICER", {}, "REVIEWED"],
  ["DECIDE", "REVIEWED", "OFFICER", {}, "DECIDED"],
  ["DECIDE", "CONSULTING", "OFFICER", {}, notNow("SUMMARISE")],
  ["PUBLISH", "DECIDED", "OFFICER", {}, "PUBLISHED"],
  ["PUBLISH", "DECIDED", "OFFICER", { missing }, { ...refused("STEPS_MISSING", PUBLICATION), missing }],
  ["PUBLISH", "DECIDED", "OFFICER", { document: "" }, refused("DOCUMENT_NEEDED", PUBLICATION)],
  ["PUBLISH", "DECIDED", "SUBJECT", {}, refused("ACTOR", PUBLICATION)],
  ["PUBLISH", "REVIEWED", "OFFICER", {}, notNow("DECIDE")],
  ["EVALUATE", "PUBLISHED", "OFFICER", {}, "EVALUATED"],
]);

truthTable(OPINION, { reasons: "与上位法不一致。" }, [
  ["ADOPT", "PENDING", "OFFICER", {}, "ADOPTED"],
  ["ADOPT", "PENDING", "OFFICER", { reasons: "" }, "ADOPTED"],
  ["ADOPT_PARTLY", "PENDING", "OFFICER", {}, "PARTLY_ADOPTED"],
  ["ADOPT_PARTLY", "PENDING", "OFFICER", { reasons: "" }, refused("REASONS_NEEDED", OPINIONS, "ADOPT")],
  ["REJECT", "PENDING", "OFFICER", {}, "NOT_ADOPTED"],
  ["REJECT", "PENDING", "OFFICER", { reasons: " " }, refused("REASONS_NEEDED", OPINIONS, "ADOPT")],
  ["REJECT", "PENDING", "SUBJECT", {}, refused("ACTOR", OPINIONS)],
  ["ADOPT", "NOT_ADOPTED", "OFFICER", {}, notNow()],
]);
