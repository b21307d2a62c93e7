/** Who is told of the steps of a sanction: the intermediary, whoever decides, and the supervisors who answer its appeal. */
import type { Knex } from "knex";
import { allOf, before, oneOf, since } from "../../../platform/disclosure/admission/index.js";
import { noLimit, type DueOn, type ToldRecord } from "../../../platform/notices/index.js";
import type { IntermediaryServices } from "../context.js";
import { SANCTION_PARTS } from "./sanction-handling.policy.js";
import { sanctionsByDecider } from "./sanction-handling.repository.js";
import { WRITTEN_SANCTION } from "./written-sanction.js";

const by =
  (term: "defenceUntil" | "decisionUntil"): DueOn<IntermediaryServices> =>
  async (id, { sanctions }) =>
    (await sanctions.find(id))?.[term];

const told = (...addressees: ToldRecord<IntermediaryServices>["addressees"]): ToldRecord<IntermediaryServices> => ({
  ...{ written: WRITTEN_SANCTION, rows: (db: Knex) => sanctionsByDecider(db) },
  addressees,
});

const { FIRM, OFFICER, SUPERVISOR } = SANCTION_PARTS;
const decides = { isOffice: true, duties: { PRIOR_NOTICE_GIVEN: by("decisionUntil") } } as const;

/** All that happens is told to the intermediary; whoever may decide has to. */
export const TOLD_SANCTION = told(
  { part: "FIRM", whose: FIRM, duties: {} },
  { part: "OFFICER", whose: allOf(OFFICER, oneOf("decider", ["OFFICER"])), ...decides },
  { part: "SUPERVISOR", whose: allOf(SUPERVISOR, oneOf("decider", ["SUPERVISOR"])), ...decides },
);

/** An intermediary that said nothing yet may do so in its time. */
export const TOLD_UNHEARD = told({
  ...{ part: "FIRM", whose: allOf(FIRM, before("defended_on")) },
  duties: { PRIOR_NOTICE_GIVEN: by("defenceUntil") },
});

/** An appeal waits for the supervisors. */
export const TOLD_APPEAL = told({
  ...{ part: "SUPERVISOR", whose: allOf(SUPERVISOR, since("appealed_on"), before("appeal_settled_on")) },
  ...{ isOffice: true, duties: { IN_FORCE: noLimit, EXPIRED: noLimit } },
});
