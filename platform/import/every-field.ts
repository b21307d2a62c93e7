/** Reads all fields of a row before it is refused, so that its report lists everything that is to be corrected. */
import { ServiceError } from "../errors/service-error.js";
import { RowRefusals, RowRefused } from "./violation.js";

/** A refusal of a row as its reasons. Throws what is not one. */
export const refusalsOf = (error: unknown): readonly RowRefused[] => {
  if (error instanceof RowRefusals) return error.refusals;
  if (error instanceof RowRefused) return [error];
  if (error instanceof ServiceError && error.details.argument !== undefined)
    return [new RowRefused(error.details.argument, error.details.rule ?? error.code, error.message)];
  throw error;
};

/** Two readers of one field say the same once. */
const keyOf = ({ field, rule, remedy }: RowRefused): string => [field, rule, remedy].join("\n");

/** What each reader gives, by its name. Throws RowRefusals with the reasons of all that refuse. */
export const everyField = <Readers extends Readonly<Record<string, () => unknown>>>(
  readers: Readers,
): { -readonly [Name in keyof Readers]: ReturnType<Readers[Name]> } => {
  const refusals: RowRefused[] = [];
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(readers)) {
    try {
      read[name] = readers[name]!();
    } catch (error) {
      refusals.push(...refusalsOf(error));
    }
  }
  if (refusals.length > 0) throw new RowRefusals([...new Map(refusals.map((one) => [keyOf(one), one])).values()]);
  return read as { -readonly [Name in keyof Readers]: ReturnType<Readers[Name]> };
};
