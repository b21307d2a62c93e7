/** Where the money of one indicator went, and whether it adds up. */
import { documentNumber, formatMoney } from "@govgraph/client";
import { useMemo, useState } from "react";
import { AllotmentFlowDocument } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Fields } from "../ui/fields.js";
import { Page } from "../ui/page.js";
import { type Allotment, flowOf, type Step } from "./flow.js";
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
      <Fields
        big
        of={[
          [{ zh: "下达", en: "Issued" }, formatMoney(sums.issued, { wan: true })],
          [{ zh: "已支付", en: "Paid" }, formatMoney(sums.paid, { wan: true })],
          [{ zh: "结余", en: "Balance" }, formatMoney(sums.balance, { wan: true })],
          [{ zh: "在途", en: "In transit" }, formatMoney(sums.inTransit, { wan: true })],
          [{ zh: "差额", en: "Difference" }, formatMoney(sums.difference, { wan: true })],
        ]}
      />
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

const Rules = ({ of }: { readonly of: Allotment["reconciliation"] }) => {
  const say = useSay();
  const broken = of.rules.filter(({ outcome }) => outcome === "BROKEN");
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{say({ zh: "账对得上吗", en: "Does it add up?" })}</h2>
      <p className={broken.length > 0 ? "note note-bad" : "note"}>
        {broken.length === 0
          ? say({ zh: `截至 ${of.asOf}，没有发现不符。`, en: `As of ${of.asOf} nothing is wrong.` })
          : say({
              zh: `截至 ${of.asOf}，有 ${broken.length} 项不符：`,
              en: `As of ${of.asOf}, broken: ${broken.length}`,
            })}
      </p>
      <ul className="records">
        {broken.map(({ rule, description, offenderCount }) => (
          <li key={rule}>
            <p>
              <strong>{rule}</strong> {description}{" "}
              <span className="tag tag-required">
                {say({ zh: `${offenderCount} 处`, en: `${offenderCount} found` })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
