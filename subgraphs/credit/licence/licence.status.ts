/** What the publicity of a licence is on a day; what may follow what is in licence.machine.ts. Pure. */
import { LicencePublicity } from "./licence.machine.js";

/** Days of events. */
export interface LicencePublicityFacts {
  readonly publishedOn: string | null;
  readonly withdrawnOn: string | null;
  /** True for records that a law seals, or that may be a minor's: never published. */
  readonly sealed: boolean;
}

/** State on a day. */
export const licencePublicityOn = (
  { publishedOn, withdrawnOn, sealed }: LicencePublicityFacts,
  today: string,
): LicencePublicity => {
  if (withdrawnOn !== null && withdrawnOn <= today) return LicencePublicity.WITHDRAWN;
  return !sealed && publishedOn !== null && publishedOn <= today
    ? LicencePublicity.PUBLISHED
    : LicencePublicity.NOT_PUBLISHED;
};
