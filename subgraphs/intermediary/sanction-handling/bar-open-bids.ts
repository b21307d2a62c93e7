/** What a suspension or removal does to open bids: they count no more where nobody is selected yet, each by a step of its own journal. */
import { toSet } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { lockBeside, takeStep, type WriteDependencies, type WriteTransaction } from "../../../platform/write/index.js";
import { BidRefusal } from "../bid/bid.enums.js";
import { BIDS } from "../bid/bid.rows.js";
import type { SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { bidsBarredBy } from "./written-sanction.js";
import { lockOpenBids } from "./sanction-handling.repository.js";

/** Bars them in the transaction of the decision. */
export const barOpenBids = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  sanction: SanctionRow,
  inputHash: string,
): Promise<void> => {
  const written = bidsBarredBy(sanction);
  const today = localDateOf(dependencies.asOf);
  for (const id of await lockOpenBids(trx, sanction.firm_uscc))
    await takeStep(trx, written, dependencies, {
      row: await lockBeside(trx, written, dependencies, id),
      event: "EXCLUDE",
      facts: { today, bidsTaken: false, standsStill: false, hasEnvelope: false, isWhatWasSealed: false },
      set: toSet(BIDS, { accepted: false, refusal: BidRefusal.BARRED }),
      inputHash,
    });
};
