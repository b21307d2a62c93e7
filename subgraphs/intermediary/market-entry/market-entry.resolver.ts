/** Root fields and verbs of applications to enter the market, and what one tells of its own life. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  VerbInput,
} from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import { Closed } from "../../../platform/graphql/classes/index.js";
import type { IntermediaryContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { organizationId } from "../procurement-handling/new-project.js";
import { EntryAction } from "./market-entry.enums.js";
import { ApplyForEntryInput, EntryStepInput, RefuseEntryInput } from "./market-entry.input.js";
import { EntryApplicationState } from "./market-entry.machine.js";
import {
  applicant,
  checker,
  ENTRY_CLOSURE,
  EntryApplication,
  EntryApplicationConnection,
  type EntryPayload,
} from "./market-entry.type.js";

type Answer = Promise<EntryPayload>;

@Resolver(() => EntryApplication)
export class MarketEntryResolver {
  @Query(() => EntryApplication, {
    nullable: true,
    description: "An application by number, for the firm, the department and supervisors (按编号查入驻申请).",
  })
  entryApplication(
    @Ctx() { services }: IntermediaryContext,
    @Arg("no", () => ID, { description: "Number (申请编号)." }) no: string,
  ): Promise<EntryApplication | undefined> {
    return services.marketEntries.find(no);
  }

  @Query(() => EntryApplicationConnection, {
    nullable: true,
    description: "Applications that the viewer may know of, newest first (入驻申请列表).",
  })
  async entryApplications(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => EntryApplicationState, { nullable: true, description: "In this state (申请状态)." })
    state?: EntryApplicationState,
  ): Promise<ConnectionShape<EntryApplication>> {
    return toConnection(await services.marketEntries.list(state ?? undefined, page));
  }

  @applicant(
    "Asks as your own firm to enter the market, or to provide more in it; declared relations bind from now on (申请入驻).",
  )
  applyForEntry(@VerbInput() input: ApplyForEntryInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.marketEntries.apply(input);
  }

  @applicant("Withdraws an application of your own firm; the relations that it declared stay (撤回入驻申请).")
  withdrawEntry(@VerbInput() input: EntryStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.marketEntries.step("withdrawEntry", input, { event: "WITHDRAW" });
  }

  @checker("Admits a firm whose qualifications were checked: it provides the services from now on (准予入驻).")
  admitIntermediary(@VerbInput() input: EntryStepInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.marketEntries.step("admitIntermediary", input, { event: "ADMIT" });
  }

  @checker("Refuses an application, with reasons (不予入驻).")
  refuseEntry(@VerbInput() input: RefuseEntryInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.marketEntries.step("refuseEntry", input, { event: "REFUSE", reasons: input.reasons });
  }

  @Closed(ENTRY_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "The firm (申请机构)." })
  firm(@Root() { firmUscc }: EntryApplication): Organization {
    return { id: organizationId(firmUscc) };
  }

  @Closed(ENTRY_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "Department that checks it (审批部门)." })
  department(@Root() { departmentUscc }: EntryApplication): Organization {
    return { id: organizationId(departmentUscc) };
  }

  @VersionField({ closed: ENTRY_CLOSURE })
  version(@Root() { version }: EntryApplication): number {
    return version;
  }

  @AllowedActionsField(() => EntryAction, { closed: ENTRY_CLOSURE })
  allowedActions(@Root() { no }: EntryApplication, @Ctx() { services }: IntermediaryContext): Promise<EntryAction[]> {
    return services.marketEntries.allowedActions(no);
  }

  @HistoryField({ closed: ENTRY_CLOSURE })
  history(@Root() { no }: EntryApplication, @Ctx() { services }: IntermediaryContext): Promise<HistoryEntry[]> {
    return services.marketEntries.history(no);
  }
}
