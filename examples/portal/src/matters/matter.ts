/** A matter as its page asks for it. */
import type { Answer } from "@govgraph/client";
import type { MatterQuery } from "../gql/graphql.js";

/** The answer of the page. */
export type MatterAnswer = Answer<MatterQuery>;

/** The matter. */
export type Matter = NonNullable<MatterQuery["serviceMatter"]>;
