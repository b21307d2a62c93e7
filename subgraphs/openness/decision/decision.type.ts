/** Decision: a major administrative decision with its draft, its five statutory steps and what came of it (重大行政决策). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, createConnectionType } from "../../../platform/graphql/index.js";
import "./decision.machine.js";
import { DecisionKind, DecisionStage, StatutoryStep, StepState } from "./decision.enums.js";

/** A decision. Public from the day on which its draft is opened, or it is published. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "organiserUscc", division: "divisionCode" })
@ObjectType({ description: "A major administrative decision (重大行政决策)." })
export class Decision {
  @Field(() => ID, { description: "Id (决策事项编号)." })
  id: string;

  @Field(() => String, { nullable: true, description: "Title (决策事项名称)." })
  title: string;

  @Field(() => DecisionKind, { nullable: true, description: "Kind (决策事项类别)." })
  kind: DecisionKind;

  @Field(() => DecisionStage, { nullable: true, description: "How far it has come (所处阶段)." })
  stage: DecisionStage;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was taken up (启动日期)." })
  proposedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Day from which everybody may know of it; absent while its organiser and supervisors alone do (公开日期).",
  })
  openedOn?: string;

  @Field(() => String, { nullable: true, description: "Text of the draft, or what it says in short (决策草案)." })
  draft?: string;

  @Field(() => String, { nullable: true, description: "Why it is needed and what it changes (起草说明)." })
  explanation?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决策日期)." })
  decidedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the decision was published (公布日期)." })
  publishedOn?: string;

  @ListSize(20)
  @Field(() => [ID], {
    nullable: true,
    description: "Codes of the policies that pay for it, at most 20 (所涉资金政策编码).",
  })
  fundPolicyCodes: string[];

  organiserId: string;
  organiserUscc: string;
  divisionCode: string;
  basisIds: string[];
  adoptedIndexNo?: string;
  version: number;
}

/** A statutory step of a decision. */
@ObjectType({ description: "A statutory step of a decision, with its evidence or as a gap (法定程序履行情况)." })
export class DecisionStep {
  @Field(() => StatutoryStep, { description: "Which (程序)." })
  step: StatutoryStep;

  @Field(() => StepState, { description: "What became of it (履行情况)." })
  state: StepState;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was taken (履行日期)." })
  takenOn?: string;

  @Field(() => String, { nullable: true, description: "Document that shows it (证明文件)." })
  documentTitle?: string;

  @Field(() => String, { nullable: true, description: "What came of it, in a sentence (结论)." })
  outcome?: string;

  @Field(() => String, { nullable: true, description: "Why it is not asked of this decision (不适用的理由)." })
  notNeededBecause?: string;
}

/** A page of decisions. */
export const DecisionConnection = createConnectionType("Decision", () => Decision, "重大行政决策");
