/** Severity rules as a file of the law's data, with all that it may not say: which breach is how grave, and how long it is public (信用修复管理办法, L23). */
import { z } from "zod";
import {
  bilingual,
  faultsOfTwice,
  isValidUscc,
  lawArticle,
  lawDay,
  lawPlace,
  namedTwice,
  readLaw,
  repairMeasures,
  type LocalDate,
} from "../../../platform/domain/index.js";
import { PenaltyKind, Severity } from "../penalty/penalty.enums.js";
import { WhenUnperformed } from "./severity-rule.enums.js";
import { inForce, NATION, ownerOf, type SeverityRuleFacts } from "./severity-rule.js";

const months = z.int().min(0).max(36);
const ruleShape = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, "is no id of a rule, such as L23-MINOR"),
  /** Id and credit code of the regulator; absent in the national rules. */
  regulatorId: z.string().min(1).optional(),
  regulatorUscc: z.string().refine(isValidUscc, "is no credit code").optional(),
  /** System whose bureaus in the jurisdiction decide by it where they have no rule of their own; it has measures of repair. */
  system: z
    .string()
    .regex(/^[A-Z]+(_[A-Z]+)*$/, "is no name of a system, such as MARKET_SUPERVISION")
    .optional(),
  severity: z.enum(Severity),
  minMonths: months,
  maxMonths: months,
  whenUnperformed: z.enum(WhenUnperformed),
  kinds: z.array(z.enum(PenaltyKind)),
  /** Yuan from which a fine makes a breach this grave. */
  fineFrom: z
    .string()
    .regex(/^\d{1,12}\.\d{2}$/, "is no amount in yuan with two places")
    .optional(),
  simpleProcedure: z.boolean(),
  basis: z.string().min(1),
  docNo: z.string().min(1),
  articleNo: lawArticle.optional(),
  effectiveFrom: lawDay,
  jurisdiction: lawPlace,
  /** False where kinds, fine and months were not all read in the document. */
  verified: z.boolean(),
  /** What of it was read where, and what was not. */
  note: bilingual.optional(),
});
type Rule = z.infer<typeof ruleShape>;
const fileShape = z.strictObject({ edition: lawDay, rules: z.array(ruleShape).min(1) });

/** Least and most months of the nation, which a regulator stays within; of minor breaches a regulator may publish three. */
const BOUNDS: Readonly<Record<Severity, readonly [least: number, most: number]>> = {
  [Severity.MINOR]: [0, 3],
  [Severity.GENERAL]: [3, 12],
  [Severity.SERIOUS]: [12, 36],
};

const ofOne = (rule: Rule): string[] => {
  const { id, regulatorId, regulatorUscc, system, severity, minMonths, maxMonths, whenUnperformed, jurisdiction } =
    rule;
  const national = regulatorUscc === undefined && system === undefined;
  const [least, most] = BOUNDS[severity];
  const minor = severity === Severity.MINOR;
  return [
    ...(minMonths > maxMonths ? [`${id} is public for at least ${minMonths} and at most ${maxMonths} months`] : []),
    ...(minMonths < least || maxMonths > most
      ? [`${id}: ${severity} is public for ${least} to ${most} months, not for ${minMonths} to ${maxMonths}`]
      : []),
    ...(minor && national && maxMonths > 0 ? [`${id}: the nation publishes no minor breach`] : []),
    ...(minor && (minMonths > 0 || whenUnperformed !== WhenUnperformed.ENDS)
      ? [`${id}: what is minor ends by time, without a least span`]
      : []),
    ...((regulatorUscc === undefined) !== (regulatorId === undefined)
      ? [`${id} says half of who its regulator is`]
      : []),
    ...(system === undefined && national !== (jurisdiction === NATION)
      ? [`${id} is of ${ownerOf(rule)} and holds in ${jurisdiction}`]
      : []),
  ];
};

/** What rules are compared by. */
interface Compared extends Pick<
  SeverityRuleFacts,
  "regulatorUscc" | "system" | "jurisdiction" | "severity" | "kinds" | "effectiveFrom"
> {}

/** Kinds that are of two severities on a day: of each severity the rule that came into force last counts. */
const kindsTwice = (rules: readonly Compared[], on: LocalDate): string[] =>
  namedTwice(
    Object.values(Severity).flatMap(
      (severity) =>
        inForce(
          rules.filter((rule) => rule.severity === severity),
          on,
        )?.kinds ?? [],
    ),
  );

/** What the rules of one owner say against each other, whichever file they are of. */
const faultsOfOwner = (rules: readonly Compared[]): string[] => {
  const of = ownerOf(rules[0]!);
  const days = [...new Set(rules.map(({ effectiveFrom = "" }) => effectiveFrom))].sort();
  // A kind stays of two severities until a rule says otherwise: told of the first day.
  const since = new Map<string, LocalDate>();
  for (const day of days) for (const kind of kindsTwice(rules, day)) since.set(kind, since.get(kind) ?? day);
  return [
    ...namedTwice(rules.map(({ severity, effectiveFrom }) => `${severity} of ${of} since ${effectiveFrom}`)).map(
      (rule) => `there are two rules for ${rule}`,
    ),
    ...[...since].map(([kind, day]) => `${kind} of ${of} is of two severities since ${day}`),
  ];
};

/** What owners say against themselves, of whichever files their rules are. */
export const faultsBetween = (rules: readonly Compared[]): string[] =>
  [...new Set(rules.map(ownerOf))].flatMap((of) => faultsOfOwner(rules.filter((rule) => ownerOf(rule) === of)));

/** Systems of which nobody knows which bureaus belong to them: by such a rule nothing would ever be decided. */
export const faultsOfSystems = (rules: readonly Pick<SeverityRuleFacts, "id" | "system">[]): string[] => {
  const known = new Set(repairMeasures().flatMap(({ id, authorities }) => (authorities === undefined ? [] : [id])));
  return rules.flatMap(({ id, system }) =>
    system === undefined || known.has(system) ? [] : [`${id} is of ${system}, a system without measures of repair`],
  );
};

const faultsOf = ({ rules }: z.infer<typeof fileShape>): string[] => [
  ...faultsOfTwice(rules.map(({ id }) => id)),
  ...rules.flatMap(ofOne),
  ...faultsBetween(rules),
];

/** A file's text. Throws LawFileRefused with all faults where it contradicts itself. */
export const parseSeverityRules = (
  name: string,
  text: string,
): { readonly edition: LocalDate; readonly rules: readonly Rule[] } => readLaw(name, text, fileShape, faultsOf);
