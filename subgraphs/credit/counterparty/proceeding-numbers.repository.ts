/** SQL of the numbers of new proceedings: letters of the kind, six digits of the division, eight of the day, six that count on. */
import type { Knex } from "knex";

/** The last number of a division on a day. */
const LAST = 999_999;

/** What a number is for. */
export interface Numbered {
  readonly table: "repair_cases" | "objections" | "listing_cases";
  /** 信用修复, 异议 or 列入名单. */
  readonly letters: "XF" | "YY" | "LM";
  readonly divisionCode: string;
  readonly on: string;
}

/** The next number; whoever wants one of the same kind, division and day waits until the transaction ends. */
export const nextNumber = async (
  trx: Knex.Transaction,
  { table, letters, divisionCode, on }: Numbered,
): Promise<string> => {
  const prefix = `${letters}${divisionCode.slice(0, 6)}${on.replaceAll("-", "")}`;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`number ${prefix}`]);
  const last = (await trx(table)
    .first("no")
    .whereBetween("no", [`${prefix}000000`, `${prefix}${LAST}`])
    .whereRaw("no ~ '^[A-Z]{2}[0-9]{20}$'")
    .orderBy("no", "desc")) as { readonly no: string } | undefined;
  const number = Number(last?.no.slice(prefix.length) ?? 0) + 1;
  if (number > LAST) throw new Error(`No number of a proceeding is free behind ${prefix}.`);
  return `${prefix}${String(number).padStart(6, "0")}`;
};
