/** What openness adds to legal bases. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { OpennessContext } from "../context.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { LegalBasis } from "./legal-basis.type.js";

@Resolver(() => LegalBasis)
export class LegalBasisResolver {
  @Directive('@requires(fields: "docNo lawName")')
  @FieldResolver(() => PublicDocument, {
    nullable: true,
    description: "The document with its number and name; absent where none of the graph has it (依据文件).",
  })
  async document(
    @Root() { docNo, lawName }: LegalBasis,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return docNo == null || lawName == null
      ? undefined
      : services.publicDocuments.findCited({ documentNo: docNo, title: lawName });
  }
}
