/** What an entry of a list is on a day, and from when it may be repaired; what may follow what is in list-entry.machine.ts. Pure. */
import { addMonths, figureOf } from "../../../platform/domain/index.js";
import { ListKind } from "./list-entry.enums.js";
import { ListEntryState } from "./list-entry.machine.js";

/** Days of events. */
export interface ListEntryDays {
  readonly listed_on: string;
  readonly expires_on: string | null;
  /** Day of the repair, and the one since which the entry stands again because that was false. */
  readonly removed_on: string | null;
  readonly relisted_on: string | null;
  readonly revoked_on: string | null;
}

const reached = (day: string | null, today: string): boolean => day !== null && day <= today;

/** State on a day. */
export const listEntryStateOn = (
  { expires_on, removed_on, relisted_on, revoked_on }: ListEntryDays,
  today: string,
): ListEntryState => {
  if (reached(revoked_on, today)) return ListEntryState.REVOKED;
  if (reached(removed_on, today) && !reached(relisted_on, today)) return ListEntryState.REMOVED;
  return expires_on !== null && expires_on < today ? ListEntryState.EXPIRED : ListEntryState.LISTED;
};

/** Months for which an entry stands at least before it may be repaired: of the seriously dishonest those that the measures say, of others none. */
const leastMonths = (kind: ListKind): number =>
  kind === ListKind.SERIOUS ? figureOf("LIST-REPAIR", "SERIOUS_LEAST_MONTHS") : 0;

/** First day on which it may be repaired; undefined where it never may: praise, and what stands again because a repair was false. */
export const entryRepairableOn = ({
  kind,
  listed_on,
  relisted_on,
}: Pick<ListEntryDays, "listed_on" | "relisted_on"> & { readonly kind: ListKind }): string | undefined =>
  kind === ListKind.TRUSTWORTHY || relisted_on !== null ? undefined : addMonths(listed_on, leastMonths(kind));
