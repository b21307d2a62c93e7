/** Inputs of the verbs of apps. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** Most points that an app can have: a bucket counts a point as a microsecond of a minute. */
const MOST_POINTS = { aMinute: 60_000_000, aDay: 2_000_000_000 } as const;

/** A registration. */
@InputType({ description: "An app of your own body asks for access (申请登记应用)." })
export class RegisterAppInput extends WriteInput {
  @MaxLength(100)
  @Field(() => String, { description: "Name, which everybody reads (应用名称)." })
  name: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "What it is for, which everybody reads (用途)." })
  purpose: string;

  @MaxLength(18)
  @Field(() => ID, { description: "Agency that decides, its credit code (审核部门)." })
  agency: string;

  @MaxLength(50)
  @Field(() => String, { description: "Who answers for it, shown to the agency alone (联系人)." })
  contactName: string;

  @MaxLength(100)
  @Field(() => String, { description: "Where they are reached, shown to the agency alone (联系邮箱)." })
  contactEmail: string;

  @Field(() => [String], {
    description: "Where people come back to after signing in, at most 10, https or this machine (回调地址).",
  })
  redirectUris: string[];

  @Field(() => [String], { description: "Scopes that it may ask for (权限范围)." })
  scopes: string[];
}

/** A step that needs no more than the app. */
@InputType({ description: "A step of an app (应用操作)." })
export class AppStepInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Client id (应用标识)." })
  clientId: string;
}

/** Keys. */
@InputType({ description: "By which keys an app proves who it is from now on (更换应用公钥)." })
export class SetAppKeysInput extends AppStepInput {
  @Field(() => [String], {
    description:
      "Public JSON Web Keys, each an object in JSON: at most 2, so that one follows another without a pause; those that are not named are taken no more (公钥).",
  })
  keys: string[];
}

/** An approval. */
@InputType({ description: "What an app is approved for (开通应用)." })
export class ApproveAppInput extends AppStepInput {
  @Min(1)
  @Max(MOST_POINTS.aMinute)
  @Field(() => Int, { description: "Points of weighted cost a minute (每分钟额度)." })
  pointsAMinute: number;

  @Min(1)
  @Max(MOST_POINTS.aDay)
  @Field(() => Int, { description: "Points of weighted cost a day (每日额度)." })
  pointsADay: number;

  @MaxLength(100)
  @Field(() => ID, { nullable: true, description: "Agreement that gives more than the standard (共享协议编号)." })
  agreement?: string;
}

/** A step with reasons. */
@InputType({ description: "A refusal or suspension with reasons, which the owner reads (附理由的应用操作)." })
export class AppReasonsInput extends AppStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reasons (理由)." })
  reasons: string;
}
