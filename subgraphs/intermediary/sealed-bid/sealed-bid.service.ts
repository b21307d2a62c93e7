/** Does what the verbs of bids say: sealed while bids may come, told once they are closed. */
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingSubject,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { toSet } from "../../../platform/database/index.js";
import { BidRefusal, CreditCheck } from "../bid/bid.enums.js";
import { BidState } from "../bid/bid.machine.js";
import { BIDS } from "../bid/bid.rows.js";
import type { IntermediaryServices } from "../context.js";
import { bidStanding, type BidStanding } from "./bid-standing.js";
import { takeBidStep } from "./bid-step.js";
import { commitmentOf, isHash, isPrice } from "./envelope.js";
import type { PlaceBidInput, ReplaceBidInput, RevealBidInput, WithdrawBidInput } from "./sealed-bid.input.js";
import { WRITTEN_BID } from "./sealed-bid.policy.js";
import { insertBid } from "./sealed-bid.repository.js";
import type { BidPayload } from "./sealed-bid.type.js";

/** Writes of bids. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface SealedBidService {
  place(input: PlaceBidInput): Promise<BidPayload>;
  replace(input: ReplaceBidInput): Promise<BidPayload>;
  withdraw(input: WithdrawBidInput): Promise<BidPayload>;
  reveal(input: RevealBidInput): Promise<BidPayload>;
  /** What happened to the bid, oldest first; closed by its field to all but its firm. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** Key of a bid, as the database makes it. */
export const bidId = (projectNo: string, firmUscc: string): string => `${projectNo}:${firmUscc}`;

/** Creates the service for one request. */
export const createSealedBidService = (
  dependencies: ServiceDependencies,
  services: IntermediaryServices,
): SealedBidService => {
  const { db, viewer, asOf } = dependencies;
  const histories = createHistories(db, WRITTEN_BID);
  const today = localDateOf(asOf);
  const firm = actingSubject(viewer)?.subject ?? "";
  const payload = async (projectNo: string): Promise<BidPayload> => {
    const found = await services.bids.findAnew(projectNo, firm);
    return found === undefined ? {} : { bid: found };
  };
  const standing = (trx: WriteTransaction, input: { projectNo: string; creditPass?: string }): Promise<BidStanding> =>
    bidStanding(trx, dependencies, { ...input, firm });

  /** What of a bid follows from what was handed in: sealed it counts for nothing until its price is told. */
  const sealedWith = ({ isPriced }: BidStanding, commitment: string | undefined) => {
    if (isPriced && (commitment === undefined || !isHash(commitment)))
      throw badInput("commitment", "HASH", "A hash has 64 lower-case hexadecimal digits.");
    if (!isPriced && commitment !== undefined)
      throw badInput("commitment", "NOTHING_TO_SEAL", "The owner fixes the price of this project: nothing is sealed.");
    return {
      commitment,
      contentHash: undefined,
      price: undefined,
      submittedAt: today,
      sealedAt: asOf,
      accepted: !isPriced,
      refusal: isPriced ? BidRefusal.NOT_REVEALED : undefined,
      creditCheck: CreditCheck.CLEAR,
    };
  };

  return {
    async place(input) {
      await runWrite(dependencies, {
        verb: "placeBid",
        input,
        async change(trx, inputHash) {
          const bidding = await standing(trx, input);
          const { project, intermediaryId } = bidding.taken();
          const { projectNo } = project;
          const bid = {
            ...{ projectNo, intermediaryId, firmUscc: firm, state: BidState.SEALED },
            ...sealedWith(bidding, input.commitment ?? undefined),
          };
          if (!(await insertBid(trx, bid)))
            throw new ServiceError("RULE_VIOLATION", "Your firm has a bid for this project.", { reason: "BID_PLACED" });
          return openingStep(trx, WRITTEN_BID, dependencies, {
            key: bidId(projectNo, firm),
            part: "FIRM",
            basis: basisOfProcedure("MARKET-BIDDING")(),
            inputHash,
          });
        },
      });
      return payload(input.projectNo);
    },
    async replace(input) {
      await runWrite(dependencies, {
        verb: "replaceBid",
        input,
        change: (trx, inputHash) =>
          takeBidStep(trx, dependencies, { input, firm, inputHash }, async () => {
            const bidding = await standing(trx, input);
            return {
              event: "REPLACE",
              set: toSet(BIDS, sealedWith(bidding, input.commitment ?? undefined)),
              projectTakesIt: bidding.taken,
            };
          }),
      });
      return payload(input.projectNo);
    },
    async withdraw(input) {
      await runWrite(dependencies, {
        verb: "withdrawBid",
        input,
        change: (trx, inputHash) =>
          takeBidStep(trx, dependencies, { input, firm, inputHash }, async () => ({
            event: "WITHDRAW",
            set: toSet(BIDS, { accepted: false, refusal: undefined }),
          })),
      });
      return payload(input.projectNo);
    },
    async reveal(input) {
      if (!isPrice(input.price)) throw badInput("price", "MIN", "A bid is above zero.");
      for (const name of ["contentHash", "nonce"] as const)
        if (!isHash(input[name])) throw badInput(name, "HASH", "A hash has 64 lower-case hexadecimal digits.");
      const { projectNo, price, contentHash, nonce } = input;
      await runWrite(dependencies, {
        verb: "revealBid",
        input,
        change: (trx, inputHash) =>
          takeBidStep(trx, dependencies, { input, firm, inputHash }, async ({ project, bid }) => {
            const isAbove = project.ceiling !== undefined && price > project.ceiling;
            return {
              event: "REVEAL",
              facts: {
                isWhatWasSealed:
                  bid.commitment === commitmentOf({ projectNo, firmUscc: firm, priceFen: price, contentHash, nonce }),
              },
              set: toSet(BIDS, {
                ...{ price, contentHash, accepted: !isAbove },
                refusal: isAbove ? BidRefusal.ABOVE_CEILING : undefined,
              }),
            };
          }),
      });
      return payload(projectNo);
    },
    history: (id) => histories.load(id),
  };
};
