/** Compares versions of matters: two that the viewer holds, each by its own state. */
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { canReadVersion } from "../matter/matter.policy.js";
import type { ServiceMatter } from "../matter/matter.js";
import { findVersionContents } from "./matter-version.repository.js";
import type { VersionDifference } from "./matter-version.js";
import { versionDifference } from "./version-difference.js";

/** Service of version differences. */
export interface VersionService {
  /** Undefined where one of the two does not exist or is not the viewer's to know. */
  compare(matter: ServiceMatter, from: number, to: number): Promise<VersionDifference | undefined>;
}

/** Creates the service for one request. */
export const createVersionService = ({ db, viewer }: ServiceDependencies): VersionService => {
  const byKey = createKeyLoader(
    (keys) => findVersionContents(db, keys),
    ({ key }) => key,
  );
  return {
    async compare(matter, from, to) {
      const load = async (version: number) => {
        const found = await byKey.load(`${version} ${matter.id}`);
        return found && canReadVersion(viewer, matter, found) ? found : undefined;
      };
      const [before, after] = await Promise.all([load(from), load(to)]);
      return before && after && { from, to, changes: versionDifference(before.content, after.content) };
    },
  };
};
