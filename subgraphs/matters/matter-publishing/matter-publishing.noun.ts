/** Publishing of matters (事项发布): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { TOLD_DRAFT } from "./matter-publishing.notices.js";
import { MatterPublishingResolver } from "./matter-publishing.resolver.js";
import { createMatterPublishing } from "./matter-publishing.service.js";

const services = { matterPublishing: createMatterPublishing };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const matterPublishing: Noun<MattersServices> = {
  resolvers: [MatterPublishingResolver],
  services,
  notices: [TOLD_DRAFT],
};
