/** The matters that a row of an imported list names: by code to be linked, by name to be kept as text. */
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import type { ImportContext, RowNotice } from "../../../platform/import/index.js";
import type { LinkedMatter } from "./intermediary-service.links.repository.js";
import { ListState } from "./intermediary-service.enums.js";

/** What a row says of matters. */
export interface MattersOfRow {
  readonly matterNames: readonly string[];
  /** Given where the row names matters by code. */
  readonly matterCodes?: readonly string[];
  /** Published matters of each code, once they are resolved. */
  readonly matters?: ReadonlyMap<string, readonly LinkedMatter[]>;
  readonly divisionCode?: string;
  readonly listState: ListState;
}

/** What to look at in a row that is loaded. */
export function noticesOfMatters({ matterNames, matterCodes, matters, listState }: MattersOfRow): RowNotice[] {
  if (matterCodes === undefined)
    return matterNames.length === 0
      ? []
      : [
          {
            field: "matters",
            rule: "MATTERS_BY_NAME",
            remedy: "The names are kept as text and link nothing: give the codes of the matters in 涉及的审批事项编码.",
          },
        ];
  if (listState === ListState.REMOVED)
    return [
      {
        field: "matterCodes",
        rule: "REMOVED_NOT_LINKED",
        remedy: "A service that was cleared away is linked to no matter (N3): leave the codes out, or keep it.",
      },
    ];
  const unknown = matterCodes.filter((code) => (matters?.get(code) ?? []).length === 0);
  return unknown.length === 0
    ? []
    : [
        {
          field: "matterCodes",
          rule: "MATTER_UNKNOWN",
          remedy: `No published matter has ${unknown.slice(0, 5).join(", ")}: load or publish it, then load this file again.`,
        },
      ];
}

/** Asks matters for the published ones of all codes at once; gives those of each row. */
export async function resolveMatters(
  items: readonly MattersOfRow[],
  call: ImportContext["call"],
): Promise<(item: MattersOfRow) => ReadonlyMap<string, readonly LinkedMatter[]>> {
  const asked = items.flatMap(({ matterCodes = [], divisionCode }) =>
    matterCodes.map((code) => ({ code, prefix: divisionCode === undefined ? "" : divisionPrefix(divisionCode) })),
  );
  const keyOf = ({ code, prefix }: { readonly code: string; readonly prefix: string }): string => `${prefix} ${code}`;
  const distinct = [...new Map(asked.map((entry) => [keyOf(entry), entry])).values()];
  const found =
    distinct.length === 0 ? [] : await call<LinkedMatter[][]>("matters", "publishedMattersByCode", distinct);
  const byKey = new Map(distinct.map((entry, index) => [keyOf(entry), found[index]!]));
  return ({ matterCodes = [], divisionCode }) => {
    const prefix = divisionCode === undefined ? "" : divisionPrefix(divisionCode);
    return new Map(matterCodes.map((code) => [code, byKey.get(keyOf({ code, prefix }))!]));
  };
}
