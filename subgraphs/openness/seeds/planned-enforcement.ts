/** Inspections and measures of the demonstration: each body inspects a few firms of its division, two certified persons each time. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import type { ENFORCEMENT_BODIES, STAFF_CERTIFICATES } from "../enforcement-body/enforcement-body.rows.js";
import { EnforcementKind, EnforcementResult } from "../enforcement-record/enforcement-record.enums.js";
import type { ENFORCEMENT_RECORDS } from "../enforcement-record/enforcement-record.rows.js";

/** A body that enforces, and the word of its kind. */
export interface EnforcingBody {
  readonly organ: DemonstrationOrganization;
  readonly bureau: string;
  /** Whose benchmarks it goes by; undefined for one that goes by its own, or by none. */
  readonly benchmarksOf?: string;
}

type RecordOfEnforcement = NewOf<typeof ENFORCEMENT_RECORDS>;

const ownerOf = ({ id, uscc, divisionCode }: DemonstrationOrganization) => ({
  organId: id,
  organUscc: uscc!,
  divisionCode: divisionCode.slice(0, 6),
});
const nameOf = ({ name }: DemonstrationOrganization): string => name.replace("（演示）", "");

/** What a body publishes before it enforces. */
export const bodyRecord = ({ organ, bureau, benchmarksOf }: EnforcingBody): NewOf<typeof ENFORCEMENT_BODIES> => ({
  ...ownerOf(organ),
  duties: [`${bureau}领域的行政检查、行政强制和行政处罚`, "受理投诉举报并依法查处"],
  procedure: ["表明身份", "现场检查并全过程记录", "立案", "调查取证", "法制审核", "告知与听证", "决定", "送达", "执行"],
  remedy: "对行政处罚、行政强制决定不服的，可自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。",
  hotline: "12345",
  basisIds: ["PENALTY-2021-48"],
  benchmarksOf,
});

/** Names of the persons who hold certificates; all are invented. */
const HOLDERS = ["金演示", "李演示", "朴演示", "崔演示", "全演示"];

/** Certificates of a body: three valid ones, and two that ran out. */
export const certificateRecords = ({ organ }: EnforcingBody, place: number): NewOf<typeof STAFF_CERTIFICATES>[] =>
  HOLDERS.map((holderName, index) => ({
    ...ownerOf(organ),
    number: `07${organ.divisionCode.slice(2, 6)}${String(place).padStart(3, "0")}${String(index + 1).padStart(2, "0")}`,
    ...{ organName: nameOf(organ), holderName, revokedOn: undefined },
    ...(index >= 3
      ? { validFrom: "2018-03-01", validUntil: "2023-02-28" }
      : { validFrom: "2023-03-01", validUntil: "2028-02-29" }),
  }));

/** Five years, as long as a result stays online. */
const MONTHS_ONLINE = 60;

/** Records of a body in the order of their days; the last is not yet published, the first went offline. */
export const enforcementOf = (
  { organ, bureau }: EnforcingBody,
  world: DemonstrationWorld,
  certificates: readonly string[],
): RecordOfEnforcement[] => {
  const draw = world.random(`openness.enforcement.${organ.id}`);
  const firms = world.organizations.filter(
    ({ role, divisionCode }) => role === "enterprise" && divisionCode.startsWith(organ.divisionCode.slice(0, 4)),
  );
  const start = ["2020-03-16", "2025-05-12", "2025-11-10", "2026-04-13", "2026-09-21"];
  return start.map((first, index) => {
    const doneOn = workdayFrom(addDays(first, Math.floor(draw() * 20) - 12));
    const measure = index === 2;
    const published = index === 4 ? undefined : workdayAfter(doneOn, 3 + Math.floor(draw() * 12));
    return {
      ...ownerOf(organ),
      docNo: `${organ.divisionCode.slice(0, 6)}执${measure ? "强" : "检"}〔${doneOn.slice(0, 4)}〕${organ.id.slice(-4)}${index + 1}号`,
      kind: measure ? EnforcementKind.COERCION : EnforcementKind.INSPECTION,
      objectId: firms[Math.floor(draw() * firms.length)]?.id,
      content: measure ? `查封不符合${bureau}规定的设施（演示）` : `${bureau}日常监督检查（演示）`,
      result: measure
        ? EnforcementResult.MEASURE_LIFTED
        : [EnforcementResult.IN_ORDER, EnforcementResult.CORRECTION_ORDERED, EnforcementResult.CASE_FILED][
            Math.floor(draw() * 3)
          ]!,
      basisIds: ["PENALTY-2021-48"],
      // The certificates that ran out were valid when the first one was made.
      certificateNumbers: index === 0 ? certificates.slice(3) : certificates.slice(0, 2),
      videoLogged: measure || draw() < 0.7,
      ...{ doneOn, publishedOn: published },
      publicUntil: published === undefined ? undefined : addMonths(published, MONTHS_ONLINE),
    };
  });
};
