/** PolicyInterpretation: what an issuer, an expert or the media publish to explain a document (政策解读). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { InterpretationKind } from "./policy-interpretation.enums.js";

/** An interpretation. Public from its publication on, where its document is. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "issuerUscc", division: "divisionCode", audited: true })
@ObjectType({ description: "What explains a document to the public (政策解读)." })
export class PolicyInterpretation {
  @Field(() => ID, { description: "Id (解读材料编号)." })
  id: string;

  @Field(() => InterpretationKind, { description: "Form (解读形式)." })
  kind: InterpretationKind;

  @Field(() => String, { description: "Title (标题)." })
  title: string;

  @Field(() => String, {
    description: "Office, institute or medium that explains, as it signs; no private person (解读单位).",
  })
  author: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while the issuer and its supervisors alone know of it (发布日期).",
  })
  publishedOn?: string;

  @Field(() => String, {
    nullable: true,
    description: "Text, or what is shown and said in short, a line for each paragraph (解读内容).",
  })
  text?: string;

  @Field(() => String, {
    nullable: true,
    description: "Office of whoever speaks for the document first; a post, not a name (第一解读人职务).",
  })
  firstSpokesperson?: string;

  indexNo: string;
  issuerUscc?: string;
  divisionCode: string;
}

/** A question that an interpretation answers. */
@ObjectType({ description: "A question that an interpretation answers (解读问答)." })
export class InterpretationQuestion {
  @Field(() => String, { description: "Question (问题)." })
  question: string;

  @Field(() => String, { description: "Answer (解答)." })
  answer: string;
}

/** A page of interpretations. */
export const PolicyInterpretationConnection = createConnectionType(
  "PolicyInterpretation",
  () => PolicyInterpretation,
  "政策解读",
);
