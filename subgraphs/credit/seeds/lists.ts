/** Credit lists of the demonstration world; the laws are real, the entries are not. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import { GUIDELINE_2016, GUIDELINE_2020 } from "./measures.js";
import { ENTERPRISE, authorityColumns, bureaus, firmsOf, organizationOf, type BureauOf } from "./parties.js";

const LISTS: Readonly<Record<ListKind, { name: string; law: string; measures: string[] }>> = {
  SERIOUS: {
    name: "严重违法失信名单",
    law: "《市场监督管理严重违法失信名单管理办法》",
    measures: ["CJ-01", "CJ-03", "CJ-04", "GL-01", "GL-02", "GL-03", "SC-01"],
  },
  ABNORMAL: { name: "经营异常名录", law: "《企业信息公示暂行条例》", measures: ["CJ-01", "GL-01"] },
  WATCH: { name: "重点关注名单", law: GUIDELINE_2020, measures: ["GL-01"] },
  TRUSTWORTHY: { name: "守信激励名单", law: GUIDELINE_2016, measures: ["JL-01", "JL-02"] },
};

const entry = (
  firm: DemonstrationOrganization,
  authorityOf: BureauOf,
  kind: ListKind,
  facts: { id: string; number: number; listed: string; expires: string; removed: string | undefined },
): NewOf<typeof LIST_ENTRIES> => ({
  id: facts.id,
  subjectId: firm.id,
  subject: firm.uscc,
  ...authorityColumns(authorityOf(firm.divisionCode), firm.divisionCode),
  list: LISTS[kind].name,
  kind,
  decisionDocNo: `演认〔${facts.listed.slice(0, 4)}〕${facts.number}号`,
  basisLaw: LISTS[kind].law,
  reason: "演示事由",
  // Incentives need no notice.
  noticeDate: kind === ListKind.TRUSTWORTHY ? undefined : addDays(facts.listed, -15),
  listedOn: facts.listed,
  expiresOn: facts.expires,
  removedOn: facts.removed,
  measureCodes: LISTS[kind].measures,
});

const kindAt = (index: number): ListKind | undefined => {
  if (index % 19 === 18) return ListKind.SERIOUS;
  if (index % 23 === 22) return ListKind.ABNORMAL;
  if (index % 29 === 28) return ListKind.WATCH;
  return index % 17 === 16 ? ListKind.TRUSTWORTHY : undefined;
};

/** Entries: standing, expired, removed; the golden enterprise was on a list and got off it by repair. */
export const listEntries = (world: DemonstrationWorld): NewOf<typeof LIST_ENTRIES>[] => {
  const authorityOf = bureaus(world, "市场监督管理局");
  const generated = firmsOf(world).flatMap((firm, index) => {
    const kind = kindAt(index);
    if (!kind) return [];
    const listed = addDays(world.today, -400 - index);
    return [
      entry(firm, authorityOf, kind, {
        id: `MD-${index}`,
        number: index + 1,
        listed,
        expires: addMonths(listed, index % 2 === 0 ? 36 : 12),
        removed: index % 3 === 2 ? addDays(listed, 90) : undefined,
      }),
    ];
  });
  const golden = { id: "MD-GOLDEN-1", number: 0, listed: "2025-10-08", expires: "2028-10-08", removed: "2026-06-15" };
  return [entry(organizationOf(world, ENTERPRISE), authorityOf, ListKind.ABNORMAL, golden), ...generated];
};
