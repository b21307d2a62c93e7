/** The name an organisation bore on a day. Pure. */
import { addDays, type LocalDate } from "../../../platform/domain/index.js";
import type { Organization } from "./organization.js";

/** The name on the day; the present one from the day after the last former one. Undefined before the first known day. */
export const nameOn = (
  { name, formerNames, establishedOn }: Pick<Organization, "name" | "formerNames" | "establishedOn">,
  day: LocalDate,
): string | undefined => {
  if (establishedOn !== undefined && day < establishedOn) return undefined;
  const former = formerNames.find(({ from, to }) => (from ?? day) <= day && to !== undefined && day <= to);
  if (former) return former.name;
  // A gap between known names is not filled by a guess.
  const last = formerNames.reduce<LocalDate | undefined>(
    (latest, { to }) => (to !== undefined && (latest === undefined || to > latest) ? to : latest),
    undefined,
  );
  return last === undefined || day >= addDays(last, 1) ? name : undefined;
};
