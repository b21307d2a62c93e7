/** Interpretations with a known course, by which tests and pages are written: of the golden measures two are published, of the measures that took their place one is prepared and none published. */
import type { NewOf } from "../../../platform/database/index.js";
import { InterpretationKind } from "../policy-interpretation/policy-interpretation.enums.js";
import type {
  INTERPRETATION_QUESTIONS,
  POLICY_INTERPRETATIONS,
} from "../policy-interpretation/policy-interpretation.rows.js";
import type { DocumentRecords } from "./documents.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Issued = DocumentRecords["documents"][number];

/** An interpretation with its questions. */
export interface PlannedInterpretation {
  readonly interpretation: NewOf<typeof POLICY_INTERPRETATIONS>;
  readonly questions: readonly Pick<NewOf<typeof INTERPRETATION_QUESTIONS>, "question" | "answer">[];
}

/** Days on which the golden measures were issued: the first ones, and those that took their place. */
const [FIRST, REVISED] = ["2021-03-15", "2025-06-10"];

/** True of the documents whose interpretations are known. */
export const isGolden = ({ issuerUscc, createdOn, normative }: Issued): boolean =>
  issuerUscc === GOLDEN_ISSUER && normative && (createdOn === FIRST || createdOn === REVISED);

/** What is the same of all interpretations of a document. */
export const ofDocument = ({ indexNo, issuerName, issuerUscc, divisionCode }: Issued, number: number) => ({
  ...{ id: `JD-${indexNo}-${number}`, indexNo, author: issuerName, issuerUscc, divisionCode },
});

/** All of them. */
export const goldenInterpretations = (documents: readonly Issued[]): PlannedInterpretation[] => {
  const issuedOn = (day: string | undefined): Issued =>
    documents.find((document) => isGolden(document) && document.createdOn === day)!;
  const [first, revised] = [issuedOn(FIRST), issuedOn(REVISED)];
  return [
    {
      interpretation: {
        ...ofDocument(first, 1),
        kind: InterpretationKind.TEXT,
        title: `《${first.title}》解读`,
        publishedOn: "2021-03-19",
        text: "办法明确食品小作坊登记的条件、程序和监督检查，自2021年4月15日起施行。",
        firstSpokesperson: "延吉市市场监督管理局局长",
      },
      questions: [
        { question: "已经营业的小作坊何时登记？", answer: "自办法施行之日起三个月内申请登记。" },
        { question: "登记是否收费？", answer: "不收费。" },
      ],
    },
    {
      interpretation: {
        ...ofDocument(first, 2),
        kind: InterpretationKind.PICTURE,
        title: `一图读懂《${first.title}》`,
        publishedOn: "2021-03-29",
        text: undefined,
        firstSpokesperson: undefined,
      },
      questions: [],
    },
    {
      interpretation: {
        ...ofDocument(revised, 1),
        kind: InterpretationKind.TEXT,
        title: `《${revised.title}》解读`,
        publishedOn: undefined,
        text: "修订后的办法简化登记材料，有效期五年。",
        firstSpokesperson: "延吉市市场监督管理局局长",
      },
      questions: [],
    },
  ];
};
