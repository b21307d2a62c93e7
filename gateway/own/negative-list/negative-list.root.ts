/** The root field `negativeList`. */
import type { Language } from "../../../platform/disclosure/vocabulary/index.js";
import { checkWithin } from "../../../platform/graphql/bounds.js";
import { toConnection, type ConnectionShape } from "../../../platform/graphql/lists/index.js";
import type { NegativeListRow } from "../../../platform/disclosure/table/index.js";
import type { NegativeListFilter, NegativeListService } from "./negative-list.service.js";

/** Arguments of the list; what is left out is absent. */
export interface NegativeListArgs extends NegativeListFilter {
  readonly first: number;
  readonly after?: string | undefined;
}

/** An entry as the graph shows it. */
export interface NegativeListEntry extends Omit<NegativeListRow, "tier" | "owner"> {
  readonly tiers: NegativeListRow["tier"];
  readonly owner: string;
  readonly ownerOrganization?: { readonly id: string };
}

/** A page of the list. Throws BAD_USER_INPUT for `first` outside 1-100 and for a cursor of another list. */
export const negativeListOf = (
  { first, after, ...filter }: NegativeListArgs,
  service: NegativeListService,
  language: Language,
): ConnectionShape<NegativeListEntry> => {
  checkWithin("first", first, { min: 1, max: 100 });
  const page = service.list(filter, { first, after });
  const edges = page.edges.map(({ node: { tier, owner, ...row }, cursor }) => ({
    cursor,
    node: {
      ...row,
      tiers: tier,
      owner: owner[language],
      ...(owner.id === undefined ? {} : { ownerOrganization: { id: owner.id } }),
    },
  }));
  return toConnection({ ...page, edges });
};
