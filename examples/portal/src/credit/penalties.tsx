/** Penalties of a body: what for, by whom, how much, and until when they are shown. */
import { formatMoney } from "@govgraph/client";
import { useSay } from "../language.js";
import type { CreditAnswer, CreditOrganization } from "./organization.js";
import { Records } from "./records.js";
import { SEVERITIES } from "./words.js";
import { Said } from "../ui/said.js";

interface PenaltiesProps {
  readonly of: CreditOrganization["penalties"];
  readonly answer: CreditAnswer;
}

/** The list. */
export const Penalties = ({ of, answer }: PenaltiesProps) => {
  const say = useSay();
  return (
    <Records
      id="penalties"
      title={{ zh: "行政处罚", en: "Penalties" }}
      none={{ zh: "公示期内没有行政处罚。", en: "No penalty is published now." }}
      answer={answer}
      field="penalties"
      of={of}
    >
      {(penalty) => (
        <>
          <h3>
            <Said>{penalty.violationType}</Said>{" "}
            <span className={`tag tag-${penalty.severity === "SERIOUS" ? "required" : "plain"}`}>
              {say(SEVERITIES[penalty.severity])}
            </span>
          </h3>
          <p className="quiet">
            {[penalty.docNo, penalty.authority?.name, penalty.decisionDate].filter(Boolean).join(" · ")}
          </p>
          <ul className="marks">
            {penalty.fine && (
              <li>
                {say({ zh: "罚款", en: "Fine" })} <strong>{formatMoney(penalty.fine)}</strong>
              </li>
            )}
            {penalty.publicityUntil && (
              <li>
                {say({ zh: `公示至 ${penalty.publicityUntil}`, en: `Published until ${penalty.publicityUntil}` })}
              </li>
            )}
            {penalty.repairEligibleOn && (
              <li>
                {say({
                  zh: `${penalty.repairEligibleOn} 起可申请信用修复`,
                  en: `Repair may be asked for from ${penalty.repairEligibleOn}`,
                })}
              </li>
            )}
            {penalty.objectionPending && <li>{say({ zh: "异议处理中", en: "An objection is pending" })}</li>}
          </ul>
        </>
      )}
    </Records>
  );
};
