/** A planned list of the demonstration: versions with their days, and items in the wordings of each. */
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import { AgencyListKind } from "../agency-list/agency-list.enums.js";
import type { AGENCY_LIST_ITEMS, AGENCY_LIST_VERSIONS, AGENCY_LISTS } from "../agency-list/agency-list.rows.js";

type ItemRecord = NewOf<typeof AGENCY_LIST_ITEMS>;
type VersionRecord = NewOf<typeof AGENCY_LIST_VERSIONS>;

/** A wording of an item; what is not said does not stand in it. */
export type PlannedItem = Pick<ItemRecord, "code" | "name"> & { readonly since?: number } & Partial<ItemRecord>;

/** A version with its days: cause, application, review, approval, publication. */
export interface PlannedVersion {
  readonly cause: string;
  readonly days: readonly [caused?: string, applied?: string, reviewed?: string, approved?: string, published?: string];
}

/** A list with all that belongs to it. */
export interface PlannedList {
  readonly organ: DemonstrationOrganization;
  readonly kind: AgencyListKind;
  readonly name: string;
  /** Told apart from other lists of the body. @default the kind */
  readonly mark?: string;
  readonly versions: readonly PlannedVersion[];
  readonly items: readonly PlannedItem[];
}

/** Id of a list, by whose it is and what it holds. */
export const listIdOf = ({
  organ: { uscc },
  kind,
  mark = kind,
}: Pick<PlannedList, "organ" | "kind" | "mark">): string => `QD-${uscc}-${mark}`;

/** Records of a list. */
export const recordsOfList = (
  list: PlannedList,
): { readonly list: NewOf<typeof AGENCY_LISTS>; readonly versions: VersionRecord[]; readonly items: ItemRecord[] } => {
  const { organ, kind, name, versions, items } = list;
  const id = listIdOf(list);
  const owner = { organUscc: organ.uscc!, divisionCode: organ.divisionCode.slice(0, 6) };
  return {
    list: { ...{ id, kind, name, organId: organ.id, ...owner }, publishedOn: versions[0]?.days[4] },
    versions: versions.map(({ cause, days: [causedOn, appliedOn, reviewedOn, approvedOn, publishedOn] }, index) => ({
      ...{ listId: id, number: index + 1, ...owner, cause },
      ...{ causedOn, appliedOn, reviewedOn, approvedOn, publishedOn },
    })),
    items: items.map((item) => ({
      ...{ until: undefined, powerKind: undefined, restriction: undefined, catalogCode: undefined },
      ...{ content: undefined, supervision: undefined, accountability: undefined, since: 1 },
      ...item,
      listId: id,
    })),
  };
};
