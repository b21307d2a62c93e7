/**
 * Records that a law seals, as one kind: told to nobody through the graph, counted nowhere, and quarantined by imports. A law seals records,
 * not decisions: what was decided before it came into force is sealed too, from its first day on. Pure.
 */
import type { LocalDate } from "../../../platform/domain/index.js";
import { PenaltyKind } from "../penalty/penalty.enums.js";
import { citesOtherLaw, citesPublicSecurity, isPolice, POLICE_WORDS, type PoliceFacts } from "./police.js";

/** What a law looks at. */
export interface SealingFacts extends PoliceFacts {
  readonly record: "LICENCE" | "PENALTY";
  /** True where its natural person was not of age on the day of the decision. */
  readonly minor: boolean;
  /** Of a penalty. */
  readonly kinds?: readonly PenaltyKind[];
}

/** A law that seals records. */
export interface SealingLaw {
  /** Stored with a record that it seals. */
  readonly code: string;
  /** Name of the rule in quarantine. */
  readonly rule: string;
  readonly law: string;
  readonly article: string;
  readonly since: LocalDate;
  /** What is sealed, in a phrase. */
  readonly what: string;
  /** SEALED where the record shows it, UNCLEAR where it can not be shown that it is not. */
  seals(facts: SealingFacts): "SEALED" | "UNCLEAR" | undefined;
}

/** A record and the law that seals it. */
export interface Sealing {
  readonly law: SealingLaw;
  readonly unclear: boolean;
}

const ofMinors =
  (kind: SealingFacts["record"]): SealingLaw["seals"] =>
  ({ minor, record }) =>
    minor && record === kind ? "SEALED" : undefined;

/** The laws, in the order in which they are asked. */
export const SEALING_LAWS: readonly SealingLaw[] = [
  {
    code: "MINOR_PENALISED",
    rule: "MINOR_NEVER_PUBLISHED",
    law: "预防未成年人犯罪法",
    article: "第五十九条",
    since: "2021-06-01",
    what: "administrative penalties of minors",
    seals: ofMinors("PENALTY"),
  },
  {
    code: "MINOR_LICENSED",
    rule: "MINOR_NEVER_PUBLISHED",
    law: "未成年人保护法",
    article: "第四条",
    since: "2021-06-01",
    what: "licences of minors",
    seals: ofMinors("LICENCE"),
  },
  {
    // The article excepts state organs in a case and units that inquire under state provisions: they ask the authority, not this graph.
    code: "PUBLIC_SECURITY",
    rule: "SEALED_BY_LAW",
    law: "治安管理处罚法",
    article: "第一百三十六条",
    since: "2026-01-01",
    what: "penalties for breaches of public security administration, by the police above all",
    seals: (facts) => {
      if (facts.record !== "PENALTY") return undefined;
      if (citesPublicSecurity(facts)) return "SEALED";
      // The police alone detain (行政处罚法 第十八条), whatever the authority is called.
      const byPolice = isPolice(facts) || (facts.kinds ?? []).includes(PenaltyKind.DETENTION);
      return byPolice && !citesOtherLaw(facts) ? "UNCLEAR" : undefined;
    },
  },
];

/** Stands for all by which records are sealed on the day. */
export const sealingRulesOn = (today: LocalDate): string =>
  JSON.stringify([SEALING_LAWS.flatMap(({ code, since }) => (since <= today ? [code] : [])), POLICE_WORDS]);

/** The first law in force on the day that seals the record, if one does. */
export const sealingOf = (facts: SealingFacts, today: LocalDate): Sealing | undefined => {
  for (const law of SEALING_LAWS) {
    const sealed = law.since <= today ? law.seals(facts) : undefined;
    if (sealed !== undefined) return { law, unclear: sealed === "UNCLEAR" };
  }
  return undefined;
};

/** What to do about a row that is sealed, in sentences that say nothing of its person. */
export const sealingRemedy = ({ law: { law, article, what, since }, unclear }: Sealing): string =>
  unclear
    ? `It can not be shown that the row is not sealed by 《${law}》${article} (${what}, since ${since}): give the legal basis (basis) where it is another law, else take the row out.`
    : `Take the row out: 《${law}》${article} seals ${what} (since ${since}).`;
