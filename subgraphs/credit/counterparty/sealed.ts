/**
 * Records that a law seals, as one kind: told to nobody through the graph, counted nowhere, and quarantined by imports. Which laws do is data
 * (platform/domain/law/sealing-laws.json). A law seals records, not decisions: what was decided before it came into force is sealed too, from
 * its first day on. Pure.
 */
import { sealingLawsOn, type LocalDate, type SealingLaw } from "../../../platform/domain/index.js";
import { PenaltyKind } from "../penalty/penalty.enums.js";
import { cites, isPolice, POLICE_WORDS, type PoliceFacts } from "./police.js";

/** What a law looks at. */
export interface SealingFacts extends PoliceFacts {
  readonly record: "LICENCE" | "PENALTY";
  /** True where its natural person was not of age on the day of the decision. */
  readonly minor: boolean;
  /** Of a penalty. */
  readonly kinds?: readonly PenaltyKind[];
}

/** A record and the law that seals it. */
export interface Sealing {
  readonly law: SealingLaw;
  /** True where it can not be shown that the law does not seal it. */
  readonly unclear: boolean;
}

const byLaw = (law: SealingLaw, facts: SealingFacts): Sealing | undefined => {
  if (facts.record !== law.record) return undefined;
  if (law.minors) return facts.minor ? { law, unclear: false } : undefined;
  if (cites(facts, law.citedAs)) return { law, unclear: false };
  if (law.policeUnless === undefined) return undefined;
  // The police alone detain (行政处罚法 第十八条), whatever the authority is called.
  const byPolice = isPolice(facts) || (facts.kinds ?? []).includes(PenaltyKind.DETENTION);
  return byPolice && !cites(facts, law.policeUnless) ? { law, unclear: true } : undefined;
};

/** Stands for all by which records are sealed on the day. */
export const sealingRulesOn = (today: LocalDate): string => JSON.stringify([sealingLawsOn(today), POLICE_WORDS]);

/** The first law in force on the day that seals the record, if one does. */
export const sealingOf = (facts: SealingFacts, today: LocalDate): Sealing | undefined => {
  for (const law of sealingLawsOn(today)) {
    const sealing = byLaw(law, facts);
    if (sealing !== undefined) return sealing;
  }
  return undefined;
};

/** Name of the rule in quarantine. */
export const sealingRule = ({ minors }: SealingLaw): string => (minors ? "MINOR_NEVER_PUBLISHED" : "SEALED_BY_LAW");

/** What to do about a row that is sealed, in sentences that say nothing of its person. */
export const sealingRemedy = ({ law: { title, article, what, validFrom }, unclear }: Sealing): string =>
  unclear
    ? `It can not be shown that the row is not sealed by 《${title}》${article} (${what.en}, since ${validFrom}): give the legal basis (basis) where it is another law, else take the row out.`
    : `Take the row out: 《${title}》${article} seals ${what.en} (since ${validFrom}).`;
