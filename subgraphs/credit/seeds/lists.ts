/** Credit lists of the demonstration world: each entry by a body that keeps that list, on a working day, for as long as the list lasts. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import { documentNumbers } from "./document-numbers.js";
import { LISTS, type KeptList, type ListName } from "./list-kinds.js";
import {
  ENTERPRISE,
  authorityColumns,
  bureaus,
  firmsOf,
  organizationOf,
  type BureauName,
  type BureauOf,
} from "./parties.js";

type NewEntry = NewOf<typeof LIST_ENTRIES>;

/** An entry before its decision has a number. */
const entry = (
  firm: DemonstrationOrganization,
  authorityOf: BureauOf,
  list: KeptList,
  facts: { id: string; listed: string; removed: string | undefined },
): NewEntry => ({
  id: facts.id,
  subjectId: firm.id,
  subject: firm.uscc,
  ...authorityColumns(authorityOf(list.byPrefecture ? "222400" : firm.divisionCode), firm.divisionCode),
  list: list.name,
  kind: list.kind,
  decisionDocNo: "",
  basisLaw: list.law,
  reason: list.reason,
  // Incentives need no notice.
  priorNoticeOn: list.kind === ListKind.TRUSTWORTHY ? undefined : workdayFrom(addDays(facts.listed, -15)),
  listedOn: facts.listed,
  expiresOn: list.months === undefined ? undefined : addMonths(facts.listed, list.months),
  removedOn: facts.removed,
  relistedOn: undefined,
  revokedOn: undefined,
  revocationNo: undefined,
  measureCodes: [...list.measures],
});

/** One body in nineteen is seriously dishonest, and the like: lists of an index, the first of which that its body can stand on is meant. */
const listsAt = (index: number): readonly ListName[] => {
  if (index % 19 === 18)
    return [
      ...(index % 57 === 18 ? (["WAGES"] as const) : []),
      ...(index % 114 === 37 ? (["PROCUREMENT"] as const) : []),
      ...(index % 114 === 56 ? (["COURT"] as const) : []),
      ...(index % 114 === 113 ? (["TAX"] as const) : []),
      "MARKET",
    ];
  if (index % 23 === 22) return ["ABNORMAL"];
  if (index % 29 === 28) return ["WATCH"];
  return index % 17 === 16 ? ["TRUSTWORTHY"] : [];
};

/** Entries: standing, expired, removed; the golden enterprise was on a list and got off it by repair. */
export const listEntries = (world: DemonstrationWorld): NewEntry[] => {
  const authorityOf = new Map<BureauName, BureauOf>(
    Object.values(LISTS).map(({ bureau }) => [bureau, bureaus(world, bureau)]),
  );
  const generated = firmsOf(world).flatMap((firm, index) => {
    const list = listsAt(index)
      .map((name): KeptList => LISTS[name])
      .find(({ roles }) => roles.includes(firm.role));
    if (list === undefined) return [];
    // Of the last four years: the measures of most lists are in force since the end of 2021.
    const listed = workdayFrom(addDays(world.today, -400 - (index % 900)));
    // Whoever is gravely dishonest stands for a year at least; what is praised is not taken back.
    const removed = list.kind === ListKind.SERIOUS ? 380 : 90;
    return [
      entry(firm, authorityOf.get(list.bureau)!, list, {
        id: `MD-${index}`,
        listed,
        removed:
          index % 3 === 2 && list.kind !== ListKind.TRUSTWORTHY ? workdayFrom(addDays(listed, removed)) : undefined,
      }),
    ];
  });
  const market = authorityOf.get("市场监督管理局")!;
  const golden = { id: "MD-GOLDEN-1", listed: "2025-10-09", removed: "2026-06-15" };
  const all = [entry(organizationOf(world, ENTERPRISE), market, LISTS.ABNORMAL, golden), ...generated];
  const numbers = documentNumbers(world, "列", all, ({ listedOn }) => listedOn);
  return all.map((row) => ({ ...row, decisionDocNo: numbers.get(row.id)! }));
};
