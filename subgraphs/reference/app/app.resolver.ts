/** Root fields and verbs of apps, and what one tells of its own life. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  VerbInput,
} from "../../../platform/graphql/classes/index.js";
import { publicKeyOf, publicKeysIn } from "../../../platform/auth/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { ReferenceContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { AppKey } from "./app-key.type.js";
import { AppAction } from "./app.enums.js";
import { AppReasonsInput, AppStepInput, ApproveAppInput, RegisterAppInput, SetAppKeysInput } from "./app.input.js";
import { AppState } from "./app.machine.js";
import { APP_CLOSURE, appVerb, RegisteredApp, RegisteredAppConnection, type AppPayload } from "./app.type.js";

type Answer = Promise<AppPayload>;

@Resolver(() => RegisteredApp)
export class AppResolver {
  @Query(() => RegisteredApp, { nullable: true, description: "An app by its client id (按标识查登记应用)." })
  registeredApp(
    @Ctx() { services }: ReferenceContext,
    @Arg("clientId", () => ID, { description: "Client id (应用标识)." }) clientId: string,
  ): Promise<RegisteredApp | undefined> {
    return services.apps.find(clientId);
  }

  @Query(() => RegisteredAppConnection, {
    nullable: true,
    description: "Apps, newest request first: approved ones, and those of your own body or agency (登记应用列表).",
  })
  async registeredApps(
    @Ctx() { services }: ReferenceContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => AppState, { nullable: true, description: "In this state (应用状态)." }) state?: AppState,
  ): Promise<ConnectionShape<RegisteredApp>> {
    return toConnection(await services.apps.list(state ?? undefined, page));
  }

  @appVerb(["OWNER"], "Asks for access for an app of your own body (申请登记应用).")
  registerApp(@VerbInput() input: RegisterAppInput, @Ctx() { services }: ReferenceContext): Answer {
    return services.apps.register(input);
  }

  @appVerb(["AGENCY"], "Approves an app with its quota, a new quota, or that a suspended one goes on (开通应用).")
  approveApp(@VerbInput() input: ApproveAppInput, @Ctx() { services }: ReferenceContext): Answer {
    const { pointsAMinute, pointsADay, agreement } = input;
    const quota = { pointsAMinute, pointsADay, ...(agreement == null ? {} : { agreement }) };
    const set = { pointsAMinute, pointsADay, agreement: agreement ?? undefined, reasons: undefined };
    return services.apps.step("approveApp", input, { event: "APPROVE", facts: quota, set });
  }

  @appVerb(["AGENCY"], "Refuses an app, with reasons (不予开通应用).")
  refuseApp(@VerbInput() input: AppReasonsInput, @Ctx() { services }: ReferenceContext): Answer {
    const { reasons } = input;
    return services.apps.step("refuseApp", input, { event: "REFUSE", facts: { reasons }, set: { reasons } });
  }

  @appVerb(["OWNER", "AGENCY"], "Suspends an app: within seconds no gateway takes its tokens (停用应用).")
  suspendApp(@VerbInput() input: AppReasonsInput, @Ctx() { services }: ReferenceContext): Answer {
    const { reasons } = input;
    return services.apps.step("suspendApp", input, { event: "SUSPEND", facts: { reasons }, set: { reasons } });
  }

  @appVerb(["OWNER"], "Says by which keys an app of your own body proves who it is (更换应用公钥).")
  async setAppKeys(@VerbInput() input: SetAppKeysInput, @Ctx() { services }: ReferenceContext): Answer {
    return services.apps.step("setAppKeys", input, {
      event: "SET_KEYS",
      set: { keys: await publicKeysIn(input.keys) },
    });
  }

  @Closed(APP_CLOSURE)
  @FieldResolver(() => [AppKey], { nullable: true, description: "Keys by which it proves who it is (应用公钥)." })
  keys(@Root() { keys }: RegisteredApp): Promise<AppKey[]> {
    return Promise.all(keys.map(publicKeyOf));
  }

  @appVerb(["OWNER"], "Ends an app of your own body for good (注销应用).")
  retireApp(@VerbInput() input: AppStepInput, @Ctx() { services }: ReferenceContext): Answer {
    return services.apps.step("retireApp", input, { event: "RETIRE" });
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that owns it (应用所有者)." })
  owner(
    @Root() { ownerUscc }: RegisteredApp,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Organization | undefined> {
    return services.organizations.findByUscc(ownerUscc);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency that decides about it (审核部门)." })
  agency(
    @Root() { agencyUscc }: RegisteredApp,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Organization | undefined> {
    return services.organizations.findByUscc(agencyUscc);
  }

  @VersionField({ closed: APP_CLOSURE })
  version(@Root() { version }: RegisteredApp): number {
    return version;
  }

  @AllowedActionsField(() => AppAction, { closed: APP_CLOSURE })
  allowedActions(@Root() app: RegisteredApp, @Ctx() { services }: ReferenceContext): AppAction[] {
    return services.apps.allowedActions(app);
  }

  @HistoryField({ closed: APP_CLOSURE })
  history(@Root() { clientId }: RegisteredApp, @Ctx() { services }: ReferenceContext): Promise<HistoryEntry[]> {
    return services.apps.history(clientId);
  }
}
