/** Makes rows of bids: sealed, told, or entered where no price is bid. */
import type { NewOf } from "../../../platform/database/index.js";
import { BidRefusal, CreditCheck } from "../bid/bid.enums.js";
import { BidState } from "../bid/bid.machine.js";
import type { BIDS } from "../bid/bid.rows.js";
import { hasPrice } from "../procurement-handling/selection.js";
import { commitmentOf } from "../sealed-bid/envelope.js";
import type { PlannedBid, PlannedProject } from "./project-plan.js";

/** There is no file behind a demonstration project: its hash is of no file either. */
export const fileHash = (projectNo: string): string =>
  [...projectNo]
    .reduce((text, character) => text + (character.codePointAt(0) ?? 0).toString(16).padStart(2, "0"), "")
    .padEnd(64, "0")
    .slice(0, 64);

/** A bid as it is kept: of a project that was never opened, a price is sealed. */
export const bidRow = (
  { projectNo, selection }: PlannedProject,
  bid: PlannedBid & { readonly submittedOn: string },
  isOpened: boolean,
): NewOf<typeof BIDS> => {
  const { intermediaryId, firmUscc, submittedOn, refusal, creditCheck = CreditCheck.CLEAR } = bid;
  const base = { projectNo, intermediaryId, firmUscc, submittedAt: submittedOn, creditCheck };
  const sealedAt = new Date(`${submittedOn}T02:00:00.000Z`);
  const nothing = { commitment: undefined, contentHash: undefined, price: undefined };
  if (!hasPrice(selection))
    return { ...base, ...nothing, sealedAt, state: BidState.SEALED, accepted: refusal === undefined, refusal };
  if (isOpened)
    return {
      ...{ ...base, ...nothing, sealedAt, state: BidState.REVEALED, accepted: refusal === undefined, refusal },
      price: bid.priceFen,
    };
  const sealed = { projectNo, firmUscc, priceFen: bid.priceFen!, ...sealedWith(projectNo, firmUscc) };
  return {
    ...{ ...base, ...nothing, sealedAt, state: BidState.SEALED, accepted: false, refusal: BidRefusal.NOT_REVEALED },
    commitment: commitmentOf(sealed),
  };
};

/** There is no file behind a demonstration bid, and its nonce is no secret. */
const sealedWith = (projectNo: string, firmUscc: string) => ({
  contentHash: fileHash(`${projectNo}-${firmUscc}`),
  nonce: fileHash(`${firmUscc}-${projectNo}`),
});
