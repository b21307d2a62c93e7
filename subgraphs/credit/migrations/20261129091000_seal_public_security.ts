/**
 * Records that a law seals and that were loaded before the rule was there (counterparty/sealed.ts), and the system by whose measures a penalty
 * is repaired. Names of authorities are reference's: a record of a natural person that gives no legal basis at all can be any authority's, the
 * police's too, and is sealed until its export is loaded again, which tells them apart.
 */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";
import { sealingOf } from "../counterparty/sealed.js";
import type { PenaltyKind } from "../penalty/penalty.enums.js";

interface StoredPenalty {
  readonly id: string;
  readonly kinds: PenaltyKind[];
  readonly basis: string | null;
  readonly doc_no: string;
  readonly counterparty_type: string;
  readonly content_hash: string | null;
}

const PIECE = 2_000;

/** Laws that are in force on the day of this migration seal. */
const DAY = "2026-11-29";

/** Code of the law that seals it, as far as the table shows it. */
const sealedBy = (row: StoredPenalty): string | undefined => {
  const { kinds, basis, doc_no: docNo } = row;
  const facts = { record: "PENALTY", minor: false, kinds, docNo, ...(basis === null ? {} : { basis }) } as const;
  const unnamed = basis === null && row.content_hash !== null && row.counterparty_type === "NATURAL_PERSON_01";
  return sealingOf(unnamed ? { ...facts, authorityName: "公安机关" } : facts, DAY)?.law.id;
};

const sealPenalties = async (knex: Knex): Promise<void> => {
  for (let after = ""; ;) {
    const rows = (await knex("penalties")
      .select("id", "kinds", "basis", "doc_no", "counterparty_type", "content_hash")
      .where("id", ">", after)
      .orderBy("id")
      .limit(PIECE)) as StoredPenalty[];
    const found = rows.flatMap((row) => {
      const code = sealedBy(row);
      return code === undefined ? [] : [{ id: row.id, code }];
    });
    for (const code of new Set(found.map((row) => row.code)))
      await knex("penalties")
        .whereIn(
          "id",
          found.filter((row) => row.code === code).map(({ id }) => id),
        )
        .update({ sealed_by: code });
    if (rows.length < PIECE) return;
    after = rows.at(-1)!.id;
  }
};

/** Seals them; the feed tells their end. Taken back, the column of the migration before goes with its seals. */
export const sealPublicSecurity: Migration = {
  name: "20261129091000_seal_public_security",
  async up(knex) {
    await knex.schema.alterTable("penalties", (table) => table.text("repair_system"));
    await sealPenalties(knex);
  },
  async down(knex) {
    await knex.schema.alterTable("penalties", (table) => table.dropColumn("repair_system"));
  },
};
