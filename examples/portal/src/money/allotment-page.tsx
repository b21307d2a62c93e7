/** Where the money of one indicator went, and whether it adds up. */
import { documentNumber, fenOf, formatMoney, type Money } from "@govgraph/client";
import { useMemo, useState } from "react";
import { AllotmentFlowDocument } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { type Text, useSay } from "../language.js";
import { hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Fields } from "../ui/fields.js";
import { Page } from "../ui/page.js";
import { type Allotment, flowOf, type Step } from "./flow.js";
import { Rules } from "./rules.js";
import { Sankey } from "./sankey.js";
import { StepsTable } from "./steps-table.js";

const numberOf = (text: string) => {
  try {
    return documentNumber(text);
  } catch {
    return undefined;
  }
};

/** The page of `#/money/<document number>`. */
export const AllotmentPage = ({ no }: { readonly no: string }) => {
  const allotment = numberOf(no);
  const asking = useAsk(AllotmentFlowDocument, allotment && { allotment });
  if (allotment === undefined) return <NoneThere />;
  return (
    <Answered asking={asking} isPage>
      {({ budgetAllotment }) => (budgetAllotment ? <Flow of={budgetAllotment} /> : <NoneThere />)}
    </Answered>
  );
};

const NoneThere = () => {
  const say = useSay();
  return (
    <Page title={{ zh: "没有这个指标", en: "There is no such indicator" }}>
      <Empty title={say({ zh: "请核对指标文号。", en: "Check the document number." })}>
        <p>
          <a href={hashOf(["money"])}>{say({ zh: "查看全部指标", en: "All indicators" })}</a>
        </p>
      </Empty>
    </Page>
  );
};

/** All that the issued amount is made of, so that a reader can add it up; what is seldom there only where it is. */
const sumsOf = (sums: Allotment["reconciliation"]): readonly (readonly [Text, Money])[] => {
  const seldom: readonly (readonly [Text, Money])[] = [
    [{ zh: "在途", en: "In transit" }, sums.inTransit],
    [{ zh: "收回", en: "Taken back" }, sums.reclaimed],
    [{ zh: "结转", en: "Carried over" }, sums.carriedOver],
  ];
  return [
    [{ zh: "下达", en: "Issued" }, sums.issued],
    [{ zh: "已支付", en: "Paid" }, sums.paid],
    [{ zh: "结余", en: "Balance" }, sums.balance],
    ...seldom.filter(([, amount]) => fenOf(amount) !== 0n),
    [{ zh: "差额", en: "Difference" }, sums.difference],
  ];
};

const Flow = ({ of }: { readonly of: Allotment }) => {
  const say = useSay();
  const centre = say({ zh: "中央", en: "Centre" });
  const steps = useMemo(() => flowOf(of, centre), [of, centre]);
  const [pointed, setPointed] = useState<Step>();
  const { reconciliation: sums } = of;
  return (
    <Page
      title={{ zh: of.fundName, en: of.fundName }}
      above={<a href={hashOf(["money"])}>{say({ zh: "钱去哪儿了", en: "Where the money went" })}</a>}
      lead={[of.allotmentNo, of.issuedOn, of.policy?.name].filter(Boolean).join(" · ")}
    >
      <Fields big of={sumsOf(sums).map(([name, amount]) => [name, formatMoney(amount)])} />
      <section aria-labelledby="flow">
        <h2 id="flow">
          {say({ zh: "从上级到项目、单位和村", en: "From above down to projects, bodies and villages" })}
        </h2>
        <Sankey of={steps} pointed={pointed} />
        <StepsTable of={steps} onPoint={setPointed} />
        {of.downstream.pageInfo.hasNextPage && (
          <p className="quiet">{say({ zh: "仅显示前一百笔分配。", en: "The first hundred allocations are shown." })}</p>
        )}
      </section>
      <Rules of={sums} />
    </Page>
  );
};
