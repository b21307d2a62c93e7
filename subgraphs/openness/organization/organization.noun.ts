/** Organisation (机构), owned by reference: what this noun adds to the openness service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { finesOr } from "../discretion-benchmark/told-fines.js";
import { OrganizationResolver } from "./organization.resolver.js";

const idsOr = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : undefined;

/** Declaration of the noun. */
export const organization: Noun<OpennessServices> = {
  resolvers: [OrganizationResolver],
  references: {
    Organization: ({ id, name, publishedMatterIds, decidedFines }) => ({
      ...{ id, name, publishedMatterIds: idsOr(publishedMatterIds), decidedFines: finesOr(decidedFines) },
    }),
  },
};
