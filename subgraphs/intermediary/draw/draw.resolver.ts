/** Links of draws. */
import { FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Organization } from "../organization/organization.type.js";
import { DrawProof } from "./draw.type.js";

@Resolver(() => DrawProof)
export class DrawProofResolver {
  @FieldResolver(() => [Organization], {
    nullable: "items",
    description: "Candidates in the order in which they were hashed; the hash is of their ids (候选机构名单).",
  })
  candidates(@Root() { candidateIds }: DrawProof): Organization[] {
    return candidateIds.map((id) => ({ id }));
  }
}
