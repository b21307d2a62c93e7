/** Rating and rectification (评价与差评整改): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { RatingHandlingResolver } from "./rating-handling.resolver.js";
import { createRatingHandling } from "./rating-handling.service.js";
import { TOLD_RATING } from "./rating-handling.notices.js";

const services = { ratingHandling: createRatingHandling };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const ratingHandling: Noun<MattersServices> = {
  resolvers: [RatingHandlingResolver],
  services,
  notices: [TOLD_RATING],
};
