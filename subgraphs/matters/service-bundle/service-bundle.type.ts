/** ServiceBundle: several matters that one event needs, applied for with one form (高效办成一件事). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";
import { MaterialNeed } from "../matter/material.enums.js";
import { ServiceRecipient } from "../matter/matter.enums.js";
import type * as domain from "./service-bundle.js";

/** A material of a bundle: handed in once, whichever of its matters ask for it. */
@ObjectType({
  description: "A material of a bundle, handed in once for all matters that ask for it (高效办成一件事申请材料).",
})
export class BundleMaterial {
  @Field(() => String, { description: "Name; materials of the same name are one (材料名称, materialName)." })
  name: string;

  @Field(() => Int, { description: "How many matters of the bundle ask for it (共用事项数)." })
  sharedBy: number;

  @Field(() => MaterialNeed, {
    nullable: true,
    description: "How needed it is for the matter that needs it most (材料必要性, isNeed).",
  })
  need?: MaterialNeed;

  @Field(() => String, {
    nullable: true,
    description: "Type of licence that can stand for it (证照类型, licenceTypeCode).",
  })
  licenceType?: string;
}

/** A bundle. What it asks for, promises and costs in visits is computed from its matters. */
@Directive('@key(fields: "code")')
@ObjectType({ description: "Several matters that one event needs, applied for with one form (高效办成一件事)." })
export class ServiceBundle implements domain.ServiceBundle {
  @Field(() => ID, { description: "Code that never changes (高效办成一件事编码)." })
  code: string;

  @Field(() => String, { description: "Name, such as 开餐饮店 (高效办成一件事名称)." })
  name: string;

  @Field(() => String, { nullable: true, description: "Theme, such as 准营准办 (主题)." })
  theme?: string;

  @Field(() => [ServiceRecipient], { description: "Whom it serves (服务对象)." })
  serves: ServiceRecipient[];

  divisionCode?: string;
}

/** A page of bundles. */
export const ServiceBundleConnection = createConnectionType("ServiceBundle", () => ServiceBundle, "高效办成一件事");
