/** The message `matters.case-completed`: what sender and receiver agree on of a case that ended with a licence. */
import { z } from "zod";

/** Topic of the message, as the matters service sends it. */
export const CASE_COMPLETED = "case-completed";

const day = z.iso.date();

/** A body is known by its credit code, a person by the keyed hash that viewers have too; a number of a person is never sent. */
const holder = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("BODY"),
    /** Unified social credit code. */
    uscc: z.string().min(1),
    organizationId: z.string().min(1).optional(),
    name: z.string(),
  }),
  z.object({
    kind: z.literal("PERSON"),
    hash: z.string().min(1),
    name: z.string(),
    /** True where the agency saw that the person is of age; a licence of anybody else is not published, as it may be a minor's. */
    isAdult: z.boolean(),
  }),
]);

/** Payload: a granted case of licensing was completed, and its licence issued. Dates are days of Beijing (`YYYY-MM-DD`). */
export const caseCompleted = z.object({
  caseNo: z.string().min(1),
  matterId: z.string().min(1),
  /** Agency that decided. */
  authorityId: z.string().min(1),
  authorityUscc: z.string().min(1),
  divisionCode: z.string().min(1),
  holder,
  licence: z.object({
    number: z.string().min(1),
    name: z.string().min(1),
    /** What is licensed: the name of the matter, nothing that the applicant wrote. */
    content: z.string().min(1),
    decidedOn: day,
    issuedOn: day,
    /** Last day; absent where it has no end. */
    validTo: day.optional(),
  }),
});

/** The payload as it is read. */
export type CaseCompleted = z.infer<typeof caseCompleted>;
