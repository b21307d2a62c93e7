/** What the roots that tell of recorded use have in common: the span, how much of a list, and by which code the audience is known. */
import { checkWithin } from "../../platform/graphql/bounds.js";

const ORGANIZATION = "CN-USCC-";

/** Days of the span, as the SDL says them. Throws BAD_USER_INPUT outside 1 to 400. */
export const daysAsked = (days: number | null | undefined): number => {
  checkWithin("days", days, { min: 1, max: 400 });
  return days ?? 30;
};

/** How many of a list, null as where it is left out. Throws BAD_USER_INPUT outside 1 to 100. */
export const firstAsked = (first: number | null): number => {
  checkWithin("first", first, { min: 1, max: 100 });
  return first ?? 20;
};

/** Credit code in the id of an organisation; undefined where it has none. */
export const usccOfId = (id: string | undefined): string | undefined =>
  id?.startsWith(ORGANIZATION) ? id.slice(ORGANIZATION.length) : undefined;
