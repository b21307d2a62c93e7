/** The rest of a matter's guide: steps, place, laws, help, questions. */
import type { ReactNode } from "react";
import { useSay } from "../language.js";
import { Fields } from "../ui/fields.js";
import { NotGiven } from "../ui/not-given.js";
import type { Matter, MatterAnswer } from "./matter.js";
import { Said } from "../ui/said.js";

interface GuideProps {
  readonly of: Matter;
  readonly answer: MatterAnswer;
  readonly checks: ReactNode;
}

/** The guide; `checks` is what quality checks found, where the reader may know. */
export const Guide = ({ of, answer, checks }: GuideProps) => {
  const say = useSay();
  const none = say({ zh: "未公布", en: "Not published" });
  const said = (words: string | null | undefined) => (words ? <Said>{words}</Said> : none);
  const laws = of.legalBases?.flatMap((law) => (law ? [`《${law.lawName}》${law.articleNo ?? ""}`] : [])) ?? [];
  const funds = of.relatedFunds?.flatMap((fund) => (fund ? [fund.name] : []));
  const fees = of.fees?.map(({ name, standard }) => [name, standard].filter(Boolean).join(" ")) ?? [];
  return (
    <>
      {of.steps && of.steps.length > 0 && (
        <section aria-labelledby="steps">
          <h2 id="steps">{say({ zh: "办理流程", en: "How it goes" })}</h2>
          <ol className="steps">
            {of.steps.map(({ name, workingDays }) => (
              <li key={name}>
                <strong>
                  <Said>{name}</Said>
                </strong>
                {typeof workingDays === "number" && (
                  <span className="quiet">
                    {say({ zh: `${workingDays} 个工作日`, en: `${workingDays} working days` })}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="guide">
        <h2 id="guide">{say({ zh: "办事指南", en: "Guide" })}</h2>
        <Fields
          of={[
            [{ zh: "受理条件", en: "Condition" }, said(of.acceptCondition)],
            [{ zh: "办理结果", en: "Result" }, said(of.result?.name)],
            ...(fees.length > 0 ? [[{ zh: "收费标准", en: "Fees" }, said(fees.join("；"))] as const] : []),
            [{ zh: "办理地点", en: "Place" }, said(of.channels?.address)],
            [{ zh: "办理时间", en: "Hours" }, said(of.channels?.hours)],
            [{ zh: "咨询电话", en: "Questions" }, of.consultPhone ?? none],
            [{ zh: "监督投诉", en: "Complaints" }, of.complaintPhone ?? none],
            [{ zh: "设定依据", en: "Legal basis" }, said(laws.join("、"))],
            [
              { zh: "相关扶持资金", en: "Help money" },
              !funds ? (
                <NotGiven answer={answer} path={["serviceMatter", "relatedFunds"]} />
              ) : funds.length > 0 ? (
                <Said>{funds.join("、")}</Said>
              ) : (
                say({ zh: "无", en: "None" })
              ),
            ],
            [{ zh: "指南质量检查", en: "Checks of this guide" }, checks],
          ]}
        />
      </section>
      {of.faqs && of.faqs.length > 0 && (
        <section aria-labelledby="faqs">
          <h2 id="faqs">{say({ zh: "常见问题", en: "Questions and answers" })}</h2>
          {of.faqs.map(({ question, answer }) => (
            <details key={question} className="faq">
              <summary>
                <Said>{question}</Said>
              </summary>
              <p>
                <Said>{answer}</Said>
              </p>
            </details>
          ))}
        </section>
      )}
    </>
  );
};
