/** What clients say of loads, checked: a new upload, a step, a place in a file. */
import { z } from "zod";
import { ServiceError } from "../../platform/errors/index.js";
import { STEPS, type LoadKind, type StepName, type StepOptions } from "../../platform/loads/index.js";

const newUpload = z.strictObject({ kind: z.string(), fileName: z.string().trim().min(1).max(200) });
const newStep = z.strictObject({ step: z.enum(STEPS), mapping: z.record(z.string(), z.unknown()).optional() });

const malformed = (what: string): ServiceError =>
  new ServiceError("BAD_USER_INPUT", `The body is a JSON object: ${what}.`, { reason: "LOAD_INPUT" });

/** A new upload. Throws BAD_USER_INPUT, also for a kind that agencies do not load. */
export const readNewUpload = (body: unknown, kinds: readonly LoadKind[]): { kind: string; fileName: string } => {
  const read = newUpload.safeParse(body);
  if (!read.success) throw malformed("kind and fileName (at most 200 characters)");
  if (!kinds.some(({ kind }) => kind === read.data.kind))
    throw new ServiceError("BAD_USER_INPUT", "Agencies load no such kind: ask for /imports/kinds.", {
      argument: "kind",
      reason: "LOAD_KIND",
    });
  return read.data;
};

/** A step. Throws BAD_USER_INPUT. */
export const readNewStep = (body: unknown): { name: StepName; options: StepOptions } => {
  const read = newStep.safeParse(body);
  if (!read.success) throw malformed(`step (${STEPS.join(", ")}), and mapping as a mapping file has it`);
  const { step, mapping } = read.data;
  return { name: step, options: mapping === undefined ? {} : { mapping } };
};

/** Where a part begins, in bytes. Throws BAD_USER_INPUT. */
export const readFrom = (text: unknown): number => {
  if (typeof text === "string" && /^\d{1,12}$/.test(text)) return Number(text);
  throw new ServiceError("BAD_USER_INPUT", "from is the number of bytes that have arrived.", {
    argument: "from",
    reason: "LOAD_INPUT",
  });
};

/** An id of ours; anything else is nowhere. Throws NOT_FOUND. */
export const readId = (text: unknown): string => {
  if (typeof text === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new ServiceError("NOT_FOUND");
};
