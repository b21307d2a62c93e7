/** A matter as its page asks for it. */
import type { MatterQuery } from "../gql/graphql.js";

/** The matter. */
export type Matter = NonNullable<MatterQuery["serviceMatter"]>;
