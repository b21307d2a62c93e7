/** What guards of a commitment look at. Pure. */
import { CommitmentType } from "../commitment/commitment.enums.js";
import type { CommitmentGuardFacts } from "../commitment/commitment.machine.js";

/** What of a commitment they are made from. */
interface Promised {
  readonly type: CommitmentType;
  readonly due_on: string | null;
}

/** What the row says on the day, and what an input adds. A material that is to follow may follow until its day. */
export const commitmentFacts = (
  { type, due_on }: Promised,
  today: string,
  also: Partial<CommitmentGuardFacts> = {},
): CommitmentGuardFacts => ({
  today,
  ...(type === CommitmentType.TOLERANT_ACCEPTANCE && due_on !== null ? { doableUntil: due_on } : {}),
  ...also,
});
