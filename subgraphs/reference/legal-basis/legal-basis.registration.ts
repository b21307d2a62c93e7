/** Finds or creates legal bases by law and article, for services whose exports cite them as text. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";

/** A citation. */
export interface LegalBasisRegistration {
  /** Name of the law or document, without 《》. */
  readonly lawName: string;
  /** Article such as 第十六条. */
  readonly articleNo?: string;
}

/** The legal basis that a citation stands for; the days are unknown for a law that nobody described yet. */
export interface RegisteredLegalBasis {
  readonly id: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
}

/** Laws are cited with and without the name of the country. */
const folded = (lawName: string): string =>
  lawName
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/^中华人民共和国/, "");

const keyOf = ({ lawName, articleNo }: LegalBasisRegistration): string =>
  `${folded(lawName)} ${(articleNo ?? "").normalize("NFKC")}`;

/** One basis per citation, in the same order; of several that fit, the one that came into force last. Creates nothing twice. */
export const registerLegalBases = async (
  trx: Knex.Transaction,
  citations: readonly LegalBasisRegistration[],
): Promise<RegisteredLegalBasis[]> => {
  const rows = (await trx("legal_bases").select("id", "law_name", "article_no", "effective_from", "effective_to")) as {
    id: string;
    law_name: string;
    article_no: string | null;
    effective_from: string | null;
    effective_to: string | null;
  }[];
  const known = new Map<string, RegisteredLegalBasis>();
  rows.sort((a, b) => ((a.effective_from ?? "") < (b.effective_from ?? "") ? -1 : 1));
  for (const row of rows) {
    known.set(keyOf({ lawName: row.law_name, articleNo: row.article_no ?? undefined }), {
      id: row.id,
      ...(row.effective_from === null ? {} : { effectiveFrom: row.effective_from }),
      ...(row.effective_to === null ? {} : { effectiveTo: row.effective_to }),
    });
  }
  const created = new Map<string, Record<string, unknown>>();
  for (const citation of citations) {
    const key = keyOf(citation);
    if (known.has(key)) continue;
    const id = `CN-LAW-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
    known.set(key, { id });
    created.set(id, { id, law_name: citation.lawName, article_no: citation.articleNo ?? null });
  }
  if (created.size > 0)
    await trx("legal_bases")
      .insert([...created.values()])
      .onConflict("id")
      .ignore();
  return citations.map((citation) => known.get(keyOf(citation))!);
};
