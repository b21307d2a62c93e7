/** RegisteredApp: an app of an integrator, what it is for and how much it may ask (登记应用). */
import {
  Closed,
  Field,
  ID,
  Int,
  ObjectType,
  OwnedRecord,
  Verb,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { AppState } from "./app.machine.js";

/** Who reads whom to call, where people come back to, and why a step was taken. */
export const APP_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
};

/** An app. */
@OwnedRecord({ subject: "ownerUscc", agency: "agencyUscc", division: "divisionCode" })
@ObjectType({ description: "An app of an integrator, what it is for and how much it may ask (登记应用)." })
export class RegisteredApp {
  @Field(() => ID, { description: "Client id, as tokens name it (`azp`) (应用标识)." })
  clientId: string;

  @Field(() => String, { description: "Name (应用名称)." })
  name: string;

  @Field(() => String, { description: "What it is for (用途)." })
  purpose: string;

  @Field(() => AppState, { description: "State (应用状态)." })
  state: AppState;

  @Field(() => [String], { description: "Scopes that it may ask for (权限范围)." })
  scopes: readonly string[];

  @Field(() => DateScalar, { nullable: true, description: "Day of the last approval (开通日期)." })
  approvedOn?: string;

  @Field(() => Int, { nullable: true, description: "Points of weighted cost a minute (每分钟额度)." })
  pointsAMinute?: number;

  @Field(() => Int, { nullable: true, description: "Points of weighted cost a day (每日额度)." })
  pointsADay?: number;

  @Field(() => ID, { nullable: true, description: "Agreement that gives more than the standard (共享协议编号)." })
  agreement?: string;

  @Closed(APP_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which it was asked for (申请日期)." })
  requestedOn: string;

  @Closed(APP_CLOSURE)
  @Field(() => String, { nullable: true, description: "Who answers for it (联系人)." })
  contactName: string;

  @Closed(APP_CLOSURE)
  @Field(() => String, { nullable: true, description: "Where they are reached (联系邮箱)." })
  contactEmail: string;

  @Closed(APP_CLOSURE)
  @Field(() => [String], { nullable: true, description: "Where people come back to after signing in (回调地址)." })
  redirectUris: readonly string[];

  @Closed(APP_CLOSURE)
  @Field(() => String, { nullable: true, description: "Why it was refused or suspended (理由)." })
  reasons?: string;

  keys: readonly string[];
  version: number;
  ownerUscc: string;
  agencyUscc: string;
  divisionCode: string;
}

/** A page of apps. */
export const RegisteredAppConnection = createConnectionType("RegisteredApp", () => RegisteredApp, "登记应用");

/** What a verb of an app answers. */
@ObjectType({ description: "The app, as the write left it (应用操作结果)." })
export class AppPayload {
  @Field(() => RegisteredApp, { nullable: true, description: "The app (登记应用)." })
  app?: RegisteredApp;
}

/** A verb of apps (数据安全法 第四十二条). */
export const appVerb = (by: readonly ("OWNER" | "AGENCY")[], description: string): MethodDecorator =>
  Verb(() => AppPayload, { by: [...by], basis: "DATA-SECURITY-2021-42", description });
