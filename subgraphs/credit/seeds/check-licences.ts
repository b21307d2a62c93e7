/** Rules of the field that the demonstration's licences obey: who issues what to whom, and for how long. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { tradeOf } from "../../demonstration-trades.js";
import { LICENSED_BY, licenceKindOf, matterName } from "./licence-kinds.js";

interface LicenceRow {
  readonly id: string;
  readonly cert_name: string | null;
  readonly matter_id: string | null;
  readonly authority_id: string;
  readonly counterparty_id: string | null;
  readonly days: number | null;
}

const LICENCES =
  "select id, cert_name, matter_id, authority_id, counterparty_id, valid_to - valid_from as days from licences";

/** They. */
export const licenceRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<LicenceRow, DemonstrationWorld>({
    name: "licences-by-the-body-in-charge",
    holds: "A licence is issued by the body that handles its matter, and is the certificate that the matter ends with.",
    reason: "A health bureau issues no licence to haul goods, and an approval of a report is no certificate.",
    source: "行政许可法 第二十二条、第三十九条",
    rows: `${LICENCES} where matter_id is not null`,
    breach: ({ matters }) => {
      const known = new Map(matters.map((matter) => [matter.id, matter]));
      return ({ id, cert_name, matter_id, authority_id }) => {
        const matter = known.get(matter_id!);
        if (matter === undefined) return `${id}: no matter ${matter_id}`;
        if (matter.deptId !== authority_id) return `${id}: ${matter.taskName} by ${authority_id}`;
        const certificate = licenceKindOf(matter.taskName).certificate ?? null;
        return cert_name === certificate ? undefined : `${id}: ${matter.taskName} gives ${cert_name}`;
      };
    },
  }),
  eachRow<LicenceRow, DemonstrationWorld>({
    name: "licences-fit-the-trade",
    holds: "A firm holds beside those of its cases licences of its own trade alone.",
    reason: "A surveyor sells no food.",
    source: "行政许可法 第十二条",
    rows: `${LICENCES} where case_no is null and matter_id is not null and counterparty_id is not null`,
    breach: ({ matters, organizations }) => {
      const known = new Map(matters.map((matter) => [matter.id, matter.taskName]));
      const bodies = new Map(organizations.map((body) => [body.id, body]));
      return ({ id, matter_id, counterparty_id }) => {
        const [taskName = "", body] = [known.get(matter_id!), bodies.get(counterparty_id!)!];
        return LICENSED_BY[tradeOf(body)] === matterName(taskName) ? undefined : `${id}: ${taskName} of ${body.name}`;
      };
    },
  }),
  eachRow<LicenceRow, DemonstrationWorld>({
    name: "licences-last-as-long-as-their-kind",
    holds: "A licence ends when its kind does: five years for food, four for transport, none for a registration.",
    reason: "A food business licence of three years was never issued.",
    source: "食品经营许可和备案管理办法 第二十二条, and the rules of each kind",
    rows: `${LICENCES} where matter_id is not null`,
    breach: ({ matters }) => {
      const known = new Map(matters.map((matter) => [matter.id, matter.taskName]));
      return ({ id, matter_id, days }) => {
        const { months } = licenceKindOf(known.get(matter_id!) ?? "");
        const lasts = days === null ? undefined : Math.round((days / 365.25) * 12);
        return lasts === months ? undefined : `${id}: ${lasts ?? "no"} months`;
      };
    },
  }),
];
