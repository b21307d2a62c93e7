/** What guards of a case of listing look at. Pure. */
import type { ListingGuardFacts } from "../listing-case/listing-case.machine.js";
import { heardUntil } from "../listing-case/listing-case.status.js";

/** What the row and the lists say on the day, and what an input adds. */
export const listingFacts = (
  row: Parameters<typeof heardUntil>[0],
  { today, onList }: Pick<ListingGuardFacts, "today" | "onList">,
  also: Partial<ListingGuardFacts> = {},
): ListingGuardFacts => ({ today, onList, heardUntil: heardUntil(row), ...also });
