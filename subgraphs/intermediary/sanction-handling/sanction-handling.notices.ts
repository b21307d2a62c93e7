/** Who is told of the steps of a sanction: the intermediary, whoever decides, and the supervisors who answer its appeal. */
import { noLimit, type DueOn, type ToldRecord } from "../../../platform/notices/index.js";
import type { IntermediaryServices } from "../context.js";
import {
  OF_APPEALED_TO,
  OF_DECIDING_OFFICER,
  OF_DECIDING_SUPERVISOR,
  SANCTION_PARTS,
  OF_UNHEARD_FIRM,
} from "./sanction-handling.policy.js";
import { sanctionsByDecider } from "./sanction-handling.repository.js";
import { WRITTEN_SANCTION } from "./written-sanction.js";

const by =
  (term: "defenceUntil" | "decisionUntil"): DueOn<IntermediaryServices> =>
  async (id, { sanctions }) =>
    (await sanctions.find(id))?.[term];

const told = (...addressees: ToldRecord<IntermediaryServices>["addressees"]): ToldRecord<IntermediaryServices> => ({
  written: WRITTEN_SANCTION,
  rows: sanctionsByDecider,
  addressees,
});

const decides = { isOffice: true, duties: { PRIOR_NOTICE_GIVEN: by("decisionUntil") } } as const;

/** All that happens is told to the intermediary; whoever may decide has to. */
export const TOLD_SANCTION = told(
  { part: "FIRM", whose: SANCTION_PARTS.FIRM, duties: {} },
  { part: "OFFICER", whose: OF_DECIDING_OFFICER, ...decides },
  { part: "SUPERVISOR", whose: OF_DECIDING_SUPERVISOR, ...decides },
);

/** An intermediary that said nothing yet may do so in its time. */
export const TOLD_UNHEARD = told({
  ...{ part: "FIRM", whose: OF_UNHEARD_FIRM },
  duties: { PRIOR_NOTICE_GIVEN: by("defenceUntil") },
});

/** An appeal waits for the supervisors. */
export const TOLD_APPEAL = told({
  ...{ part: "SUPERVISOR", whose: OF_APPEALED_TO },
  ...{ isOffice: true, duties: { IN_FORCE: noLimit, EXPIRED: noLimit } },
});
