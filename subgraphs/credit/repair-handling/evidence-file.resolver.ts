/** The file of a document: what whoever may know of the repair case reads at the gateway. */
import { AttachedFile } from "../../../platform/files/classes/index.js";
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { CreditContext } from "../context.js";
import { Evidence } from "../repair-case/repair-case.type.js";

@Resolver(() => Evidence)
export class EvidenceFileResolver {
  @FieldResolver(() => AttachedFile, { nullable: true, description: "Its file, where it came as one (附件)." })
  file(@Root() { no, sha256 }: Evidence, @Ctx() { services }: CreditContext): Promise<AttachedFile | undefined> {
    return services.repairHandling.file(no, sha256);
  }
}
