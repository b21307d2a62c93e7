/** Whose a line that came back is, and how it is written: sent back by the bank, paid again by the finance department. Pure. */
import { anyOf, entitled, ofAgency, ofBody } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { WRITTEN_BY_FINANCE, type WrittenBatch } from "../subsidy-handling/written-batch.js";
import { WHOSE_BATCH } from "../subsidy-handling/subsidy-handling.policy.js";
import { OF_RECIPIENT } from "../subsidy/subsidy.policy.js";
import { SUBSIDY, SubsidyState, type SubsidyEvent, type SubsidyGuardFacts } from "../subsidy/subsidy.machine.js";

/** The bank by which a batch was paid. */
export const OF_BANK = ofBody("bank_uscc");

/** The finance department that paid. */
export const OF_FINANCE = ofAgency("receiver_uscc");

/** Who may know that a line came back: the person, the scheme's agency, the department and the bank that paid, supervisors, auditors. */
export const WHOSE_RETURN = anyOf(
  OF_RECIPIENT,
  OF_BANK,
  OF_FINANCE,
  entitled({ agency: "agency_uscc", division: "village_code", audited: true }),
);

/** A batch whose lines come back: by its bank, or by the department that paid and holds the bank's slip. */
export const WRITTEN_BY_BANK: WrittenBatch = {
  ...WRITTEN_BY_FINANCE,
  whose: anyOf(WHOSE_BATCH, OF_BANK),
  parts: { PAYER: OF_BANK, OFFICER: OF_FINANCE },
};

type ReturnColumn = "recipient_hash" | "agency_uscc" | "receiver_uscc" | "bank_uscc" | "village_code";

/** Lines that came back, as writes know them. */
export const WRITTEN_RETURN: Written<SubsidyState, SubsidyEvent, SubsidyGuardFacts, ReturnColumn> = {
  kind: "SubsidyReturn",
  table: "subsidy_returns",
  key: "return_no",
  machine: SUBSIDY,
  whose: WHOSE_RETURN,
  parts: { PAYER: OF_BANK, OFFICER: OF_FINANCE },
  stateOf: ({ repaid_on }: { readonly repaid_on: string | null }) =>
    repaid_on === null ? SubsidyState.RETURNED : SubsidyState.REPAID,
};
