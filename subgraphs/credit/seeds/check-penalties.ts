/** Rules of the field that the demonstration's penalties obey: the law that was broken, the power to punish, what the article allows. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { tradeOf } from "../../demonstration-trades.js";
import { citationText } from "./citations.js";
import { OFFENCES, type Offence } from "./offences.js";

interface PenaltyRow {
  readonly id: string;
  readonly violation_type: string;
  readonly basis: string;
  readonly kinds: readonly string[];
  readonly severity: string;
  /** In yuan. */
  readonly fine: number | null;
  readonly authority_id: string;
  readonly counterparty_id: string | null;
}

const PENALTIES = `select id, violation_type, basis, kinds, severity, fine_fen::float / 100 as fine, authority_id, counterparty_id from penalties`;

/** The offence that a record names: its breach together with the article. */
const offenceOf = (
  { legalBases }: DemonstrationWorld,
  { violation_type, basis, severity }: PenaltyRow,
): Offence | undefined =>
  OFFENCES.find(
    (offence) =>
      offence.breach === violation_type &&
      offence.severity === severity &&
      offence.cites.some((citation) => citationText(legalBases, citation) === basis),
  );

const wrongAmount = ({ fine, kinds }: PenaltyRow, { fine: allowed }: Offence): boolean =>
  (fine !== null) !== kinds.includes("FINE") ||
  (fine !== null && (allowed === undefined || fine < allowed[0] || fine > allowed[1]));

const sameKinds = (kinds: readonly string[], offence: Offence): boolean =>
  kinds.length === offence.kinds.length && offence.kinds.every((kind) => kinds.includes(kind));

/** They. */
export const penaltyRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<PenaltyRow, DemonstrationWorld>({
    name: "penalties-cite-the-law-that-was-broken",
    holds: "A penalty cites the article that punishes the breach, and whoever is punished could commit it.",
    reason: "The penalty law itself punishes nothing, and a timber mill sells no food.",
    source: "行政处罚法 第四条、第五十九条第二项",
    rows: PENALTIES,
    breach: (world) => {
      const bodies = new Map(world.organizations.map((body) => [body.id, body]));
      return (row) => {
        const offence = offenceOf(world, row);
        if (offence === undefined) return `${row.id}: ${row.violation_type} by ${row.basis}`;
        const body = row.counterparty_id === null ? undefined : bodies.get(row.counterparty_id);
        return body === undefined || offence.trades.includes(tradeOf(body))
          ? undefined
          : `${row.id}: ${body.name}, ${row.violation_type}`;
      };
    },
  }),
  eachRow<PenaltyRow, DemonstrationWorld>({
    name: "penalties-by-a-body-with-that-power",
    holds: "A breach is punished by the bodies that its law names, at the level that may.",
    reason:
      "Market supervision fines nobody for dust; a county's branch of the ecology bureau decides nothing in its own name.",
    source: "行政处罚法 第十七条、第二十三条",
    rows: PENALTIES,
    breach: (world) => {
      const bodies = new Map(world.organizations.map((body) => [body.id, body]));
      return (row) => {
        const offence = offenceOf(world, row);
        const { name = "", divisionCode = "" } = bodies.get(row.authority_id) ?? {};
        const may =
          offence === undefined ||
          (name.includes(offence.bureau.slice(0, -1)) &&
            (offence.byPrefecture !== true || divisionCode.endsWith("00")));
        return may ? undefined : `${row.id}: ${row.violation_type} by ${name}`;
      };
    },
  }),
  eachRow<PenaltyRow, DemonstrationWorld>({
    name: "penalties-within-what-the-article-allows",
    holds: "Kinds and amount of a penalty lie within the article that it cites.",
    reason: "A fine below the least or above the most of its article is set aside on review.",
    source: "行政处罚法 第五条; the article that is cited",
    rows: PENALTIES,
    breach: (world) => (row) => {
      const offence = offenceOf(world, row);
      return offence !== undefined && (!sameKinds(row.kinds, offence) || wrongAmount(row, offence))
        ? `${row.id}: ${row.kinds.join(", ")} ${row.fine ?? "without a fine"} by ${row.basis}`
        : undefined;
    },
  }),
  eachRow<{ readonly id: string; readonly published_on: string | null }, DemonstrationWorld>({
    name: "minor-breaches-are-not-published",
    holds: "What its rule does not publish has no day of publication.",
    reason: "Minor breaches are not published since April 2026, unless their regulator's own rule says so.",
    source: "信用修复管理办法（国家发展改革委令第36号）",
    rows: `select p.id, p.published_on::text from penalties p join severity_rules r on r.id = p.severity_rule_id where r.max_months = 0`,
    breach:
      () =>
      ({ id, published_on }) =>
        published_on === null ? undefined : `${id} was published on ${published_on}`,
  }),
  shareOfRows<{ readonly days: number }, DemonstrationWorld>({
    name: "few-penalties-are-published-late",
    holds: "Of a hundred published penalties two to ten were published more than a fortnight after the decision.",
    reason: "Seven working days are checked every month: where half is late, somebody is called to account.",
    source: "发改办财金〔2018〕424号; the share is one of experience",
    rows: "select published_on - decision_date as days from penalties where published_on is not null",
    so: () => (row) => row.days > 14,
    from: 0.02,
    to: 0.1,
  }),
  shareOfRows<{ readonly withdrawn: boolean }, DemonstrationWorld>({
    name: "few-penalties-are-revoked",
    holds: "Of a hundred penalties at most five were revoked.",
    reason: "Review and courts set aside few decisions in a hundred.",
    source: "行政处罚法 第四十八条; the share is one of experience",
    rows: "select withdrawn_on is not null as withdrawn from penalties",
    so: () => (row) => row.withdrawn,
    from: 0.005,
    to: 0.05,
  }),
];
