/** Cases of listing of the demonstration: one that is decided for each of a few entries, and one in each state about the golden enterprise. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import type { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import { ListingState } from "../listing-case/listing-case.machine.js";
import type { LISTING_CASES } from "../listing-case/listing-case.rows.js";
import { LISTS } from "./list-kinds.js";
import { authorityColumns, bureaus, ENTERPRISE, organizationOf } from "./parties.js";

type NewCase = NewOf<typeof LISTING_CASES>;
type NewEntry = NewOf<typeof LIST_ENTRIES>;

const UNDECIDED = {
  ...{ statement: undefined, statedOn: undefined, decidedOn: undefined, decision: undefined },
  ...{ remedy: undefined, decisionDocNo: undefined, entryId: undefined },
};

/** Entries whose cases are shown. */
const SHOWN = 5;

const decided = (entry: NewEntry): NewCase => {
  const { subjectId, subject, authorityId, authorityUscc, divisionCode, list, kind, measureCodes } = entry;
  return {
    ...{ subjectId: subjectId!, subject: subject!, authorityId, authorityUscc, divisionCode, list, kind },
    ...{ basisLaw: entry.basisLaw!, reason: entry.reason!, ...(measureCodes && { measureCodes }) },
    ...UNDECIDED,
    no: `LM-${entry.id}`,
    state: ListingState.LISTED,
    priorNoticeOn: entry.priorNoticeOn!,
    decidedOn: entry.listedOn,
    decision: "当事人逾期未陈述申辩，事实清楚，决定列入（演示）",
    remedy: "可依法申请行政复议或者提起行政诉讼（演示）",
    decisionDocNo: entry.decisionDocNo,
    entryId: entry.id,
  };
};

/** All of them. */
export const listingCases = (world: DemonstrationWorld, entries: readonly NewEntry[]): NewCase[] => {
  const { id, uscc, divisionCode } = organizationOf(world, ENTERPRISE);
  const { name, kind, law, reason, measures, bureau } = LISTS.MARKET;
  const noticed = (ending: string, day: number, more: Partial<NewCase>): NewCase => ({
    ...authorityColumns(bureaus(world, bureau)(divisionCode), divisionCode),
    ...{ subjectId: id, subject: uscc!, list: name, kind, basisLaw: law, reason, measureCodes: [...measures] },
    ...UNDECIDED,
    no: `LM-NOTICE-${ending}`,
    state: ListingState.NOTICE_GIVEN,
    priorNoticeOn: workdayFrom(addDays(world.today, day)),
    ...more,
  });
  const defended = (day: number) => ({
    state: ListingState.DEFENDED,
    statement: "已按期改正，请求不予列入（演示）",
    statedOn: workdayFrom(addDays(world.today, day)),
  });
  return [
    noticed("1", -5, {}),
    noticed("2", -40, {
      ...defended(-36),
      state: ListingState.NOT_LISTED,
      decidedOn: workdayFrom(addDays(world.today, -30)),
      decision: "陈述申辩成立，不予列入（演示）",
    }),
    noticed("3", -12, {
      ...defended(-10),
      list: LISTS.ABNORMAL.name,
      kind: ListKind.ABNORMAL,
      basisLaw: LISTS.ABNORMAL.law,
    }),
    ...entries
      .filter(({ priorNoticeOn, subject }) => priorNoticeOn !== undefined && subject !== undefined)
      .slice(-SHOWN)
      .map(decided),
  ];
};
