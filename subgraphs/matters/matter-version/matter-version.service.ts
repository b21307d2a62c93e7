/** Compares versions of matters. Whoever holds the matter may compare its versions: they were published like it. */
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findVersionContents } from "./matter-version.repository.js";
import type { VersionDifference } from "./matter-version.type.js";
import { versionDifference } from "./version-difference.js";

/** Service of version differences. */
export interface VersionService {
  compare(matterId: string, from: number, to: number): Promise<VersionDifference | undefined>;
}

/** Creates the service for one request. */
export const createVersionService = ({ db }: ServiceDependencies): VersionService => {
  const byKey = createKeyLoader(
    (keys) => findVersionContents(db, keys),
    ({ key }) => key,
  );
  return {
    async compare(matterId, from, to) {
      const [before, after] = await Promise.all([byKey.load(`${from} ${matterId}`), byKey.load(`${to} ${matterId}`)]);
      return before && after && { from, to, changes: versionDifference(before.content, after.content) };
    },
  };
};
