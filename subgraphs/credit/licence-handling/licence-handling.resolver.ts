/** Verbs of licences, and what a licence tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
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

  @VersionField({ closed: LICENCE_FILE_CLOSURE })
  version(@Root() { id }: AdministrativeLicence, @Ctx() { services }: CreditContext): Promise<number | undefined> {
    return services.licenceHandling.version(id);
  }

  @AllowedActionsField(() => LicenceAction, { closed: LICENCE_FILE_CLOSURE })
  allowedActions(@Root() { id }: AdministrativeLicence, @Ctx() { services }: CreditContext): Promise<LicenceAction[]> {
    return services.licenceHandling.allowedActions(id);
  }

  @HistoryField({ closed: LICENCE_FILE_CLOSURE })
  history(@Root() { id }: AdministrativeLicence, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.licenceHandling.history(id);
  }
}
