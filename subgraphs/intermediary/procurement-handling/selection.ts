/** Who is selected by price, the earlier one of equals. Pure. */
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";

/** True where bids name prices. */
export const hasPrice = (selection: Selection): boolean =>
  selection !== Selection.LOTTERY && selection !== Selection.DIRECT;

/** A bid that counts. */
export interface PricedBid {
  readonly intermediaryId: string;
  readonly priceFen: bigint;
}

/** Of several bids the one that is nearest; of equal ones the first. */
const nearest = <Bid>(bids: readonly Bid[], distance: (bid: Bid) => bigint): Bid | undefined =>
  bids.reduce<Bid | undefined>(
    (best, bid) => (best === undefined || distance(bid) < distance(best) ? bid : best),
    undefined,
  );

/** The bid that wins by its price, of bids in the order in which they came in; undefined where price does not decide. */
export const winnerByPrice = <Bid extends PricedBid>(selection: Selection, bids: readonly Bid[]): Bid | undefined => {
  if (selection === Selection.BID_PRICE) return nearest(bids, ({ priceFen }) => priceFen);
  if (selection !== Selection.AVERAGE) return undefined;
  // Compared as distances from the sum, so that no division rounds.
  const count = BigInt(bids.length);
  const sum = bids.reduce((total, { priceFen }) => total + priceFen, 0n);
  return nearest(bids, ({ priceFen }) => {
    const difference = priceFen * count - sum;
    return difference < 0n ? -difference : difference;
  });
};
