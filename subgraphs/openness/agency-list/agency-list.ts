/** Lists of bodies, as the domain knows them: stages of an adjustment, wordings of a version, and what changed between two. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { AdjustmentStage } from "./agency-list.enums.js";

/** Limit from the cause of an adjustment to the body's application: the rule of one city, whose figure is not confirmed. */
export const ADJUSTMENT_LIMIT = "L25";

/** The course of an adjustment. */
export interface AdjustmentDays {
  readonly appliedOn?: LocalDate | undefined;
  readonly reviewedOn?: LocalDate | undefined;
  readonly approvedOn?: LocalDate | undefined;
  readonly publishedOn?: LocalDate | undefined;
}

/** How far it has come on the day. */
export const stageOn = (days: AdjustmentDays, today: LocalDate): AdjustmentStage => {
  const isDone = (on: LocalDate | undefined): boolean => on !== undefined && on <= today;
  if (isDone(days.publishedOn)) return AdjustmentStage.PUBLISHED;
  if (isDone(days.approvedOn)) return AdjustmentStage.APPROVED;
  if (isDone(days.reviewedOn)) return AdjustmentStage.REVIEWED;
  return isDone(days.appliedOn) ? AdjustmentStage.APPLIED : AdjustmentStage.CAUSED;
};

/** A wording of an item: it holds from one version until before another. */
export interface Wording {
  readonly code: string;
  readonly since: number;
  readonly until?: number | undefined;
}

/** True where the wording holds in the version. */
export const isIn = ({ since, until }: Wording, version: number): boolean =>
  since <= version && (until === undefined || version < until);

/** An item whose wording changed. */
export interface Changed<Item> {
  readonly before: Item;
  readonly after: Item;
}

/** What changed between two versions. */
export interface ListDifference<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly changed: readonly Changed<Item>[];
}

/** The difference of two versions, by the wordings that hold in exactly one of them, in their order. */
export const differenceOf = <Item extends Wording>(
  wordings: readonly Item[],
  { from, to }: { readonly from: number; readonly to: number },
): ListDifference<Item> => {
  const before = new Map(
    wordings.filter((item) => isIn(item, from) && !isIn(item, to)).map((item) => [item.code, item]),
  );
  const after = new Map(
    wordings.filter((item) => isIn(item, to) && !isIn(item, from)).map((item) => [item.code, item]),
  );
  return {
    added: [...after.values()].filter(({ code }) => !before.has(code)),
    removed: [...before.values()].filter(({ code }) => !after.has(code)),
    changed: [...before.values()].flatMap((item) => {
      const now = after.get(item.code);
      return now === undefined ? [] : [{ before: item, after: now }];
    }),
  };
};
