/** What a suspension or removal does to open bids: they count no more where nobody is selected yet, each by a step of its own journal. */
import { toSet } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { lockBeside, takeStep, type WriteDependencies, type WriteTransaction } from "../../../platform/write/index.js";
import { BidRefusal } from "../bid/bid.enums.js";
import { BidState } from "../bid/bid.machine.js";
import { BIDS } from "../bid/bid.rows.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import type { SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { bidsBarredBy } from "./sanction-handling.policy.js";

const { UNDER_PUBLIC_NOTICE, SUSPENDED } = MarketState;

/** Projects of the firm's open bids, locked so that none of them is opened or selected meanwhile, with the ids of the bids. */
const openBids = async (trx: WriteTransaction, firmUscc: string): Promise<string[]> => {
  const projects = (await trx("intermediary_procurements")
    .select("project_no")
    .whereIn("state", [UNDER_PUBLIC_NOTICE, SUSPENDED])
    .whereIn("project_no", trx(BIDS.name).select("project_no").where("firm_uscc", firmUscc))
    .orderBy("project_no")
    .forShare()) as { readonly project_no: string }[];
  const bids = (await trx(BIDS.name)
    .select("id")
    .where("firm_uscc", firmUscc)
    .whereIn("state", [BidState.SEALED, BidState.REVEALED])
    .whereIn(
      "project_no",
      projects.map(({ project_no }) => project_no),
    )
    .orderBy("id")) as { readonly id: string }[];
  return bids.map(({ id }) => id);
};

/** Bars them in the transaction of the decision. */
export const barOpenBids = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  sanction: SanctionRow,
  inputHash: string,
): Promise<void> => {
  const written = bidsBarredBy(sanction);
  const today = localDateOf(dependencies.asOf);
  for (const id of await openBids(trx, sanction.firm_uscc))
    await takeStep(trx, written, dependencies, {
      row: await lockBeside(trx, written, dependencies, id),
      event: "EXCLUDE",
      facts: { today, bidsTaken: false, standsStill: false, hasEnvelope: false, isWhatWasSealed: false },
      set: toSet(BIDS, { accepted: false, refusal: BidRefusal.BARRED }),
      inputHash,
    });
};
