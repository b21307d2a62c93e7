/** Rating of a service (好差评): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { addRatingVersions } from "./migrations/20261130081000_add_rating_versions.js";
import { ServiceRatingResolver, MatterRatingsResolver } from "./service-rating.resolver.js";
import { createRatingService } from "./service-rating.service.js";

const services = { ratings: createRatingService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const serviceRating: Noun<MattersServices> = {
  owns: ["ServiceRating"],
  resolvers: [ServiceRatingResolver, MatterRatingsResolver],
  references: {
    ServiceRating: ({ id }, { ratings }) => ratings.find(String(id)),
  },
  services,
  migrations: [addRatingVersions],
};
