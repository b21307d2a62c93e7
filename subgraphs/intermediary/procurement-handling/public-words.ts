/** Words of a project that everybody reads: what is personal in them is blotted out before they are stored. Pure. */
import { withoutPersons, type LocalDate } from "../../../platform/domain/index.js";
import { STORED_SUSPENSION } from "../intermediary-procurement/intermediary-procurement.stored.js";
import type { NewProject } from "./procurement-handling.repository.js";

/** The columns with their words as everybody reads them. */
export const publicWords = <Set extends Partial<NewProject>>(set: Set, today: LocalDate): Set => {
  const words = (["name", "stateReason", "reply"] as const).flatMap((column) =>
    set[column] === undefined ? [] : [[column, withoutPersons(set[column], { today })] as const],
  );
  const { suspensions } = set;
  return {
    ...set,
    ...Object.fromEntries(words),
    ...(suspensions === undefined ? {} : { suspensions: suspensions.map((kept) => shownSpan(kept, today)) }),
  };
};

const shownSpan = (kept: object, today: LocalDate): object => {
  const span = STORED_SUSPENSION.read(kept);
  return span.reason === undefined
    ? kept
    : STORED_SUSPENSION.write({ ...span, reason: withoutPersons(span.reason, { today }) } as never);
};
