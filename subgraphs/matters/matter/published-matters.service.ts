/** What everybody may know of the matters of agencies, without a look at who asks: the answer is the same for all. */
import { createGroupLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { publishedIdsOf } from "./matter.repository.js";

/** Published matters. */
export interface PublishedMatters {
  /** Ids of those of an agency that are not cancelled, at most 1000, in order. */
  idsOfDept(deptId: string): Promise<string[]>;
}

/** Creates it for one request. */
export const createPublishedMatters = ({ db }: Pick<ServiceDependencies, "db">): PublishedMatters => {
  const ids = createGroupLoader(
    (depts) => publishedIdsOf(db, depts),
    ({ deptId }) => deptId,
  );
  return { idsOfDept: async (deptId) => (await ids.load(deptId)).map(({ id }) => id) };
};
