/** What registrations add to documents. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { OpennessContext } from "../context.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { RegistrationFinding } from "./document-registration.enums.js";
import { DocumentRegistration } from "./document-registration.type.js";

@Resolver(() => PublicDocument)
export class RegisteredDocumentResolver {
  @FieldResolver(() => DocumentRegistration, {
    nullable: true,
    description: "Review of its legality, registration and filing; absent where nothing is known of them (制定与备案).",
  })
  registration(
    @Root() { indexNo }: PublicDocument,
    @Ctx() { services }: OpennessContext,
  ): Promise<DocumentRegistration | undefined> {
    return services.documentRegistrations.findOf(indexNo);
  }

  @FieldResolver(() => [RegistrationFinding], {
    nullable: true,
    description: "What it lacks as a normative document that is published; none of any other (制定备案问题).",
  })
  registrationFindings(
    @Root() document: PublicDocument,
    @Ctx() { services }: OpennessContext,
  ): Promise<RegistrationFinding[]> {
    return services.documentRegistrations.findingsOf(document);
  }
}
