/** What the public says of the decisions with a known course. */
import type { DemonstrationWorld } from "../../demonstration.js";
import { OpinionAuthor, OpinionOutcome } from "../opinion/opinion.enums.js";
import type { PlannedConsultation, PlannedOpinion } from "./planned-decision.js";

/** The firm of agent-1. */
const FIRM = "91990101MA9000011P";

type Topics = PlannedConsultation["topics"];
type Said = readonly [
  subject: string,
  givenOn: string,
  text: string,
  outcome: OpinionOutcome,
  answeredOn?: string,
  reason?: string,
];

const opinion = ([subject, givenOn, text, outcome, answeredOn, reason]: Said): PlannedOpinion => ({
  ...{ subject, givenOn, text, outcome, answeredOn, reason },
  authorKind: subject === FIRM ? OpinionAuthor.ORGANIZATION : OpinionAuthor.PERSON,
});

const { ADOPTED, PARTLY_ADOPTED, NOT_ADOPTED, PENDING } = OpinionOutcome;

/** Opinions on the measures that were adopted in 2025; all are answered. */
export const adoptedOpinions = ({ persons }: DemonstrationWorld): Topics => {
  const [first, second, third] = persons.map(({ hash }) => hash) as [string, string, string];
  const on = "2025-04-14";
  return [
    {
      name: "登记条件",
      opinions: [
        opinion([first, "2025-03-05", "登记材料能否只交一次，换证时不再重复提交？", ADOPTED, on, "已写入第六条。"]),
        opinion([
          FIRM,
          "2025-03-11",
          "建议取消对加工场所面积的要求。",
          NOT_ADOPTED,
          on,
          "面积要求出自上位法，不能取消。",
        ]),
        opinion([third, "2025-03-28", "希望登记可以在网上办。", ADOPTED, on, "已写入第四条。"]),
      ],
    },
    {
      name: "监督检查",
      opinions: [
        opinion([
          second,
          "2025-03-14",
          "检查太多影响经营，建议一年一次。",
          PARTLY_ADOPTED,
          on,
          "低风险的一年一次，高风险的不变。",
        ]),
        opinion([FIRM, "2025-03-20", "建议检查前一律提前通知。", NOT_ADOPTED, on, "提前通知会使抽查失去作用。"]),
      ],
    },
    {
      name: "扶持措施",
      opinions: [opinion([second, "2025-04-02", "首次登记的应当有创业补贴。", ADOPTED, on])],
    },
  ];
};

/** Opinions on the measures that are open for comment; one is answered. */
export const openOpinions = ({ persons }: DemonstrationWorld): Topics => {
  const [first, second] = persons.map(({ hash }) => hash) as [string, string];
  return [
    {
      name: "净化设施",
      opinions: [
        opinion([first, "2026-09-09", "净化设施多久清洗一次应当写明。", PENDING]),
        opinion([second, "2026-09-10", "请公布合格产品名录。", ADOPTED, "2026-09-17", "将在网站公布。"]),
      ],
    },
    { name: "改造补助", opinions: [opinion([FIRM, "2026-09-15", "补助应当覆盖已经改造的店。", PENDING])] },
  ];
};
