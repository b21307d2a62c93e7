/** Version of a matter (事项版本): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { MatterVersionResolver } from "./matter-version.resolver.js";
import { createVersionService } from "./matter-version.service.js";

const services = { versions: createVersionService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const matterVersion: Noun<MattersServices> = {
  resolvers: [MatterVersionResolver],
  services,
};
