/** Finds or creates legal bases by law and article, for services whose exports cite them as text. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import type { NewOf } from "../../../platform/database/index.js";
import { rankOfTitle, type LocalDate } from "../../../platform/domain/index.js";
import type { LegalRank } from "./legal-basis.enums.js";
import type { LegalBasis } from "./legal-basis.js";
import { findAllLegalBases, insertMissingLegalBases } from "./legal-basis.repository.js";
import type { LEGAL_BASES } from "./legal-basis.rows.js";

/** A citation. */
export interface LegalBasisRegistration {
  /** Name of the law or document, without 《》. */
  readonly lawName: string;
  /** Article such as 第十六条. */
  readonly articleNo?: string;
}

/** The legal basis that a citation stands for; what is not said is unknown, as of a law that nobody described yet. */
export type RegisteredLegalBasis = Pick<
  LegalBasis,
  "id" | "effectiveFrom" | "effectiveTo" | "rank" | "jurisdiction" | "setsIntermediaryService"
>;

/** How ids begin of what exports cited and no file of the law's data has. */
export const CITED_ID = "CN-LAW-";

/** Laws are cited with and without the name of the country. */
const folded = (lawName: string): string =>
  lawName
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/^中华人民共和国/, "");

/** What nobody said of a law yet. */
const UNDESCRIBED = {
  ...{ docNo: undefined, text: undefined, effectiveFrom: undefined, effectiveTo: undefined },
  ...{ jurisdiction: undefined, setsIntermediaryService: undefined, verified: false },
};

const keyOf = ({ lawName, articleNo }: LegalBasisRegistration): string =>
  `${folded(lawName)} ${(articleNo ?? "").normalize("NFKC")}`;

/** One basis per citation, in the same order; of several that fit, the one that came into force last, one to come only where there is no other. Creates nothing twice. */
export const registerLegalBases = async (
  trx: Knex.Transaction,
  citations: readonly LegalBasisRegistration[],
  today: LocalDate,
): Promise<RegisteredLegalBasis[]> => {
  const known = new Map<string, RegisteredLegalBasis>();
  const bases = await findAllLegalBases(trx);
  const begun = ({ effectiveFrom = "" }: LegalBasis): boolean => effectiveFrom <= today;
  bases.sort((a, b) =>
    begun(a) === begun(b) ? ((a.effectiveFrom ?? "") < (b.effectiveFrom ?? "") ? -1 : 1) : begun(a) ? 1 : -1,
  );
  for (const { id, effectiveFrom, effectiveTo, rank, jurisdiction, setsIntermediaryService, ...cited } of bases)
    known.set(keyOf(cited), { id, effectiveFrom, effectiveTo, rank, jurisdiction, setsIntermediaryService });
  const created = new Map<string, NewOf<typeof LEGAL_BASES>>();
  for (const { lawName, articleNo } of citations) {
    const key = keyOf({ lawName, articleNo });
    if (known.has(key)) continue;
    const id = `${CITED_ID}${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
    const rank = rankOfTitle(lawName) as LegalRank | undefined;
    known.set(key, { id, ...(rank === undefined ? {} : { rank }) });
    created.set(id, { ...UNDESCRIBED, id, lawName, articleNo, rank });
  }
  await insertMissingLegalBases(trx, [...created.values()]);
  return citations.map((citation) => known.get(keyOf(citation))!);
};
