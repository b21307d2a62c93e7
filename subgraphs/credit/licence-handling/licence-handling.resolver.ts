/** Verbs of licences, and what a licence tells of its own life: version, what may be done next, history. */
import { Closed, Ctx, FieldResolver, Int, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import { HistoryEntry } from "../../../platform/write/classes/index.js";
import type { CreditContext } from "../context.js";
import { AdministrativeLicence } from "../licence/licence.type.js";
import { LicenceAction } from "./licence-handling.enums.js";
import { LicenceStepInput, RecordLicenceRevocationInput, WithdrawLicenceInput } from "./licence-handling.input.js";
import { authority, LICENCE_FILE_CLOSURE, type LicencePayload } from "./licence-handling.type.js";

type Answer = Promise<LicencePayload>;

@Resolver(() => AdministrativeLicence)
export class LicenceHandlingResolver {
  @authority("Publishes a licence; within seven working days of the decision, else it is late (公示行政许可, L12).")
  publishLicence(@VerbInput() input: LicenceStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.licenceHandling.publish(input);
  }

  @authority(
    "Records that a licence was revoked, by the number of the document; it is invalid from then on (记录行政许可撤销).",
  )
  recordLicenceRevocation(
    @VerbInput() input: RecordLicenceRevocationInput,
    @Ctx() { services }: CreditContext,
  ): Answer {
    return services.licenceHandling.recordRevocation(input);
  }

  @authority("Withdraws a licence that was revoked, as is on record (撤回公示).")
  withdrawLicence(@VerbInput() input: WithdrawLicenceInput, @Ctx() { services }: CreditContext): Answer {
    return services.licenceHandling.withdraw(input);
  }

  @Closed(LICENCE_FILE_CLOSURE)
  @FieldResolver(() => Int, { nullable: true, description: "Version, for `expectedVersion` of the next write (版本)." })
  version(@Root() { id }: AdministrativeLicence, @Ctx() { services }: CreditContext): Promise<number | undefined> {
    return services.licenceHandling.version(id);
  }

  @Closed(LICENCE_FILE_CLOSURE)
  @FieldResolver(() => [LicenceAction], {
    nullable: true,
    description:
      "What you may do with it now, at most 10 actions; an action may still need an input that its rule asks for (可办操作).",
  })
  allowedActions(@Root() { id }: AdministrativeLicence, @Ctx() { services }: CreditContext): Promise<LicenceAction[]> {
    return services.licenceHandling.allowedActions(id);
  }

  @Closed(LICENCE_FILE_CLOSURE)
  @ListSize(50)
  @FieldResolver(() => [HistoryEntry], {
    nullable: true,
    description:
      "What happened to it since writes are kept in a journal, oldest first; the last ones, at most 50 (办理留痕).",
  })
  history(@Root() { id }: AdministrativeLicence, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.licenceHandling.history(id);
  }
}
