/** The message `matters.case-commitment`: what sender and receiver agree on of a commitment in place of documents (告知承诺). */
import { z } from "zod";

/** Topic of the message, as the matters service sends it. */
export const CASE_COMMITMENT = "case-commitment";

const day = z.iso.date();

/** Who committed: a body by its credit code, a person by the keyed hash that viewers have too; both without a name, which the applicant wrote. */
const party = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("BODY"),
    /** Unified social credit code. */
    uscc: z.string().min(1),
    organizationId: z.string().min(1).optional(),
  }),
  z.object({ kind: z.literal("PERSON"), hash: z.string().min(1) }),
]);

/** Payload: a decision rests on a commitment; sent when it is decided, and with each finding. Dates are days of Beijing (`YYYY-MM-DD`). */
export const caseCommitment = z.object({
  caseNo: z.string().min(1),
  matterId: z.string().min(1),
  /** Agency that decided. */
  authorityId: z.string().min(1),
  authorityUscc: z.string().min(1),
  divisionCode: z.string().min(1),
  party,
  /** What was committed to, in the words of the published matter: nothing that the applicant wrote. */
  text: z.string().min(1),
  madeOn: day,
  /** Absent while nobody verified it. */
  found: z.object({ outcome: z.enum(["KEPT", "BROKEN"]), on: day }).optional(),
  /** Number of the document that annulled the decision, and with it the licence of the case. */
  annulledBy: z.string().min(1).optional(),
});

/** The payload as it is read. */
export type CaseCommitmentTold = z.infer<typeof caseCommitment>;
