/** The file of a material: what whoever may know of the case reads at the gateway. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { AttachedFile } from "../../../platform/files/classes/index.js";
import type { MattersContext } from "../context.js";
import { CaseMaterial } from "../service-case/service-case.parts.js";

@Resolver(() => CaseMaterial)
export class CaseFileResolver {
  @FieldResolver(() => AttachedFile, { nullable: true, description: "Its file, where it came as one (附件)." })
  file(@Root() { attachedId }: CaseMaterial, @Ctx() { services }: MattersContext): Promise<AttachedFile | undefined> {
    return services.handling.file(attachedId);
  }
}
