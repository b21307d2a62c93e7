/** EntryApplication: a firm asks to enter the intermediary market, or to provide more in it (入驻申请). */
import {
  Closed,
  Field,
  ID,
  Int,
  ObjectType,
  OwnedRecord,
  Tag,
  Verb,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, ListSize, createConnectionType } from "../../../platform/graphql/index.js";
import { Qualification } from "../intermediary-profile/intermediary-profile.type.js";
import { EntryApplicationState } from "./market-entry.machine.js";

/** Who reads an application. */
export const ENTRY_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PROCESS_INFORMATION",
  basis: "OGI-2019-16",
};

/** An application. */
@OwnedRecord({ subject: "firmUscc", agency: "departmentUscc", division: "divisionCode" })
@Tag("signed-in")
@ObjectType({ description: "A firm asks to enter the intermediary market, or to provide more in it (入驻申请)." })
export class EntryApplication {
  @Field(() => ID, { description: "Number (申请编号)." })
  no: string;

  @Closed(ENTRY_CLOSURE)
  @Field(() => EntryApplicationState, { nullable: true, description: "State (申请状态)." })
  state: EntryApplicationState;

  @Closed(ENTRY_CLOSURE)
  @Field(() => String, { nullable: true, description: "Name of the firm (机构名称)." })
  firmName: string;

  @Closed(ENTRY_CLOSURE)
  @ListSize(20)
  @Field(() => [ID], { nullable: true, description: "Services that it is to provide, at most 20 (服务事项编码)." })
  serviceCodes: readonly string[];

  @Closed(ENTRY_CLOSURE)
  @ListSize(20)
  @Field(() => [Qualification], { nullable: true, description: "Qualifications, at most 20 (机构资质)." })
  qualifications: Qualification[];

  @Closed(ENTRY_CLOSURE)
  @Field(() => Int, { nullable: true, description: "Projects that it can take at a time (承接能力)." })
  capacity?: number;

  @Closed(ENTRY_CLOSURE)
  @ListSize(20)
  @Field(() => [ID], {
    nullable: true,
    description: "Bodies to which it declares a relation, credit codes, at most 20 (关联关系申报).",
  })
  relatedUsccs: readonly string[];

  @Closed(ENTRY_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which it was handed in (提交日期)." })
  submittedOn: string;

  @Closed(ENTRY_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期)." })
  decidedOn?: string;

  @Closed(ENTRY_CLOSURE)
  @Field(() => String, { nullable: true, description: "Why it was refused (不予入驻理由)." })
  reasons?: string;

  @Closed(ENTRY_CLOSURE)
  @Field(() => Deadline, { nullable: true, description: "Day by which the department decides (办理期限)." })
  deadline?: Deadline;

  version: number;
  firmUscc: string;
  departmentUscc: string;
  divisionCode: string;
}

/** A page of applications. */
export const EntryApplicationConnection = createConnectionType("EntryApplication", () => EntryApplication, "入驻申请");

/** What a verb of an application answers. */
@ObjectType({ description: "The application, as the write left it (入驻申请操作结果)." })
export class EntryPayload {
  @Field(() => EntryApplication, { nullable: true, description: "The application (入驻申请)." })
  application?: EntryApplication;
}

/** Verbs of firms. */
export const applicant = (description: string): MethodDecorator =>
  Verb(() => EntryPayload, { by: ["OWNER"], basis: "BUSINESS-ENVIRONMENT-2019-43", description });

/** Verbs of the department that checks. */
export const checker = (description: string): MethodDecorator =>
  Verb(() => EntryPayload, { by: ["AGENCY"], basis: "BUSINESS-ENVIRONMENT-2019-43", description });
