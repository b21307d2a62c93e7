/** An organisation as its credit page asks for it. */
import type { Answer } from "@govgraph/client";
import type { OrganizationCreditQuery } from "../gql/graphql.js";

/** The answer of the page. */
export type CreditAnswer = Answer<OrganizationCreditQuery>;

/** The organisation. */
export type CreditOrganization = NonNullable<OrganizationCreditQuery["organization"]>;
